import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { covers } from "../../../kernel/validity.ts";
import { defineQuery } from "../../../platform/command/define.ts";
import { fail } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { mayAt } from "../../../platform/command/policy.ts";
import { findUnit, listUnits, RESPONDING_KINDS, rootId, unitNames } from "../../organizations/index.ts";
import { STATUS_NAMES } from "../core/status.ts";
import { findNomination } from "../store.ts";
import { anyUnitHeld, unitOfReceipt, unitReadingDossier } from "./access.ts";
import { levelsFor } from "./core/route.ts";
import { findReceipt, levelsOfDossier, linesOfReceipts, receiptsOf, routeLevelsSet } from "./store.ts";
import { LIST_READERS } from "./queries-lists.ts";
import { PACKAGE_READERS } from "./queries-packages.ts";
import { levelsReached, listsOfDossier } from "./store-lists.ts";
import { packagesOfDossier } from "./store-packages.ts";
import { inArray } from "drizzle-orm";
import { nominations } from "../tables.ts";

const READERS = ["officer", "clerk", "head", "division_head", "chair", "council_member", "records_clerk", "auditor"] as const;

/** The levels of the route ever set, and the units to choose from. */
export const browseRouteLevels = defineQuery({
  name: "browse_route_levels",
  title: say("Tuyến trình hồ sơ", "The route of dossiers"),
  input: z.strictObject({}),
  policy: { kind: "roles", roles: ["officer", "clerk", "head", "division_head", "chair", "records_clerk", "auditor"], unit: (context) => anyUnitHeld(context, READERS) },
  async run(context) {
    const today = context.clock.today();
    const levels = await routeLevelsSet(context.tx);
    const units = await listUnits(context.tx, today, { kinds: RESPONDING_KINDS });
    const names = await unitNames(context.tx, levels.flatMap((level) => [level.level_unit_id, ...level.unit_ids]), today);
    const root = await rootId(context);
    return ok({
      levels: levels.map((level) => ({ ...level, level_name: names.get(level.level_unit_id) ?? "", unit_names: level.unit_ids.map((id) => names.get(id) ?? ""), now: covers(level, today) })),
      units: units.map(({ id, name, kind }) => ({ id, name, kind })),
      may_set: root !== null && (await mayAt(context, root, ["officer"])),
    });
  },
});

/** How a dossier climbs: the levels of its unit today, the lists it stood on, its receipts and packages. */
export const dossierRoute = defineQuery({
  name: "dossier_route",
  title: say("Tuyến trình của một hồ sơ", "The route of a dossier"),
  input: z.strictObject({ nomination_id: field.id() }),
  policy: { kind: "roles", roles: READERS, unit: (context, input) => unitReadingDossier(context, input.nomination_id, READERS) },
  async run(context, input) {
    const nomination = await findNomination(context.tx, input.nomination_id);
    if (nomination === null) return fail("not_found", "Không có hồ sơ này.", "No such nomination.");
    const today = context.clock.today();
    const unit = await findUnit(context.tx, nomination.unit_id, today);
    const levels = unit === null ? [] : levelsFor(await routeLevelsSet(context.tx), unit, today);
    const passed = await levelsOfDossier(context.tx, nomination.id);
    const lists = await listsOfDossier(context.tx, nomination.id);
    const names = await unitNames(context.tx, [...levels.map((level) => level.level_unit_id), ...passed, ...lists.map((list) => list.unit_id)], today);
    const named = (id: string) => names.get(id) ?? "";
    const root = await rootId(context);
    const reads = async (units: readonly (string | null)[], roles: readonly string[]): Promise<boolean> => {
      for (const unit_id of units) if (unit_id !== null && (await mayAt(context, unit_id, roles))) return true;
      return false;
    };
    const shownLists = [];
    for (const list of lists) shownLists.push({ ...list, unit_name: named(list.unit_id), readable: await reads([list.unit_id, ...(await levelsReached(context.tx, list.id))], LIST_READERS) });
    const shownReceipts = [];
    for (const receipt of await receiptsOf(context.tx, nomination.id)) shownReceipts.push({ ...receipt, readable: await reads([receipt.unit_id], READERS) });
    const readsPackages = await reads([root], PACKAGE_READERS);
    const waits = nomination.status === "at_level" && nomination.level_unit_id !== null;
    const holds = nomination.level_unit_id !== null && (await mayAt(context, nomination.level_unit_id, ["clerk", "head"]));
    return ok({
      nomination_id: nomination.id, status: nomination.status, due_on: nomination.due_on,
      levels: levels.map((level) => ({ name: named(level.level_unit_id), here: nomination.status === "at_level" && level.level_unit_id === nomination.level_unit_id })),
      passed: passed.map(named),
      lists: shownLists,
      receipts: shownReceipts,
      packages: (await packagesOfDossier(context.tx, nomination.id)).map((entry) => ({ ...entry, readable: readsPackages })),
      level_works: holds ? nomination.status : null,
      level_ended: waits && (await findUnit(context.tx, nomination.level_unit_id ?? "", today)) === null && (await mayAt(context, nomination.unit_id, ["clerk", "head", "officer"])),
    });
  },
});

/** A receipt: its number, what was received and when, and until when it is worked on. */
export const receiptPage = defineQuery({
  name: "receipt_page",
  title: say("Giấy tiếp nhận hồ sơ", "A receipt"),
  input: z.strictObject({ receipt_id: field.id() }),
  policy: { kind: "roles", roles: READERS, unit: (context, input) => unitOfReceipt(context, input.receipt_id) },
  async run(context, input) {
    const receipt = await findReceipt(context.tx, input.receipt_id);
    if (receipt === null) return fail("not_found", "Không có giấy tiếp nhận này.", "No such receipt.");
    const lines = await linesOfReceipts(context.tx, [receipt.id]);
    const dossiers = new Map((await context.tx.select().from(nominations).where(inArray(nominations.id, lines.map((line) => line.nomination_id)))).map((row) => [row.id, row]));
    return ok({
      receipt, unit_name: (await unitNames(context.tx, [receipt.unit_id], context.clock.today())).get(receipt.unit_id) ?? "", locality: context.locality.name,
      lines: lines.flatMap((line) => {
        const dossier = dossiers.get(line.nomination_id);
        return dossier === undefined ? [] : [{ ...line, subject_name: dossier.subject_name, subject_note: dossier.subject_note, honour: dossier.honour, year: dossier.year, status: STATUS_NAMES[dossier.status] }];
      }),
    });
  },
});
