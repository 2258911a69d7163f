import { existsSync, readFileSync, statSync } from "node:fs";
import { type NoteVerifier, parseVerifierKey, readCheckpointUnchecked } from "../../../engines/transparency/index.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { say, type Text } from "../../../kernel/text.ts";

/** What a subcommand answers: a JSON value or why there is none, and remarks for standard error. */
export type VerifyAnswer = Result<object, Text> & { readonly notes: readonly Text[] };

/** The one argument, and the options that were given. */
export type VerifyOptions = { readonly target: string; readonly given: { readonly [name: string]: string } };

/** Takes the arguments after the subcommand and the options it knows; gives them, or what is wrong. */
export function parseOptions(args: readonly string[], known: readonly string[]): Result<VerifyOptions, Text> {
  const given: { [name: string]: string } = {};
  const targets: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const [, name, joined] = /^--([a-z]+)(?:=(.*))?$/s.exec(args[at] ?? "") ?? [];
    if (name === undefined) {
      targets.push(args[at] ?? "");
      continue;
    }
    if (!known.includes(name) && name !== "lang") return err(unknownOption(name, known));
    if (joined === undefined) at += 1;
    const value = joined ?? args[at];
    if (value === undefined || value === "") return err(say(`--${name} cần một giá trị.`, `--${name} needs a value.`));
    given[name] = value;
  }
  const [target] = targets;
  if (target === undefined || targets.length > 1) {
    return err(say(`Cần đúng một tệp hoặc địa chỉ, nhận được ${targets.length}.`, `Exactly one file or address is needed, found ${targets.length}.`));
  }
  return ok({ target, given });
}

/** Takes a path, or `-` for standard input; gives the bytes, or a sentence that names the path. */
export function readBytes(path: string): Result<Uint8Array, Text> {
  try {
    return ok(new Uint8Array(readFileSync(path === "-" ? 0 : path)));
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : "";
    return err(say(`Không đọc được tệp ${path} (${why}).`, `Cannot read the file ${path} (${why}).`));
  }
}

/** Takes an option's name and the file after it, if any; gives the signed checkpoint's text, undefined without a file. */
export function readNote(option: string, path: string | undefined): Result<string | undefined, Text> {
  if (path === undefined) return ok(undefined);
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const note = new TextDecoder().decode(bytes.value);
  if (readCheckpointUnchecked(note) !== null) return ok(note);
  return err(say(`--${option}: ${path} không phải là điểm chốt đã ký.`, `--${option}: ${path} is no signed checkpoint.`));
}

/** Takes what stands after --key: a vkey or a file of them, one a line; gives the keys; none when it is absent. */
export function readKeys(given: string | undefined): Result<readonly NoteVerifier[], Text> {
  if (given === undefined) return ok([]);
  const single = parseVerifierKey(given.trim());
  if (single !== null) return ok([single]);
  if (!existsSync(given) || !statSync(given).isFile()) {
    return err(say(`--key: “${given}” không phải là khóa công khai, cũng không phải là tệp.`, `--key: “${given}” is neither a public key nor a file.`));
  }
  return parseKeys(readFileSync(given, "utf8"), given);
}

/** Takes the text of a file of keys and where it came from; gives the keys, or which line is none. */
export function parseKeys(text: string, from: string): Result<readonly NoteVerifier[], Text> {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const keys: NoteVerifier[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === "") continue;
    const key = parseVerifierKey(line);
    if (key === null) {
      return err(say(`${from}, dòng ${index + 1}: không phải là khóa công khai dạng tên+mã+khóa.`, `${from}, line ${index + 1}: not a public key of the form name+id+key.`));
    }
    keys.push(key);
  }
  return keys.length > 0 ? ok(keys) : err(say(`${from} không có khóa nào.`, `${from} holds no key.`));
}

function unknownOption(name: string, known: readonly string[]): Text {
  const list = [...known, "lang"].map((option) => `--${option}`).join(", ");
  return say(`Không có tùy chọn --${name}. Các tùy chọn: ${list}.`, `There is no option --${name}. There are: ${list}.`);
}
