import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { honourCatalogue, looseningByQuota, looseningByVote } from "../../engines/rulebook/index.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { writeCitation } from "../honours/index.ts";
import { rootId } from "../organizations/index.ts";
import { CAPPED, type LocalRuleSays, readNoticeDays, readProcessingDays, VOTE_BASES, writeLocalRule } from "./core/local-rules.ts";
import { localRules } from "./tables.ts";

/**
 * Declares a rule of the province or district where national law leaves one: the percentage for Chiến sĩ thi đua cơ sở,
 * how a council's vote for an honour is counted, for how long its list stands on public notice before, or within how many
 * working days a received dossier is worked on. What would loosen national law is refused with the article.
 */
export const declareLocalRule = defineCommand({
  name: "declare_local_rule",
  title: say("Khai báo quy định của địa phương", "Declare a local rule"),
  input: z.strictObject({
    rule: field.choice(["grassroots_fighter_cap", "council_vote", "public_notice", "processing"]),
    honour: field.maybe(field.text(60)),
    value: field.text(12),
    base: field.maybe(field.choice(VOTE_BASES)),
    quorum: field.maybe(field.text(12)),
    instrument: field.text(300),
    from_on: field.date(),
    to_on: field.maybe(field.date()),
  }),
  policy: { kind: "roles", roles: ["officer"], unit: (context) => rootId(context), installation: true },
  async run(context, input) {
    const { from_on, to_on, instrument } = input;
    const honour = input.rule === "grassroots_fighter_cap" ? CAPPED : input.honour;
    if (honour === undefined) return failField("honour", "Hãy chọn danh hiệu, hình thức.", "Choose the honour.");
    if (!honourCatalogue().some(({ id }) => id === honour)) return failField("honour", "Không có danh hiệu, hình thức này.", "No such honour.");
    if (to_on !== undefined && to_on <= from_on) return failField("to_on", "Ngày hết hiệu lực phải sau ngày bắt đầu.", "The end must come after the beginning.");
    const says = saidBy(input, honour);
    if (says === null && input.rule === "processing") return failField("value", "Số ngày làm việc để giải quyết hồ sơ là số nguyên từ 1 đến 250.", "The working days for a dossier are a whole number from 1 to 250.");
    if (says === null) return failField("value", "Số ngày làm việc công khai là số nguyên từ 0 đến 60; 0 là không phải công khai.", "The working days of a notice are a whole number from 0 to 60; 0 means no notice is needed.");
    const refused = looseningOf(says, from_on);
    if (refused !== null) {
      const article = (lang: "vi" | "en") => (refused.cite.length === 0 ? "" : ` (${refused.cite.map((cite) => writeCitation(cite, lang)).join("; ")})`);
      return failField(refused.field, `${refused.vi}${article("vi")}`, `${refused.en}${article("en")}`);
    }
    const written = writeLocalRule(says);
    const [same] = await context.tx.select({ id: localRules.id }).from(localRules).where(and(eq(localRules.rule, written.rule), eq(localRules.from_on, from_on)));
    if (same !== undefined) return failField("from_on", "Đã có một quy định về việc này bắt đầu cùng ngày.", "A rule on this matter already begins on that day.");
    const id = context.newId();
    await context.tx.insert(localRules).values({ locality_id: context.locality.code, id, ...written, instrument, from_on, to_on: to_on ?? null });
    context.act({ subject_kind: "local_rule", subject_id: id, action: "declare", payload: { ...written, instrument, from_on, to_on: to_on ?? null } });
    return ok({ id, rule: input.rule });
  },
});

type Declared = { readonly rule: "grassroots_fighter_cap" | "council_vote" | "public_notice" | "processing"; readonly value: string; readonly base?: (typeof VOTE_BASES)[number] | undefined; readonly quorum?: string | undefined };

/** Takes what was typed; gives what the rule says, or null where the working days are none. */
function saidBy(input: Declared, honour: string): LocalRuleSays | null {
  const value = input.value.replace(",", ".").replaceAll(" ", "");
  switch (input.rule) {
    case "grassroots_fighter_cap":
      return { kind: "quota", honour, percent: value.replace(/%$/, "") };
    case "council_vote": {
      const quorum = input.quorum?.replaceAll(" ", "");
      return { kind: "vote", honour, vote: { threshold: value, base: input.base ?? "all_members", ...(quorum === undefined ? {} : { quorum }) } };
    }
    case "public_notice": {
      const days = readNoticeDays(value);
      return days === null ? null : { kind: "notice", honour, days };
    }
    case "processing": {
      const days = readProcessingDays(value);
      return days === null ? null : { kind: "processing", honour, days };
    }
  }
}

/** Gives why a rule would loosen national law, or null. How long a list stands on notice and a dossier is worked on is left to the locality. */
function looseningOf(says: LocalRuleSays, from_on: PlainDate) {
  switch (says.kind) {
    case "quota":
      return looseningByQuota(says.honour, says.percent, from_on);
    case "vote":
      return looseningByVote(says.honour, says.vote, from_on);
    case "notice":
    case "processing":
      return null;
  }
}

/** Ends a local rule: from the day on, it no longer covers what is received. Findings made under it stay as they were. */
export const endLocalRule = defineCommand({
  name: "end_local_rule",
  title: say("Chấm dứt quy định của địa phương", "End a local rule"),
  input: z.strictObject({ local_rule_id: field.id(), to_on: field.date() }),
  policy: { kind: "roles", roles: ["officer"], unit: (context) => rootId(context), installation: true },
  async run(context, { local_rule_id, to_on }) {
    const [rule] = await context.tx.select().from(localRules).where(eq(localRules.id, local_rule_id)).for("update");
    if (rule === undefined) return fail("not_found", "Không có quy định này.", "No such local rule.");
    if (to_on <= rule.from_on) return failField("to_on", "Ngày hết hiệu lực phải sau ngày bắt đầu.", "The end must come after the beginning.");
    if (rule.to_on !== null && rule.to_on < to_on) return failField("to_on", "Quy định này đã hết hiệu lực sớm hơn.", "This rule already ends earlier.");
    await context.tx.update(localRules).set({ to_on }).where(eq(localRules.id, local_rule_id));
    context.act({ subject_kind: "local_rule", subject_id: local_rule_id, action: "end", payload: { to_on } });
    return ok({ id: local_rule_id });
  },
});
