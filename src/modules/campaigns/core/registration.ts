import type { PlainDate } from "../../../kernel/plain-date.ts";
import type { UnitKind } from "../../organizations/index.ts";

/** The days until which a programme takes registrations. */
export type RegistrationDeadlines = { readonly registration_due_on: PlainDate; readonly school_registration_due_on: PlainDate | null };

/** Gives the deadline for a unit: schools go by their school year where the programme names a day for it. */
export function registrationDueOn(deadlines: RegistrationDeadlines, bySchoolYear: boolean): PlainDate {
  return bySchoolYear && deadlines.school_registration_due_on !== null ? deadlines.school_registration_due_on : deadlines.registration_due_on;
}

/** Takes the kind of a unit; gives the law's subject kinds that fit it: a commune is a collective too. */
export function subjectKindsOfUnit(unitKind: UnitKind): readonly string[] {
  switch (unitKind) {
    case "household":
      return ["household"];
    case "enterprise":
    case "cooperative":
      return ["collective", "enterprise"];
    case "commune":
      return ["collective", "commune"];
    case "village":
      return ["collective", "residential_area"];
    case "locality":
    case "party_body":
    case "front":
    case "agency":
    case "armed_forces":
    case "justice":
    case "vertical":
    case "mass_organisation":
    case "public_service":
    case "school":
    case "collective":
      return ["collective"];
    // Commended by its own authorities, not here.
    case "outside":
      return [];
  }
}
