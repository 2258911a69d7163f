import type { ComponentChildren } from "preact";
import { say, type Text } from "../../kernel/text.ts";
import { Card, usePage } from "../../platform/html/kit.ts";
import { tileMapFor } from "./tile-maps.ts";

/** A commune on the map: its figure, and where it leads. */
export type Tile = { readonly code: string; readonly unit_id: string; readonly name: string; readonly count: number; readonly href?: string };

/** The locality's tile map in four shades between the least and the most; nothing where no map is known. The figure stands in every tile. */
export function TileCard({ tiles, title, note }: { tiles: readonly Tile[]; title: Text; note: ComponentChildren }) {
  const { t } = usePage();
  const map = tileMapFor(tiles.map((tile) => tile.code));
  if (map === null || tiles.length === 0) return null;
  // Four shades between the fewest and the most: the map shows the difference, the figure the number.
  const fewest = Math.min(...tiles.map((tile) => tile.count));
  const range = Math.max(1, Math.max(...tiles.map((tile) => tile.count)) - fewest + 1);
  const shade = (count: number) => `k${1 + Math.floor(((count - fewest) * 4) / range)}`;
  const rows = Math.max(...Object.values(map.tiles).map((tile) => tile.row)) + 1;
  const cells = Array.from({ length: rows * map.columns }, (_cell, index) => {
    const place = Object.entries(map.tiles).find(([, tile]) => tile.row === Math.floor(index / map.columns) && tile.column === index % map.columns);
    return place === undefined ? undefined : tiles.find((tile) => tile.code === place[0]);
  });
  return (
    <Card title={t(title)}>
      <div class="tiles">
        {cells.map((tile) => (tile === undefined ? <span class="e" /> : <a class={shade(tile.count)} href={tile.href ?? `/units/${tile.unit_id}`} title={`${tile.name}: ${tile.count.toLocaleString("vi-VN")}`}>{tile.name}<small>{tile.count.toLocaleString("vi-VN")}</small></a>))}
      </div>
      <p class="small muted">{t(say("Bản đồ ô, không theo tỷ lệ địa lý.", "A tile map, not geography."))} {note}</p>
    </Card>
  );
}
