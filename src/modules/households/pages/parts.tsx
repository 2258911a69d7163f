import { decimal, toVietnamese } from "../../../kernel/decimal.ts";
import type { Text } from "../../../kernel/text.ts";
import { Tag, type TagLook, usePage } from "../../../platform/html/kit.ts";
import { OUTCOME_NAMES, type OutcomeKind, type Reason, REASON_NAMES } from "../core/outcome.ts";

const LOOKS: Readonly<Record<OutcomeKind, TagLook>> = { proposed: "ok", warned: "wait", refused: "bad", not_reviewed: "info" };

/** An outcome with its reasons beneath; a dash before the review is closed. */
export function Outcome({ outcome, reasons }: { outcome: OutcomeKind | null; reasons: readonly Reason[] | null }) {
  const { t } = usePage();
  if (outcome === null) return <>–</>;
  return (
    <>
      <Tag look={LOOKS[outcome]}>{t(OUTCOME_NAMES[outcome])}</Tag>
      {(reasons ?? []).map((reason) => <span class="small line">{t(REASON_NAMES[reason])}</span>)}
    </>
  );
}

/** Points as a Vietnamese reader expects them; a dash when not scored. */
export function showPoints(points: string | null): string {
  return points === null ? "–" : toVietnamese(decimal(points));
}

/** Points as a form shows them again, so that they are read back exactly. */
export function typedPoints(points: string | null): string {
  return points === null ? "" : points.replace(".", ",");
}

/** A cell to type in, inside a table: its name is said to screen readers, its fault stands above it. */
export function CellInput(props: { name: string; label: string; value: string; fault?: Text | undefined; id?: string }) {
  const { t } = usePage();
  const id = `f-${props.name}`;
  return (
    <>
      {props.fault !== undefined && <span class="error small line" id={`${id}-error`}>{t(props.fault)}</span>}
      <input class="bare-in" id={id} name={props.name} value={props.value} inputMode="decimal" autocomplete="off" aria-label={props.label} aria-invalid={props.fault !== undefined ? true : undefined} aria-describedby={props.fault !== undefined ? `${id}-error` : undefined} />
    </>
  );
}
