import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { asRun, type Binaries, decideRunAs, findBinaries, ownerOf, type RunAs } from "./binaries.ts";
import { isLivePostgres, makePrivateFolder, recordedPid, removeStaleLocks, socketFolderOf } from "./folders.ts";

/** A running embedded server: where to connect, and how to end it. */
export type EmbeddedServer = {
  /** Folder of the private socket, the `host` of a connection. */
  socketFolder: string;
  /** Ends the server cleanly (a fast shutdown: every committed change is on disk) and waits for it. */
  stop(): Promise<void>;
};

/** The owner role that makes the cluster and migrates; the serving role comes with the migrations. */
export const OWNER_ROLE = "thidua_owner";

/** The key of the advisory lock that says "this data folder has its one supervisor". */
const SUPERVISOR_LOCK = 7_202_101;

/**
 * Takes the data folder; starts the PostgreSQL in it, or adopts the one that a killed product left
 * running, and restarts it when it dies. Errors are sentences for the person at the terminal:
 * no binaries, files of another PostgreSQL version, or another product on the same folder.
 */
export async function superviseEmbedded(dataFolder: string): Promise<Result<EmbeddedServer, string>> {
  const binaries = await findBinaries();
  if (!binaries.ok) return binaries;
  const pgFolder = join(dataFolder, "postgres");
  const socketFolder = socketFolderOf(dataFolder);
  const runAs = decideRunAs();
  const supervisor = new Supervisor(binaries.value, runAs, pgFolder, socketFolder, join(dataFolder, "postgres.log"));
  const prepared = supervisor.prepare();
  if (!prepared.ok) return prepared;
  const started = await supervisor.start();
  if (!started.ok) return started;
  return ok({ socketFolder, stop: () => supervisor.stop() });
}

