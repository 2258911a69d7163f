import { parseTallyInput, tally } from "../../engines/tally/index.ts";
import { runJsonCommand } from "./json-command.ts";

/** `thidua tally`: takes the arguments after the name; gives the exit status. */
export async function run(args: string[]): Promise<number> {
  return runJsonCommand("tally", args, (json, lang) => {
    const input = parseTallyInput(json, { lang });
    return input.ok ? { ok: true, value: tally(input.value, { lang }) } : input;
  });
}
