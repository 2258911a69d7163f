import { bonus, parseBonusInput } from "../../engines/rulebook/index.ts";
import { runJsonCommand } from "./json-command.ts";

/** `thidua bonus`: takes the arguments after the name; gives the exit status. */
export async function run(args: string[]): Promise<number> {
  return runJsonCommand("bonus", args, (json, lang) => {
    const input = parseBonusInput(json, { lang });
    return input.ok ? bonus(input.value, { lang }) : input;
  });
}
