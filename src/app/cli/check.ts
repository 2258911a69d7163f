import { check, parseCheckInput } from "../../engines/rulebook/index.ts";
import { runJsonCommand } from "./json-command.ts";

/** `thidua check`: takes the arguments after the name; gives the exit status. */
export async function run(args: string[]): Promise<number> {
  return runJsonCommand("check", args, (json, lang) => {
    const input = parseCheckInput(json, { lang });
    return input.ok ? check(input.value, { lang }) : input;
  });
}
