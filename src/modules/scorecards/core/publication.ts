import type { ScoreOutput } from "../../../engines/scoring/index.ts";
import type { CardBody } from "./content.ts";

/** What a published ranking rests on: `input` goes to `thidua score` as it stands and gives `result` again, letter by letter. */
export type Publication = {
  readonly input: { readonly scorecard: CardBody; readonly units: readonly PublishedUnit[] };
  readonly result: ScoreOutput;
  /** Which unit stands behind each name of the input, and what it is called. */
  readonly units: Readonly<Record<string, { readonly unit_id: string; readonly name: string }>>;
};

/** One unit's agreed facts; `unit` is its official code, or its id where it has none. */
export type PublishedUnit = { readonly unit: string; readonly facts: Readonly<Record<string, string | boolean | null>>; readonly gates: Readonly<Record<string, boolean>> };
