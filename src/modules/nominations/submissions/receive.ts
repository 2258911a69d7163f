import { inArray, sql } from "drizzle-orm";
import { type PlainDate, yearOf } from "../../../kernel/plain-date.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { CommandContext } from "../../../platform/command/context.ts";
import { type Failure, fail } from "../../../platform/command/failure.ts";
import { usersWithRole } from "../../accounts/index.ts";
import { lastDayOfNotice } from "../../notices/index.ts";
import { findUnit, unitNames, unitsAbove } from "../../organizations/index.ts";
import { assessAll, type Assessment, keepFindings } from "../assess.ts";
import type { Nomination } from "../core/dossier.ts";
import { processingDaysOn } from "../core/local-rules.ts";
import { moveAll } from "../move.ts";
import { localRulesDeclared, lockNominations } from "../store.ts";
import { nominations } from "../tables.ts";
import { nextLevel, type RouteLevel } from "./core/route.ts";
import { routeLevelsSet } from "./store.ts";
import { levelStays, receiptCounters, receiptLines, receipts } from "./tables.ts";

/** Where dossiers went: how many to a level, how many to the level that decides, and the receipt of these. */
export type Sent = { count: number; at_level: number; received: number; receipt_id: string | null; to: Map<string, string | null> };

/**
 * Sends dossiers one step up their route, all or none, on behalf of a unit: to the next level where one is set for their unit today,
 * else to the level that decides, which gives a receipt. Part of the calling command's transaction. Fails as moveAll does.
 */
export async function sendUp(context: CommandContext, ids: readonly string[], by: { unit_id: string; list_id: string | null }): Promise<Result<Sent, Failure>> {
  const today = context.clock.today();
  const found = await lockNominations(context.tx, [...new Set(ids)]);
  if (found.length !== new Set(ids).size || found.length === 0) return moveMissing(context, ids);
  const levels = await routeLevelsSet(context.tx);
  const kinds = new Map<string, Awaited<ReturnType<typeof findUnit>>>();
  for (const unit_id of new Set(found.map((nomination) => nomination.unit_id))) kinds.set(unit_id, await findUnit(context.tx, unit_id, today));
  const steps = new Map<string, { next: RouteLevel | null; climbing: boolean; list: Nomination[] }>();
  for (const nomination of found) {
    const unit = kinds.get(nomination.unit_id) ?? null;
    const climbing = nomination.status === "at_level";
    const next = unit === null ? null : nextLevel(levels, unit, today, climbing ? nomination.level_order : null);
    const key = `${climbing} ${next?.id ?? ""}`;
    const step = steps.get(key) ?? { next, climbing, list: [] };
    step.list.push(nomination);
    steps.set(key, step);
  }
  const sent: Sent = { count: found.length, at_level: 0, received: 0, receipt_id: null, to: new Map() };
  const received: Nomination[] = [];
  for (const { next, climbing, list } of steps.values()) {
    const moved = next === null ? await arrive(context, list, climbing, today) : await climb(context, list, next, climbing, today);
    if (!moved.ok) return moved;
    for (const nomination of list) sent.to.set(nomination.id, next?.level_unit_id ?? null);
    if (next === null) received.push(...list);
    else sent.at_level += list.length;
  }
  if (received.length > 0) {
    const receipt = await receive(context, received, by, today);
    if (!receipt.ok) return receipt;
    sent.received = received.length;
    sent.receipt_id = receipt.value;
  }
  return ok(sent);
}

/** Says what is wrong with ids of which some are missing, in the words of moveAll. */
async function moveMissing(context: CommandContext, ids: readonly string[]): Promise<Result<Sent, Failure>> {
  const moved = await moveAll(context, ids, "submit");
  return moved.ok ? fail("not_found", "Có hồ sơ không còn hoặc không thuộc địa phương này.", "Some of the dossiers do not exist here.") : moved;
}

async function climb(context: CommandContext, list: readonly Nomination[], next: RouteLevel, climbing: boolean, today: PlainDate): Promise<Result<Nomination[], Failure>> {
  const moved = await moveAll(context, list.map((nomination) => nomination.id), climbing ? "forward" : "submit_to_level", () => ({ level_unit_id: next.level_unit_id }), {
    level_unit_id: next.level_unit_id, level_order: next.order_no, received_on: null, due_on: null,
  });
  if (!moved.ok) return moved;
  const rows = list.map((nomination) => ({ locality_id: context.locality.code, nomination_id: nomination.id, level_unit_id: next.level_unit_id, first_on: today }));
  for (let start = 0; start < rows.length; start += 500) await context.tx.insert(levelStays).values(rows.slice(start, start + 500)).onConflictDoNothing();
  const unit_id = list[0]?.unit_id ?? "";
  const unit_name = (await unitNames(context.tx, [unit_id], today)).get(unit_id) ?? "";
  for (const user of await usersWithRole(context.tx, ["clerk", "head"], [next.level_unit_id], today)) {
    context.notify({ to_user_id: user.id, kind: "nominations_at_level", payload: { count: list.length, unit_name } });
  }
  return moved;
}

