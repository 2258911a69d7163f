import { decimal, subtract, toText } from "../../../kernel/decimal.ts";
import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Day, Facts, Table, Tag, usePage } from "../../../platform/html/kit.ts";
import { traceInWords } from "../core/card-words.ts";
import { showFactValue } from "../core/fact-value.ts";
import { STAGE_NAMES } from "../core/round.ts";
import { words } from "../messages.ts";
import type { unitScore } from "../queries-scores.ts";
import { ClassName, Four, Points, Proofs, titleIn } from "./parts.tsx";
import type { View } from "./view.ts";

type Score = View<typeof unitScore>;

/** Why a unit has its points: each criterion with the four numbers, what was stated, who changed it and why, and what proves it. */
export function UnitScorePage({ view }: { view: Score }) {
  const { t, lang } = usePage();
  const { line, round } = view;
  return (
    <>
      <Breadcrumb trail={[{ href: "/rounds", label: t(words.rounds) }, { href: `/rounds/${round.id}`, label: round.title }]} />
      <h1>{view.unit.name}</h1>
      <div class="stackable">
        <Card>
          <Facts
            facts={[
              [t(words.rank), line.rank === null ? t(say("không xếp hạng", "not ranked")) : <b>{line.rank}</b>],
              [t(words.total), <><b><Points of={line.total} /></b> ({t(words.base)} <Points of={line.base} />, {t(words.bonus)} <Points of={line.bonus} />, {t(words.penalty)} <Points of={line.penalty} />)</>],
              [t(words.class), <ClassName of={line.class} />],
              line.failed_gates.length === 0 ? null : [t(say("Thiếu điều kiện", "Conditions not met")), line.failed_gates.map((id) => view.content.scorecard.gates?.find((gate) => gate.id === id)?.text ?? id).join("; ")],
            ]}
          />
          <Four of={view.total} />
          <Table
            caption={t(say("Mất điểm, được thưởng ở đâu", "Where points were lost and won"))}
            columns={[
              { head: t(words.criterion), cell: (row: Score["leaves"][number]) => <a href={`#c-${row.leaf.id}`}>{row.leaf.id}. {titleIn(view.content.leaves, row.leaf, lang)}</a> },
              { head: t(words.points), cell: (row) => <><Points of={row.scored?.points} />/<Points of={row.leaf.base} /></>, num: true },
              { head: t(say("Chênh lệch", "Difference")), cell: (row) => <b><Points of={row.scored === null || row.scored.points === null ? null : toText(subtract(decimal(row.scored.points), decimal(row.leaf.base)))} /></b>, num: true },
            ]}
            rows={view.leaves.filter((entry) => entry.scored === null || entry.scored.points === null || entry.scored.points !== entry.leaf.base)}
            empty={say("Mọi tiêu chí đều đủ điểm chuẩn.", "Every criterion has its full base.")}
          />
        </Card>
        <div class="leaf-grid">
        {view.leaves.map((entry) => (
          <section class="card" id={`c-${entry.leaf.id}`}>
            <h2>{entry.leaf.id}. {titleIn(view.content.leaves, entry.leaf, lang)} <span class="points-of"><Points of={entry.scored?.points} />/<Points of={entry.leaf.base} /></span></h2>
            {entry.numbers !== null && <Four of={entry.numbers} />}
            <ul class="plain-list small">
              {entry.facts.map((fact) => <li class="pair"><span>{labelOf(view, fact.fact, lang)}</span><b>{showFactValue(fact.shape, fact.value, lang, view.content.facts[fact.fact]?.choices)}{measureOf(view, fact.fact)}</b></li>)}
            </ul>
            {entry.scored !== null && <p class="small muted">{t(say("Cách tính", "Reckoning"))}: {traceInWords(entry.scored.trace, view.content.facts, lang)}</p>}
            {entry.reasons.length > 0 && (
              <ol class="timeline small">
                {entry.reasons.map((reason) => <li><b>{t(STAGE_NAMES[reason.stage])}</b>{reason.by !== "" && <> · {reason.by}</>}: {labelOf(view, reason.fact, lang)} → {showFactValue(shapeOf(entry, reason.fact), reason.value, lang)}. {reason.reason}</li>)}
              </ol>
            )}
            {entry.objections.map((objection) => (
              <p class={objection.upheld === true ? "verdict ok small" : "verdict q small"}>
                <b>{objection.by}</b>: {objection.text}
                <span class="line">{objection.settled_on === null ? <Tag look="wait">{t(say("chưa kết luận", "open"))}</Tag> : <><Tag look={objection.upheld === true ? "ok" : "info"}>{objection.upheld === true ? t(say("chấp nhận", "upheld")) : t(say("không chấp nhận", "dismissed"))}</Tag> <Day on={objection.settled_on} />: {objection.settlement}</>}</span>
              </p>
            ))}
            <Proofs of={entry.evidence} open={view.may_open_files} />
          </section>
        ))}
        </div>
      </div>
    </>
  );
}

/** What a fact is called in the visitor's language. */
export function labelOf(view: { content: Score["content"] }, fact: string, lang: "vi" | "en"): string {
  const note = view.content.facts[fact];
  return (lang === "en" ? note?.label_en : undefined) ?? note?.label_vi ?? fact;
}

function measureOf(view: Score, fact: string): string {
  const measure = view.content.facts[fact]?.measure;
  return measure === undefined ? "" : ` ${measure}`;
}

function shapeOf(entry: Score["leaves"][number], fact: string): Parameters<typeof showFactValue>[0] {
  return entry.facts.find((asked) => asked.fact === fact)?.shape ?? "number";
}
