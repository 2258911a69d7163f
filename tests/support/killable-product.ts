import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { ROOT } from "./sources.ts";

/** Gives a port that nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

/** The product as a process of its own, on a data folder and port of its own; made to be killed. */
export class Product {
  private child: ChildProcess | null = null;
  private told = "";

  constructor(
    readonly dataDir: string,
    readonly port: number,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it and waits until it answers; gives the milliseconds that took. */
  async start(): Promise<number> {
    const started = performance.now();
    const env = { ...process.env, DATA_DIR: this.dataDir, PORT: String(this.port), HOST: "127.0.0.1", DATABASE_URL: "", BASE_URL: this.url };
    this.child = spawn(process.execPath, [join(ROOT, "bin/thidua.mjs"), "start", "--empty"], { env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on("data", (chunk: Buffer) => { this.told += chunk.toString(); });
    await this.healthy();
    return performance.now() - started;
  }

  /** Waits until it says that it is well; gives the milliseconds that took. */
  async healthy(): Promise<number> {
    const started = performance.now();
    while (performance.now() - started < 60_000) {
      const answer = await fetch(`${this.url}/healthz`, { signal: AbortSignal.timeout(2000) }).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.status === 200) return performance.now() - started;
      if (this.child !== null && this.child.exitCode !== null) throw new Error(`the product ended with ${this.child.exitCode}: ${this.told}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the product does not answer: ${this.told}`);
  }

  /** Kills the product itself, as a power cut would: nothing is drained, PostgreSQL stays behind as an orphan. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  /** Kills its PostgreSQL; the product stays. */
  killPostgres(): void {
    const file = join(this.dataDir, "postgres", "postmaster.pid");
    const pid = existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : 0;
    if (pid <= 1) return;
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It is gone already: the power cut came first.
    }
  }

  /** Ends it as a person does. */
  async stop(): Promise<void> {
    await this.end("SIGTERM");
  }

  private async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await gone;
  }
}
