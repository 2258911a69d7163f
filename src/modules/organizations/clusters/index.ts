import { cancelClusterEvent, holdClusterEvent, moveClusterEvent, planClusterYear, remindClusterWith } from "./commands-events.ts";
import { electClusterHeads } from "./commands-heads.ts";
import { recordInspection, setInspectionPairs } from "./commands-inspections.ts";
import { changeClusterMembers, formCluster } from "./commands-members.ts";
import { adoptModel, shareModel } from "./commands-models.ts";
import { draftPact, recordPactSignature, signPact } from "./commands-pacts.ts";
import type { HoldersPort } from "./port.ts";
import { browseClusters, clusterCalendar, clusterFile, clusterMemberChoices } from "./queries.ts";
import { clusterPage } from "./query-cluster.ts";
import { myClusterDeadlines } from "./query-deadlines.ts";
import { clusterEvent } from "./query-event.ts";
import { clusterPact } from "./query-pact.ts";

export type { ClusterExtra, HoldersPort } from "./port.ts";
export type { ClusterPorts } from "./routes.tsx";
export { clusterHeadOn } from "./store.ts";
export {
  adoptModel, browseClusters, cancelClusterEvent, changeClusterMembers, draftPact, electClusterHeads, formCluster, holdClusterEvent, moveClusterEvent, myClusterDeadlines,
  planClusterYear, recordInspection, recordPactSignature, setInspectionPairs, shareModel, signPact,
};

/** Takes what clusters must know of accounts; gives every command of clusters. */
export const clusterCommands = (port: HoldersPort) =>
  [
    formCluster, changeClusterMembers, electClusterHeads, draftPact, signPact, recordPactSignature, planClusterYear, moveClusterEvent, cancelClusterEvent, holdClusterEvent,
    remindClusterWith(port), shareModel, adoptModel, setInspectionPairs, recordInspection,
  ] as const;

/** Every query of clusters. */
export const clusterQueries = [browseClusters, clusterPage, clusterPact, clusterEvent, clusterCalendar, clusterMemberChoices, clusterFile, myClusterDeadlines] as const;
