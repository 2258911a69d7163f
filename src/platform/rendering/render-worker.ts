import { parentPort } from "node:worker_threads";
import type { WorkerAnswer, WorkerQuestion } from "./render-request.ts";
import { createTypstRenderer, type TypstRenderer } from "./typst-compiler.ts";

// The compiler blocks its thread, so it has one of its own; it is loaded with the first question.
let render: TypstRenderer | null = null;

parentPort?.on("message", ({ id, request }: WorkerQuestion) => {
  let answer: WorkerAnswer;
  try {
    render ??= createTypstRenderer();
    answer = { id, pdf: render(request) };
  } catch (error) {
    answer = { id, error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer, "pdf" in answer ? [answer.pdf.buffer as ArrayBuffer] : []);
});
