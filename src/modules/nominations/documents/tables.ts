import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, instant, locality } from "../../../platform/database/schema-kit.ts";
import type { DocumentKind } from "../core/dossier-contents.ts";

/** A document of a dossier (thành phần hồ sơ): what it is, its number and day, and the file behind it; none where the original lies in the dossier on paper (bản giấy). */
export const nominationDocuments = pgTable(
  "nomination_documents",
  {
    locality_id: locality(),
    id: id(),
    nomination_id: uuid().notNull(),
    kind: text().$type<DocumentKind>().notNull(),
    file_id: uuid(),
    title: text().notNull(),
    number: text(),
    document_on: day(),
    added_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.nomination_id)],
);
