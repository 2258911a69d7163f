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
