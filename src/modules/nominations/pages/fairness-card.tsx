import { decimal, toVietnamese } from "../../../kernel/decimal.ts";
import { say, type Text } from "../../../kernel/text.ts";
import { Card, Table, usePage } from "../../../platform/html/kit.ts";
import { FAIRNESS_GROUPS, type FairnessGroup, type Share } from "../core/fairness.ts";

const NAMES: Readonly<Record<FairnessGroup, Text>> = {
  direct_labourers: say("Người trực tiếp lao động", "Direct labourers"),
  grassroots_cadres: say("Cán bộ cơ sở", "Grass-roots cadres"),
  difficult_areas: say("Địa bàn, lĩnh vực khó khăn", "Difficult areas and fields"),
  women: say("Nữ", "Women"),
  leaders: say("Lãnh đạo, quản lý", "Leaders"),
};

type Figures = Readonly<Record<FairnessGroup, Share>>;
/** What the fairness queries answer. */
export type FairnessView = { readonly list: Figures; readonly population: Figures; readonly last_year: Figures; readonly year: number | null; readonly collectives: number | null };

/** Whom a list favours: its shares beside those of everybody it comes from, and of the year before. */
export function FairnessCard({ view, title }: { view: FairnessView; title: Text }) {
  const { t } = usePage();
  if (view.list.women.of === 0) return null;
  return (
    <Card title={t(title)}>
      <Table
        columns={[
          { head: t(say("Nhóm", "Group")), cell: (row: FairnessGroup) => t(NAMES[row]) },
          { head: t(say("Được khen", "Commended")), cell: (row) => <><b><Percent of={view.list[row]} /></b> <span class="small muted">({view.list[row].count}/{view.list[row].of})</span></>, num: true },
          { head: t(say("Trong toàn thể", "Of everybody")), cell: (row) => <Percent of={view.population[row]} />, num: true },
          { head: t(say("Năm trước", "Year before")), cell: (row) => <Percent of={view.last_year[row]} />, num: true },
        ]}
        rows={FAIRNESS_GROUPS}
      />
      {view.collectives !== null && view.collectives > 0 && <p class="small muted">{t(say(`Ngoài ra có ${view.collectives} tập thể.`, `And ${view.collectives} collectives.`))}</p>}
    </Card>
  );
}

function Percent({ of }: { of: Share }) {
  return <>{of.percent === null ? "–" : `${toVietnamese(decimal(of.percent))}\u202f%`}</>;
}
