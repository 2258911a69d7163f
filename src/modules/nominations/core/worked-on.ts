import type { NominationStatus } from "./status.ts";

/** Where a received dossier is still worked on: its due day (hạn giải quyết, quy định của địa phương) runs. */
export const WORKED_ON: readonly NominationStatus[] = ["submitted", "under_appraisal", "on_notice", "before_council", "recommended", "in_decision", "in_package"];
