import { createHash } from "node:crypto";
import { readableCode, tidyCode } from "../../kernel/ids.ts";
import type { Random } from "../../kernel/prng.ts";

/** Makes a receipt code: the locality's code, then 16 letters and digits in fours. It is shown once and kept nowhere. */
export function newReceipt(locality: string, random: Random): string {
  return [locality, ...(readableCode(16, random).match(/.{4}/g) ?? [])].join("-");
}

/** Takes a code as somebody typed it, with or without its dashes and spaces; gives what of it is kept: SHA-256 in hex. */
export function hashOfReceipt(typed: string): string {
  return createHash("sha256").update(tidyCode(typed).replaceAll("-", ""), "utf8").digest("hex");
}

/** Takes a source of randomness; gives a UUID of version 4 (RFC 9562): unlike the usual one it tells no time. */
export function timelessId(random: Random): string {
  const hex = Array.from(random.bytes(16), (byte, at) => (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
