import { once } from "node:events";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { StringDecoder } from "node:string_decoder";
import type { Result } from "../../kernel/result.ts";
import type { Lang } from "../../kernel/text.ts";

/** What is wrong with an input: the JSON path and a sentence. */
type Wrong = { readonly path: string; readonly message: string };

/** Answers one JSON value, or says what is wrong with it. Must not throw for any value. */
export type Answer = (json: unknown, lang: Lang) => Result<unknown, Wrong>;

type Arguments = { readonly lang: Lang; readonly source: string; readonly lines: boolean };

/**
 * Runs an engine command: takes its name, the arguments after the name and the function that answers one JSON
 * value. One JSON object is answered on standard output; a `.ndjson` file (or `-` with `--ndjson`) line by line,
 * in order, in constant memory. Gives the exit status: 0 answered, 2 the input is wrong (a sentence on standard
 * error, nothing on standard output; for lines `{"line", "error"}` in their place).
 */
export async function runJsonCommand(name: string, args: readonly string[], answer: Answer): Promise<number> {
  const lang: Lang = args.includes("--lang=en") || args[args.indexOf("--lang") + 1] === "en" ? "en" : "vi";
  if (args.includes("--help") || args.includes("-h")) {
    await write(`${usage(name, lang)}\n`);
    return 0;
  }
  const read = readArguments(args, lang);
  if (!read.ok) return complain(`${read.error} ${usage(name, lang)}`);
  try {
    return read.value.lines ? await answerLines(read.value, answer) : await answerOne(read.value, answer);
  } catch (error) {
    const reason = systemReason(error, lang);
    if (reason === null) throw error;
    const { source } = read.value;
    return complain(lang === "vi" ? `Không đọc được ${source}: ${reason}.` : `Cannot read ${source}: ${reason}.`);
  }
}

async function answerOne({ lang, source }: Arguments, answer: Answer): Promise<number> {
  const text = source === "-" ? await readAll(process.stdin) : await readFile(source, "utf8");
  const result = answerText(text, lang, answer);
  if (!result.ok) return complain(`${result.error.path}: ${result.error.message}`);
  await write(`${JSON.stringify(result.value, null, 2)}\n`);
  return 0;
}

async function answerLines({ lang, source }: Arguments, answer: Answer): Promise<number> {
  const stream = source === "-" ? process.stdin : createReadStream(source);
  let bad = 0;
  let line = 0;
  for await (const texts of linesOf(stream)) {
    let answers = "";
    for (const text of texts) {
      line += 1;
      if (text.trim() === "") continue;
      const result = answerText(text, lang, answer);
      if (!result.ok) bad += 1;
      const { path, message } = result.ok ? { path: "", message: "" } : result.error;
      answers += `${JSON.stringify(result.ok ? result.value : { line, error: { path, message } })}\n`;
    }
    // One writing for all lines of a chunk: memory stays that of a chunk, and a million writings become some thousand.
    if (answers !== "" && !(await write(answers))) {
      stream.destroy();
      break;
    }
  }
  return bad === 0 ? 0 : complain(lang === "vi" ? `Có ${bad} dòng không hợp lệ.` : `${bad} line(s) were invalid.`);
}

function answerText(text: string, lang: Lang, answer: Answer): Result<unknown, Wrong> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    const message = lang === "vi" ? "Không phải JSON hợp lệ; chấp nhận một đối tượng JSON { … }." : "Not valid JSON; a JSON object { … } is accepted.";
    return { ok: false, error: { path: "$", message } };
  }
  return answer(json, lang);
}

function readArguments(args: readonly string[], lang: Lang): Result<Arguments, string> {
  const wrong = (vi: string, en: string): Result<Arguments, string> => ({ ok: false, error: lang === "vi" ? vi : en });
  const sources: string[] = [];
  let lines = false;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] as string;
    if (arg === "--ndjson") lines = true;
    else if (arg === "--lang" || arg.startsWith("--lang=")) {
      const value = arg === "--lang" ? args[++index] : arg.slice("--lang=".length);
      if (value !== "vi" && value !== "en") return wrong(`--lang chấp nhận vi hoặc en, không phải "${value ?? ""}".`, `--lang accepts vi or en, not "${value ?? ""}".`);
    } else if (arg.startsWith("-") && arg !== "-") return wrong(`Không có tùy chọn "${arg}".`, `There is no option "${arg}".`);
    else sources.push(arg);
  }
  const [source] = sources;
  if (source === undefined || sources.length > 1) return wrong("Cần đúng một tệp, hoặc - để đọc từ đầu vào chuẩn.", "Exactly one file is needed, or - for standard input.");
  return { ok: true, value: { lang, source, lines: lines || source.endsWith(".ndjson") } };
}

function usage(name: string, lang: Lang): string {
  return lang === "vi"
    ? `Cách dùng: thidua ${name} <tệp.json | tệp.ndjson | -> [--ndjson] [--lang vi|en]`
    : `Usage: thidua ${name} <file.json | file.ndjson | -> [--ndjson] [--lang vi|en]`;
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks).toString("utf8");
}

/** The lines that each chunk completes, without their ends; a letter split between two chunks stays whole. */
async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<readonly string[]> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for await (const chunk of stream) {
    const parts = (rest + decoder.write(Buffer.from(chunk as Buffer))).split("\n");
    rest = parts.pop() ?? "";
    if (parts.length > 0) yield parts;
  }
  rest += decoder.end();
  if (rest !== "") yield [rest];
}

let readerGone = false;
let watching = false;

/** Writes and waits while the reader is slow; gives false once the reader has gone away. */
async function write(text: string): Promise<boolean> {
  const { stdout } = process;
  if (!watching) {
    watching = true;
    stdout.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      readerGone = true;
      stdout.emit("drain");
    });
  }
  if (readerGone) return false;
  if (!stdout.write(text)) await once(stdout, "drain");
  return !readerGone;
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

function systemReason(error: unknown, lang: Lang): string | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return lang === "vi" ? "không có tệp này" : "there is no such file";
    case "EISDIR":
      return lang === "vi" ? "đây là thư mục" : "it is a folder";
    case "EACCES":
    case "EPERM":
      return lang === "vi" ? "không có quyền đọc" : "no permission to read it";
    case null:
      return null;
    case undefined:
      return null;
  }
  return code;
}
