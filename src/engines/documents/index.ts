export { type CertificateFacts, type CertificateForm, composeCertificate } from "./compose-certificate.ts";
export { composeDecisionExtract, type ExtractFacts } from "./compose-decision-extract.ts";
export {
  type CertificateContent,
  type ExtractContent,
  type PaperContent,
  type SignatureBlock,
  STATE_MOTTO,
  STATE_NAME,
  type VerificationMark,
} from "./paper.ts";
export { writeLongDate, writePlaceAndDate } from "./write-place-and-date.ts";
export { PEOPLES_COMMITTEE, type SigningCapacity, type SigningOffice, writeSignature } from "./write-signature.ts";
