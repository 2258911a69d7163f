import { createReadStream } from "node:fs";
import { say, type Text } from "../../../kernel/text.ts";

/** One published ballot as JSON; where it stands in the file, for a sentence; and whether it stands in a list. */
export type Publication = { readonly json: unknown; readonly place: string; readonly listed: boolean };

/** The file or address cannot be read as JSON; `sentence` says why. */
export class Unreadable extends Error {
  constructor(readonly sentence: Text) {
    super(sentence.en);
  }
}

/** The longest line, or the longest JSON that spans lines, in characters: a ballot of a thousand members has one million. */
const MAX_LENGTH = 64 * 1024 * 1024;
/** Longest wait for a site, in milliseconds. */
const TIMEOUT_MS = 20_000;

/**
 * Takes a file, `-` or an http(s) address; gives one published ballot after another, from one JSON object, a list of
 * them, or one a line; of the last, never more than a line is in memory. Throws Unreadable.
 */
export async function* readPublications(target: string): AsyncGenerator<Publication> {
  let first = true;
  let number = 0;
  const lines = readLines(target);
  for await (const line of lines) {
    number += 1;
    if (line.trim() === "") continue;
    const json = parsed(line);
    if (json === undefined && first) {
      yield* spread(parsedOrUnreadable(await rest(line, lines, target), target, ""), false);
      return;
    }
    yield* spread(json === undefined ? parsedOrUnreadable(line, target, lineAt(number)) : json, !first, lineAt(number));
    first = false;
  }
}

/** An object is one ballot, a list is as many as it holds. */
function* spread(json: unknown, listed: boolean, place = ""): Generator<Publication> {
  if (!Array.isArray(json)) yield { json, place: listed ? place : "", listed };
  else for (const [at, one] of json.entries()) yield { json: one, place: `[${at}]`, listed: true };
}

function lineAt(number: number): string {
  return `:${number}`;
}

async function rest(start: string, lines: AsyncGenerator<string>, target: string): Promise<string> {
  const parts = [start];
  let length = start.length;
  for await (const line of lines) {
    length += line.length;
    if (length > MAX_LENGTH) throw tooLong(target);
    parts.push(line);
  }
  return parts.join("\n");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parsedOrUnreadable(text: string, target: string, place: string): unknown {
  const json = parsed(text);
  if (json === undefined) throw new Unreadable(say(`${target}${place}: không phải là JSON.`, `${target}${place}: not JSON.`));
  return json;
}

async function* readLines(target: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending = "";
  for await (const chunk of await open(target)) {
    pending += decoder.decode(chunk, { stream: true });
    const lines = pending.split("\n");
    pending = lines.pop() ?? "";
    yield* lines;
    if (pending.length > MAX_LENGTH) throw tooLong(target);
  }
  yield pending + decoder.decode();
}

/** The bytes of the target, chunk by chunk; what goes wrong on the way is a sentence too. */
async function* open(target: string): AsyncGenerator<Uint8Array> {
  try {
    yield* /^https?:\/\//.test(target) ? await fetched(target) : target === "-" ? process.stdin : createReadStream(target);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const why = error instanceof Error && "code" in error ? String(error.code) : error instanceof Error ? error.message : String(error);
    throw new Unreadable(say(`Không đọc được ${target} (${why}).`, `Cannot read ${target} (${why}).`));
  }
}

async function fetched(address: string): Promise<ReadableStream<Uint8Array>> {
  const answer = await fetch(address, { headers: { accept: "application/json" }, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok || answer.body === null) throw new Unreadable(say(`${address} trả lời HTTP ${answer.status}.`, `${address} answers HTTP ${answer.status}.`));
  return answer.body;
}

function tooLong(target: string): Unreadable {
  return new Unreadable(say(`${target}: một dòng dài hơn 64 MB.`, `${target}: a line is longer than 64 MB.`));
}
