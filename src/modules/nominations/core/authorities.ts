import { honourCatalogue } from "../../../engines/rulebook/index.ts";
import { LOCAL_AUTHORITIES } from "../../honours/index.ts";

/** The authorities outside the locality to which packages (gói hồ sơ trình cấp trên) go. */
export const OUTSIDE_AUTHORITIES = ["province", "prime_minister"] as const;
export type OutsideAuthority = (typeof OUTSIDE_AUTHORITIES)[number];

/** The authorities whose decision a dossier may ask for: those of the locality and those to whom packages are sent. */
export const PROPOSABLE_AUTHORITIES = [...LOCAL_AUTHORITIES, ...OUTSIDE_AUTHORITIES] as const;

/** Says whether an authority decides outside the locality. */
export function isOutside(authority: string): authority is OutsideAuthority {
  return OUTSIDE_AUTHORITIES.some((one) => one === authority);
}

/** Gives every authority that the law names for an honour in any regime, each once; none where the law's text was not read. */
export function authoritiesOf(honour: string): readonly string[] {
  const entry = honourCatalogue().find(({ id }) => id === honour);
  return [...new Set(Object.values(entry?.authorities ?? {}).flatMap((named) => named ?? []))];
}

/** Gives the authorities that the law names for an honour under one regime and that can be proposed to; all of those when it names none. */
export function proposableOn(honour: string, regime: "vn-2017" | "vn-2024" | "vn-2025" | null): readonly string[] {
  const entry = honourCatalogue().find(({ id }) => id === honour);
  const named = regime === null ? [] : (entry?.authorities[regime] ?? []);
  const known = PROPOSABLE_AUTHORITIES.filter((authority) => named.some((one) => one === authority));
  return known.length === 0 ? PROPOSABLE_AUTHORITIES : known;
}
