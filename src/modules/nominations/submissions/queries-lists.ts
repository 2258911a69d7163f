import { eq } from "drizzle-orm";
import { z } from "zod";
import type { ExtractContent } from "../../../engines/documents/index.ts";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import type { ReadContext } from "../../../platform/command/context.ts";
import { defineQuery } from "../../../platform/command/define.ts";
import { fail } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { mayAt, unitsHeld } from "../../../platform/command/policy.ts";
import { readFile } from "../../../platform/files/upload.ts";
import { findUnit, listUnits, subtree, unitNames, type UnitOnDay, unitsAbove } from "../../organizations/index.ts";
import { honourName } from "../assess.ts";
import type { Nomination } from "../core/dossier.ts";
import { findingsOfMany } from "./store-packages.ts";
import { receipts } from "./tables.ts";
import { anyUnitHeld, unitReadingList } from "./access.ts";
import { nextLevel } from "./core/route.ts";
import { routeLevelsSet } from "./store.ts";
import { committeeOf, composeSubmissionLetter, placeOf } from "./core/letter.ts";
import { inSubmissionOrder } from "./in-order.ts";
import { dossiersToList, entriesOf, findList, listsWithin, onOtherDrafts, type SubmissionList } from "./store-lists.ts";

/** Who reads a list, at the unit that made it or at a level it went to. */
export const LIST_READERS = ["officer", "clerk", "head", "division_head", "chair", "records_clerk", "auditor"] as const;
const WRITERS = ["clerk", "head"] as const;

/** The submission lists of one's units, and the dossiers that wait there to be listed. */
export const browseSubmissions = defineQuery({
  name: "browse_submissions",
  title: say("Danh sách đề nghị", "Submission lists"),
  input: z.strictObject({ unit_id: field.maybe(field.id()), year: field.maybe(field.whole(1990, 2100)) }),
  policy: { kind: "roles", roles: LIST_READERS, unit: (context, input) => input.unit_id ?? anyUnitHeld(context, LIST_READERS) },
  async run(context, input) {
    const today = context.clock.today();
    const lists = await listsWithin(context.tx, subtree(unitsHeld(context, LIST_READERS), today));
    const own = unitsHeld(context, WRITERS);
    const units = await listUnits(context.tx, today, { ids: own });
    const unit_id = input.unit_id ?? units[0]?.id ?? null;
    const may_write = unit_id !== null && (await mayAt(context, unit_id, WRITERS));
    const found = unit_id === null || !may_write ? [] : await dossiersToList(context.tx, unit_id, input.year);
    const listed = await onOtherDrafts(context.tx, found.map((nomination) => nomination.id), null);
    const names = await unitNames(context.tx, lists.map((row) => row.list.unit_id), today);
    return ok({
      lists: lists.map(({ list, count }) => ({ ...list, count, unit_name: names.get(list.unit_id) ?? "" })),
      units: units.map(({ id, name }) => ({ id, name })), unit_id, may_write,
      waiting: await withVerdicts(context, await inSubmissionOrder(context, found.filter((nomination) => !listed.has(nomination.id)))),
    });
  },
});

/** Joins dossiers with the verdict kept last. */
async function withVerdicts<T extends Nomination>(context: ReadContext, list: readonly T[]): Promise<(T & { verdict: string | null })[]> {
  const kept = list.length === 0 ? [] : await findingsOfMany(context.tx, list.map((nomination) => nomination.id));
  const last = new Map(kept.map((finding) => [finding.nomination_id, finding.verdict]));
  return list.map((nomination) => ({ ...nomination, verdict: last.get(nomination.id) ?? null }));
}

/** One list with its dossiers in order, its letter, and what may still be put on it. */
export const submissionListPage = defineQuery({
  name: "submission_list_page",
  title: say("Một danh sách đề nghị", "One submission list"),
  input: z.strictObject({ list_id: field.id() }),
  policy: { kind: "roles", roles: LIST_READERS, unit: (context, input) => unitReadingList(context, input.list_id, LIST_READERS) },
  async run(context, input) {
    const list = await findList(context.tx, input.list_id);
    if (list === null) return fail("not_found", "Không có danh sách này.", "No such list.");
    const dossiers = await dossiersOf(context, list);
    const present = new Set(dossiers.map((dossier) => dossier.id));
    const may_write = list.state === "draft" && (await mayAt(context, list.unit_id, WRITERS));
    const others = may_write ? (await dossiersToList(context.tx, list.unit_id, list.year)).filter((nomination) => !present.has(nomination.id)) : [];
    const taken = await onOtherDrafts(context.tx, others.map((nomination) => nomination.id), list.id);
    const today = context.clock.today();
    const names = await unitNames(context.tx, [list.unit_id, ...dossiers.flatMap((dossier) => dossier.to_unit_id ?? [])], today);
    const [receipt] = await context.tx.select({ id: receipts.id, number: receipts.number, year: receipts.year }).from(receipts).where(eq(receipts.list_id, list.id));
    return ok({
      list, unit_name: names.get(list.unit_id) ?? "", may_write, receipt: receipt ?? null,
      dossiers: dossiers.map((dossier) => ({ ...dossier, to_name: dossier.to_unit_id === null ? null : (names.get(dossier.to_unit_id) ?? "") })),
      choices: await inSubmissionOrder(context, others.filter((nomination) => !taken.has(nomination.id))),
    });
  },
});

