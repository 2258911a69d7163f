import { err, ok, type Result } from "../../kernel/result.ts";
import { concatBytes, equalBytes, fromBase64, fromHex, toBase64, toHex, utf8 } from "./bytes.ts";
import { PUBLIC_KEY_BYTES, SEED_BYTES, signerFromSeed, verifyEd25519 } from "./ed25519.ts";
import { sha256 } from "./hashing.ts";

/** A public key with the name it signs under; `id` is its 4-byte key ID (C2SP signed-note). */
export type NoteVerifier = { readonly name: string; readonly id: Uint8Array; readonly publicKey: Uint8Array };

/** Signs under a name; `verifier` is the public half. */
export type NoteSigner = { readonly verifier: NoteVerifier; sign(message: Uint8Array): Uint8Array };

/** Why a note is refused. */
export type NoteError = "malformed" | "wrong_signature" | "unknown_key";

/** The signature type of plain Ed25519 (C2SP signed-note). */
const ED25519 = Uint8Array.of(1);

/** Takes a key name (no spaces, no +) and 32 raw public bytes; gives the verifier with its key ID SHA-256(name ‖ LF ‖ 0x01 ‖ key)[:4]. */
export function noteVerifier(name: string, publicKey: Uint8Array): NoteVerifier {
  if (!isKeyName(name)) throw new Error(`not a key name: ${name}`);
  if (publicKey.length !== PUBLIC_KEY_BYTES) throw new Error(`not a public key: ${publicKey.length} bytes`);
  const id = sha256(concatBytes(utf8(`${name}\n`), ED25519, publicKey)).slice(0, 4);
  return { name, id, publicKey };
}

/** Takes a key name and 32 secret bytes; gives the signer. */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  const signer = signerFromSeed(seed);
  return { verifier: noteVerifier(name, signer.publicKey), sign: signer.sign };
}

/** Gives the public key as one line of text, `name+id+key` (vkey, C2SP signed-note). */
export function encodeVerifierKey(verifier: NoteVerifier): string {
  return `${verifier.name}+${toHex(verifier.id)}+${toBase64(concatBytes(ED25519, verifier.publicKey))}`;
}

/** Takes a vkey line; gives the verifier, or null when its form or its key ID is wrong. */
export function parseVerifierKey(text: string): NoteVerifier | null {
  const match = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text);
  const [name, id, key] = [match?.[1] ?? "", fromHex(match?.[2] ?? "x"), fromBase64(match?.[3] ?? "x")];
  if (!isKeyName(name) || id === null || key === null) return null;
  if (key.length !== 1 + PUBLIC_KEY_BYTES || key[0] !== 1) return null;
  const verifier = noteVerifier(name, key.slice(1));
  return equalBytes(verifier.id, id) ? verifier : null;
}

/** Takes a signing key's line, `PRIVATE+KEY+name+id+key` (golang.org/x/mod/sumdb/note); gives the signer, or null. */
export function parseSigningKey(text: string): NoteSigner | null {
  const match = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text);
  const [name, id, key] = [match?.[1] ?? "", fromHex(match?.[2] ?? "x"), fromBase64(match?.[3] ?? "x")];
  if (!isKeyName(name) || id === null || key === null) return null;
  if (key.length !== 1 + SEED_BYTES || key[0] !== 1) return null;
  const signer = noteSigner(name, key.slice(1));
  return equalBytes(signer.verifier.id, id) ? signer : null;
}

/** Takes a name and 32 secret bytes; gives the line that parseSigningKey reads. Keep it secret. */
export function encodeSigningKey(name: string, seed: Uint8Array): string {
  const { verifier } = noteSigner(name, seed);
  return `PRIVATE+KEY+${name}+${toHex(verifier.id)}+${toBase64(concatBytes(ED25519, seed))}`;
}

/** Takes a text that ends with a line feed; gives the note: text, empty line, one signature line per signer (C2SP signed-note). */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!isNoteText(text)) throw new Error("a note's text ends with a line feed and has no control characters");
  const lines = signers.map(({ verifier, sign }) => {
    return `— ${verifier.name} ${toBase64(concatBytes(verifier.id, sign(utf8(text))))}\n`;
  });
  return `${text}\n${lines.join("")}`;
}

/**
 * Takes a note and the keys one trusts; gives its text and the keys that signed it. Signatures of
 * other keys are passed over; a wrong signature of a trusted key refuses the note (C2SP signed-note).
 */
export function openNote(
  note: string,
  verifiers: readonly NoteVerifier[],
): Result<{ readonly text: string; readonly signedBy: readonly NoteVerifier[] }, NoteError> {
  const parts = splitNote(note);
  if (parts === null) return err("malformed");
  const signedBy: NoteVerifier[] = [];
  for (const { name, id, signature } of parts.signatures) {
    const verifier = verifiers.find((known) => known.name === name && equalBytes(known.id, id));
    if (verifier === undefined) continue;
    if (!verifyEd25519(verifier.publicKey, utf8(parts.text), signature)) return err("wrong_signature");
    if (!signedBy.includes(verifier)) signedBy.push(verifier);
  }
  return signedBy.length === 0 ? err("unknown_key") : ok({ text: parts.text, signedBy });
}

type NoteSignature = { readonly name: string; readonly id: Uint8Array; readonly signature: Uint8Array };

/** Takes a note; gives its text and signature lines without checking them, or null when it is no note. */
export function splitNote(note: string): { text: string; signatures: NoteSignature[] } | null {
  const gap = note.lastIndexOf("\n\n");
  if (gap < 0 || !note.endsWith("\n")) return null;
  const text = note.slice(0, gap + 1);
  const lines = note.slice(gap + 2, -1).split("\n");
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const match = /^— ([^ ]+) ([A-Za-z0-9+/=]+)$/.exec(line);
    const bytes = fromBase64(match?.[2] ?? "x");
    if (match?.[1] === undefined || !isKeyName(match[1]) || bytes === null || bytes.length < 5) return null;
    signatures.push({ name: match[1], id: bytes.slice(0, 4), signature: bytes.slice(4) });
  }
  return isNoteText(text) ? { text, signatures } : null;
}

function isKeyName(name: string): boolean {
  return name.length > 0 && !/[\s+]/u.test(name);
}

function isNoteText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids exactly these.
  return text.endsWith("\n") && !/[\u0000-\u0009\u000b-\u001f]/.test(text) && text.isWellFormed();
}
