/** The cryptography of a ballot, in a thread of its own, while the member reads. Holds nothing: each message carries all it needs. */
import { finish, prepare } from "./ballot/prepare.ts";
import type { WorkerAnswer, WorkerRequest } from "./ballot/protocol.ts";

const answer = (message: WorkerAnswer): void => postMessage(message);

/** Does the tasks one after another and answers each; the first that fails ends the work. */
async function each<T extends { readonly ballot_id: string }>(tasks: readonly T[], does: (task: T) => Promise<WorkerAnswer>): Promise<void> {
  for (const task of tasks) {
    try {
      answer(await does(task));
    } catch (error) {
      return answer({ kind: "failed", ballot_id: task.ballot_id, why: error instanceof Error ? error.message : String(error) });
    }
  }
  answer({ kind: "done" });
}

function work(request: WorkerRequest): Promise<void> {
  switch (request.step) {
    case "prepare":
      return each(request.papers, async (paper) => ({ kind: "prepared", prepared: await prepare(paper) }));
    case "finish":
      return each(request.unfinished, async (ballot) => ({ kind: "ready", ready: await finish(ballot) }));
  }
}

addEventListener("message", (event: MessageEvent<WorkerRequest>) => void work(event.data));