/** The letter of a list: the scan of the signed paper, or what the letter made here prints. */
export const submissionLetter = defineQuery({
  name: "submission_letter",
  title: say("Tờ trình của danh sách", "The letter of a list"),
  input: z.strictObject({ list_id: field.id() }),
  policy: { kind: "roles", roles: LIST_READERS, unit: (context, input) => unitReadingList(context, input.list_id, LIST_READERS) },
  async run(context, input) {
    const list = await findList(context.tx, input.list_id);
    if (list === null) return fail("not_found", "Không có danh sách này.", "No such list.");
    const scan = list.letter_file_id === null ? null : await readFile(context.tx, list.letter_file_id);
    return ok({ scan, letter_on: list.letter_on, content: await letterOf(context, list) });
  },
});

async function dossiersOf(context: ReadContext, list: SubmissionList) {
  const entries = await entriesOf(context.tx, list.id);
  const at = new Map(entries.map((entry) => [entry.nomination.id, entry]));
  const ordered = await inSubmissionOrder(context, entries.map((entry) => entry.nomination));
  // A sent list stands as it was sent, whatever became of its units and people since.
  if (list.state === "sent") ordered.sort((a, b) => (at.get(a.id)?.position ?? 0) - (at.get(b.id)?.position ?? 0));
  return ordered.map((nomination) => ({ ...nomination, to_unit_id: at.get(nomination.id)?.to_unit_id ?? null }));
}

/** Where a dossier goes when its list is sent today: the next level, or null for the level that decides. The letter is signed before it is sent. */
async function nextOf(context: ReadContext, dossier: Nomination | undefined): Promise<string | null> {
  const today = context.clock.today();
  const unit = dossier === undefined ? null : await findUnit(context.tx, dossier.unit_id, today);
  if (dossier === undefined || unit === null) return null;
  return nextLevel(await routeLevelsSet(context.tx), unit, today, dossier.status === "at_level" ? dossier.level_order : null)?.level_unit_id ?? null;
}

type Body = Pick<UnitOnDay, "kind" | "name">;
const isCommittee = (unit: Body): boolean => unit.kind === "locality" || unit.kind === "commune";

/** The body that writes or receives papers for a unit: of an administrative area its People's Committee. */
function bodyOf(unit: Body): string {
  return isCommittee(unit) ? committeeOf(unit.name) : unit.name;
}

async function letterOf(context: ReadContext, list: SubmissionList): Promise<ExtractContent> {
  const on: PlainDate = list.letter_on ?? context.clock.today();
  const dossiers = await dossiersOf(context, list);
  const issuer = await findUnit(context.tx, list.unit_id, on);
  const next = list.state === "sent" ? (dossiers[0]?.to_unit_id ?? null) : await nextOf(context, dossiers[0]);
  const level = next === null ? null : await findUnit(context.tx, next, on);
  // A People's Committee stands beneath no body on its papers.
  const above = issuer === null || isCommittee(issuer) ? undefined : (await unitsAbove(context.tx, list.unit_id, on))[0];
  const { signer_name, signer_title } = list;
  return composeSubmissionLetter({
    parent: above === undefined ? null : bodyOf(above), issuer: issuer === null ? "" : bodyOf(issuer), place: placeOf(issuer?.kind === "commune" ? issuer.name : context.locality.name),
    addressee: level === null ? committeeOf(context.locality.name) : bodyOf(level), decides: next === null,
    subject: `Về việc đề nghị khen thưởng năm ${list.year}`, number: list.letter_number, letter_on: list.letter_on,
    signer: signer_name === null || signer_title === null ? null : { title: signer_title, name: signer_name },
    lines: dossiers.map((dossier) => ({ honour_name: honourName(dossier.honour, "vi"), year: dossier.year, name: dossier.subject_name, note: dossier.subject_note, unit: dossier.unit_name })),
  });
}
