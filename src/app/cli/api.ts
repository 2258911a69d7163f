import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type Lang, say, type Text } from "../../kernel/text.ts";
import { readSettings } from "../settings.ts";
import { archiveSentence } from "./archive-words.ts";
import { type Arguments, complain, langOf, readArguments, readStandardInput, tell, wantsHelp } from "./arguments.ts";

const USAGE = say(
  `Cách dùng: thidua api GET|POST TÊN [--url ĐỊA_CHỈ] [--token MÃ] [--data TỆP|-] [--transaction-id UUID]
GET đọc một truy vấn (/api/v1/queries/TÊN), POST chạy một lệnh (/api/v1/commands/TÊN). Danh sách: /api/docs.
Mã truy cập tạo tại trang Tài khoản của tôi; có thể đặt ở biến môi trường THIDUA_TOKEN.`,
  `Usage: thidua api GET|POST NAME [--url ADDRESS] [--token TOKEN] [--data FILE|-] [--transaction-id UUID]
GET reads a query (/api/v1/queries/NAME), POST runs a command (/api/v1/commands/NAME). They are listed at /api/docs.
A token is made on the page My account; it may also stand in the environment as THIDUA_TOKEN.`,
);

/** `thidua api`: asks the running product; prints the JSON and gives 0, or gives 2 with the product's own sentence. */
export async function run(args: string[]): Promise<number> {
  const lang = langOf(args);
  if (wantsHelp(args)) {
    tell(USAGE[lang]);
    return 0;
  }
  const read = readArguments(args, { values: ["url", "token", "data", "transaction-id"] });
  if (!read.ok) return complain(read.error[lang]);
  const request = await prepare(read.value);
  if (!request.ok) return complain(request.error[lang]);
  const answer = await ask(request.value, lang);
  if (!answer.ok) return complain(answer.error[lang]);
  tell(JSON.stringify(answer.value, null, 2));
  return 0;
}

type Prepared = { address: URL; init: RequestInit };

async function prepare({ positionals, values }: Arguments): Promise<Result<Prepared, Text>> {
  const [method = "", name = "", ...more] = positionals;
  if ((method !== "GET" && method !== "POST") || !/^[a-z][a-z0-9_]*$/.test(name) || more.length > 0) return err(USAGE);
  const settings = readSettings(process.env);
  if (!settings.ok) return err(say(settings.error, settings.error));
  const base = values["url"] ?? settings.value.base_url;
  if (!/^https?:$/.test(URL.parse(base)?.protocol ?? "")) return err(say(`--url “${base}” không phải địa chỉ http.`, `--url “${base}” is no http address.`));
  const data = await readData(values["data"]);
  if (!data.ok) return data;
  const token = values["token"] ?? process.env["THIDUA_TOKEN"];
  const address = new URL(`${base.replace(/\/+$/, "")}/api/v1/${method === "GET" ? "queries" : "commands"}/${name}`);
  const headers: Record<string, string> = { accept: "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) };
  if (method === "GET") {
    for (const [key, value] of Object.entries(data.value)) address.searchParams.set(key, typeof value === "string" ? value : JSON.stringify(value));
    return ok({ address, init: { method, headers } });
  }
  headers["content-type"] = "application/json";
  // A command that is asked twice under one id runs once.
  headers["idempotency-key"] = values["transaction-id"] ?? randomUUID();
  return ok({ address, init: { method, headers, body: JSON.stringify(data.value) } });
}

async function readData(source: string | undefined): Promise<Result<Record<string, unknown>, Text>> {
  if (source === undefined) return ok({});
  let text: string;
  try {
    text = source === "-" ? await readStandardInput() : await readFile(source, "utf8");
  } catch (error) {
    const sentence = archiveSentence(error, source);
    if (sentence === null) throw error;
    return err(sentence);
  }
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === "object" && json !== null && !Array.isArray(json)) return ok(json as Record<string, unknown>);
  } catch {
    // The same sentence serves for what is no JSON and for what is no object.
  }
  return err(say(`--data ${source}: cần một đối tượng JSON { … }.`, `--data ${source}: a JSON object { … } is needed.`));
}

async function ask({ address, init }: Prepared, lang: Lang): Promise<Result<unknown, Text>> {
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(address, { ...init, headers: { ...(init.headers as Record<string, string>), "accept-language": lang }, redirect: "manual" });
    text = await answer.text();
  } catch (error) {
    const why = error instanceof Error ? String((error.cause as { code?: string } | undefined)?.code ?? error.message) : String(error);
    return err(say(`Không gọi được ${address.origin}: ${why}. Sản phẩm có đang chạy không?`, `${address.origin} cannot be reached: ${why}. Is the product running?`));
  }
  const json = parse(text);
  if (answer.ok && json !== undefined) return ok(json);
  const told = (json as { error?: { message?: string; fields?: Record<string, string> } } | undefined)?.error;
  const fields = Object.entries(told?.fields ?? {}).map(([path, sentence]) => `${path}: ${sentence}`).join(" ");
  const sentence = [told?.message ?? `HTTP ${answer.status}`, fields].filter(Boolean).join(" ");
  return err(say(sentence, sentence));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
