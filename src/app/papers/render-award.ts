import { and, eq } from "drizzle-orm";
import { honourCatalogue } from "../../engines/rulebook/index.ts";
import { composeCertificate, composeDecisionExtract, PEOPLES_COMMITTEE, type SigningCapacity, type SigningOffice, writeSignature } from "../../engines/documents/index.ts";
import { appendCredential, encodeQrCredential, fromHex, type NoteSigner, toBase64, verifyQrCredential } from "../../engines/transparency/index.ts";
import { formatDate, toDayNumber } from "../../kernel/plain-date.ts";
import type { Papers, PrintedAward } from "../../modules/honours/index.ts";
import { awardFacts, type Authority, awardingTitle, writeNumber, writeRegisterNumber } from "../../modules/honours/index.ts";
import type { Database } from "../../platform/database/database.ts";
import { commitments } from "../../platform/log/tables.ts";
import { renderPdf } from "../../platform/rendering/render-pdf.ts";
import { placeOfEntry } from "../log/read-log.ts";

/** Takes the store, the signing key and the public address; gives what makes an award's paper. */
export function makePapers(database: Database, signer: NoteSigner, baseUrl: string): Papers {
  return {
    logIndexOf: async (entry_id) => (await placeOfEntry(database, entry_id))?.place?.index ?? null,
    renderPaper: async (award) => {
      const { decided_on, number, symbol, signer_name, signer_title } = award;
      if (decided_on === null || number === null || symbol === null || signer_name === null) return null;
      const entry = honourCatalogue().find((honour) => honour.id === award.honour);
      const honour_name = entry?.name_vi ?? award.honour;
      const decision = { number, symbol, decided_on, signer_name, authority: award.authority as Authority };
      const facts = awardFacts(award, decision, { honourName: () => honour_name, issuer: award.issuer });
      const qr = encodeQrCredential(baseUrl, award.code, { recipient: award.subject_name, honour: award.honour, unit: award.subject_note, decision_number: facts.decision_number, decided_on }, signer);
      if (!qr.ok) throw new Error(`the QR code of ${award.code} does not fit`);
      if (!verifyQrCredential(qr.value.text, [signer.verifier]).ok) throw new Error("the QR code cannot be verified");
      const verification = { text: qr.value.text, code: award.code, address: `${baseUrl}/verify` };
      const place = award.issuer.replace(/^(Huyện|Xã|Thị trấn|Ủy ban nhân dân (huyện|xã|thị trấn))\s+/i, "");
      const signature = writeSignature(capacityOf(signer_title ?? ""), officeOf(award.authority), signer_name);
      const number_text = writeNumber(number, symbol);
      const register_number = writeRegisterNumber(award.register_number, award.register_year);
      const document =
        entry?.gives === "nothing"
          ? composeDecisionExtract({
              parent: null,
              issuer: award.authority === "district" || award.authority === "commune" ? ["Ủy ban nhân dân", award.issuer] : [award.issuer],
              number: `${register_number}/TL`,
              issued_on: decided_on,
              place,
              decision: { number: number_text, decided_on, issued_by: lowerFirst(issuerLines(award).join(" ")), subject: award.decision_title },
              grounds: [`Căn cứ Quyết định số ${number_text} ngày ${formatDate(decided_on)}`, `Căn cứ sổ khen thưởng, số ${register_number}`],
              recipient: award.subject_name,
              position: null,
              unit: award.subject_note || null,
              honour_name: `${honour_name} năm ${award.year}`,
              achievement: firstSentence(award).replace(/\.$/, ""),
              signature,
              distribution: ["Người có tên trên", "Lưu: VT, NV"],
              verification,
            })
          : composeCertificate({
              form: entry?.gives === "title_certificate" ? "title_certificate" : "certificate_of_merit",
              issuer: issuerLines(award),
              title: entry?.gives === "title_certificate" ? honour_name : "Giấy khen",
              recipient: award.subject_name,
              position: null,
              unit: award.subject_note || null,
              achievement: firstSentence(award),
              decision_number: number_text,
              decided_on,
              register_number,
              place,
              signature,
              verification,
            });
      const created_at_s = toDayNumber(decided_on) * 86_400;
      const pdf = await renderPdf({ document, created_at_s });
      const opened = await openedCommitment(database, award);
      const logged = await placeOfEntry(database, award.log_entry_id);
      if (opened === null || logged === null) throw new Error(`the log entry of ${award.code} is missing`);
      const credential = {
        award: facts,
        salt: toBase64(fromHex(opened) ?? new Uint8Array()),
        entry: toBase64(logged.leaf),
        logged: logged.place === null ? null : { index: logged.place.index, proof: logged.place.proof.map(toBase64), checkpoint: logged.place.checkpoint },
      };
      return new Uint8Array(appendCredential(pdf, credential, signer));
    },
  };
}

async function openedCommitment(database: Database, award: PrintedAward): Promise<string | null> {
  return database.inLocality(award.locality.code, async (tx) => {
    const [row] = await tx.select({ salt: commitments.salt }).from(commitments).where(and(eq(commitments.entry_id, award.log_entry_id), eq(commitments.fact, "award")));
    return row?.salt ?? null;
  });
}

const HEAD_OFFICE: SigningOffice = { head: "Thủ trưởng", deputy: "Phó Thủ trưởng", body: "" };

function officeOf(authority: string): SigningOffice {
  return authority === "district" || authority === "commune" ? PEOPLES_COMMITTEE : HEAD_OFFICE;
}

function capacityOf(signer_title: string): SigningCapacity {
  return /^KT\./.test(signer_title) ? "deputy_for_head" : "head";
}

/** The awarding person, in two lines where it is a People's Committee. */
function issuerLines(award: PrintedAward): string[] {
  return award.authority === "district" || award.authority === "commune"
    ? ["Chủ tịch", `Ủy ban nhân dân ${lowerFirst(award.issuer)}`]
    : [awardingTitle(award.authority as Authority, award.issuer)];
}

/** What is printed: the first sentence of the achievement, or the year's words when it is long. */
function firstSentence(award: PrintedAward): string {
  const sentence = (award.achievement.split(/\n|(?<=\.)\s/)[0] ?? "").trim();
  const fallback = `Đã có thành tích xuất sắc năm ${award.year}.`;
  return sentence === "" || sentence.length > 220 ? fallback : sentence;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase("vi") + text.slice(1);
}
