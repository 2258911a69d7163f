import { say, type Text } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Day, Tag, usePage } from "../../../platform/html/kit.ts";
import { words } from "../messages.ts";
import type { CellState, roundCompleteness } from "../queries-scores.ts";
import type { View } from "./view.ts";

const CELLS: Readonly<Record<CellState, { sign: string; name: Text }>> = {
  missing: { sign: "–", name: say("chưa báo cáo", "not reported") },
  stated: { sign: "•", name: say("có số liệu", "stated") },
  proven: { sign: "✓", name: say("có minh chứng", "proven") },
  late: { sign: "!", name: say("nộp muộn", "late") },
  not_applicable: { sign: "0", name: say("không áp dụng", "not applicable") },
};

/** Who has reported, criterion by criterion: a table whose cells are coloured and say in a sign what the colour means. */
export function CompletenessPage({ view }: { view: View<typeof roundCompleteness> }) {
  const { t } = usePage();
  return (
    <>
      <Breadcrumb trail={[{ href: "/rounds", label: t(words.rounds) }, { href: `/rounds/${view.round.id}`, label: view.round.title }]} />
      <h1>{t(words.completeness)}</h1>
      <p>{t(say("Hạn nộp điểm tự chấm", "Self-scores due"))}: <b><Day on={view.round.self_due_on} /></b>.</p>
      <ul class="legend">{(Object.keys(CELLS) as CellState[]).map((state) => <li><span class={`heat h-${state}`} aria-hidden="true">{CELLS[state].sign}</span> {t(CELLS[state].name)}</li>)}</ul>
      <Card>
        <section class="scroll" tabIndex={0} aria-label={t(words.completeness)}>
          <table class="heatmap">
            <thead>
              <tr><th scope="col">{t(words.unit)}</th>{view.leaves.map((leaf) => <th scope="col"><abbr title={t(say(leaf.title, leaf.title_en ?? leaf.title))}>{leaf.id}</abbr></th>)}</tr>
            </thead>
            <tbody>
              {view.units.map((unit) => (
                <tr>
                  <th scope="row"><a href={`/units/${unit.id}`}>{unit.name}</a>{!unit.handed_in && <> <Tag look="wait">{t(words.notYet)}</Tag></>}{unit.late && <> <Tag look="bad">{t(words.late)}</Tag></>}</th>
                  {unit.cells.map((cell) => <td class={`heat h-${cell.state}`} title={cell.reason ?? undefined}><span aria-hidden="true">{CELLS[cell.state].sign}</span><span class="unseen">{t(CELLS[cell.state].name)}{cell.reason !== null && `: ${cell.reason}`}</span></td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Card>
    </>
  );
}
