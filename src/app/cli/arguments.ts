import { err, ok, type Result } from "../../kernel/result.ts";
import { type Lang, say, type Text } from "../../kernel/text.ts";

/** What stands after a command's name. */
export type Arguments = {
  readonly positionals: readonly string[];
  /** Options that take a value, by name. */
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
};

/** The options a command knows: those with a value, and those without. */
export type KnownOptions = { readonly values?: readonly string[]; readonly flags?: readonly string[] };

/** Gives the language that the arguments ask for. */
export function langOf(args: readonly string[]): Lang {
  return args.includes("--lang=en") || args[args.indexOf("--lang") + 1] === "en" ? "en" : "vi";
}

/** Says whether help is asked for. */
export function wantsHelp(args: readonly string[]): boolean {
  return args.includes("--help") || args.includes("-h");
}

/** Takes the arguments and the known options; gives them apart, or what is wrong with them. */
export function readArguments(args: readonly string[], known: KnownOptions): Result<Arguments, Text> {
  const valued = [...(known.values ?? []), "lang"];
  const positionals: string[] = [];
  const values: Record<string, string> = {};
  const flags = new Set<string>();
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? "";
    const [, name, joined] = /^--([a-z-]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === undefined) {
      if (arg.startsWith("-") && arg !== "-") return err(unknown(arg, known));
      positionals.push(arg);
    } else if (valued.includes(name)) {
      if (joined === undefined) at += 1;
      const value = joined ?? args[at];
      if (value === undefined || value === "") return err(say(`--${name} cần một giá trị.`, `--${name} needs a value.`));
      values[name] = value;
    } else if (known.flags?.includes(name) && joined === undefined) flags.add(name);
    else return err(unknown(arg, known));
  }
  const lang = values["lang"];
  if (lang !== undefined && lang !== "vi" && lang !== "en") {
    return err(say(`--lang chấp nhận vi hoặc en, không phải “${lang}”.`, `--lang accepts vi or en, not “${lang}”.`));
  }
  return ok({ positionals, values, flags });
}

function unknown(arg: string, known: KnownOptions): Text {
  const list = [...(known.values ?? []), ...(known.flags ?? []), "lang", "help"].map((name) => `--${name}`).join(", ");
  return say(`Không có tùy chọn “${arg}”. Các tùy chọn: ${list}.`, `There is no option “${arg}”. There are: ${list}.`);
}

/** Writes a sentence to standard error; gives the exit status of wrong input. */
export function complain(sentence: string): 2 {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

/** Writes a line to standard output. */
export function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Reads standard input to its end. */
export async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks).toString("utf8");
}
