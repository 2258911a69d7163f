import type { PlainDate } from "../../kernel/plain-date.ts";
import { authorityOn, honourOf, inForce, kindsOn, LAW, provisionIfAny } from "./law.ts";
import type { AuthorityId, Citation, Gives, RegimeId, Standing, SubjectKind } from "./law-types.ts";
import { authorityNames } from "./entry.ts";
import { activeParts } from "./plan.ts";
import type { Check } from "./model.ts";
import { needOf } from "./need.ts";
import { type Lang, type Say, sayIn, sentence, word } from "./say.ts";
import { generalChecks } from "./standards/common.ts";
import { standardOf } from "./standards/index.ts";

/** An honour as the product lists it. `subject_kinds` are those of any regime in which it exists. */
export type HonourEntry = {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly name_vi: string;
  readonly name_en: string;
  readonly subject_kinds: readonly SubjectKind[];
  readonly form: "emulation_title" | "commendation_form";
  readonly state_level: boolean;
  readonly regimes: readonly RegimeId[];
  readonly gives: Gives;
  readonly needs_registration: Readonly<Partial<Record<RegimeId, boolean>>>;
  readonly authorities: Readonly<Partial<Record<RegimeId, readonly AuthorityId[]>>>;
};

/** Gives every honour of the catalogue, in its order. */
export function honourCatalogue(): readonly HonourEntry[] {
  return LAW.honours.map((honour) => {
    const regimes = LAW.regimes.filter(({ from }) => inForce(honour.kinds, from as PlainDate) !== null);
    const title = honour.form === "emulation_title";
    return {
      id: honour.id,
      aliases: honour.aliases,
      name_vi: honour.vi,
      name_en: honour.en,
      subject_kinds: [...new Set(honour.kinds.flatMap((line) => [...line.kinds, ...(line.kinds_unverified ?? [])]))],
      form: honour.form,
      state_level: honour.state_level,
      regimes: regimes.map(({ id }) => id),
      gives: honour.gives,
      needs_registration: Object.fromEntries(regimes.map(({ id, from }) => [id, title && provisionIfAny("registration", from as PlainDate) !== null])),
      authorities: Object.fromEntries(regimes.map(({ id, from }) => [id, authorityOn(honour.id, from as PlainDate)?.who ?? []])),
    };
  });
}

/** One requirement as a public page shows it; `limb` names the way to qualify it belongs to, null where it always binds. */
export type ExplainedCheck = {
  readonly id: string;
  readonly limb: string | null;
  readonly subject_kinds: readonly SubjectKind[];
  readonly need: string;
  readonly cite: readonly Citation[];
  readonly status: Standing;
};

/**
 * Takes an honour's id or alias, a day and a language; gives what the law asks on that day, check by check, with
 * citations; empty where the honour does not exist on the day.
 */
export function explainHonour(id: string, on: PlainDate, lang: Lang = "vi"): readonly ExplainedCheck[] {
  const honour = honourOf(id);
  const regime = inForce(LAW.regimes, on);
  const line = kindsOn(honour, on);
  if (regime === null || line === null) return [];
  const say = sayIn(lang);
  const kinds = line.kinds;
  const names = kinds.map((kind) => word(kind, say)).join(", ");
  const subject = { id: "subject_kind", limb: null, subject_kinds: kinds, need: sentence(say(`Dành cho: ${names}`, `For: ${names}`)), cite: line.cite, status: line.status };
  const power = authorityOn(honour.id, on);
  const signers = authorityNames(power?.who ?? [], say);
  const authority =
    power === null
      ? []
      : [{ id: "authority", limb: null, subject_kinds: kinds, need: sentence(say(`Thẩm quyền quyết định: ${signers}`, `Decided by: ${signers}`)), cite: power.cite, status: power.status }];
  const standard = standardOf(honour.id);
  const setting = { on, regime: regime.id };
  const general = uniqueById(kinds.flatMap((kind) => generalChecks(honour, kind)));
  const bound = [...general, ...standard.checks].flatMap((check) => explained(check, null, kinds, setting, say));
  const limbs = standard.limbs
    .filter(({ regimes }) => regimes === undefined || regimes.includes(regime.id))
    .flatMap((limb) => limb.checks.flatMap((check) => explained(check, limb.id, limb.kinds ?? kinds, setting, say)));
  return [subject, ...authority, ...bound, ...limbs];
}

function explained(check: Check, limb: string | null, kinds: readonly SubjectKind[], setting: { on: PlainDate; regime: RegimeId }, say: Say): readonly ExplainedCheck[] {
  const parts = activeParts(check, setting);
  const [first] = parts;
  if (first === undefined) return [];
  const need = sentence(parts.map(({ part, basis }) => needOf(part.rule, basis, say)).join("; "));
  return [{ id: check.id, limb, subject_kinds: kinds, need, cite: parts.flatMap(({ basis }) => basis.cite), status: first.basis.status }];
}

/** General checks repeat for each kind; the same check under the same provision is shown once. */
function uniqueById(checks: readonly Check[]): readonly Check[] {
  const seen = new Set<string>();
  return checks.filter((check) => {
    const key = JSON.stringify(check);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
