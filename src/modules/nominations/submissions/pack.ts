import { canonicalJson } from "../../../kernel/canonical-json.ts";
import type { ReadContext } from "../../../platform/command/context.ts";
import type { CheckOutput } from "../../../engines/rulebook/index.ts";
import { type Motion, motionsOf } from "../../votes/index.ts";
import { honourName } from "../assess.ts";
import type { Nomination } from "../core/dossier.ts";
import { exactJson, PACKAGE_VERSION, type PackageContent, type PackedFinding, type PackedVote, pathOfDocument } from "./core/package-content.ts";
import { committeeOf, composeSubmissionLetter, placeOf } from "./core/letter.ts";
import { inSubmissionOrder } from "./in-order.ts";
import { councilActionsOf, documentsOf, dossiersOfPackage, findingsOfMany, hashOfFile, type Package } from "./store-packages.ts";

/** Takes a package that is not sent yet; gives package.json as canonical text and the dossiers in their order. */
export async function packNow(context: ReadContext, one: Package): Promise<{ text: string; content: PackageContent; order: Nomination[] }> {
  const order = await inSubmissionOrder(context, (await dossiersOfPackage(context.tx, one.id)).map((entry) => entry.nomination));
  const ids = order.map((nomination) => nomination.id);
  const documents = ids.length === 0 ? [] : await documentsOf(context.tx, ids);
  const kept = ids.length === 0 ? [] : await findingsOfMany(context.tx, ids);
  const votes = await votesOn(context, ids);
  const dossiers = order.map((nomination, index) => ({
    code: nomination.id, position: index + 1, honour: nomination.honour, honour_name: honourName(nomination.honour, "vi"), year: nomination.year,
    subject: { kind: nomination.subject_kind, name: nomination.subject_name, note: nomination.subject_note }, unit: nomination.unit_name, received_on: nomination.received_on,
    achievement: nomination.achievement, facts: exactJson(nomination.facts),
    findings: kept.filter((finding) => finding.nomination_id === nomination.id).map(packFinding),
    council: votes.get(nomination.id) ?? null,
    documents: documents
      .filter((document) => document.nomination_id === nomination.id)
      .map(({ nomination_id: _id, ...document }, at) => ({ ...document, on_paper: document.file_id === null, path: document.media_type === null ? null : pathOfDocument(index + 1, at, document.kind, document.media_type) })),
  }));
  const content: PackageContent = {
    version: PACKAGE_VERSION, package: one.id, title: one.title, from: { code: context.locality.code, name: context.locality.name }, to: { authority: one.to_authority, addressee: one.addressee },
    letter: await packLetter(context, one, order), dossiers,
  };
  return { text: canonicalJson(content), content, order };
}

function packFinding(finding: { stage: string; reckoned_on: string; verdict: string; rulebook_hash: string; output: unknown }): PackedFinding {
  const { checks } = finding.output as Pick<CheckOutput, "checks">;
  return {
    stage: finding.stage, reckoned_on: finding.reckoned_on, verdict: finding.verdict, rulebook: finding.rulebook_hash,
    checks: checks.map(({ id, result, status, text, cite }) => ({ id, result, status, text, cite: exactJson(cite) })),
  };
}

async function packLetter(context: ReadContext, one: Package, order: readonly (Nomination & { unit_name: string })[]): Promise<PackageContent["letter"]> {
  const { letter_number: number, letter_on, signer_name, signer_title, letter_file_id } = one;
  const head = { number, letter_on, signer_name, signer_title };
  const file = letter_file_id === null ? null : await hashOfFile(context.tx, letter_file_id);
  if (letter_file_id !== null && file !== null) return { ...head, content: null, scan: { file_id: letter_file_id, ...file } };
  const content = composeSubmissionLetter({
    parent: null, issuer: committeeOf(context.locality.name), place: placeOf(context.locality.name), addressee: one.addressee, decides: true, subject: one.title, number, letter_on,
    signer: signer_name === null || signer_title === null ? null : { title: signer_title, name: signer_name },
    lines: order.map((nomination) => ({ honour_name: honourName(nomination.honour, "vi"), year: nomination.year, name: nomination.subject_name, note: nomination.subject_note, unit: nomination.unit_name })),
  });
  return { ...head, content, scan: null };
}

/** What the council counted on each dossier last; dossiers that went without a council are absent. */
async function votesOn(context: ReadContext, ids: readonly string[]): Promise<Map<string, PackedVote>> {
  const found = new Map<string, PackedVote>();
  if (ids.length === 0) return found;
  const acted = await councilActionsOf(context.tx, ids);
  const motions = new Map<string, Motion>();
  for (const session_id of new Set([...acted.values()].flatMap((entry) => entry.session_id ?? []))) {
    for (const motion of await motionsOf(context.tx, session_id)) motions.set(motion.id, motion);
  }
  for (const [id, { motion_id }] of acted) {
    const motion = motion_id === null ? undefined : motions.get(motion_id);
    if (motion === undefined || motion.tally === null || motion.outcome === null) continue;
    const { tally, outcome } = motion;
    found.set(id, { for: tally.agree, against: tally.disagree, blank: tally.blank, members: tally.members, base: outcome.base, threshold: outcome.threshold, text: outcome.text });
  }
  return found;
}
