/** The roles that see initiatives before they are recognised. */
export const READERS = ["officer", "clerk", "head", "division_head", "chair", "council_member", "auditor"] as const;
/** The roles that write initiatives for their unit. */
export const WRITERS = ["clerk", "head"] as const;
/** The roles that receive initiatives, keep the initiative council's scores and enter decisions. */
export const RECEIVERS = ["officer", "head"] as const;

