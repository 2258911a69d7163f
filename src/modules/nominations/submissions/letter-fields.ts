import { and, eq, ne } from "drizzle-orm";
import { formatDate, type PlainDate } from "../../../kernel/plain-date.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { CommandContext } from "../../../platform/command/context.ts";
import { type Failure, failField } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { keepScan, type Upload, upload } from "../../../platform/files/upload.ts";
import { submissionLists } from "./tables.ts";

/** What is typed of a letter: its number in the clerk's book with the symbol, its day, its signer, and the scan where it was signed on paper. */
export const letterFields = {
  number: field.whole(1, 99_999),
  symbol: field.text(40),
  letter_on: field.date(),
  signer_name: field.text(120),
  signer_title: field.text(120),
  scan: field.maybe(upload()),
};

type Typed = { number: number; symbol: string; letter_on: PlainDate; signer_name: string; signer_title: string; scan?: Upload | undefined };
/** The letter as the columns of its table hold it. */
export type KeptLetter = { letter_number: string; letter_on: PlainDate; signer_name: string; signer_title: string; letter_file_id: string | null };

/** Takes what was typed of a letter; keeps its scan and gives its columns. Fails at `letter_on` for a day to come, at `scan` for what is no scan. */
export async function keepLetter(context: CommandContext, typed: Typed, unit_id: string): Promise<Result<KeptLetter, Failure>> {
  const today = context.clock.today();
  if (typed.letter_on > today) return failField("letter_on", `Ngày tờ trình không thể sau hôm nay (${formatDate(today)}).`, "The letter cannot be dated after today.");
  const scan = typed.scan === undefined ? ok(null) : await keepScan(context, typed.scan, "scan", unit_id);
  if (!scan.ok) return scan;
  const letter_number = `${typed.number < 10 ? `0${typed.number}` : typed.number}/${typed.symbol}`;
  return ok({ letter_number, letter_on: typed.letter_on, signer_name: typed.signer_name, signer_title: typed.signer_title, letter_file_id: scan.value });
}

/** Says whether another list of the unit already bears the letter's number in the same year. */
export async function numberTaken(context: CommandContext, list: { id: string; unit_id: string }, letter: KeptLetter): Promise<boolean> {
  const rows = await context.tx
    .select({ on: submissionLists.letter_on })
    .from(submissionLists)
    .where(and(eq(submissionLists.unit_id, list.unit_id), eq(submissionLists.letter_number, letter.letter_number), ne(submissionLists.id, list.id), ne(submissionLists.state, "dropped")));
  return rows.some((row) => row.on?.slice(0, 4) === letter.letter_on.slice(0, 4));
}
