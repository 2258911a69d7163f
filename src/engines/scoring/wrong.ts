import type { Lang } from "../../kernel/text.ts";

/** What is wrong with an input: the JSON path, and a sentence with what was found and what is accepted. */
export type InputError = { readonly path: string; readonly message: string };

/**
 * Thrown while an input is read and caught at the engine's door, where it becomes a Result: the
 * arithmetic is ten calls deep and every step would otherwise only pass the refusal on.
 */
export class Wrong extends Error {
  constructor(
    readonly path: string,
    readonly vi: string,
    readonly en: string,
  ) {
    super(en);
  }

  /** The refusal in the reader's language. */
  in(lang: Lang): InputError {
    return { path: this.path, message: lang === "vi" ? this.vi : this.en };
  }
}
