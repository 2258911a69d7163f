/** The state header (Quốc hiệu and Tiêu ngữ), the same on every paper (Decree 30/2020/NĐ-CP, appendix I). */
export const STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const STATE_MOTTO = "Độc lập - Tự do - Hạnh phúc";

/** Who signs: the lines of the capacity, one below another (`KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`), and the name. */
export type SignatureBlock = { readonly capacity: readonly string[]; readonly name: string };

/** The QR code of a paper: its text, the short code beneath it, and where to check it. */
export type VerificationMark = { readonly text: string; readonly code: string; readonly address: string };

/** Content of a certificate (TitleCertificate, bằng chứng nhận, or giấy khen) on A4 landscape: what stands where. */
export type CertificateContent = {
  readonly kind: "certificate";
  /** The awarding person in capitals, one element a line. */
  readonly issuer: readonly string[];
  /** `TẶNG` or `CHỨNG NHẬN`, and the honour in capitals. */
  readonly verb: string;
  readonly title: string;
  readonly recipient: string;
  /** Position and unit, as far as there are any. */
  readonly description: readonly string[];
  readonly achievement: string;
  readonly decision: string;
  readonly register: string | null;
  readonly placeAndDate: string;
  readonly signature: SignatureBlock;
  readonly verification: VerificationMark;
};

/** Content of a decision's extract (trích lục quyết định) on A4 portrait, in the order of Decree 30/2020/NĐ-CP. */
export type ExtractContent = {
  readonly kind: "decision_extract";
  /** The parent agency in regular capitals (null when there is none) and the issuer in bold capitals, one element a line. */
  readonly parent: string | null;
  readonly issuer: readonly string[];
  readonly number: string;
  readonly placeAndDate: string;
  readonly title: string;
  readonly subject: string;
  /** The legal grounds, each already with its `;` or `.`. */
  readonly grounds: readonly string[];
  /** What is certified, paragraph by paragraph. */
  readonly body: readonly string[];
  readonly signature: SignatureBlock;
  readonly distribution: readonly string[];
  readonly verification: VerificationMark | null;
};

export type PaperContent = CertificateContent | ExtractContent;
