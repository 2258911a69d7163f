import { sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";

/** The role that serves: no superuser, no bypass of row-level security, no update or delete on what is append-only. */
export const APP_ROLE = "thidua_app";

/** One open transaction, or the pool for single statements outside the fence. */
export type Tx = Pick<
  NodePgDatabase,
  "select" | "selectDistinct" | "selectDistinctOn" | "insert" | "update" | "delete" | "execute" | "$with" | "with" | "$count"
>;

/** Where a server is reached: the URL of an external one, or the private socket of the embedded one. */
export type Address = { kind: "url"; url: string } | { kind: "socket"; folder: string; database: string };

/** The serving side of the database. */
export type Database = {
  /** Runs `work` in one transaction inside the fence of a locality; commits what it returns, rolls back what it throws. */
  inLocality<T>(localityId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction outside every fence: sees no fenced row at all. */
  inInstallation<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A connection of its own, for advisory locks that outlive a transaction. The caller ends it. */
  connect(): Promise<pg.Client>;
  /** Says whether the server answers. */
  answers(): Promise<boolean>;
  close(): Promise<void>;
};

/** Takes an address and a role; gives the settings of a connection that acts as that role. */
export function connectionConfig(address: Address, role: "owner" | "app"): pg.ClientConfig {
  if (address.kind === "socket") {
    return { host: address.folder, database: address.database, user: role === "app" ? APP_ROLE : "thidua_owner" };
  }
  return role === "app"
    ? { connectionString: address.url, options: `-c role=${APP_ROLE}` }
    : { connectionString: address.url };
}

/** Takes an address and the size of the pool; gives the Database. Connects at the first use. */
export function openDatabase(address: Address, poolSize = 16): Database {
  const pool = new pg.Pool({ ...connectionConfig(address, "app"), max: poolSize, idleTimeoutMillis: 30_000 });
  // An idle connection that dies with its server must not end the process; the next use makes a new one.
  pool.on("error", () => undefined);
  // One that dies in the middle of a transaction rejects its query; the event beside that must not end the process either.
  pool.on("connect", (client) => client.on("error", () => undefined));
  /** One transaction on one connection, given back in every case: also when its server dies before `begin` is answered. */
  const transaction = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken = true;
    try {
      await client.query("begin");
      const value = await work(drizzle(client));
      await client.query("commit");
      broken = false;
      return value;
    } catch (error) {
      broken = await client.query("rollback").then(() => false, () => true);
      throw error;
    } finally {
      client.release(broken);
    }
  };
  return {
    inLocality: (localityId, work) =>
      transaction(async (tx) => {
        await tx.execute(sql`select set_config('app.locality_id', ${localityId}, true)`);
        return work(tx);
      }),
    inInstallation: (work) => transaction(work),
    connect: async () => {
      const client = new pg.Client(connectionConfig(address, "app"));
      client.on("error", () => undefined);
      await client.connect();
      return client;
    },
    answers: async () => {
      try {
        await pool.query("select 1");
        return true;
      } catch {
        return false;
      }
    },
    close: () => pool.end(),
  };
}
