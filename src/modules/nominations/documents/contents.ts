import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import type { ReadContext } from "../../../platform/command/context.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { recognisedInitiatives } from "../../initiatives/index.ts";
import type { Nomination } from "../core/dossier.ts";
import { checklist, type ChecklistLine, type DocumentKind, requiredDocuments } from "../core/dossier-contents.ts";
import { meetingsOfNominations } from "../meetings/store.ts";
import { submissionEntries, submissionLists } from "../submissions/tables.ts";
import { nominationDocuments } from "./tables.ts";

/** A document of a dossier as its page lists it. */
export type DocumentShown = { id: string; kind: DocumentKind; title: string; number: string | null; document_on: PlainDate | null; on_paper: boolean };

/** What a dossier holds: how many originals on paper, the checklist, whether nothing surely needed is missing, the documents in the order they were added. */
export type Contents = { sets: number | null; lines: ChecklistLine[]; complete: boolean; documents: DocumentShown[] };

type Dossier = Pick<Nomination, "id" | "honour" | "procedure" | "received_on" | "person_id" | "year">;

/** Takes dossiers; gives the contents of each, with as many statements for fifty as for one. */
export async function contentsOf(context: ReadContext, list: readonly Dossier[]): Promise<Map<string, Contents>> {
  const documents = await documentsOfDossiers(context.tx, list.map(({ id }) => id));
  const known = await documentsKnown(context, list);
  const today = context.clock.today();
  return new Map(
    list.map((dossier) => {
      const own = documents.get(dossier.id) ?? [];
      const { sets, requirements } = requiredDocuments(dossier.honour, dossier.procedure, dossier.received_on ?? today);
      return [dossier.id, { sets, ...checklist(requirements, own, known.get(dossier.id)), documents: own }];
    }),
  );
}

async function documentsOfDossiers(tx: Tx, ids: readonly string[]): Promise<Map<string, DocumentShown[]>> {
  const found = new Map<string, DocumentShown[]>();
  if (ids.length === 0) return found;
  const { nomination_id, id, kind, title, number, document_on, file_id } = nominationDocuments;
  const rows = await tx.select({ nomination_id, id, kind, title, number, document_on, file_id }).from(nominationDocuments).where(inArray(nomination_id, [...ids])).orderBy(asc(nominationDocuments.added_at), asc(id));
  for (const { nomination_id: of, file_id: file, ...document } of rows) found.set(of, [...(found.get(of) ?? []), { ...document, on_paper: file === null }]);
  return found;
}

/** Gives the documents that need not be attached, for the product holds what they would show: the letter of the list a dossier went up with, the minutes of the unit's meeting, an initiative recognised here. */
async function documentsKnown(context: ReadContext, list: readonly Dossier[]): Promise<Map<string, Set<DocumentKind>>> {
  const known = new Map<string, Set<DocumentKind>>(list.map(({ id }) => [id, new Set()]));
  const ids = list.map(({ id }) => id);
  for (const id of await underLetter(context.tx, ids)) known.get(id)?.add("letter");
  for (const id of (await meetingsOfNominations(context.tx, ids)).keys()) known.get(id)?.add("minutes");
  for (const year of new Set(list.map((dossier) => dossier.year))) {
    const ofYear = list.filter((dossier) => dossier.year === year);
    const recognised = await recognisedInitiatives(context.tx, ofYear.flatMap(({ person_id }) => person_id ?? []), year);
    for (const { id, person_id } of ofYear) if (person_id !== null && (recognised.get(person_id) ?? []).length > 0) known.get(id)?.add("initiative_certificate");
  }
  return known;
}

/** Gives which of the dossiers went up on a list, which is sent under its letter only. */
async function underLetter(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectDistinct({ id: submissionEntries.nomination_id })
    .from(submissionEntries)
    .innerJoin(submissionLists, and(eq(submissionLists.locality_id, submissionEntries.locality_id), eq(submissionLists.id, submissionEntries.list_id)))
    .where(and(inArray(submissionEntries.nomination_id, [...ids]), eq(submissionLists.state, "sent"), isNotNull(submissionLists.letter_number)));
  return rows.map(({ id }) => id);
}
