import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineQuery } from "../../../platform/command/define.ts";
import * as field from "../../../platform/command/fields.ts";
import { anyone, judge, unitsHeld } from "../../../platform/command/policy.ts";
import { unitNames } from "../store.ts";
import { NO_CLUSTER } from "./messages.ts";
import { isRootOfficer, mayLead, READERS, readingSeat, SIGNERS, yearAsked } from "./seats.ts";
import { findCluster, membersOn } from "./store.ts";
import { pactOfYear, signaturesOf } from "./store-year.ts";
import { dayOfYear } from "./year-view.ts";

/** The pact of a cluster's year: its articles, who signed when, who has not; public. Scans are for those with a role at a member. */
export const clusterPact = defineQuery({
  name: "cluster_pact",
  title: say("Giao ước thi đua của cụm, khối", "The pact of a cluster"),
  input: z.strictObject({ cluster_id: field.id(), year: field.maybe(field.whole(1990, 2100)) }),
  policy: anyone,
  async run(context, input) {
    const { tx } = context;
    const cluster = await findCluster(tx, input.cluster_id);
    if (cluster === null) return NO_CLUSTER();
    const today = context.clock.today();
    const year = yearAsked(context, input.year);
    const pact = await pactOfYear(tx, cluster.id, year);
    const signatures = await signaturesOf(tx, pact === null ? [] : [pact.id]);
    const members = await membersOn(tx, cluster.id, dayOfYear(year, today));
    const names = await unitNames(tx, [...members, ...signatures.map((signature) => signature.unit_id)], today);
    const unitOf = (id: string) => ({ id, name: names.get(id) ?? "" });
    const waiting = members.filter((id) => !signatures.some((signature) => signature.unit_id === id));
    const held = unitsHeld(context, SIGNERS);
    const reads = (await judge({ kind: "roles", roles: READERS, unit: () => readingSeat(context, cluster.id) }, context, {})).allowed;
    return ok({
      cluster, year, today, pact,
      signatures: signatures.map(({ scan_file_id, ...signature }) => ({ ...signature, unit: names.get(signature.unit_id) ?? "", scan_file_id: reads ? scan_file_id : null })),
      waiting: waiting.map(unitOf),
      may: {
        draft: signatures.length === 0 && (await mayLead(context, cluster.id, year)),
        /** The members for which the visitor signs here. */
        sign: pact === null ? [] : waiting.filter((id) => held.includes(id)).map(unitOf),
        enter: pact !== null && waiting.length > 0 && (await isRootOfficer(context)),
      },
    });
  },
});
