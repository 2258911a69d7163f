import { err, ok, type Result } from "../../kernel/result.ts";
import { concatBytes, fromBase64Url, toBase64Url, utf8 } from "./bytes.ts";
import { verifyEd25519 } from "./ed25519.ts";
import { decodeQrPayload, encodeQrPayload, QR_SIGNATURE_BYTES, type QrAward, qrMessage } from "./qr-payload.ts";
import type { NoteSigner, NoteVerifier } from "./signed-note.ts";

/** The most bytes of a QR code's text: more would not scan when printed 25 mm wide. */
export const QR_MAX_BYTES = 300;

/** Why a QR code's text is not accepted. */
export type QrError = "malformed" | "wrong_signature";

/**
 * Takes the installation's address, the verification code and the facts; gives the QR code's text
 * `BASE_URL/verify/{code}#…`, of at most 300 bytes, signed with Ed25519. Where the facts are too long
 * the unit is cut first and then the honour, never the recipient's name; `cut` says which were. Gives
 * the error `does_not_fit` when address, name and number alone are too long.
 */
export function encodeQrCredential(
  baseUrl: string,
  code: string,
  award: QrAward,
  signer: NoteSigner,
): Result<{ readonly text: string; readonly cut: readonly ("unit" | "honour")[] }, "does_not_fit"> {
  const address = `${baseUrl.replace(/\/+$/, "")}/verify/${encodeURIComponent(code)}#`;
  // Four characters of base64url carry three bytes, without padding.
  const room = Math.floor(((QR_MAX_BYTES - utf8(address).length) * 3) / 4) - QR_SIGNATURE_BYTES;
  const fitting = fit(award, room);
  if (fitting === null) return err("does_not_fit");
  const payload = encodeQrPayload(fitting);
  const signature = signer.sign(qrMessage(code, payload));
  const cut = (["unit", "honour"] as const).filter((field) => fitting[field] !== award[field].normalize("NFC"));
  return ok({ text: address + toBase64Url(concatBytes(payload, signature)), cut });
}

/** Takes a QR code's text and the installation's keys; gives code and facts, or why it is refused. */
export function verifyQrCredential(
  text: string,
  keys: readonly NoteVerifier[],
): Result<{ readonly code: string; readonly award: QrAward }, QrError> {
  const match = /\/verify\/([^/#?]+)#([A-Za-z0-9_-]+)$/.exec(text);
  const bytes = fromBase64Url(match?.[2] ?? "");
  const code = decodeCode(match?.[1] ?? "");
  if (code === null || bytes === null || bytes.length <= QR_SIGNATURE_BYTES) return err("malformed");
  const payload = bytes.subarray(0, -QR_SIGNATURE_BYTES);
  const signature = bytes.subarray(-QR_SIGNATURE_BYTES);
  const message = qrMessage(code, payload);
  if (!keys.some((key) => verifyEd25519(key.publicKey, message, signature))) return err("wrong_signature");
  const award = decodeQrPayload(payload);
  return award === null ? err("malformed") : ok({ code, award });
}

function decodeCode(text: string): string | null {
  try {
    return text === "" ? null : decodeURIComponent(text);
  } catch {
    return null;
  }
}

function fit(award: QrAward, room: number): QrAward | null {
  const fits = (candidate: QrAward): boolean => encodeQrPayload(candidate).length <= room;
  for (const unit of shortenings(award.unit)) {
    if (fits({ ...award, unit })) return { ...award, unit };
  }
  for (const honour of shortenings(award.honour)) {
    if (fits({ ...award, unit: "", honour })) return { ...award, unit: "", honour };
  }
  return null;
}

/** The whole text, then with fewer and fewer words before an ellipsis, then nothing. */
function shortenings(text: string): string[] {
  const words = text.normalize("NFC").split(" ");
  const shorter = words.slice(1).map((_, dropped) => `${words.slice(0, words.length - 1 - dropped).join(" ")}…`);
  return [words.join(" "), ...shorter, ""];
}
