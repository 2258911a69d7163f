/** Our own schematic maps: a tile for each commune, by official code; not geography. */
export type TileMap = { readonly columns: number; readonly tiles: Readonly<Record<string, { row: number; column: number }>> };

/** Chợ Đồn, the 20 communes of 2021. */
const CHO_DON: TileMap = {
  columns: 4,
  tiles: {
    "02023": { row: 0, column: 1 }, "02026": { row: 0, column: 2 }, "02029": { row: 1, column: 2 }, "02032": { row: 1, column: 3 },
    "02035": { row: 2, column: 1 }, "02038": { row: 2, column: 2 }, "02041": { row: 2, column: 3 }, "02044": { row: 3, column: 0 },
    "02053": { row: 3, column: 2 }, "02050": { row: 3, column: 3 }, "02047": { row: 4, column: 1 }, "02020": { row: 4, column: 2 },
    "02059": { row: 4, column: 3 }, "02062": { row: 5, column: 0 }, "02065": { row: 5, column: 2 }, "02068": { row: 5, column: 3 },
    "02071": { row: 6, column: 1 }, "02083": { row: 6, column: 2 }, "02077": { row: 6, column: 3 }, "02080": { row: 7, column: 1 },
  },
};

/** Takes the official codes of a locality's communes; gives the map that shows most of them, or null when none does. */
export function tileMapFor(codes: readonly string[]): TileMap | null {
  const known = codes.filter((code) => code in CHO_DON.tiles).length;
  return known * 2 > codes.length ? CHO_DON : null;
}
