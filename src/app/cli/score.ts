import { parseScoreInput, score } from "../../engines/scoring/index.ts";
import { runJsonCommand } from "./json-command.ts";

/** `thidua score`: takes the arguments after the name; gives the exit status. */
export async function run(args: string[]): Promise<number> {
  return runJsonCommand("score", args, (json, lang) => {
    const input = parseScoreInput(json, { lang });
    return input.ok ? score(input.value, { lang }) : input;
  });
}
