/** How sure a dated value is: read in a source, left to a local regulation, or not yet read by anybody. */
export type Standing = "verified" | "local" | "unverified";

/** A place in a legal instrument (căn cứ). `second_hand` says that the wording was read only in a mirror. */
export type Citation = {
  readonly instrument: string;
  readonly article?: string;
  readonly clause?: string;
  readonly point?: string;
  readonly second_hand?: true;
  readonly note?: string;
};

/** A stretch of time with its citation: `from` included, `to` excluded, null without end. */
export type Dated = {
  readonly from: string;
  readonly to: string | null;
  readonly status: Standing;
  readonly cite: readonly Citation[];
};

/** A provision's value over a stretch of time; absent where the provision has no number. Numbers travel as text. */
export type DatedValue = Dated & { readonly value?: string };

/** A provision (quy định): one idea of the law through time. */
export type Provision = {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
  readonly unit?: string;
  readonly values: readonly DatedValue[];
};

export const SUBJECT_KINDS = ["individual", "collective", "household", "enterprise", "residential_area", "commune"] as const;
/** Who is commended (đối tượng). */
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const AUTHORITIES = ["commune", "district", "agency", "province", "enterprise", "prime_minister", "president"] as const;
/** Who decides (người có thẩm quyền). */
export type AuthorityId = (typeof AUTHORITIES)[number];

/** What the recipient holds afterwards, besides the decision. */
export type Gives = "nothing" | "title_certificate" | "certificate_of_merit" | "diploma_of_merit" | "flag" | "order";

export type DatedKinds = Dated & {
  readonly kinds: readonly SubjectKind[];
  readonly kinds_unverified?: readonly SubjectKind[];
};

/** An honour (danh hiệu thi đua or hình thức khen thưởng) as `law/honours.yaml` lists it. */
export type Honour = {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly vi: string;
  readonly en: string;
  readonly form: "emulation_title" | "commendation_form";
  readonly gives: Gives;
  readonly state_level: boolean;
  readonly kinds: readonly DatedKinds[];
};

export type DatedAuthority = Dated & {
  readonly who: readonly AuthorityId[];
  readonly unsettled?: readonly AuthorityId[];
  readonly staff_rule?: boolean;
};

export type RecipientClass = "person" | "collective" | "household";

export type RegimeId = "vn-2017" | "vn-2024" | "vn-2025";

/** A regime (chế độ pháp luật): the laws and decrees that stand together over a stretch of time. */
export type Regime = {
  readonly id: RegimeId;
  readonly from: string;
  readonly to: string | null;
  readonly cite: readonly Citation[];
};

/** All of `law/`, compiled: what the engine reads. */
export type LawBook = {
  readonly instruments: readonly { readonly id: string; readonly kind: string; readonly vi: string; readonly en: string }[];
  readonly regimes: readonly Regime[];
  readonly honours: readonly Honour[];
  readonly authorities: readonly { readonly honour: string; readonly values: readonly DatedAuthority[] }[];
  readonly provisions: readonly Provision[];
  readonly bonus: readonly { readonly honour: string; readonly class: RecipientClass; readonly values: readonly DatedValue[] }[];
};

