import { z } from "zod";
import { tidyCode } from "../../kernel/ids.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { anyone } from "../../platform/command/policy.ts";
import { findPerson, placesOfPerson, rootId, unitNames } from "../organizations/index.ts";
import { countAwards, findAward, findAwardByCode, historyOf, listAwards } from "./store.ts";
import { recoveryStates } from "./store-recoveries.ts";

export const PAGE_SIZE = 50;

/** What a stranger learns of a code: the award as on paper, and whether it still stands. */
export const verifyAward = defineQuery({
  name: "verify_award",
  title: say("Xác minh một giấy khen theo mã", "Verify an award by its code"),
  input: z.strictObject({ code: field.text(40).transform(tidyCode) }),
  policy: anyone,
  async run(context, input) {
    const award = await findAwardByCode(context.tx, input.code);
    if (award === null) {
      return fail("not_found", `Không có giấy khen, danh hiệu nào mang mã ${input.code}. Hãy so lại từng chữ với mã in dưới ô vuông.`, `No award carries the code ${input.code}. Compare each letter with the code printed under the square.`);
    }
    const names = await unitNames(context.tx, [award.issuer_unit_id], award.decided_on ?? context.clock.today());
    const recovery = (await recoveryStates(context.tx, [award.id])).get(award.id) ?? null;
    return ok({ ...award, issuer: names.get(award.issuer_unit_id) ?? "", recovery });
  },
});

/** Who may print the paper of an award, at the unit that proposed it or above. */
export const PRINTERS = ["officer", "clerk", "head", "division_head", "chair", "records_clerk", "auditor"] as const;

/** An award by its id, for those who may print it. */
export const awardToPrint = defineQuery({
  name: "award_to_print",
  title: say("Giấy khen để in", "An award to print"),
  input: z.strictObject({ award_id: field.id() }),
  policy: {
    kind: "roles",
    roles: PRINTERS,
    unit: async (context, input) => (await findAward(context.tx, input.award_id))?.unit_id ?? null,
  },
  async run(context, input) {
    const award = await findAward(context.tx, input.award_id);
    if (award === null) return fail("not_found", "Không có giấy khen này.", "No such award.");
    if (award.revoked_on !== null) return fail("conflict", "Khen thưởng này đã bị hủy bỏ: không in giấy nữa.", "This award was revoked: its paper is not printed any more.");
    const names = await unitNames(context.tx, [award.issuer_unit_id], award.decided_on ?? context.clock.today());
    return ok({ ...award, issuer: names.get(award.issuer_unit_id) ?? "" });
  },
});

/** The public list of awards. */
export const browseAwards = defineQuery({
  name: "browse_awards",
  title: say("Danh sách khen thưởng", "The list of awards"),
  input: z.strictObject({
    year: field.maybe(field.whole(1990, 2100)), honour: field.maybe(field.text(60)), unit_id: field.maybe(field.id()), page: field.maybe(field.whole(1, 100_000)),
  }),
  policy: anyone,
  async run(context, input) {
    const page = input.page ?? 1;
    const { rows, count } = await listAwards(context.tx, input, PAGE_SIZE, (page - 1) * PAGE_SIZE);
    return ok({ rows, count, page, pages: Math.max(1, Math.ceil(count / PAGE_SIZE)), filter: input });
  },
});

/** How many awards of each honour were given for a year. */
export const awardCounts = defineQuery({
  name: "award_counts",
  title: say("Số khen thưởng theo hình thức", "Awards by honour"),
  input: z.strictObject({ year: field.whole(1990, 2100) }),
  policy: anyone,
  run: async (context, input) => ok(await countAwards(context.tx, input.year)),
});

/** A person with places and award history; for those who work on dossiers of the unit. */
export const personPage = defineQuery({
  name: "person_page",
  title: say("Một người: vị trí và quá trình khen thưởng", "A person: places and award history"),
  input: z.strictObject({ person_id: field.id() }),
  policy: {
    kind: "roles",
    roles: ["officer", "clerk", "head", "division_head", "chair", "council_member", "records_clerk", "auditor"],
    unit: async (context, input) => (await placesOfPerson(context.tx, input.person_id, context.clock.today()))[0]?.unit_id ?? rootId(context),
  },
  async run(context, input) {
    const person = await findPerson(context.tx, input.person_id);
    if (person === null) return fail("not_found", "Không có người này.", "No such person.");
    const places = await placesOfPerson(context.tx, input.person_id, context.clock.today());
    const history = await historyOf(context.tx, "person_id", [input.person_id]);
    return ok({ person, places, history });
  },
});

/** The award history of a collective or a household: public, as the list of awards is. */
export const unitHistory = defineQuery({
  name: "unit_history",
  title: say("Quá trình khen thưởng của tập thể, hộ gia đình", "Award history of a collective or household"),
  input: z.strictObject({ unit_id: field.id() }),
  policy: anyone,
  run: async (context, input) => ok(await historyOf(context.tx, "subject_unit_id", [input.unit_id])),
});
