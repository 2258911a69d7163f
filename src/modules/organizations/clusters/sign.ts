import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { canonicalJson } from "../../../kernel/canonical-json.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { CommandContext } from "../../../platform/command/context.ts";
import { type Failure, fail } from "../../../platform/command/failure.ts";
import { isComplete } from "./core/pact.ts";
import { type Cluster, membersOn } from "./store.ts";
import { lockPact, type Pact, pactOfYear, type Signature, signaturesOf } from "./store-year.ts";
import { clusterPacts, pactSignatures } from "./tables.ts";

/** Enters one signature under a pact that is locked; fails when the unit has signed. The last one completes the pact. */
export async function enterSignature(context: CommandContext, cluster: Cluster, pact: Pact, signature: Omit<Signature, "pact_id">): Promise<Result<{ id: string; completed: boolean }, Failure>> {
  const written = await context.tx
    .insert(pactSignatures)
    .values({ locality_id: context.locality.code, pact_id: pact.id, ...signature })
    .onConflictDoNothing()
    .returning({ unit_id: pactSignatures.unit_id });
  if (written.length === 0) return fail("conflict", "Đơn vị này đã ký giao ước.", "This unit has signed the pact.");
  context.act({ subject_kind: "cluster", subject_id: cluster.id, action: "sign_pact", unit_id: signature.unit_id, payload: { pact_id: pact.id, source: signature.source } });
  return ok({ id: pact.id, completed: await completePact(context, cluster, pact) });
}

/** Completes the pact of a year when all members of today have signed, as after one that had not has left. */
export async function completePactOf(context: CommandContext, cluster: Cluster, year: number): Promise<void> {
  const found = await pactOfYear(context.tx, cluster.id, year);
  const pact = found === null ? null : await lockPact(context.tx, found.id);
  if (pact !== null) await completePact(context, cluster, pact);
}

async function completePact(context: CommandContext, cluster: Cluster, pact: Pact): Promise<boolean> {
  if (pact.completed_on !== null) return false;
  const completed_on = context.clock.today();
  const signatures = await signaturesOf(context.tx, [pact.id]);
  if (!isComplete(await membersOn(context.tx, cluster.id, completed_on), signatures.map((signature) => signature.unit_id))) return false;
  await context.tx.update(clusterPacts).set({ completed_on }).where(and(eq(clusterPacts.id, pact.id), eq(clusterPacts.cluster_id, cluster.id)));
  context.act({ subject_kind: "cluster", subject_id: cluster.id, action: "complete_pact", payload: { pact_id: pact.id } });
  // The hash lets anybody see that the articles shown are the ones that were signed.
  const text_sha256 = createHash("sha256").update(canonicalJson({ articles: pact.articles, targets: pact.targets })).digest("hex");
  const on_paper = signatures.filter((signature) => signature.source === "paper").length;
  context.log({ type: "pact_signed", facts: { pact_id: pact.id, cluster_id: cluster.id, cluster: cluster.name, year: pact.year, signatures: signatures.length, on_paper, text_sha256, completed_on } });
  return true;
}
