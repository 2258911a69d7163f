import { vi } from "vitest";

/** Runs a command of the command line; gives its status, its JSON answer (null for none) and what it wrote to standard error. */
export async function captured(run: () => Promise<number>): Promise<{ status: number; answer: ReturnType<typeof JSON.parse>; error: string }> {
  const stdout = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const written = (spy: { mock: { calls: unknown[][] } }): string => spy.mock.calls.map(([text]) => String(text)).join("");
  try {
    const status = await run();
    const out = written(stdout);
    return { status, answer: out === "" ? null : JSON.parse(out), error: written(stderr) };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}
