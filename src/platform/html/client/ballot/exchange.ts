import type { Text } from "../../../../kernel/text.ts";
import type { BallotPage, Phase, Prepared, Unfinished, WorkerAnswer, WorkerRequest } from "./protocol.ts";

/** The server refused to issue: 4xx with its own sentence, if it gave one. */
export class IssueRefused extends Error {
  constructor(readonly sentence: Text | null) {
    super("issue refused");
  }
}

/**
 * Sends every blinded message in one request and gives each ballot with its blind signature. Throws IssueRefused, or
 * any other error when no answer came: asking again is harmless.
 */
export async function fetchSignatures(page: Pick<BallotPage, "csrf" | "issue_to" | "papers">, prepared: readonly Prepared[], send: typeof fetch = fetch): Promise<Unfinished[]> {
  const ballots = prepared.map(({ ballot_id, blinded }) => ({ ballot_id, blinded }));
  const answer = await send(page.issue_to, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ csrf: page.csrf, ballots }),
  });
  const json: unknown = await answer.json().catch(() => null);
  if (answer.status >= 400 && answer.status < 500) throw new IssueRefused(sentenceOf(json));
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const signatures = signaturesOf(json);
  return prepared.map((one) => {
    const public_key = page.papers.find(({ ballot_id }) => ballot_id === one.ballot_id)?.public_key;
    const blind_signature = signatures.get(one.ballot_id);
    if (public_key === undefined || blind_signature === undefined) throw new Error(`no signature of ${one.ballot_id}`);
    return { ...one, public_key, blind_signature };
  });
}

function signaturesOf(json: unknown): ReadonlyMap<string, string> {
  const { signatures } = (json ?? {}) as { readonly signatures?: unknown };
  if (!Array.isArray(signatures)) throw new Error("no signatures");
  return new Map(signatures.map((one: { readonly ballot_id: string; readonly blind_signature: string }) => [one.ballot_id, one.blind_signature]));
}

function sentenceOf(json: unknown): Text | null {
  const { error } = (json ?? {}) as { readonly error?: { readonly message?: unknown } };
  const message = error?.message;
  // The server answers in the page's language; both get the same sentence.
  return typeof message === "string" ? { vi: message, en: message } : null;
}

/** Asks where the voting stands, without a cookie; the last known phase when no answer comes. */
export async function askPhase(page: Pick<BallotPage, "status_at">, last: Phase, send: typeof fetch = fetch): Promise<Phase> {
  try {
    const answer = await send(page.status_at, { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" });
    const { phase } = (await answer.json()) as { readonly phase?: unknown };
    return phase === "issuing" || phase === "open" || phase === "closed" ? phase : last;
  } catch {
    return last;
  }
}

/** Has the worker do one request; tells each ballot as it is done; ends with the last, throws with the first that fails. */
export function runWorker(worker: Worker, request: WorkerRequest, each: (answer: WorkerAnswer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.onerror = () => reject(new Error("the worker did not start"));
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
      switch (data.kind) {
        case "done":
          return resolve();
        case "failed":
          return reject(new Error(`${data.ballot_id}: ${data.why}`));
        case "prepared":
        case "ready":
          return each(data);
      }
    };
    worker.postMessage(request);
  });
}
