import { readFile } from "node:fs/promises";
import { electionCalendar, parseCalendarInput, readPollingDay, toICalendar } from "../../engines/calendar/index.ts";
import { say } from "../../kernel/text.ts";
import { complain, langOf, readArguments, readStandardInput, tell, wantsHelp } from "./arguments.ts";
import { runJsonCommand } from "./json-command.ts";

const USAGE = say(
  "Cách dùng: thidua calendar --polling-day 2021-05-23 [--format json|ics] [--lang vi|en], hoặc thidua calendar <tệp.json | tệp.ndjson | -> [--ndjson]",
  "Usage: thidua calendar --polling-day 2021-05-23 [--format json|ics] [--lang vi|en], or thidua calendar <file.json | file.ndjson | -> [--ndjson]",
);

/** `thidua calendar`: takes the arguments after the name; gives the exit status (0 answered, 2 wrong input). */
export async function run(args: string[]): Promise<number> {
  const lang = langOf(args);
  if (wantsHelp(args)) {
    tell(USAGE[lang]);
    return 0;
  }
  const read = readArguments(args, { values: ["polling-day", "format"], flags: ["ndjson"] });
  if (!read.ok) return complain(`${read.error[lang]} ${USAGE[lang]}`);
  const { positionals, values, flags } = read.value;
  const day = values["polling-day"];
  const format = values["format"] ?? "json";
  if (format !== "json" && format !== "ics") return complain(say(`--format chấp nhận json hoặc ics, không phải “${format}”.`, `--format accepts json or ics, not “${format}”.`)[lang]);
  if (day !== undefined) {
    if (positionals.length > 0 || flags.has("ndjson")) return complain(`${say("Đã có --polling-day thì không đọc tệp nữa.", "With --polling-day no file is read.")[lang]} ${USAGE[lang]}`);
    const polling_day = readPollingDay(day);
    if (!polling_day.ok) return complain(`--polling-day: ${polling_day.error[lang]}`);
    return answer({ polling_day: polling_day.value }, format, lang);
  }
  const [source] = positionals;
  if (format === "json" || source === undefined) {
    const lines = flags.has("ndjson") ? ["--ndjson"] : [];
    return runJsonCommand("calendar", [...positionals, ...lines, "--lang", lang], (json, inLang) => {
      const input = parseCalendarInput(json, { lang: inLang });
      return input.ok ? { ok: true, value: electionCalendar(input.value, { lang: inLang }) } : input;
    });
  }
  if (positionals.length > 1 || flags.has("ndjson") || source.endsWith(".ndjson")) return complain(say("Dạng ics chỉ nhận một ngày bầu cử mỗi lần.", "The ics format takes one polling day at a time.")[lang]);
  const input = parseCalendarInput(await readJson(source), { lang });
  return input.ok ? answer(input.value, format, lang) : complain(`${input.error.path}: ${input.error.message}`);
}

function answer(input: Parameters<typeof electionCalendar>[0], format: "json" | "ics", lang: "vi" | "en"): number {
  const calendar = electionCalendar(input, { lang });
  if (format === "ics") process.stdout.write(toICalendar(calendar, { lang }));
  else tell(JSON.stringify(calendar, null, 2));
  return 0;
}

/** Reads a file, or standard input for `-`, as JSON; what cannot be read or parsed is undefined, which no parser accepts. */
async function readJson(source: string): Promise<unknown> {
  try {
    return JSON.parse((source === "-" ? await readStandardInput() : await readFile(source, "utf8")).replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
