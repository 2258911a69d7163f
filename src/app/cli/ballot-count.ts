import { ballotCount, parseBallotCountInput } from "../../engines/rulebook/index.ts";
import { runJsonCommand } from "./json-command.ts";

/** `thidua ballot-count`: takes the arguments after the name; gives the exit status. */
export async function run(args: string[]): Promise<number> {
  return runJsonCommand("ballot-count", args, (json, lang) => {
    const input = parseBallotCountInput(json, { lang });
    return input.ok ? ballotCount(input.value, { lang }) : input;
  });
}
