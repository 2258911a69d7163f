import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Lang, Text } from "../../kernel/text.ts";
import type { Actor } from "../command/actor.ts";

/** What every page knows of the request that it answers. */
export type PageContext = {
  readonly lang: Lang;
  readonly locality: { readonly code: string; readonly name: string; readonly name_en: string };
  readonly actor: Actor;
  readonly today: PlainDate;
  /** The date a demonstration stands at; null in a real locality. */
  readonly demonstration_on: PlainDate | null;
  readonly csrf: string;
  /** Path with query, for the switch of language and the way back. */
  readonly path: string;
  /** A sentence about what was just done. */
  readonly notice: string | null;
  readonly navigation: readonly { href: string; label: Text; current: boolean }[];
  /** A new id for a form, so that sending it twice changes nothing twice. */
  readonly newTransactionId: () => string;
};

export const Page = createContext<PageContext | null>(null);

/** Gives the page's context and the function that picks the reader's language. */
export function usePage(): PageContext & { t: (text: Text) => string } {
  const page = useContext(Page);
  if (page === null) throw new Error("no page context");
  return { ...page, t: (text) => text[page.lang] };
}

/** Shows a Text in the reader's language. */
export function T({ text }: { text: Text }) {
  const { t } = usePage();
  return <>{t(text)}</>;
}

export type Children = { children?: ComponentChildren };
