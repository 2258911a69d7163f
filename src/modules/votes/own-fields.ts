import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";

/**
 * A session's page has many forms whose fields are called alike. Each writes a word of its own before their names (`count3.agree`): so
 * their ids differ, and what was typed into one, with what is wrong there, is never shown in another.
 */
export type OwnFields = { readonly word: string | null; readonly fields: Record<string, unknown>; readonly session_id: string | null };

/** Takes what a form sent; gives its own word, its fields without it, and the session whose page showed it. Fields sent without a word stay as they are. */
export function ownFields(sent: Typed): OwnFields {
  const [own] = Object.entries(sent).filter((entry): entry is [string, Record<string, unknown>] => /^[a-z]+\d+$/.test(entry[0]) && entry[1] !== null && typeof entry[1] === "object" && !Array.isArray(entry[1]));
  const { session_id, ...fields } = own === undefined ? sent : own[1];
  return { word: own?.[0] ?? null, fields, session_id: typeof session_id === "string" ? session_id : null };
}

/** Takes a failure of a command and the form's word; gives the failure with its sentences at the form's own fields. */
export function atOwnFields(failure: Failure, word: string | null): Failure {
  if (failure.fields === undefined || word === null) return failure;
  return { ...failure, fields: Object.fromEntries(Object.entries(failure.fields).map(([name, text]) => [`${word}.${name}`, text])) };
}

/** Says whether a form is the one that is shown again: then it stands open. */
export function isShownAgain(typed: Typed, word: string): boolean {
  return typed[word] !== undefined;
}

/** Gives what was ticked in a group of boxes, by its whole name. */
export function tickedIn(typed: Typed, word: string | null, name: string): readonly string[] {
  const within = word === null ? typed : typed[word];
  const ticked = within !== null && typeof within === "object" ? (within as Record<string, unknown>)[name] : undefined;
  return Array.isArray(ticked) ? ticked.map(String) : typeof ticked === "string" ? [ticked] : [];
}
