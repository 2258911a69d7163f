import { daysBetween, addDays, type PlainDate, plainDate } from "../../kernel/plain-date.ts";
import { concatBytes } from "./bytes.ts";
import { decodeLetters, encodeLetters, packId, unpackId } from "./qr-alphabet.ts";

// This file and what it imports run in the browser too: no node:crypto here.

/** What a QR code says of an award; a text that had to be cut ends with an ellipsis. */
export type QrAward = {
  readonly recipient: string;
  readonly honour: string;
  readonly unit: string;
  readonly decision_number: string;
  readonly decided_on: PlainDate;
};

/** Bytes of the signature behind the payload. */
export const QR_SIGNATURE_BYTES = 64;

const VERSION = 1;
/** Days are counted from here, in two bytes: until 2179. */
const FIRST_DAY = plainDate("2000-01-01");
/** Set in the honour's length when the honour is text instead of a packed id. */
const HONOUR_IS_TEXT = 0x80;

/** Takes the facts; gives them in bytes: version, day, honour, recipient, decision, and the unit to the end. */
export function encodeQrPayload(award: QrAward): Uint8Array {
  const day = daysBetween(FIRST_DAY, award.decided_on);
  if (day < 0 || day > 0xffff) throw new Error(`a decision of ${award.decided_on} does not fit into a QR code`);
  const id = packId(award.honour);
  const honour = id ?? encodeLetters(award.honour);
  const honourLength = id === null ? honour.length : award.honour.length;
  if (honourLength >= HONOUR_IS_TEXT) throw new Error("an honour has fewer than 128 letters");
  return concatBytes(
    Uint8Array.of(VERSION, day >> 8, day & 0xff, honourLength | (id === null ? HONOUR_IS_TEXT : 0)),
    honour,
    withLength(encodeLetters(award.recipient)),
    withLength(encodeLetters(award.decision_number)),
    encodeLetters(award.unit),
  );
}

/** Takes the bytes of encodeQrPayload; gives the facts, or null when they are not such bytes. */
export function decodeQrPayload(bytes: Uint8Array): QrAward | null {
  const [version, high, low, honourByte] = bytes;
  if (version !== VERSION || high === undefined || low === undefined || honourByte === undefined) return null;
  let at = 4;
  const take = (length: number): Uint8Array | null => {
    at += length;
    return at <= bytes.length ? bytes.subarray(at - length, at) : null;
  };
  const isText = honourByte >= HONOUR_IS_TEXT;
  const honourLength = honourByte & ~HONOUR_IS_TEXT;
  const honourBytes = take(isText ? honourLength : Math.ceil((honourLength * 5) / 8));
  const recipientBytes = take(take(1)?.[0] ?? Number.POSITIVE_INFINITY);
  const decisionBytes = take(take(1)?.[0] ?? Number.POSITIVE_INFINITY);
  if (honourBytes === null || recipientBytes === null || decisionBytes === null) return null;
  const honour = isText ? decodeLetters(honourBytes) : unpackId(honourBytes, honourLength);
  const recipient = decodeLetters(recipientBytes);
  const decision_number = decodeLetters(decisionBytes);
  const unit = decodeLetters(bytes.subarray(at));
  if (honour === null || recipient === null || decision_number === null || unit === null) return null;
  return { recipient, honour, unit, decision_number, decided_on: addDays(FIRST_DAY, high * 256 + low) };
}

/** Gives the bytes the signature stands over: a name of its own, the code, and the payload. */
export function qrMessage(code: string, payload: Uint8Array): Uint8Array {
  return concatBytes(new TextEncoder().encode(`thidua-qr-v1\n${code}\n`), payload);
}

function withLength(bytes: Uint8Array): Uint8Array {
  if (bytes.length > 0xff) throw new Error("a name or number of more than 255 letters does not fit into a QR code");
  return concatBytes(Uint8Array.of(bytes.length), bytes);
}
