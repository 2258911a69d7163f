import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { RenderRequest, WorkerAnswer, WorkerQuestion } from "./render-request.ts";

type Waiting = { resolve(pdf: Uint8Array): void; reject(error: Error): void };

/** The one worker of this process, with those who wait for it; null until something is rendered. */
let running: { worker: Worker; waiting: Map<number, Waiting>; nextId: number } | null = null;

/**
 * Takes a content model; gives its PDF/A-2b. Requests are rendered one after another in a worker
 * thread that starts with the first. Rejects when a template fails, which is a bug, or the worker dies.
 */
export function renderPdf(request: RenderRequest): Promise<Uint8Array> {
  running ??= start();
  const { worker, waiting } = running;
  const id = running.nextId;
  running.nextId += 1;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    // Only a worker with work to do keeps the process alive.
    worker.ref();
    worker.postMessage({ id, request } satisfies WorkerQuestion);
  });
}

/** Ends the worker, if there is one; whoever still waits is told so. The next renderPdf starts another. */
export async function closeRenderer(): Promise<void> {
  await running?.worker.terminate();
}

function start(): NonNullable<typeof running> {
  const worker = new Worker(workerUrl(import.meta.url));
  const started = { worker, waiting: new Map<number, Waiting>(), nextId: 1 };
  worker.unref();
  worker.on("message", (answer: WorkerAnswer) => {
    const waiter = started.waiting.get(answer.id);
    started.waiting.delete(answer.id);
    if (started.waiting.size === 0) worker.unref();
    if ("pdf" in answer) waiter?.resolve(answer.pdf);
    else waiter?.reject(new Error(answer.error));
  });
  let reason = "the renderer was closed";
  worker.on("error", (error) => {
    reason = error instanceof Error ? error.message : String(error);
  });
  worker.on("exit", () => {
    if (running === started) running = null;
    for (const waiter of started.waiting.values()) waiter.reject(new Error(reason));
  });
  return started;
}

/**
 * From source the worker stands beside this file, and Node strips its types. In a build this code may
 * stand in a chunk below the folder that holds the worker's bundle, so the search goes upward.
 */
function workerUrl(here: string): URL {
  const file = fileURLToPath(here.split("?")[0] ?? here);
  if (file.endsWith(".ts")) return pathToFileURL(join(dirname(file), "render-worker.ts"));
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, "render-worker.js");
    if (existsSync(candidate)) return pathToFileURL(candidate);
  }
  throw new Error(`no render-worker.js above ${file}`);
}
