import { err, ok, type Result } from "../../kernel/result.ts";
import { fromBase64, toBase64 } from "./bytes.ts";
import { HASH_BYTES } from "./hashing.ts";
import { type NoteError, type NoteSigner, type NoteVerifier, openNote, signNote, splitNote } from "./signed-note.ts";

/**
 * Checkpoint (điểm chốt): the state of a log at one size. `origin` names the log, `root` has 32 bytes,
 * `extensions` are further lines (C2SP tlog-checkpoint).
 */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly extensions: readonly string[];
};

/** Gives the checkpoint's text: origin, size, root in base64, extensions, one a line (C2SP tlog-checkpoint). */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const lines = [checkpoint.origin, String(checkpoint.size), toBase64(checkpoint.root), ...checkpoint.extensions];
  return lines.map((line) => `${line}\n`).join("");
}

/** Takes a checkpoint's text without signatures; gives the Checkpoint, or null when its form is wrong. */
export function parseCheckpoint(text: string): Checkpoint | null {
  if (!text.endsWith("\n")) return null;
  const [origin = "", size = "", root = "", ...extensions] = text.slice(0, -1).split("\n");
  const hash = fromBase64(root);
  if (origin === "" || !/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) return null;
  if (hash === null || hash.length !== HASH_BYTES || extensions.includes("")) return null;
  return { origin, size: Number(size), root: hash, extensions };
}

/** Gives the checkpoint as a note signed by the log's key, whose name is the log's origin. */
export function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): string {
  return signNote(formatCheckpoint(checkpoint), [signer]);
}

/** Takes a signed checkpoint and the trusted keys; gives the Checkpoint, or why it is refused. */
export function openCheckpoint(note: string, verifiers: readonly NoteVerifier[]): Result<Checkpoint, NoteError> {
  const opened = openNote(note, verifiers);
  if (!opened.ok) return opened;
  const checkpoint = parseCheckpoint(opened.value.text);
  if (checkpoint === null) return err("malformed");
  // The origin is the name of the log's key, so a key trusted for one log cannot speak for another.
  if (!opened.value.signedBy.some((verifier) => verifier.name === checkpoint.origin)) return err("unknown_key");
  return ok(checkpoint);
}

/** Takes a signed checkpoint; gives the Checkpoint without checking any signature, or null. */
export function readCheckpointUnchecked(note: string): Checkpoint | null {
  const parts = splitNote(note);
  return parts === null ? null : parseCheckpoint(parts.text);
}
