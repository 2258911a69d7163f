import { canonicalJson } from "../../kernel/canonical-json.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import type { AwardFacts } from "./award.ts";
import { fromBase64, toBase64, toHex, utf8 } from "./bytes.ts";
import { verifyEd25519 } from "./ed25519.ts";
import type { NoteSigner, NoteVerifier } from "./signed-note.ts";

/** The format's name: it also keeps its signatures apart from all others made with the same key. */
export const CREDENTIAL_FORMAT = "thidua-credential-v1";

/** Where the award's entry stands in the log: proof in base64 from the leaf up, to this signed checkpoint. */
export type LogPlace = { readonly index: number; readonly proof: readonly string[]; readonly checkpoint: string };

/** What a credential says before it is bound to a document and signed. Salt and entry are base64. */
export type CredentialDraft = {
  readonly award: AwardFacts;
  readonly salt: string;
  /** The bytes of the log entry that commits to the award. */
  readonly entry: string;
  /** Null while the sequencer has not given the entry its place yet. */
  readonly logged: LogPlace | null;
};

/** The bytes a credential is bound to: all that stand before it in the PDF; `sha256` in hexadecimal. */
export type BoundDocument = { readonly length: number; readonly sha256: string };

/** The signed credential; `key` is the signer's `name+id`, `signature` is base64. */
export type Credential = CredentialDraft & {
  readonly format: typeof CREDENTIAL_FORMAT;
  readonly document: BoundDocument | null;
  readonly key: string;
  readonly signature: string;
};

/**
 * Takes a draft, the document it stands in (null for a credential on its own) and the key; gives the
 * credential, signed with Ed25519 over the format's name, a line feed, and the canonical JSON of
 * everything but the signature.
 */
export function signCredential(draft: CredentialDraft, document: BoundDocument | null, signer: NoteSigner): Credential {
  const { award, salt, entry, logged } = draft;
  const key = `${signer.verifier.name}+${toHex(signer.verifier.id)}`;
  const unsigned = { format: CREDENTIAL_FORMAT, award, salt, entry, logged, document, key } as const;
  return { ...unsigned, signature: toBase64(signer.sign(messageOf(unsigned))) };
}

/** Says whether one of the keys signed the credential as it stands; null when none of them is the key it names. */
export function verifyCredentialSignature(credential: Credential, keys: readonly NoteVerifier[]): boolean | null {
  const key = keys.find((known) => `${known.name}+${toHex(known.id)}` === credential.key);
  if (key === undefined) return null;
  const { signature, ...unsigned } = credential;
  const bytes = fromBase64(signature);
  return bytes !== null && verifyEd25519(key.publicKey, messageOf(unsigned), bytes);
}

/** Takes JSON text; gives the Credential, or null when it has not exactly a credential's fields. */
export function parseCredential(text: string): Credential | null {
  try {
    const value: unknown = JSON.parse(text);
    return isCredential(value) ? value : null;
  } catch {
    return null;
  }
}

function messageOf(unsigned: Omit<Credential, "signature">): Uint8Array {
  return utf8(`${CREDENTIAL_FORMAT}\n${canonicalJson(unsigned)}`);
}

const isText = (value: unknown): boolean => typeof value === "string";
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isDate = (value: unknown): boolean => typeof value === "string" && parsePlainDate(value) !== null;
const isCount = (value: unknown): boolean => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
const isCountOrNull = (value: unknown): boolean => value === null || isCount(value);

const AWARD_SHAPE: { readonly [field in keyof AwardFacts]: (value: unknown) => boolean } = {
  code: isText,
  recipient: isText,
  position: isTextOrNull,
  unit: isTextOrNull,
  honour: isText,
  honour_name: isText,
  year: isCountOrNull,
  achievement: isTextOrNull,
  decision_number: isText,
  decided_on: isDate,
  issued_by: isText,
  signed_by: isText,
  register_number: isTextOrNull,
};

const isPlace = (value: unknown): boolean =>
  value === null || hasShape(value, { index: isCount, proof: isListOfTexts, checkpoint: isText });
const isDocument = (value: unknown): boolean => value === null || hasShape(value, { length: isCount, sha256: isText });

function isCredential(value: unknown): value is Credential {
  return hasShape(value, {
    format: (format) => format === CREDENTIAL_FORMAT,
    award: (award) => hasShape(award, AWARD_SHAPE),
    salt: isText,
    entry: isText,
    logged: isPlace,
    document: isDocument,
    key: isText,
    signature: isText,
  });
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

/** Exactly these fields, none missing and none besides: an unknown field would be sworn to and never shown. */
function hasShape(value: unknown, shape: { readonly [field: string]: (value: unknown) => boolean }): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const fields = value as Record<string, unknown>;
  const names = Object.keys(shape);
  return names.length === Object.keys(fields).length && names.every((name) => shape[name]?.(fields[name]) === true);
}
