/** The languages a person may read. */
export type Lang = "vi" | "en";

/** One sentence or word in both languages; Vietnamese comes first everywhere. */
export type Text = { readonly vi: string; readonly en: string };

/** Takes both wordings; gives the Text. */
export function say(vi: string, en: string): Text {
  return { vi, en };
}
