import type { Honour, SubjectKind } from "../law-types.ts";
import type { Check } from "../model.ts";
import { check, during, LAW_2022, LAW_2003 } from "./articles.ts";

/** Takes an honour and the kind of nominee; gives the checks that the general articles ask, whatever the honour's own standard. */
export function generalChecks(honour: Honour, kind: SubjectKind): readonly Check[] {
  const checks: Check[] = [];
  if (honour.form === "emulation_title") {
    checks.push(check("registration", kind === "household" ? "household_registration" : "registration", { kind: "registered" }));
  }
  if (kind === "individual") checks.push(during(LAW_2022, check("proposing_unit", "proposing_unit", { kind: "proposed_by_managing_unit" })));
  checks.push(during(LAW_2003, check("signatory", "signatory", { kind: "signed_by", accepted: ["director"] })));
  checks.push(during(LAW_2022, check("signatory", "signatory", { kind: "signed_by", accepted: ["director", "board_chair"] })));
  checks.push(check("discipline", "counted_after_discipline", { kind: "counted_after_discipline" }));
  checks.push(check("pending", "pending", { kind: "nothing_pending" }));
  if (kind !== "individual" && kind !== "household") {
    checks.push(check("formed_period", "formed_months", { kind: "formed_for_months" }));
    checks.push(check("dissolved_unit", "dissolved_unit", { kind: "not_dissolved" }));
  }
  if (honour.form === "commendation_form") {
    checks.push(check("one_achievement_one_form", "one_achievement", { kind: "one_form_per_achievement" }));
    if (honour.state_level) checks.push(check("one_state_form_per_year", "one_state_form", { kind: "one_state_form_per_year" }));
  }
  return checks;
}
