import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineQuery } from "../../../platform/command/define.ts";
import { fail } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { mayAt } from "../../../platform/command/policy.ts";
import { readFile } from "../../../platform/files/upload.ts";
import { rootId } from "../../organizations/index.ts";
import { OUTSIDE_AUTHORITIES } from "../core/authorities.ts";
import type { PackageParts } from "./bundle.ts";
import type { PackageContent } from "./core/package-content.ts";
import { inSubmissionOrder } from "./in-order.ts";
import { packNow } from "./pack.ts";
import { dossiersOfPackage, dossiersToPack, findPackage, findResult, listPackages, resultsOf } from "./store-packages.ts";

/** Who reads packages, at the locality. */
export const PACKAGE_READERS = ["officer", "division_head", "chair", "records_clerk", "auditor"] as const;

/** All packages to the levels above, the newest first. */
export const browsePackages = defineQuery({
  name: "browse_packages",
  title: say("Gói hồ sơ trình cấp trên", "Packages to the level above"),
  input: z.strictObject({}),
  policy: { kind: "roles", roles: PACKAGE_READERS, unit: (context) => rootId(context) },
  run: async (context) => ok((await listPackages(context.tx)).map((row) => ({ ...row.package, content: null, count: row.count, answered: row.answered }))),
});

/** The recommended dossiers that wait for a package. */
export const packageChoices = defineQuery({
  name: "package_choices",
  title: say("Hồ sơ chờ lập gói trình cấp trên", "Dossiers that wait for a package"),
  input: z.strictObject({}),
  policy: { kind: "roles", roles: ["officer", "division_head"], unit: (context) => rootId(context) },
  run: async (context) => ok(await inSubmissionOrder(context, await dossiersToPack(context.tx, OUTSIDE_AUTHORITIES))),
});

/** One package with its dossiers, their outcomes and its results. */
export const packagePage = defineQuery({
  name: "package_page",
  title: say("Một gói hồ sơ trình cấp trên", "One package"),
  input: z.strictObject({ package_id: field.id() }),
  policy: { kind: "roles", roles: PACKAGE_READERS, unit: (context) => rootId(context) },
  async run(context, input) {
    const found = await findPackage(context.tx, input.package_id);
    if (found === null) return fail("not_found", "Không có gói hồ sơ này.", "No such package.");
    const entries = await dossiersOfPackage(context.tx, found.id);
    const at = new Map(entries.map((entry) => [entry.nomination.id, entry]));
    const ordered = await inSubmissionOrder(context, entries.map((entry) => entry.nomination));
    const dossiers = ordered.map((nomination, index) => {
      const entry = at.get(nomination.id);
      return { ...nomination, position: entry?.position ?? index + 1, outcome: entry?.outcome ?? null, reason: entry?.reason ?? null };
    });
    dossiers.sort((a, b) => a.position - b.position);
    const root = (await rootId(context)) ?? "";
    const may_prepare = await mayAt(context, root, ["officer", "division_head"]);
    const choices = may_prepare && found.state === "draft" ? await inSubmissionOrder(context, await dossiersToPack(context.tx, [found.to_authority])) : [];
    return ok({
      package: { ...found, content: null }, dossiers, choices, results: await resultsOf(context.tx, found.id), may_prepare,
      may_letter: await mayAt(context, root, ["officer", "division_head", "records_clerk"]),
      may_record: await mayAt(context, root, ["officer", "records_clerk"]),
      may_confirm: await mayAt(context, root, ["officer", "records_clerk", "chair", "division_head"]),
    });
  },
});

/** The parts of package.zip: as they were sent, or as they would be sent now. */
export const packageBundle = defineQuery({
  name: "package_bundle",
  title: say("Tệp gói hồ sơ", "The file of a package"),
  input: z.strictObject({ package_id: field.id() }),
  policy: { kind: "roles", roles: PACKAGE_READERS, unit: (context) => rootId(context) },
  async run(context, input) {
    const found = await findPackage(context.tx, input.package_id);
    if (found === null) return fail("not_found", "Không có gói hồ sơ này.", "No such package.");
    const { text, content } = found.content === null ? await packNow(context, found) : { text: found.content, content: JSON.parse(found.content) as PackageContent };
    const documents: { path: string; bytes: Uint8Array }[] = [];
    for (const document of content.dossiers.flatMap((dossier) => dossier.documents)) {
      if (document.file_id === null || document.path === null) continue;
      const file = await readFile(context.tx, document.file_id);
      if (file === null) throw new Error(`a document of package ${found.id} is missing: ${document.path}`);
      documents.push({ path: document.path, bytes: file.bytes });
    }
    const scan = content.letter.scan === null ? null : ((await readFile(context.tx, content.letter.scan.file_id))?.bytes ?? null);
    const parts: PackageParts = { text, content, documents, scan };
    return ok(parts);
  },
});

/** The scan of the paper of a result. */
export const packageResultScan = defineQuery({
  name: "package_result_scan",
  title: say("Bản quét kết quả của cấp trên", "The scan of a result"),
  input: z.strictObject({ result_id: field.id() }),
  policy: { kind: "roles", roles: PACKAGE_READERS, unit: (context) => rootId(context) },
  async run(context, input) {
    const result = await findResult(context.tx, input.result_id);
    const file = result === null ? null : await readFile(context.tx, result.scan_file_id);
    return file === null ? fail("not_found", "Không có kết quả này.", "No such result.") : ok(file);
  },
});
