import { decimal } from "../../../kernel/decimal.ts";
import { say } from "../../../kernel/text.ts";
import { Kpi, Tag, type TagLook, usePage } from "../../../platform/html/kit.ts";
import { STATE_NAMES, type TargetState } from "../core/figures.ts";
import { showFigure, type Sparkline } from "../core/shown-figure.ts";
import { DIRECTION_SIGNS, type Direction } from "../core/target.ts";

const LOOKS: Readonly<Record<TargetState, TagLook>> = { exceeded: "ok", met: "ok", not_met: "bad", in_progress: "info", no_figure: "wait" };

/** How a target stands, in one or two words. */
export function StateTag({ state }: { state: TargetState }) {
  const { t } = usePage();
  return <Tag look={LOOKS[state]}>{t(STATE_NAMES[state])}</Tag>;
}

/** A number with its places; `–` when there is none. */
export function Figure({ value, places }: { value: string | null; places: number }) {
  return <>{value === null ? "–" : showFigure(decimal(value), places)}</>;
}

/** A percent as it is shown. */
export function Percent({ value }: { value: string | null }) {
  return <>{value === null ? "–" : `${showFigure(decimal(value), 2)}\u2009%`}</>;
}

/** A plan with the sign of what is wanted. */
export function Plan({ value, places, direction }: { value: string | null; places: number; direction: Direction }) {
  return value === null ? <>–</> : <>{DIRECTION_SIGNS[direction]} <Figure value={value} places={places} /></>;
}

/** The months of a year as a small line, said in words too: `T1 12; T3 30`. */
export function Spark({ sparkline, series, places }: { sparkline: Sparkline | null; series: readonly (string | null)[]; places: number }) {
  const { t } = usePage();
  if (sparkline === null) return <>–</>;
  const told = series.flatMap((value, index) => (value === null ? [] : [t(say(`T${index + 1} ${showFigure(decimal(value), places)}`, `month ${index + 1}: ${showFigure(decimal(value), places)}`))]));
  return (
    <svg class="spark" role="img" aria-label={told.join("; ")} viewBox="0 0 120 28">
      {sparkline.plan_y !== null && <line x1="0" x2="120" y1={sparkline.plan_y} y2={sparkline.plan_y} />}
      <polyline points={sparkline.line} />
      <circle cx={sparkline.last.x} cy={sparkline.last.y} r="2.5" />
    </svg>
  );
}

/** The newest figure with the month it is of, and how many units stand behind it when it was rolled up. */
export function Actual({ actual, rolled, places }: { actual: { month: number; value: string } | null; rolled: { reported: number; included: number; of: number } | null; places: number }) {
  const { t } = usePage();
  if (actual === null) return <>–</>;
  return (
    <>
      <Figure value={actual.value} places={places} />
      <span class="small muted line">
        {t(say(`đến tháng ${actual.month}`, `to month ${actual.month}`))}
        {rolled !== null && `; ${t(say(`${rolled.reported}/${rolled.of} đơn vị báo cáo kỳ này`, `${rolled.reported} of ${rolled.of} units reported`))}`}
        {rolled !== null && rolled.included > rolled.reported && `, ${t(say(`${rolled.included - rolled.reported} đơn vị lấy số kỳ trước`, `${rolled.included - rolled.reported} counted with their last figure`))}`}
      </span>
    </>
  );
}

/** How many targets are exceeded, met, not met; the rest in one sentence. */
export function Counts({ counts, total }: { counts: Readonly<Record<TargetState, number>>; total: number }) {
  const { t } = usePage();
  return (
    <div class="stackable">
      <div class="grid g-3">
        <Kpi figure={String(counts.exceeded)} name={t(say("vượt", "exceeded"))} />
        <Kpi figure={String(counts.met)} name={t(say("đạt", "met"))} />
        <Kpi figure={String(counts.not_met)} name={t(say("không đạt", "not met"))} />
      </div>
      <p class="muted">
        {t(say(`Tổng số ${total}; đang thực hiện ${counts.in_progress}, chưa có số liệu ${counts.no_figure}.`, `${total} in all; ${counts.in_progress} in progress, ${counts.no_figure} without a figure.`))}
      </p>
    </div>
  );
}
