/** Who sets targets, and who reports figures of a unit: the same words as in the commands' policies. */
export const SETTERS = ["officer"] as const;
export const REPORTERS = ["clerk", "head", "officer"] as const;