async function arrive(context: CommandContext, list: readonly Nomination[], climbing: boolean, today: PlainDate): Promise<Result<Nomination[], Failure>> {
  return moveAll(context, list.map((nomination) => nomination.id), climbing ? "pass_on" : "submit", () => ({ received_on: today }), {
    received_on: today, level_unit_id: null, level_order: null, due_on: null,
  });
}

/** The level that decides receives dossiers: their findings are kept, the officers are told, and a receipt with its number is given. Gives the receipt's id. */
async function receive(context: CommandContext, list: readonly Nomination[], by: { unit_id: string; list_id: string | null }, received_on: PlainDate): Promise<Result<string, Failure>> {
  const dossiers = list.map((nomination) => ({ ...nomination, received_on }));
  const assessed = await assessAll(context, dossiers);
  if (!assessed.ok) return fail("invalid", assessed.error.message, assessed.error.message);
  await keepFindings(context, "submission", dossiers.map((nomination, index) => ({ nomination_id: nomination.id, assessment: assessed.value[index] as Assessment })));
  await notifyOfficers(context, by.unit_id, list.length, received_on);
  return ok(await giveReceipt(context, list, by, received_on));
}

async function giveReceipt(context: CommandContext, list: readonly Nomination[], by: { unit_id: string; list_id: string | null }, received_on: PlainDate): Promise<string> {
  const locality_id = context.locality.code;
  const year = yearOf(received_on);
  const [counter] = await context.tx
    .insert(receiptCounters)
    .values({ locality_id, year, last_number: 1 })
    .onConflictDoUpdate({ target: [receiptCounters.locality_id, receiptCounters.year], set: { last_number: sql`${receiptCounters.last_number} + 1` } })
    .returning({ number: receiptCounters.last_number });
  if (counter === undefined) throw new Error("a receipt has no number");
  const receipt_id = context.newId();
  await context.tx.insert(receipts).values({ locality_id, id: receipt_id, year, number: counter.number, unit_id: by.unit_id, list_id: by.list_id, received_on, received_at: context.clock.now() });
  const rules = await localRulesDeclared(context.tx);
  const byHonour = new Map<string, Nomination[]>();
  for (const nomination of list) byHonour.set(nomination.honour, [...(byHonour.get(nomination.honour) ?? []), nomination]);
  for (const [honour, group] of byHonour) {
    const rule = processingDaysOn(rules, honour, received_on);
    // Holidays are announced each year and are not reckoned here: the receipt says that Saturdays and Sundays only are left out.
    const due_on = rule === null ? null : lastDayOfNotice(received_on, rule.days);
    const rows = group.map((nomination) => ({ locality_id, receipt_id, nomination_id: nomination.id, due_on, instrument: rule?.instrument ?? null }));
    for (let start = 0; start < rows.length; start += 500) await context.tx.insert(receiptLines).values(rows.slice(start, start + 500));
    if (due_on !== null) await context.tx.update(nominations).set({ due_on }).where(inArray(nominations.id, group.map((nomination) => nomination.id)));
  }
  context.act({ subject_kind: "receipt", subject_id: receipt_id, action: "give", unit_id: by.unit_id, payload: { number: counter.number, year, count: list.length } });
  return receipt_id;
}

async function notifyOfficers(context: CommandContext, unit_id: string, count: number, today: PlainDate): Promise<void> {
  const above = [unit_id, ...(await unitsAbove(context.tx, unit_id, today)).map((unit) => unit.id)];
  const unit_name = (await unitNames(context.tx, [unit_id], today)).get(unit_id) ?? "";
  for (const officer of await usersWithRole(context.tx, ["officer"], above, today)) {
    context.notify({ to_user_id: officer.id, kind: "nominations_submitted", payload: { count, unit_name } });
  }
}

/** Tells the clerks of each dossier's unit what became of it and why. */
export async function notifyProposers(context: CommandContext, list: readonly Nomination[], kind: string, reason: string): Promise<void> {
  for (const unit_id of new Set(list.map((nomination) => nomination.unit_id))) {
    const names = list.filter((nomination) => nomination.unit_id === unit_id).map((nomination) => nomination.subject_name).slice(0, 20);
    for (const clerk of await usersWithRole(context.tx, ["clerk"], [unit_id], context.clock.today())) {
      context.notify({ to_user_id: clerk.id, kind, payload: { reason, names } });
    }
  }
}
