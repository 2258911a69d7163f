import { type CertificateContent, composeCertificate } from "../../engines/documents/index.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { InitiativeScope } from "./core/status.ts";

/** What the certificate of one author says of an initiative recognised in one scope. */
export type InitiativeCertificate = {
  readonly title: string;
  readonly year: number;
  readonly author: { readonly full_name: string; readonly place: string | null; readonly share_percent: string };
  readonly authors: number;
  readonly recognition: {
    readonly scope: InitiativeScope; readonly decision_number: string; readonly decided_on: PlainDate; readonly recognised_by: string;
    readonly signer_name: string | null; readonly signer_title: string | null;
  };
  /** Where the locality signs, and the public page of the initiative, which the QR code leads to. */
  readonly place: string;
  readonly address: string;
};

/** How far an initiative is recognised, as a sentence of a paper says it. */
const REACHES: Readonly<Record<InitiativeScope, string>> = { unit: "cấp cơ sở", district: "toàn huyện", province: "toàn tỉnh" };

/** Takes the facts; gives what stands where on the certificate. It proves nothing by itself: the decision it names and the public page do. */
export function composeInitiativeCertificate(facts: InitiativeCertificate): CertificateContent {
  const { author, recognition } = facts;
  const role = facts.authors === 1 ? "Là tác giả" : `Là đồng tác giả, tỷ lệ đóng góp ${author.share_percent.replace(".", ",")} %,`;
  return composeCertificate({
    form: "initiative_certificate",
    issuer: [recognition.recognised_by],
    title: "Tác giả sáng kiến",
    recipient: author.full_name,
    position: null,
    unit: author.place,
    achievement: `${role} sáng kiến “${facts.title}”, năm ${facts.year}, được công nhận phạm vi ${REACHES[recognition.scope]}.`,
    decision_number: recognition.decision_number,
    decided_on: recognition.decided_on,
    register_number: null,
    place: facts.place,
    signature: { capacity: capacityOf(recognition).map((line) => line.toLocaleUpperCase("vi")), name: recognition.signer_name ?? "" },
    verification: { text: facts.address, code: recognition.decision_number, address: facts.address },
  });
}

/** As what the paper is signed: as was entered; of a unit's own recognition its head; of a wider one nobody is guessed, and the place stays open. */
function capacityOf({ scope, signer_title }: InitiativeCertificate["recognition"]): readonly string[] {
  if (signer_title !== null) return [signer_title];
  return scope === "unit" ? ["Thủ trưởng đơn vị"] : [];
}
