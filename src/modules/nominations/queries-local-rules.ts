import { z } from "zod";
import { judge, type LocalLayer, looseningByQuota, parseCheckInput } from "../../engines/rulebook/index.ts";
import { ok, unwrap } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { rootId, unitNames } from "../organizations/index.ts";
import { type Assessment, assessAll } from "./assess.ts";
import { readLocalRule } from "./core/local-rules.ts";
import { localRulesDeclared, proposedNominations } from "./store.ts";

/** The local rules declared, the newest first; public as the law is. */
export const browseLocalRules = defineQuery({
  name: "browse_local_rules",
  title: say("Quy định của địa phương", "Local rules"),
  input: z.strictObject({}),
  policy: { kind: "roles", roles: ["officer", "clerk", "head", "auditor", "chair"], unit: (context) => rootIdIfAny(context) },
  run: async (context) => ok((await localRulesDeclared(context.tx)).map((rule) => ({ ...rule, says: readLocalRule(rule) }))),
});

/** What a list would come to: each dossier's verdict now, and as the list would stand. Nothing is kept. */
export const whatIfList = defineQuery({
  name: "what_if_list",
  title: say("Xét thử cả danh sách", "What if, on a list"),
  input: z.strictObject({
    unit_id: field.id(), honour: field.text(60), year: field.whole(1990, 2100),
    /** How many more are added to the list; fewer when negative. */
    add: field.maybe(field.whole(-1000, 1000)),
    /** Another percentage in place of the declared one. */
    local_cap: field.maybe(field.text(12)),
  }),
  policy: { kind: "roles", roles: ["officer", "division_head", "head", "clerk"], unit: (_context, input) => input.unit_id },
  async run(context, { unit_id, honour, year, add = 0, local_cap }) {
    const cap = local_cap?.replace(",", ".").replace(/\s*%$/, "");
    const list = await proposedNominations(context.tx, unit_id, honour, year);
    const assessed = await assessAll(context, list);
    if (!assessed.ok) return fail("invalid", assessed.error.message, assessed.error.message);
    if (cap !== undefined) {
      const refused = looseningByQuota(honour, cap, assessed.value[0]?.reckoned_on ?? context.clock.today());
      if (refused !== null) return failField("local_cap", refused.vi, refused.en);
    }
    const rows = assessed.value.map((assessment, index) => {
      const dossier = list[index] as (typeof list)[number];
      return { id: dossier.id, subject_name: dossier.subject_name, now: assessment.output.verdict, tried: verdictIf(assessment, add, cap) };
    });
    const first = assessed.value[0];
    const pool = first === undefined ? undefined : (first.input["pool"] as { advanced_labourers: number; proposed: number } | undefined);
    return ok({
      unit_id, honour, year, add, rows,
      unit: (await unitNames(context.tx, [unit_id], context.clock.today())).get(unit_id) ?? "",
      pool: pool === undefined ? null : { ...pool, declared: first?.local?.quota_percent?.[honour] ?? null, tried: cap ?? null },
      fell: rows.filter((row) => row.now !== "not_eligible" && row.tried === "not_eligible").length,
      rose: rows.filter((row) => row.now !== "eligible" && row.tried === "eligible").length,
    });
  },
});

/** Judges the same facts again with another list: more proposed, another percentage. */
function verdictIf({ input, local }: Assessment, add: number, cap: string | undefined) {
  const pool = input["pool"] as { proposed: number } | undefined;
  const parsed = unwrap(parseCheckInput(pool === undefined ? input : { ...input, pool: { ...pool, proposed: Math.max(0, pool.proposed + add), ...(cap === undefined ? {} : { local_cap: cap }) } }));
  const layer: LocalLayer | null = local;
  return judge(parsed, layer).verdict;
}

async function rootIdIfAny(context: ReadContext): Promise<string | null> {
  return context.actor.kind === "user" ? (context.actor.grants[0]?.unit_id ?? null) : rootId(context);
}
