import { eq } from "drizzle-orm";
import { z } from "zod";
import { formatDate } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { usersWithRole } from "../accounts/index.ts";
import { clustersOn, listUnits } from "../organizations/index.ts";
import { checkPairs, drawPairs } from "./core/draw.ts";
import { nextStatus, ROUND_STATUS_NAMES } from "./core/round.ts";
import { owedSheets } from "./owed.ts";
import { organiserOf } from "./seats.ts";
import { findStoredCard } from "./store-cards.ts";
import { lockRound, replacePairs, type Round, sheetsOf, unitsOfRound } from "./store-rounds.ts";
import { roundUnits, scoringRounds } from "./tables.ts";

const DAYS = ["self_due_on", "cross_due_on", "appraisal_due_on", "meeting_on"] as const;

/** Opens a scoring round for the members of a cluster, or for a list of units: from now on the card is frozen. */
export const openRound = defineCommand({
  name: "open_round",
  title: say("Mở đợt chấm điểm", "Open a scoring round"),
  input: z.strictObject({
    unit_id: field.id(), card_id: field.id(), title: field.text(200), cluster_id: field.maybe(field.id()), unit_ids: field.list(field.id(), 500).default([]),
    self_due_on: field.date(), cross_due_on: field.date(), appraisal_due_on: field.date(), meeting_on: field.date(), scorers_per_unit: field.whole(0, 20),
  }),
  policy: { kind: "roles", roles: ["officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const today = context.clock.today();
    const card = await findStoredCard(context.tx, input.card_id, { lock: true });
    if (card === null || card.status !== "published") return failField("card_id", "Chọn một bảng chấm điểm đã ban hành.", "Choose a published scorecard.");
    for (const [at, name] of DAYS.entries()) {
      const before = DAYS[at - 1];
      const earliest = before === undefined ? today : input[before];
      if (input[name] < earliest) return failField(name, `Ngày này phải từ ${formatDate(earliest)} trở đi.`, `This day must be ${formatDate(earliest)} or later.`);
    }
    const members = await membersOf(context, input.cluster_id, input.unit_ids);
    if (members === null) return failField("cluster_id", "Không có cụm, khối này.", "No such cluster or block.");
    if (members.length < 2) return failField("cluster_id", "Cần ít nhất hai đơn vị.", "At least two units are needed.");
    for (const unit_id of members) {
      if (!(await context.isWithin(unit_id, input.unit_id))) return failField("unit_ids", "Có đơn vị không thuộc quyền quản lý.", "A unit is not within the organiser's reach.");
    }
    if (input.scorers_per_unit >= members.length) return failField("scorers_per_unit", `Nhiều nhất ${members.length - 1}: không đơn vị nào tự chấm chéo.`, `At most ${members.length - 1}: nobody cross-scores itself.`);
    const id = context.newId();
    const locality_id = context.locality.code;
    const seed = new DataView(context.random.bytes(4).slice().buffer).getUint32(0);
    await context.tx.insert(scoringRounds).values({
      locality_id, id, unit_id: input.unit_id, cluster_id: input.cluster_id ?? null, card_id: card.id, year: card.year, title: input.title, status: "self", opened_on: today,
      self_due_on: input.self_due_on, cross_due_on: input.cross_due_on, appraisal_due_on: input.appraisal_due_on, meeting_on: input.meeting_on,
      scorers_per_unit: input.scorers_per_unit, draw_seed: String(seed), created_at: context.clock.now(),
    });
    await context.tx.insert(roundUnits).values(members.map((unit_id) => ({ locality_id, round_id: id, unit_id })));
    await replacePairs(context.tx, locality_id, id, drawPairs(members, input.scorers_per_unit, seed));
    await tell(context, members, "round_opened", { round_id: id, title: input.title, due_on: input.self_due_on });
    context.act({ subject_kind: "scoring_round", subject_id: id, action: "open", unit_id: input.unit_id, payload: { title: input.title, units: members.length, draw_seed: String(seed) } });
    context.log({ type: "scoring_round_opened", facts: { round: id, title: input.title, units: members.length, draw_seed: String(seed) } });
    return ok({ id });
  },
});

/** Sets by hand who scores whom, while nobody has cross-scored yet; it takes the place of the draw. */
export const setScorePairs = defineCommand({
  name: "set_score_pairs",
  title: say("Phân công chấm chéo", "Set who scores whom"),
  input: z.strictObject({ round_id: field.id(), pairs: field.list(z.strictObject({ scorer_unit_id: field.id(), unit_id: field.id() }), 5000), reason: field.text(500) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => organiserOf(context, input.round_id) },
  async run(context, input) {
    const round = await lockRound(context.tx, input.round_id);
    if (round === null) return fail("not_found", "Không có đợt chấm này.", "No such round.");
    const begun = (await sheetsOf(context.tx, round.id)).some((sheet) => sheet.stage === "cross");
    if (begun || (round.status !== "self" && round.status !== "cross")) return fail("conflict", "Đã có đơn vị chấm chéo, không đổi phân công được nữa.", "Cross-scoring has begun; the pairs stand.");
    const pairs = checkPairs(input.pairs, await unitsOfRound(context.tx, round.id));
    if (!pairs.ok) return failField("pairs", pairs.error.vi, pairs.error.en);
    await replacePairs(context.tx, context.locality.code, round.id, pairs.value);
    await context.tx.update(scoringRounds).set({ draw_seed: null }).where(eq(scoringRounds.id, round.id));
    context.act({ subject_kind: "scoring_round", subject_id: round.id, action: "set_pairs", unit_id: round.unit_id, payload: { pairs: pairs.value.length, reason: input.reason } });
    return ok({ id: round.id });
  },
});

/** Leads a round to its next stage. What is missing stays missing and stays visible; publishing has its own command. */
export const advanceRound = defineCommand({
  name: "advance_round",
  title: say("Chuyển bước đợt chấm điểm", "Lead a round to its next stage"),
  input: z.strictObject({ round_id: field.id() }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => organiserOf(context, input.round_id) },
  async run(context, input) {
    const round = await lockRound(context.tx, input.round_id);
    if (round === null) return fail("not_found", "Không có đợt chấm này.", "No such round.");
    const next = nextStatus(round.status);
    if (next === null || next === "published") return fail("conflict", `Đợt chấm đang ở bước “${ROUND_STATUS_NAMES[round.status].vi}”: bước sau là công bố.`, "The next step of this round is its publication.");
    if (round.status === "self" && !(await sheetsOf(context.tx, round.id)).some((sheet) => sheet.stage === "self")) {
      return fail("conflict", "Chưa đơn vị nào nộp điểm tự chấm.", "No unit has handed in its self-score yet.");
    }
    await context.tx.update(scoringRounds).set({ status: next }).where(eq(scoringRounds.id, round.id));
    if (next === "cross") await tell(context, await unitsOfRound(context.tx, round.id), "cross_scoring_begun", { round_id: round.id, title: round.title, due_on: round.cross_due_on });
    context.act({ subject_kind: "scoring_round", subject_id: round.id, action: "advance", unit_id: round.unit_id, payload: { to: next } });
    return ok({ id: round.id, status: next });
  },
});

/** Urges (đôn đốc) the units whose sheet of the present stage is not in. */
export const urgeScorers = defineCommand({
  name: "urge_scorers",
  title: say("Đôn đốc đơn vị chưa chấm điểm", "Urge units that have not scored"),
  input: z.strictObject({ round_id: field.id() }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => organiserOf(context, input.round_id) },
  async run(context, input) {
    const round = await lockRound(context.tx, input.round_id);
    if (round === null) return fail("not_found", "Không có đợt chấm này.", "No such round.");
    const owed = await owedSheets(context.tx, round);
    const owing = [...new Set(owed.map((entry) => entry.by_unit_id))];
    if (owing.length === 0) return fail("conflict", "Không còn đơn vị nào phải đôn đốc ở bước này.", "There is nobody to urge at this stage.");
    // A unit that owes both is told of what came due first: without its self-score nobody scores it.
    const late = owing.filter((unit_id) => owed.some((entry) => entry.stage === "self" && entry.by_unit_id === unit_id));
    await tell(context, late, "score_urged", { round_id: round.id, title: round.title, due_on: round.self_due_on });
    await tell(context, owing.filter((unit_id) => !late.includes(unit_id)), "score_urged", { round_id: round.id, title: round.title, due_on: round.cross_due_on });
    context.act({ subject_kind: "scoring_round", subject_id: round.id, action: "urge", unit_id: round.unit_id, payload: { units: owing.length } });
    return ok({ id: round.id, urged: owing.length });
  },
});

/** The members on this day, in their order; null for an unknown cluster. */
async function membersOf(context: CommandContext, cluster_id: string | undefined, unit_ids: readonly string[]): Promise<string[] | null> {
  const today = context.clock.today();
  if (cluster_id === undefined) return (await listUnits(context.tx, today, { ids: [...new Set(unit_ids)] })).map((unit) => unit.id);
  const cluster = (await clustersOn(context.tx, today)).find((entry) => entry.id === cluster_id);
  return cluster?.unit_ids ?? null;
}

async function tell(context: CommandContext, unit_ids: readonly string[], kind: string, payload: { round_id: string; title: string; due_on: Round["self_due_on"] }): Promise<void> {
  for (const user of await usersWithRole(context.tx, ["clerk", "head"], unit_ids, context.clock.today())) context.notify({ to_user_id: user.id, kind, payload });
}
