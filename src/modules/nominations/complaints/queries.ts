import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineQuery } from "../../../platform/command/define.ts";
import { fail } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { mayAt } from "../../../platform/command/policy.ts";
import { findNomination } from "../store.ts";
import { complaintStatus } from "./core/complaint.ts";
import { complaintsOf } from "./store.ts";

/** The complaints about one dossier, for those who deal with them or decide; not for the unit that proposed, nor for the council. */
export const complaintsOfNomination = defineQuery({
  name: "complaints_of_nomination",
  title: say("Khiếu nại, tố cáo về một hồ sơ", "Complaints about a dossier"),
  input: z.strictObject({ nomination_id: field.id() }),
  policy: { kind: "roles", roles: ["officer", "division_head", "chair", "auditor"], unit: async (context, input) => (await findNomination(context.tx, input.nomination_id))?.unit_id ?? null },
  async run(context, input) {
    const nomination = await findNomination(context.tx, input.nomination_id);
    if (nomination === null) return fail("not_found", "Không có hồ sơ này.", "No such nomination.");
    const list = await complaintsOf(context.tx, nomination.id);
    return ok({
      nomination: { id: nomination.id, subject_name: nomination.subject_name, honour: nomination.honour, year: nomination.year },
      complaints: list.map(({ locality_id: _locality, ...complaint }) => ({ ...complaint, status: complaintStatus(complaint) })),
      may_deal: await mayAt(context, nomination.unit_id, ["officer"]),
    });
  },
});
