import type { VNode } from "preact";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Request } from "../../../platform/http/web.tsx";

/** What clusters must know of accounts, which stand beside this module; the application wires it. */
export type HoldersPort = {
  /** The users who hold one of the roles on any of the units on the day, each once. */
  usersWithRole(tx: Tx, roles: readonly ("clerk" | "head")[], unit_ids: readonly string[], day: PlainDate): Promise<readonly { id: string }[]>;
};

/** What another module knows of a cluster, as a piece of its page: the scoring rounds stand there. */
export type ClusterExtra = (c: Request, cluster_id: string) => Promise<VNode | null>;