/** Takes the data folder; gives the socket folder of the server that a running product supervises there, or null when none does. */
export async function findSupervised(dataFolder: string): Promise<string | null> {
  const pid = recordedPid(join(dataFolder, "postgres"));
  if (pid === null || !isLivePostgres(pid)) return null;
  const socketFolder = socketFolderOf(dataFolder);
  const client = new pg.Client({ host: socketFolder, user: OWNER_ROLE, database: "postgres" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const held = await client.query(
      `select 1 from pg_locks where locktype = 'advisory' and granted and classid = 0 and objid = $1 and objsubid = 1
          and database = (select oid from pg_database where datname = current_database())`,
      [SUPERVISOR_LOCK],
    );
    return held.rowCount === 0 ? null : socketFolder;
  } catch {
    // The server is just starting or ending: nobody can be joined there.
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

class Supervisor {
  private child: ChildProcess | null = null;
  private lock: pg.Client | null = null;
  private stopping = false;

  constructor(
    private readonly binaries: Binaries,
    private readonly runAs: RunAs,
    private readonly pgFolder: string,
    private readonly socketFolder: string,
    private readonly logFile: string,
  ) {}

  /** Makes the folders and, the first time, the cluster: UTF-8, Vietnamese collation by ICU. */
  prepare(): Result<null, string> {
    const owner = ownerOf(this.runAs);
    makePrivateFolder(this.pgFolder, owner);
    makePrivateFolder(this.socketFolder, owner);
    const versionFile = join(this.pgFolder, "PG_VERSION");
    if (!existsSync(versionFile)) {
      const call = asRun(this.runAs, this.binaries.initdb, [
        "-D", this.pgFolder, "-U", OWNER_ROLE, "-A", "trust", "--encoding=UTF8",
        "--locale-provider=icu", "--icu-locale=vi-VN", "--locale=C",
      ]);
      const outcome = spawnSync(call.command, call.args, { ...call.options, encoding: "utf8", cwd: "/" });
      if (outcome.status !== 0) {
        return err(`Không tạo được cơ sở dữ liệu trong ${this.pgFolder}. / initdb failed: ${(outcome.stderr || String(outcome.error)).trim()}`);
      }
      return ok(null);
    }
    const found = readFileSync(versionFile, "utf8").trim();
    const own = /(\d+)\.\d+/.exec(spawnSync(this.binaries.postgres, ["--version"], { encoding: "utf8" }).stdout ?? "")?.[1];
    if (own !== undefined && own !== found) {
      return err(
        `Dữ liệu trong ${this.pgFolder} thuộc PostgreSQL ${found}, bản đi kèm là ${own}: hãy khôi phục từ bản sao lưu vào một thư mục mới (thidua restore). / The data belong to PostgreSQL ${found}, this product carries ${own}: restore a backup into a new folder.`,
      );
    }
    return ok(null);
  }

  /** Takes the lock on a live server, or starts one and takes it. */
  async start(): Promise<Result<null, string>> {
    for (let attempt = 0; attempt < 3 && !this.stopping; attempt += 1) {
      const pid = recordedPid(this.pgFolder);
      if (pid === null || !isLivePostgres(pid)) {
        // Only a dead server's files: without a number there may be a start under way that is just writing them.
        if (pid !== null) removeStaleLocks(this.pgFolder, this.socketFolder);
        this.spawnServer();
      }
      const locked = await this.takeLock();
      if (locked === "taken") return ok(null);
      if (locked === "busy") {
        return err(
          `Thư mục dữ liệu đang được một tiến trình Thi Đua khác dùng. / The data folder is in use by another running product: ${this.pgFolder}`,
        );
      }
    }
    return err(`PostgreSQL không khởi động được, xem ${this.logFile}. / PostgreSQL did not start, see ${this.logFile}.`);
  }

  private spawnServer(): void {
    const call = asRun(this.runAs, this.binaries.postgres, [
      "-D", this.pgFolder,
      "-c", "listen_addresses=",
      "-c", `unix_socket_directories=${this.socketFolder}`,
      "-c", "unix_socket_permissions=0700",
      "-c", "max_connections=80",
      "-c", "shared_buffers=96MB",
      "-c", "wal_compression=on",
      "-c", "timezone=UTC",
    ]);
    const log = openSync(this.logFile, "a");
    // Its own process group: Ctrl-C must drain the application first, then end the database.
    this.child = spawn(call.command, call.args, { ...call.options, cwd: "/", detached: true, stdio: ["ignore", log, log] });
    this.child.unref();
  }

  /** Waits until the server answers and asks for the lock; "failed" when it never answers. */
  private async takeLock(): Promise<"taken" | "busy" | "failed"> {
    for (const deadline = Date.now() + 30_000; Date.now() < deadline && !this.stopping; ) {
      const client = new pg.Client({ host: this.socketFolder, user: OWNER_ROLE, database: "postgres" });
      try {
        await client.connect();
        const answer = await client.query<{ locked: boolean }>("select pg_try_advisory_lock($1) as locked", [SUPERVISOR_LOCK]);
        if (answer.rows[0]?.locked !== true) {
          await client.end();
          return "busy";
        }
        client.on("error", () => undefined);
        client.on("end", () => void this.revive());
        this.lock = client;
        return "taken";
      } catch {
        await client.end().catch(() => undefined);
        if (this.child !== null && this.child.exitCode !== null) return "failed";
        await sleep(15);
      }
    }
    return "failed";
  }

  /** The lock's connection ended although nobody asked: the server died, so it is started again. */
  private async revive(): Promise<void> {
    this.lock = null;
    while (!this.stopping) {
      await sleep(100);
      const pid = recordedPid(this.pgFolder);
      if (pid !== null && isLivePostgres(pid) && (await this.takeLock()) === "taken") return;
      const outcome = await this.start();
      if (outcome.ok) return;
      await sleep(2000);
    }
  }

  /** A fast shutdown; waits at most 30 s for the server to be gone. */
  async stop(): Promise<void> {
    this.stopping = true;
    const pid = recordedPid(this.pgFolder);
    await this.lock?.end().catch(() => undefined);
    if (pid === null || !isLivePostgres(pid)) return;
    process.kill(pid, "SIGINT");
    for (const deadline = Date.now() + 30_000; Date.now() < deadline && isLivePostgres(pid); ) await sleep(10);
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
