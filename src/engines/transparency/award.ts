import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { fromUtf8, toBase64, utf8 } from "./bytes.ts";
import { commit } from "./commitment.ts";

/**
 * The facts of an Award (danh hiệu/hình thức đã được tặng) that its credential swears to. Texts are as
 * printed, in NFC; what is not known or does not apply is null.
 */
export type AwardFacts = {
  /** The verification code printed beneath the QR code. */
  readonly code: string;
  /** The recipient's name, and position (chức vụ) for individuals. */
  readonly recipient: string;
  readonly position: string | null;
  /** The recipient's unit (đơn vị). */
  readonly unit: string | null;
  /** The honour's id and its Vietnamese name. */
  readonly honour: string;
  readonly honour_name: string;
  readonly year: number | null;
  /** The achievement as the certificate words it. */
  readonly achievement: string | null;
  readonly decision_number: string;
  readonly decided_on: PlainDate;
  /** Who decided: the authority, and the name of the signer. */
  readonly issued_by: string;
  readonly signed_by: string;
  /** The number in the award register (sổ khen thưởng). */
  readonly register_number: string | null;
};

/** Gives the 32-byte salted commitment to all facts of the award: what the log carries in place of them. */
export function commitToAward(salt: Uint8Array, award: AwardFacts): Uint8Array {
  return commit(salt, canonicalJson(award));
}

/**
 * Takes the award, its 32-byte salt, and further public facts (no personal data: they can never be
 * removed); gives the bytes of the log entry (LogEntry, mục nhật ký): canonical JSON with `kind`
 * and `commitment` in base64.
 */
export function makeAwardEntry(
  award: AwardFacts,
  salt: Uint8Array,
  publicFacts: { readonly [key: string]: string | number } = {},
): Uint8Array {
  return utf8(canonicalJson({ ...publicFacts, kind: "award", commitment: toBase64(commitToAward(salt, award)) }));
}

/** Says whether the bytes are a log entry of kind `award` whose commitment is to this award under this salt. */
export function entryHoldsAward(entry: Uint8Array, award: AwardFacts, salt: Uint8Array): boolean {
  const text = fromUtf8(entry);
  try {
    const parsed: unknown = JSON.parse(text ?? "");
    if (typeof parsed !== "object" || parsed === null) return false;
    const { kind, commitment } = parsed as Record<string, unknown>;
    return kind === "award" && commitment === toBase64(commitToAward(salt, award));
  } catch {
    return false;
  }
}
