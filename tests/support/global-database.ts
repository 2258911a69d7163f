import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { superviseEmbedded } from "../../src/platform/database/embedded/supervisor.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where test databases are made: a socket folder of the embedded server, or the URL of an external one. */
    server: { kind: "socket"; folder: string } | { kind: "url"; url: string };
  }
}

/** Starts one server for all store tests, or takes the one that TEST_DATABASE_URL names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env["TEST_DATABASE_URL"];
  if (url) {
    project.provide("server", { kind: "url", url });
    return async () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), "thidua-test-"));
  const server = await superviseEmbedded(folder);
  if (!server.ok) throw new Error(server.error);
  project.provide("server", { kind: "socket", folder: server.value.socketFolder });
  return async () => {
    await server.value.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(server.value.socketFolder, { recursive: true, force: true });
  };
}
