import type { ExtractContent } from "../../../../engines/documents/index.ts";

/** The version of package.json; a reader refuses one it does not know. */
export const PACKAGE_VERSION = 1;

/** A document of a dossier inside a package: what it is, and the hash and place of its bytes; these are null where the original goes with the dossier on paper. */
export type PackedDocument = {
  readonly kind: string;
  readonly title: string;
  readonly number: string | null;
  readonly document_on: string | null;
  readonly on_paper: boolean;
  readonly media_type: string | null;
  readonly size_bytes: number | null;
  readonly sha256: string | null;
  readonly file_id: string | null;
  readonly path: string | null;
};

/** A finding as a package tells it: verdict, the rulebook's hash, and each check with what it rests on. */
export type PackedFinding = {
  readonly stage: string;
  readonly reckoned_on: string;
  readonly verdict: string;
  readonly rulebook: string;
  readonly checks: readonly { readonly id: string; readonly result: string; readonly status: string; readonly text: string; readonly cite: unknown }[];
};

/** What the council counted on a dossier. */
export type PackedVote = { readonly for: number; readonly against: number; readonly blank: number; readonly members: number; readonly base: string | null; readonly threshold: string | null; readonly text: string };

/** A dossier as a package holds it. */
export type PackedDossier = {
  readonly code: string;
  readonly position: number;
  readonly honour: string;
  readonly honour_name: string;
  readonly year: number;
  readonly subject: { readonly kind: string; readonly name: string; readonly note: string };
  readonly unit: string;
  readonly received_on: string | null;
  readonly achievement: string;
  readonly facts: unknown;
  readonly findings: readonly PackedFinding[];
  readonly council: PackedVote | null;
  readonly documents: readonly PackedDocument[];
};

/** The whole of package.json. `letter.content` is what the letter made here prints; null where a scan of the signed letter goes with it. */
export type PackageContent = {
  readonly version: typeof PACKAGE_VERSION;
  readonly package: string;
  readonly title: string;
  readonly from: { readonly code: string; readonly name: string };
  readonly to: { readonly authority: string; readonly addressee: string };
  readonly letter: {
    readonly number: string | null; readonly letter_on: string | null; readonly signer_name: string | null; readonly signer_title: string | null;
    readonly content: ExtractContent | null; readonly scan: { readonly file_id: string; readonly sha256: string; readonly media_type: string } | null;
  };
  readonly dossiers: readonly PackedDossier[];
};

/** Takes any JSON value; gives it with numbers that are no whole numbers as text, so that it has one canonical form. */
export function exactJson(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(exactJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, exactJson(entry)]));
}

/** Takes a dossier's place, a document's place in it, its kind and media type; gives where its bytes lie in the archive. */
export function pathOfDocument(position: number, index: number, kind: string, media_type: string): string {
  return `tai-lieu/${String(position).padStart(4, "0")}/${String(index + 1).padStart(2, "0")}-${kind}.${extensionOf(media_type)}`;
}

/** Takes a media type that documents may have; gives the ending of its file's name. */
export function extensionOf(media_type: string): string {
  const last = media_type.split("/")[1] ?? "bin";
  if (last.endsWith("wordprocessingml.document")) return "docx";
  if (last.endsWith("spreadsheetml.sheet")) return "xlsx";
  return last === "jpeg" ? "jpg" : last;
}

/** The list of a package as rows of a sheet; the level above may fill `outcome` and `reason` and send it back. */
export function rowsOfPackage(content: PackageContent): string[][] {
  return [
    ["stt", "code", "name", "position_unit", "proposed_by", "honour", "year", "outcome", "reason"],
    ...content.dossiers.map((dossier) => [String(dossier.position), dossier.code, dossier.subject.name, dossier.subject.note, dossier.unit, dossier.honour_name, String(dossier.year), "", ""]),
  ];
}
