import { err, ok, type Result } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { compareVietnamese } from "../../../kernel/vietnamese.ts";
import type { ReadContext } from "../../../platform/command/context.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { listUnits } from "../../organizations/index.ts";
import type { Nomination } from "../core/dossier.ts";
import { type Asked, type ClearanceRule, MATTER_NAMES, rulesFor, standingOf } from "./core/clearance.ts";
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

/** Takes the questions about one dossier, oldest first; gives the last of each matter and office: asking again replaces. */
export function latestByMatter(questions: readonly Question[]): Question[] {
  return [...new Map(questions.map((question) => [`${question.matter} ${question.body_name}`, question])).values()];
}

function namesOf(list: readonly Dossier[]): string {
  const names = list.map((dossier) => dossier.subject_name).sort(compareVietnamese);
  return `${names.slice(0, 5).join(", ")}${list.length > 5 ? ` (+${list.length - 5})` : ""}`;
}
