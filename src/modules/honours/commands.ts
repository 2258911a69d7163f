import { z } from "zod";
import { formatDate, yearOf } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { honourCatalogue } from "../../engines/rulebook/index.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { rootId } from "../organizations/index.ts";
import { externalAwards } from "./tables.ts";

const entry = z.strictObject({
  honour: field.text(60), year: field.whole(1950, 2100), decided_on: field.date(), decision_number: field.text(60), issuer: field.text(200),
  person_id: field.maybe(field.id()), subject_unit_id: field.maybe(field.id()), household_id: field.maybe(field.id()),
});

/** Enters awards from paper that others gave, or that were given before this product: they count in the award history. */
export const recordExternalAwards = defineCommand({
  name: "record_external_awards",
  title: say("Nhập khen thưởng đã có từ quyết định giấy", "Record awards from earlier paper decisions"),
  input: z.strictObject({ awards: field.list(entry) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context) => rootId(context), installation: true },
  async run(context, input) {
    const known = new Set(honourCatalogue().map((honour) => honour.id));
    const today = context.clock.today();
    for (const [index, award] of input.awards.entries()) {
      if (!known.has(award.honour)) return failField(`awards.${index}.honour`, `Không có danh hiệu, hình thức “${award.honour}”.`, `No honour “${award.honour}”.`);
      if (award.decided_on > today) return failField(`awards.${index}.decided_on`, `Ngày quyết định không thể sau hôm nay (${formatDate(today)}).`, "The decision cannot be dated after today.");
      if (yearOf(award.decided_on) < award.year) return failField(`awards.${index}.year`, `Quyết định ngày ${formatDate(award.decided_on)} không thể khen thành tích năm ${award.year}.`, `A decision of ${formatDate(award.decided_on)} cannot commend achievements of ${award.year}.`);
      if ([award.person_id, award.subject_unit_id, award.household_id].filter((id) => id !== undefined).length !== 1) {
        return failField(`awards.${index}.person_id`, "Cần đúng một: người, tập thể, hoặc hộ gia đình.", "Name exactly one: a person, a collective or a household.");
      }
    }
    const rows = input.awards.map((award) => ({
      locality_id: context.locality.code, id: context.newId(), ...award, person_id: award.person_id ?? null, subject_unit_id: award.subject_unit_id ?? null, household_id: award.household_id ?? null,
    }));
    for (let start = 0; start < rows.length; start += 1000) await context.tx.insert(externalAwards).values(rows.slice(start, start + 1000));
    context.act({ subject_kind: "award_history", subject_id: context.newId(), action: "record", payload: { count: rows.length } });
    return ok({ count: rows.length });
  },
});
