import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "thidua-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The command's module is run by itself in a process of its own, as the product's entry does. */
function commandLine(command: string): string[] {
  const module = new URL(`./${command}.ts`, import.meta.url).href;
  return ["--no-warnings", "--input-type=module", "-e", `const { run } = await import(${JSON.stringify(module)}); process.exitCode = await run(process.argv.slice(1));`, "--"];
}

function thidua(command: string, args: string[], input = ""): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...commandLine(command), ...args], { input, encoding: "utf8", cwd: fileURLToPath(new URL("../../..", import.meta.url)) });
  return { status, stdout, stderr };
}

const award = { honour: "commune_certificate_of_merit", kind: "individual", decided_on: "2021-12-20" };

describe("engine commands", () => {
  it("answer a file and standard input alike", () => {
    const file = join(folder, "one.json");
    writeFileSync(file, JSON.stringify(award));
    const fromFile = thidua("bonus", [file]);
    expect(fromFile.status).toBe(0);
    expect(fromFile.stderr).toBe("");
    expect((JSON.parse(fromFile.stdout) as { amount: number }).amount).toBe(230000);
    expect(thidua("bonus", ["-"], JSON.stringify(award))).toEqual(fromFile);
  });

  it("say where the input is wrong, on standard error alone", () => {
    expect(thidua("bonus", ["-"], JSON.stringify({ ...award, honor: 1 }))).toEqual({
      status: 2,
      stdout: "",
      stderr: '$.honor: Không có trường "honor"; các trường được chấp nhận: honour, kind, decided_on.\n',
    });
    expect(thidua("bonus", ["-", "--lang", "en"], "{")).toEqual({ status: 2, stdout: "", stderr: "$: Not valid JSON; a JSON object { … } is accepted.\n" });
    expect(thidua("check", ["--lang", "en", "-"], JSON.stringify({ honour: "advanced_labourer", received_on: "2017-09-30", candidate: { kind: "individual" } }))).toEqual({
      status: 2,
      stdout: "",
      stderr: "$.received_on: There is no rulebook for that day, 2017-09-30; accepted from 2017-10-01.\n",
    });
  });

  it("say that a file cannot be read", () => {
    const missing = join(folder, "missing.json");
    expect(thidua("check", [missing])).toEqual({ status: 2, stdout: "", stderr: `Không đọc được ${missing}: không có tệp này.\n` });
    expect(thidua("check", [folder, "--lang=en"])).toEqual({ status: 2, stdout: "", stderr: `Cannot read ${folder}: it is a folder.\n` });
    expect(thidua("check", ["--lang", "fr", "x"]).status).toBe(2);
    expect(thidua("check", []).status).toBe(2);
  });

  it("answer line by line in order, and go on after a bad line", () => {
    const file = join(folder, "many.ndjson");
    writeFileSync(file, `${JSON.stringify(award)}\r\n\nnot json\n${JSON.stringify({ ...award, kind: "king" })}\n${JSON.stringify({ ...award, kind: "collective" })}`);
    const { status, stdout } = thidua("bonus", [file, "--lang", "en"]);
    const lines = stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as { amount?: number; line?: number; error?: { path: string } });
    expect(status).toBe(2);
    expect(lines.map(({ amount, line, error }) => amount ?? `${line} ${error?.path}`)).toEqual([230000, "3 $", "4 $.kind", 450000]);
    expect(thidua("bonus", ["-", "--ndjson"], `${JSON.stringify(award)}\n`).status).toBe(0);
  });

  it("ends quietly when the reader goes away", async () => {
    const file = join(folder, "long.ndjson");
    writeFileSync(file, `${JSON.stringify(award)}\n`.repeat(50_000));
    const child = spawn(process.execPath, [...commandLine("bonus"), file], { stdio: ["ignore", "pipe", "pipe"] });
    let complaint = "";
    child.stderr.on("data", (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on("exit", resolve));
    expect({ status, complaint }).toEqual({ status: 0, complaint: "" });
  });
});
