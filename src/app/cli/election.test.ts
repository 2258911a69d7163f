import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "thidua-election-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command's module by itself in a process of its own, as the product's entry does. */
function thidua(command: string, args: string[], input = ""): { status: number | null; stdout: string; stderr: string } {
  const module = new URL(`./${command}.ts`, import.meta.url).href;
  const code = `const { run } = await import(${JSON.stringify(module)}); process.exitCode = await run(process.argv.slice(1));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--no-warnings", "--input-type=module", "-e", code, "--", ...args], { input, encoding: "utf8", cwd: fileURLToPath(new URL("../../..", import.meta.url)) });
  return { status, stdout, stderr };
}

describe("thidua calendar", () => {
  it("answers a polling day, a JSON object and lines alike", () => {
    const asked = thidua("calendar", ["--polling-day", "2021-05-23"]);
    expect([asked.status, asked.stderr]).toEqual([0, ""]);
    const calendar = JSON.parse(asked.stdout) as { polling_day: string; law: string; milestones: unknown[] };
    expect([calendar.polling_day, calendar.law, calendar.milestones.length]).toEqual(["2021-05-23", "85/2015/QH13", 31]);
    expect(thidua("calendar", ["-"], '{"polling_day": "2021-05-23"}')).toEqual(asked);
    expect(thidua("calendar", ["--polling-day=2021-05-23", "--format", "json"])).toEqual(asked);
    const lines = thidua("calendar", ["-", "--ndjson", "--lang", "en"], '{"polling_day": "2021-05-23"}\n{"polling_day": "2021-05-24"}\n{"polling_day": "2026-03-15"}\n');
    const read = lines.stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as { law?: string; line?: number; error?: { path: string } });
    expect([lines.status, read.map(({ law, line, error }) => law ?? `${line} ${error?.path}`)]).toEqual([2, ["85/2015/QH13", "2 $.polling_day", "85/2015/QH13, 83/2025/QH15"]]);
  });

  it("writes iCalendar, the same from a file", () => {
    const asked = thidua("calendar", ["--polling-day", "2026-03-15", "--format", "ics", "--lang", "en"]);
    expect([asked.status, asked.stderr]).toEqual([0, ""]);
    expect(asked.stdout.match(/^BEGIN:VEVENT\r$/gm)?.length).toBe(30);
    expect(asked.stdout.endsWith("END:VCALENDAR\r\n")).toBe(true);
    const file = join(folder, "day.json");
    writeFileSync(file, '{"polling_day": "2026-03-15"}');
    expect(thidua("calendar", [file, "--format=ics", "--lang=en"])).toEqual(asked);
  });

  it("says what is wrong with the day or the options, on standard error alone", () => {
    const wrong = (args: string[], input = "") => thidua("calendar", [...args, "--lang", "en"], input);
    expect(wrong(["--polling-day", "2021-05-24"])).toEqual({ status: 2, stdout: "", stderr: "--polling-day: 2021-05-24 is not a Sunday; the polling day must be a Sunday (Law on Elections, article 5). The nearest Sunday: 2021-05-23.\n" });
    expect(wrong(["--polling-day", "2011-05-22"])).toEqual({ status: 2, stdout: "", stderr: "--polling-day: No election law in force is known for 2011-05-22; accepted from 2015-09-01.\n" });
    expect(wrong(["--polling-day", "2021-05-23", "--format", "pdf"])).toEqual({ status: 2, stdout: "", stderr: "--format accepts json or ics, not “pdf”.\n" });
    expect(wrong(["-"], "{}")).toEqual({ status: 2, stdout: "", stderr: '$.polling_day: The required field "polling_day" is missing.\n' });
    for (const args of [[], ["--polling-day"], ["--poling-day", "2021-05-23"], ["--polling-day", "2021-05-23", "x.json"], ["x.ndjson", "--format", "ics"], [join(folder, "missing.json"), "--format", "ics"]]) {
      const { status, stdout, stderr } = wrong(args);
      expect([args, status, stdout, stderr === ""]).toEqual([args, 2, "", false]);
    }
    expect(thidua("calendar", ["--help"]).status).toBe(0);
  });
});

describe("thidua tally", () => {
  const input = {
    level: "commune_council", round: "first", polling_day: "2021-05-23", seats: 1, candidates: [{ id: "a", name: "A" }, { id: "b", name: "B" }],
    minutes: [{ area: "KV1", listed: 1000, voted: 501, issued: 501, collected: 501, valid: 490, invalid: 11, votes: { a: 246, b: 244 } }],
  };
  it("answers, and says where the input is wrong", () => {
    const asked = thidua("tally", ["-"], JSON.stringify(input));
    expect([asked.status, asked.stderr]).toEqual([0, ""]);
    expect((JSON.parse(asked.stdout) as { elected: string[] }).elected).toEqual(["a"]);
    const bad = thidua("tally", ["-", "--lang", "en"], JSON.stringify({ ...input, minutes: [{ ...input.minutes[0], voted: -1 }] }));
    expect([bad.status, bad.stdout]).toEqual([2, ""]);
    expect(bad.stderr).toMatch(/^\$\.minutes\[0\]\.voted: Invalid value: found -1;.*negative_or_fraction/);
    const lines = thidua("tally", ["-", "--ndjson"], `${JSON.stringify(input)}\n{}\n`);
    expect([lines.status, lines.stdout.trimEnd().split("\n").length]).toEqual([2, 2]);
  });
});
