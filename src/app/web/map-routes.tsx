import { unwrap } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import { reportingBoard } from "../../modules/plans/index.ts";
import { browseRounds, rankingPage } from "../../modules/scorecards/index.ts";
import { Card, Table, usePage } from "../../platform/html/kit.ts";
import type { Request } from "../../platform/http/web.tsx";
import { portalFigures } from "./portal-figures.ts";
import type { Site } from "./site.ts";
import { type Tile, TileCard } from "./tile-card.tsx";

const MEASURES = ["awards", "reports", "points"] as const;
type Measure = (typeof MEASURES)[number];
const NAMES: Readonly<Record<Measure, { name: Text; note: Text }>> = {
  awards: { name: say("Khen thưởng", "Awards"), note: say("Số khen thưởng còn hiệu lực. Đậm hơn là nhiều hơn.", "Awards in force. Darker means more.") },
  reports: { name: say("Báo cáo chỉ tiêu", "Reports of targets"), note: say("Phần trăm chỉ tiêu của kỳ gần nhất đã báo cáo. Đậm hơn là đủ hơn.", "Percent of the last period's targets that were reported. Darker means more complete.") },
  points: { name: say("Điểm thi đua của cụm", "Points in the cluster"), note: say("Điểm trong lần công bố mới nhất của cụm, làm tròn. Đậm hơn là cao hơn.", "Points of the cluster's newest publication, rounded. Darker means higher.") },
};

/** The locality as a map of tiles and as a table, by one measure at a time. */
export function mapRoutes({ web }: Site) {
  const routes = web.routes();

  /** The communes of which reports of a period are asked, each with the percent that came in. */
  async function reportTiles(c: Request, tiles: readonly Tile[], year: number, month: number): Promise<Tile[]> {
    const board = await web.query(c, reportingBoard, { year, month });
    if (!board.ok) return [];
    const shares = new Map(board.value.rows.map((row) => {
      const asked = row.marks.filter((mark) => mark !== "not_due");
      return [row.unit_id, Math.floor((asked.filter((mark) => mark === "on_time" || mark === "reported_late").length * 100) / Math.max(1, asked.length))] as const;
    }));
    return tiles.flatMap((tile) => (shares.has(tile.unit_id) ? [{ ...tile, count: shares.get(tile.unit_id) ?? 0, href: `/targets/board?year=${year}&month=${month}` }] : []));
  }

  async function tilesOf(c: Request, measure: Measure): Promise<Tile[]> {
    const { tiles } = unwrap(await web.query(c, portalFigures, {}));
    switch (measure) {
      case "awards":
        return tiles;
      case "reports": {
        const newest = await web.query(c, reportingBoard, {});
        if (!newest.ok) return [];
        const { year, month, months } = newest.value;
        // The newest period may be that of a target which no commune has: the map shows the newest one in which communes report.
        for (const each of months.filter((entry) => entry <= month).reverse()) {
          const found = await reportTiles(c, tiles, year, each);
          if (found.length > 0) return found;
        }
        return [];
      }
      case "points": {
        const { rounds } = unwrap(await web.query(c, browseRounds, {}));
        const points = new Map<string, { total: number; href: string }>();
        // The newest year stands first; a commune keeps the first figure that is found.
        for (const round of rounds.filter((entry) => entry.published_on !== null)) {
          const ranking = await web.query(c, rankingPage, { round_id: round.id });
          if (!ranking.ok) continue;
          for (const line of ranking.value.lines) if (!points.has(line.unit_id)) points.set(line.unit_id, { total: Math.round(Number(line.total)), href: `/rounds/${round.id}/units/${line.unit_id}` });
        }
        return tiles.flatMap((tile) => {
          const found = points.get(tile.unit_id);
          return found === undefined ? [] : [{ ...tile, count: found.total, href: found.href }];
        });
      }
    }
  }

  routes.get("/map", async (c) => {
    const measure = MEASURES.find((entry) => entry === c.req.query("measure")) ?? "reports";
    const title = say("Bản đồ địa phương", "Map of the locality");
    return web.page(c, title[c.var.visit.lang], <MapPage measure={measure} tiles={await tilesOf(c, measure)} title={title} />);
  });
  return routes;
}

function MapPage({ measure, tiles, title }: { measure: Measure; tiles: readonly Tile[]; title: Text }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t(title)}</h1>
      <nav class="chips" aria-label={t(say("Số liệu", "Measure"))}>{MEASURES.map((entry) => <a href={`/map?measure=${entry}`} aria-current={entry === measure ? "true" : undefined}>{t(NAMES[entry].name)}</a>)}</nav>
      <div class="grid g-2">
        <Card>
          <Table
            caption={t(NAMES[measure].name)}
            columns={[
              { head: t(say("Xã, thị trấn", "Commune")), cell: (row: Tile) => <a href={row.href ?? `/units/${row.unit_id}`}>{row.name}</a> },
              { head: t(NAMES[measure].name), cell: (row) => row.count.toLocaleString("vi-VN"), num: true },
            ]}
            rows={[...tiles].sort((a, b) => b.count - a.count)}
          />
        </Card>
        <TileCard tiles={tiles} title={NAMES[measure].name} note={t(NAMES[measure].note)} />
      </div>
    </>
  );
}
