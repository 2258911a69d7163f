export { rootId, changeUnit, endUnits, foundLocality, foundUnit, importUnits } from "./commands.ts";
export { addPerson, importPeople, movePerson } from "./commands-people.ts";
export { RESPONDING_KINDS, SEXES, SUBJECT_KINDS, type Sex, type SubjectKind, UNIT_KIND_NAMES, UNIT_KINDS, type UnitKind, WORKER_NAMES, type Worker } from "./core/kinds.ts";
export { browseUnits, unitPage, unitPeople } from "./queries.ts";
export { clustersOn, findRoot, findUnit, inForce, isWithin, listUnits, subtree, type UnitOnDay, unitNames, unitsAbove, versionsOfUnit } from "./store.ts";
export { organizationRoutes, type UnitExtra } from "./routes.tsx";
export { unitTree } from "./store-choices.ts";
export { peopleNames } from "./store-names.ts";
export {
  adoptModel, browseClusters, cancelClusterEvent, changeClusterMembers, clusterCommands, type ClusterExtra, type ClusterPorts, clusterHeadOn, clusterQueries, draftPact, electClusterHeads, formCluster,
  type HoldersPort, holdClusterEvent, moveClusterEvent, myClusterDeadlines, planClusterYear, recordInspection, recordPactSignature, setInspectionPairs, shareModel, signPact,
} from "./clusters/index.ts";
export { findPerson, inListOrder, listPeople, peopleById, type PersonOnDay, placesOfPerson } from "./store-people.ts";
