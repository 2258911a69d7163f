import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { formatDate, yearOf } from "../../../kernel/plain-date.ts";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import { fail, failField } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { keepScan, upload } from "../../../platform/files/upload.ts";
import { rootId } from "../commands.ts";
import { NO_CLUSTER } from "./messages.ts";
import { leadingSeat, SIGNERS } from "./seats.ts";
import { enterSignature } from "./sign.ts";
import { findCluster, lockCluster, membersOn } from "./store.ts";
import { lockPact, pactOfYear, signaturesOf } from "./store-year.ts";
import { clusterPacts } from "./tables.ts";
import { unitsHeld } from "../../../platform/command/policy.ts";

const NO_PACT = () => fail("not_found", "Không có bản giao ước này.", "No such pact.");
const SIGNER = { signer_name: field.text(120), signer_title: field.text(120) };

/** Drafts the pact of a year, or changes the draft; frozen from the first signature on. */
export const draftPact = defineCommand({
  name: "draft_pact",
  title: say("Soạn giao ước thi đua", "Draft a pact"),
  input: z.strictObject({
    cluster_id: field.id(), year: field.whole(1990, 2100), articles: field.list(z.strictObject({ title: field.text(200), text: field.longText(4000) }), 30), targets: field.maybe(field.longText(4000)),
  }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => leadingSeat(context, input.cluster_id, input.year) },
  async run(context, input) {
    // Two drafts of one year at once must not both be new.
    const cluster = await lockCluster(context.tx, input.cluster_id);
    if (cluster === null) return NO_CLUSTER();
    if (input.articles.length === 0) return failField("articles.0.title", "Giao ước cần ít nhất một nội dung.", "A pact needs at least one article.");
    const known = await pactOfYear(context.tx, cluster.id, input.year);
    const pact = known === null ? null : await lockPact(context.tx, known.id);
    const columns = { articles: input.articles, targets: input.targets ?? null, drafted_on: context.clock.today() };
    if (pact !== null && (await signaturesOf(context.tx, [pact.id])).length > 0) return fail("conflict", "Đã có đơn vị ký: nội dung giao ước giữ nguyên.", "A member has signed: the articles stand as they are.");
    const id = pact?.id ?? context.newId();
    if (pact === null) await context.tx.insert(clusterPacts).values({ locality_id: context.locality.code, id, cluster_id: cluster.id, year: input.year, ...columns });
    else await context.tx.update(clusterPacts).set(columns).where(and(eq(clusterPacts.id, id), eq(clusterPacts.cluster_id, cluster.id)));
    context.act({ subject_kind: "cluster", subject_id: cluster.id, action: pact === null ? "draft_pact" : "revise_pact", payload: { pact_id: id, year: input.year, articles: input.articles.length } });
    return ok({ id });
  },
});

/** A member signs here. A signature is given by a role held on that very unit, never from above it. */
export const signPact = defineCommand({
  name: "sign_pact",
  title: say("Ký giao ước thi đua", "Sign a pact"),
  input: z.strictObject({ pact_id: field.id(), unit_id: field.id(), ...SIGNER }),
  policy: { kind: "roles", roles: ["clerk", "head", "chair"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const pact = await lockPact(context.tx, input.pact_id);
    const cluster = pact === null ? null : await findCluster(context.tx, pact.cluster_id);
    if (pact === null || cluster === null) return NO_PACT();
    if (!unitsHeld(context, SIGNERS).includes(input.unit_id)) {
      return fail("forbidden", "Chỉ người có vai trò tại chính đơn vị mới ký được cho đơn vị.", "Only somebody with a role at that very unit signs for it.");
    }
    const signed_on = context.clock.today();
    if (!(await membersOn(context.tx, cluster.id, signed_on)).includes(input.unit_id)) return failField("unit_id", "Đơn vị không là thành viên của cụm, khối này.", "The unit is no member of this cluster.");
    return enterSignature(context, cluster, pact, { unit_id: input.unit_id, signer_name: input.signer_name, signer_title: input.signer_title, signed_on, source: "here", scan_file_id: null });
  },
});

/** Enters a signature from a signed paper with its scan: for members without an account, and where a conference signed on paper. */
export const recordPactSignature = defineCommand({
  name: "record_pact_signature",
  title: say("Ghi chữ ký giao ước từ bản giấy", "Enter a signature under a pact from paper"),
  input: z.strictObject({ pact_id: field.id(), unit_id: field.id(), ...SIGNER, signed_on: field.date(), scan: upload() }),
  policy: { kind: "roles", roles: ["officer"], unit: (context) => rootId(context) },
  async run(context, input) {
    const pact = await lockPact(context.tx, input.pact_id);
    const cluster = pact === null ? null : await findCluster(context.tx, pact.cluster_id);
    if (pact === null || cluster === null) return NO_PACT();
    const { signed_on } = input;
    if (signed_on > context.clock.today()) return failField("signed_on", "Ngày ký chưa đến.", "The day of signing has not come yet.");
    const signedIn = yearOf(signed_on);
    if (signedIn !== pact.year && signedIn !== pact.year - 1) return failField("signed_on", `Giao ước năm ${pact.year} được ký trong năm ${pact.year - 1} hoặc ${pact.year}.`, `The pact of ${pact.year} is signed in ${pact.year - 1} or ${pact.year}.`);
    if (!(await membersOn(context.tx, cluster.id, signed_on)).includes(input.unit_id)) {
      return failField("unit_id", `Đơn vị không là thành viên vào ngày ${formatDate(signed_on)}.`, `The unit was no member on ${formatDate(signed_on)}.`);
    }
    const scan = await keepScan(context, input.scan, "scan", input.unit_id);
    if (!scan.ok) return scan;
    return enterSignature(context, cluster, pact, { unit_id: input.unit_id, signer_name: input.signer_name, signer_title: input.signer_title, signed_on, source: "paper", scan_file_id: scan.value });
  },
});
