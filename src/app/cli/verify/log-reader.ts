import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LogReader } from "../../../engines/transparency/index.ts";

/** Longest wait for one answer from a site, in milliseconds. */
const TIMEOUT_MS = 20_000;

/** Takes a folder that holds `checkpoint` and `tile/`; gives its reader. Throws on anything but an absent file. */
export function folderReader(folder: string): LogReader {
  return {
    async read(path) {
      try {
        return new Uint8Array(await readFile(join(folder, path)));
      } catch (error) {
        if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
        throw error;
      }
    },
  };
}

/** Takes the address of a log; gives its reader. Throws when the site does not answer or answers with another error than 404. */
export function siteReader(address: string): LogReader {
  return { read: (path) => fetchBytes(`${address.replace(/\/+$/, "")}/${path}`) };
}

/** Takes an address; gives the bytes there, or null when there is nothing (404, 410). Throws on any other failure. */
export async function fetchBytes(address: string): Promise<Uint8Array | null> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (answer.status === 404 || answer.status === 410) {
    await answer.body?.cancel();
    return null;
  }
  if (!answer.ok) throw new Error(`${address}: HTTP ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
