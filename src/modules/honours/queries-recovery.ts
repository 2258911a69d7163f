import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { mayAt, unitsHeld } from "../../platform/command/policy.ts";
import { subtree, unitNames } from "../organizations/index.ts";
import { recoveryState } from "./core/recovery.ts";
import { PRINTERS } from "./queries.ts";
import { findAward } from "./store.ts";
import { findRecovery, listRecoveries } from "./store-recoveries.ts";

/** Who looks after what comes back. */
export const RECOVERY_READERS = ["officer", "accountant", "chair", "head", "division_head", "auditor"] as const;

/** One award for those who work with it: whether it stands, what must come back, what one may do. */
export const awardPage = defineQuery({
  name: "award_page",
  title: say("Một khen thưởng: hiệu lực, hủy bỏ, thu hồi", "One award: whether it stands, revocation, recovery"),
  input: z.strictObject({ award_id: field.id() }),
  policy: {
    kind: "roles",
    roles: ["officer", "clerk", "head", "division_head", "chair", "records_clerk", "auditor", "accountant"],
    unit: async (context, input) => (await findAward(context.tx, input.award_id))?.issuer_unit_id ?? null,
  },
  async run(context, input) {
    const award = await findAward(context.tx, input.award_id);
    if (award === null) return fail("not_found", "Không có khen thưởng này.", "No such award.");
    const names = await unitNames(context.tx, [award.issuer_unit_id], award.decided_on ?? context.clock.today());
    const recovery = await findRecovery(context.tx, award.id);
    return ok({
      award, issuer: names.get(award.issuer_unit_id) ?? "", recovery, state: recovery === null ? null : recoveryState(recovery), today: context.clock.today(),
      may_revoke: award.revoked_on === null && (await mayAt(context, award.issuer_unit_id, award.authority === "district" ? ["chair"] : ["chair", "head"])),
      may_print: award.revoked_on === null && (await mayAt(context, award.unit_id, PRINTERS)),
      may_recover: await mayAt(context, award.issuer_unit_id, ["accountant", "officer"]),
    });
  },
});

/** The revoked awards of the units that one looks after: what came back and what has not. */
export const awardsToRecover = defineQuery({
  name: "awards_to_recover",
  title: say("Theo dõi thu hồi hiện vật, tiền thưởng", "Insignia and money to recover"),
  input: z.strictObject({}),
  policy: { kind: "roles", roles: ["officer", "accountant", "chair", "head", "division_head", "auditor"], unit: (context) => unitsHeld(context, RECOVERY_READERS)[0] ?? null },
  async run(context) {
    const rows = await listRecoveries(context.tx, subtree(unitsHeld(context, RECOVERY_READERS), context.clock.today()));
    const list = rows.map((row) => ({ ...row, state: recoveryState(row.recovery) }));
    const open = list.filter((row) => row.state === "due" || row.state === "partly");
    const owed = open.reduce((sum, row) => sum + (row.recovery.money_returned_on === null ? row.recovery.amount_due : 0), 0);
    return ok({ rows: list, open: open.length, owed });
  },
});
