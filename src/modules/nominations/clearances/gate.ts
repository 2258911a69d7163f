import { err, ok, type Result } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { formatDate, type PlainDate } from "../../../kernel/plain-date.ts";
import { compareVietnamese } from "../../../kernel/vietnamese.ts";
import type { ReadContext } from "../../../platform/command/context.ts";
import { type Failure, failField } from "../../../platform/command/failure.ts";
import { lastDayOfNotice } from "../../notices/index.ts";
import { listUnits } from "../../organizations/index.ts";
import type { Nomination } from "../core/dossier.ts";
import { type Asked, type ClearanceRule, MATTER_NAMES, type Matter, rulesFor, type Silence, SILENCE_NAMES, standingOf } from "./core/clearance.ts";
import { clearanceRulesDeclared, type Question, questionsOf } from "./store.ts";

type Dossier = Pick<Nomination, "id" | "unit_id" | "subject_kind" | "subject_unit_id" | "subject_name">;

/** Takes dossiers; says of each whether it is about an enterprise or cooperative, or about a person of one. */
export async function askedAbout(context: ReadContext, list: readonly Dossier[]): Promise<Map<string, Asked>> {
  const ids = [...new Set(list.flatMap((dossier) => [dossier.unit_id, ...(dossier.subject_unit_id === null ? [] : [dossier.subject_unit_id])]))];
  const businesses = new Set((await listUnits(context.tx, context.clock.today(), { ids })).filter((unit) => unit.kind === "enterprise" || unit.kind === "cooperative").map((unit) => unit.id));
  return new Map(list.map((dossier) => [dossier.id, { of_enterprise: businesses.has(dossier.unit_id) || businesses.has(dossier.subject_unit_id ?? ""), individual: dossier.subject_kind === "individual" }]));
}

/**
 * Refuses dossiers that may not go before the council or be recommended yet: those about which an office was asked and may still
 * answer, and those that a clearance rule of the locality in force today wants cleared first. An objection does not refuse
 * by itself: it is read by whoever appraises, and stands in the dossier.
 */
export async function refuseUncleared(context: ReadContext, list: readonly Dossier[]): Promise<Result<null, Failure>> {
  const today = context.clock.today();
  const questions = await questionsOf(context.tx, list.map(({ id }) => id));
  const byDossier = new Map<string, Question[]>();
  for (const question of questions) byDossier.set(question.nomination_id, [...(byDossier.get(question.nomination_id) ?? []), question]);
  const latest = (id: string) => latestByMatter(byDossier.get(id) ?? []);
  const waiting = list.filter(({ id }) => latest(id).some((question) => ["waiting", "silent_open"].includes(standingOf(question, today))));
  if (waiting.length > 0) {
    return err({ code: "refused", message: say(`Đang chờ ý kiến hiệp y: ${namesOf(waiting)}.`, `An office has still to answer about: ${namesOf(waiting)}.`) });
  }
  const rules = await clearanceRulesDeclared(context.tx);
  if (rules.length === 0) return ok(null);
  const about = await askedAbout(context, list);
  const missing = new Map<ClearanceRule, Dossier[]>();
  for (const dossier of list) {
    const asked = about.get(dossier.id);
    const done = new Set(latest(dossier.id).map((question) => question.matter));
    for (const rule of asked === undefined ? [] : rulesFor(rules, asked, today)) if (!done.has(rule.matter)) missing.set(rule, [...(missing.get(rule) ?? []), dossier]);
  }
  const [first] = missing;
  if (first === undefined) return ok(null);
  const [rule, dossiers] = first;
  const matter = MATTER_NAMES[rule.matter];
  return err({
    code: "refused",
    message: say(`Theo ${rule.instrument}, phải lấy ý kiến hiệp y về “${matter.vi}” trước: ${namesOf(dossiers)}.`, `By ${rule.instrument} these need a clearance on “${matter.en}” first: ${namesOf(dossiers)}.`),
  });
}

/**
 * Takes dossiers and the terms on which an office is to be asked about them today; fails at the term that gives the office less than a
 * rule in force does: fewer working days, or silence counted as an answer where the rule waits for one. A longer term is free.
 */
export async function refuseShortOfRule(context: ReadContext, list: readonly Dossier[], terms: { matter: Matter; due_on: PlainDate; silence: Silence }): Promise<Result<null, Failure>> {
  const today = context.clock.today();
  const declared = (await clearanceRulesDeclared(context.tx)).filter((rule) => rule.matter === terms.matter);
  if (declared.length === 0) return ok(null);
  const about = await askedAbout(context, list);
  const rules = list.flatMap((dossier) => rulesFor(declared, about.get(dossier.id) ?? { of_enterprise: false, individual: false }, today));
  for (const rule of new Set(rules)) {
    const earliest = lastDayOfNotice(today, rule.days);
    if (terms.due_on < earliest) {
      return failField("due_on", `Theo ${rule.instrument}, cơ quan được hỏi có ${rule.days} ngày làm việc: hạn trả lời sớm nhất là ${formatDate(earliest)}.`, `By ${rule.instrument} the office has ${rule.days} working days: the answer is due on ${formatDate(earliest)} at the earliest.`);
    }
    if (terms.silence === "means_no_objection" && rule.silence === "means_nothing") {
      return failField("silence", `Theo ${rule.instrument}: ${SILENCE_NAMES[rule.silence].vi}.`, `By ${rule.instrument}: ${SILENCE_NAMES[rule.silence].en}.`);
    }
  }
  return ok(null);
}

/** Takes the questions about one dossier, oldest first; gives the last of each matter and office: asking again replaces. */
export function latestByMatter(questions: readonly Question[]): Question[] {
  return [...new Map(questions.map((question) => [`${question.matter} ${question.body_name}`, question])).values()];
}

function namesOf(list: readonly Dossier[]): string {
  const names = list.map((dossier) => dossier.subject_name).sort(compareVietnamese);
  return `${names.slice(0, 5).join(", ")}${list.length > 5 ? ` (+${list.length - 5})` : ""}`;
}
