import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import pg from "pg";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Address, connectionConfig, type Database, openDatabase } from "../platform/database/database.ts";
import { type EmbeddedServer, findSupervised, superviseEmbedded } from "../platform/database/embedded/supervisor.ts";
import { migrateDatabase } from "../platform/database/migrate.ts";
import { expectedMigrations, readMigrations } from "../platform/database/migration-level.ts";
import { installationSecrets } from "../platform/log/tables.ts";
import type { Settings } from "./settings.ts";

/** The installation's own secrets: the key that signs log and certificates, and the one that guards forms. */
export type Secrets = {
  /** Seed of the Ed25519 key that signs checkpoints and certificates, base64. */
  signing_seed: string;
  /** The name of the log and of its key (C2SP tlog-checkpoint): fixed at the first start. */
  origin: string;
  /** Random, for CSRF tokens. */
  form_key: string;
};

/** The opened store of the product. */
export type Installation = {
  address: Address;
  database: Database;
  secrets: Secrets;
  kind: "embedded" | "external";
  close(): Promise<void>;
};

const EMBEDDED_DATABASE = "thidua";

/**
 * Opens the database that the settings name, migrated to the newest shape. Fails with one sentence
 * when the folder cannot be written, is in use, or the server cannot be reached.
 */
export async function openInstallation(settings: Settings, options: { poolSize?: number } = {}): Promise<Result<Installation, string>> {
  let server: EmbeddedServer | null = null;
  let address: Address;
  if (settings.database_url === null) {
    const folder = makeDataFolder(settings.data_dir);
    if (!folder.ok) return folder;
    const supervised = await superviseEmbedded(settings.data_dir);
    if (!supervised.ok) return supervised;
    server = supervised.value;
    address = { kind: "socket", folder: server.socketFolder, database: EMBEDDED_DATABASE };
    await ensureEmbeddedDatabase(server.socketFolder);
  } else {
    address = { kind: "url", url: settings.database_url };
  }
  try {
    await migrateDatabase(address);
  } catch (error) {
    await server?.stop();
    const reason = error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
    return err(`Không dùng được cơ sở dữ liệu: ${reason}. / The database cannot be used: ${reason}.`);
  }
  const database = openDatabase(address, options.poolSize ?? 16);
  const secrets = await ensureSecrets(database, settings.base_url);
  return ok({
    address,
    database,
    secrets,
    kind: server === null ? "external" : "embedded",
    close: async () => {
      await database.close().catch(() => undefined);
      await server?.stop();
    },
  });
}

/**
 * Opens the installation for one command of the shell: uses the server of the product that runs on
 * the data folder, else starts one and ends it with the command. Fails with one sentence where there
 * are no data yet: a mistyped folder must not become a new installation.
 */
export async function joinInstallation(settings: Settings): Promise<Result<Installation, string>> {
  const poolSize = 4;
  if (settings.database_url !== null) return openInstallation(settings, { poolSize });
  if (!existsSync(join(settings.data_dir, "postgres", "PG_VERSION"))) {
    return err(`Chưa có dữ liệu trong ${settings.data_dir}: hãy đặt DATA_DIR, hoặc khởi động sản phẩm một lần. / There are no data in ${settings.data_dir}: set DATA_DIR, or start the product once.`);
  }
  let outcome: Result<Installation, string> = err("");
  // The product, or another command, may start or end at this very moment: what failed is looked at again.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (attempt > 0) await pause(300);
    const running = await findSupervised(settings.data_dir);
    outcome = running === null ? await startForOneCommand(settings, poolSize) : await joinServer(running, settings, poolSize);
    if (outcome.ok) return outcome;
  }
  return outcome;
}

async function startForOneCommand(settings: Settings, poolSize: number): Promise<Result<Installation, string>> {
  const opened = await openInstallation(settings, { poolSize });
  return opened.ok ? ok({ ...opened.value, close: () => closeWhenAlone(opened.value) }) : opened;
}

async function joinServer(folder: string, settings: Settings, poolSize: number): Promise<Result<Installation, string>> {
  const address: Address = { kind: "socket", folder, database: EMBEDDED_DATABASE };
  const level = await readMigrations(address).catch(() => null);
  if (level?.join() !== expectedMigrations().join()) {
    return err("Sản phẩm đang khởi động hoặc đang chạy bản khác với lệnh này: hãy chờ một chút rồi thử lại. / The product is starting, or runs another version than this command: wait a moment and try again.");
  }
  const database = openDatabase(address, poolSize);
  try {
    const secrets = await ensureSecrets(database, settings.base_url);
    return ok({ address, database, secrets, kind: "embedded", close: () => database.close() });
  } catch (error) {
    await database.close();
    return err(`Cơ sở dữ liệu vừa dừng: hãy thử lại (${String(error)}). / The database just stopped: try again.`);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Ends a server that was started for one command, after other commands that joined it have finished; waits a minute at most. */
async function closeWhenAlone(installation: Installation): Promise<void> {
  await installation.database.close();
  const client = new pg.Client(connectionConfig(installation.address, "owner"));
  await client.connect();
  try {
    for (let turn = 0; turn < 300; turn += 1) {
      const others = await client.query(
        "select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' limit 1",
      );
      if (others.rowCount === 0) break;
      await pause(200);
    }
  } finally {
    await client.end();
  }
  await installation.close();
}

function makeDataFolder(path: string): Result<null, string> {
  try {
    mkdirSync(path, { recursive: true });
    const note = join(path, "README.txt");
    if (!existsSync(note)) {
      writeFileSync(note, "Dữ liệu của Thi Đua. Sao lưu bằng `npx thidua backup TỆP`, không chép thư mục này khi sản phẩm đang chạy.\nThe data of Thi Đua. Back up with `npx thidua backup FILE`.\n");
    }
    return ok(null);
  } catch (error) {
    return err(`Không ghi được vào thư mục dữ liệu ${path}: ${(error as Error).message}. / The data folder cannot be written.`);
  }
}

async function ensureEmbeddedDatabase(socketFolder: string): Promise<void> {
  const client = new pg.Client(connectionConfig({ kind: "socket", folder: socketFolder, database: "postgres" }, "owner"));
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [EMBEDDED_DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${EMBEDDED_DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Gives the secrets of the installation, made when there are none yet. */
export async function ensureSecrets(database: Database, base_url: string): Promise<Secrets> {
  return database.inInstallation(async (tx) => {
    const made: Secrets = {
      signing_seed: randomBytes(32).toString("base64"),
      origin: `${new URL(base_url).host}/log`,
      form_key: randomBytes(32).toString("base64url"),
    };
    // Two processes may start at once: the first to write wins, both read what stands.
    await tx.insert(installationSecrets).values({ name: "installation", value: made }).onConflictDoNothing();
    const [row] = await tx.select().from(installationSecrets).where(eq(installationSecrets.name, "installation"));
    return row?.value as Secrets;
  });
}
