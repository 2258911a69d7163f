import { formatDate, type PlainDate } from "../../kernel/plain-date.ts";
import { tidyText } from "../../kernel/vietnamese.ts";
import type { CertificateContent, SignatureBlock, VerificationMark } from "./paper.ts";
import { writePlaceAndDate } from "./write-place-and-date.ts";

/** Which paper: a title certificate says CHỨNG NHẬN DANH HIỆU, a certificate of merit (giấy khen) TẶNG, that of a recognised initiative CHỨNG NHẬN. */
export type CertificateForm = "title_certificate" | "certificate_of_merit" | "initiative_certificate";

/** What a certificate needs to know. Names and sentences in ordinary spelling; capitals are made here. */
export type CertificateFacts = {
  readonly form: CertificateForm;
  /** The awarding person, one element a line: `["Chủ tịch", "Ủy ban nhân dân huyện Chợ Đồn"]`. */
  readonly issuer: readonly string[];
  /** The honour as it is printed large: `Giấy khen`, `Chiến sĩ thi đua cơ sở`. */
  readonly title: string;
  readonly recipient: string;
  readonly position: string | null;
  readonly unit: string | null;
  readonly achievement: string;
  readonly decision_number: string;
  readonly decided_on: PlainDate;
  readonly register_number: string | null;
  readonly place: string;
  readonly signature: SignatureBlock;
  readonly verification: VerificationMark;
};

/** Takes the facts of an award; gives what stands where on its certificate. */
export function composeCertificate(facts: CertificateFacts): CertificateContent {
  const verbs: { readonly [form in CertificateForm]: string } = {
    title_certificate: "CHỨNG NHẬN DANH HIỆU",
    certificate_of_merit: "TẶNG",
    initiative_certificate: "CHỨNG NHẬN",
  };
  return {
    kind: "certificate",
    issuer: facts.issuer.map(inCapitals),
    verb: verbs[facts.form],
    title: inCapitals(facts.title),
    recipient: tidyText(facts.recipient),
    description: [facts.position, facts.unit].flatMap((part) => (part ? [tidyText(part)] : [])),
    achievement: tidyText(facts.achievement),
    decision: `Quyết định số ${facts.decision_number} ngày ${formatDate(facts.decided_on)}`,
    register: facts.register_number === null ? null : `Số sổ khen thưởng: ${facts.register_number}`,
    placeAndDate: writePlaceAndDate(facts.place, facts.decided_on),
    signature: facts.signature,
    verification: facts.verification,
  };
}

function inCapitals(text: string): string {
  return tidyText(text).toLocaleUpperCase("vi");
}
