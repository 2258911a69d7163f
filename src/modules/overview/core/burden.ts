/** What one column asks: of how many units, how often in the year, how many cells were ever filled, and who uses them. */
export type AskedColumn = {
  readonly id: string;
  readonly title: string;
  readonly kind: "response" | "criterion" | "target";
  readonly units: number;
  /** Times in the year. */
  readonly times: number;
  readonly filled: number | null;
  /** Where the figures go on to; null where they are read by people only. */
  readonly used_by: readonly string[] | null;
};

/** A campaign's burden: cells asked in the year, cells for each unit, and the columns that nobody ever used. */
export type Burden = { readonly columns: readonly (AskedColumn & { readonly cells: number; readonly unused: boolean })[]; readonly cells: number; readonly per_unit: number; readonly unused_cells: number };

/**
 * Takes what a campaign asks; gives its burden. A column of figures is unused when none was ever filled, or when
 * what was filled goes on to nothing. Cells for each unit are rounded up, so that a burden never looks smaller.
 */
export function burdenOf(columns: readonly AskedColumn[], units: number): Burden {
  const counted = columns.map((column) => ({ ...column, cells: column.units * column.times, unused: column.kind === "target" && (column.filled === 0 || column.used_by?.length === 0) }));
  const cells = counted.reduce((sum, column) => sum + column.cells, 0);
  return {
    columns: counted, cells, per_unit: units === 0 ? 0 : Math.ceil(cells / units),
    unused_cells: counted.reduce((sum, column) => sum + (column.unused ? column.cells : 0), 0),
  };
}

/** How often a target is reported in a year. */
export const TIMES_A_YEAR = { month: 12, quarter: 4, half: 2, year: 1 } as const;
