import { unwrap } from "../../kernel/result.ts";
import { fromUtf8, toHex } from "./bytes.ts";
import { type Credential, type CredentialDraft, parseCredential, signCredential } from "./credential.ts";
import { sha256 } from "./hashing.ts";
import { appendStreamObject, findStreamObject, looksLikePdf } from "./pdf-update.ts";
import type { NoteSigner } from "./signed-note.ts";

/**
 * Takes a finished PDF, what to swear to, and the key; gives the PDF with its credential behind it as
 * an incremental update that names length and SHA-256 of all bytes before. Throws when the file is no
 * PDF with a cross-reference, because only our own renderer's files come here.
 */
export function appendCredential(pdf: Uint8Array, draft: CredentialDraft, signer: NoteSigner): Uint8Array {
  const credential = signCredential(draft, { length: pdf.length, sha256: toHex(sha256(pdf)) }, signer);
  return unwrap(appendStreamObject(pdf, JSON.stringify(credential)));
}

/** What a file turned out to be; `whole` says that every byte of a PDF is as it was when the credential was appended. */
export type ReadCredential =
  | { readonly kind: "credential"; readonly credential: Credential; readonly whole: boolean }
  | { readonly kind: "damaged" }
  | { readonly kind: "foreign" };

/**
 * Takes the bytes of a PDF certificate or of its JSON credential; gives the credential without
 * checking its signature; `damaged` for a PDF or a credential that cannot be read, `foreign` for a
 * file that is neither.
 */
export function readCredential(bytes: Uint8Array): ReadCredential {
  if (!looksLikePdf(bytes)) return readJson(bytes);
  const text = fromUtf8(findStreamObject(bytes) ?? new Uint8Array());
  const credential = parseCredential(text ?? "");
  if (credential === null) return { kind: "damaged" };
  return { kind: "credential", credential, whole: isWhole(bytes, credential) };
}

function readJson(bytes: Uint8Array): ReadCredential {
  const text = fromUtf8(bytes) ?? "";
  const credential = parseCredential(text);
  if (credential !== null) return { kind: "credential", credential, whole: true };
  const ours = /"(?:format|award|salt|entry|signature)"/.test(text);
  return { kind: ours ? "damaged" : "foreign" };
}

/**
 * The update is made again from the bytes before it and compared: so neither those bytes, nor the
 * cross-reference behind them (which could point a reader to other pages), nor anything appended
 * later can differ.
 */
function isWhole(bytes: Uint8Array, credential: Credential): boolean {
  if (credential.document === null) return false;
  const before = bytes.subarray(0, credential.document.length);
  if (toHex(sha256(before)) !== credential.document.sha256) return false;
  const again = appendStreamObject(before, JSON.stringify(credential));
  return again.ok && Buffer.compare(again.value, bytes) === 0;
}
