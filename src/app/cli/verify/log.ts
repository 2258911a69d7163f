import { type LogReader, verifyLog } from "../../../engines/transparency/index.ts";
import { err, ok } from "../../../kernel/result.ts";
import { say, type Text } from "../../../kernel/text.ts";
import { folderReader, siteReader } from "./log-reader.ts";
import { readKeys, readNote, type VerifyAnswer, type VerifyOptions } from "./options.ts";

/** `thidua verify log`: gives `{consistent, size, root, seconds}`, with `problem` where it is not consistent. */
export async function verifyPublishedLog({ target, given }: VerifyOptions): Promise<VerifyAnswer> {
  const keys = readKeys(given["key"]);
  if (!keys.ok) return { ...keys, notes: [] };
  const since = readNote("since", given["since"]);
  if (!since.ok) return { ...since, notes: [] };
  const started = performance.now();
  try {
    const reader = await findLog(target);
    if (reader === null) return { ...err(noLog(target)), notes: [] };
    const verdict = await verifyLog(reader, {
      ...(keys.value.length > 0 ? { keys: keys.value } : {}),
      ...(since.value === undefined ? {} : { since: since.value }),
    });
    const { problem, ...answer } = verdict;
    const seconds = Math.round(performance.now() - started) / 1000;
    const notes = keys.value.length > 0 ? [] : [UNSIGNED];
    return { ...ok({ ...answer, seconds, ...(problem === undefined ? {} : { problem }) }), notes };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ...err(say(`Không đọc được nhật ký ở ${target}: ${why}.`, `Cannot read the log at ${target}: ${why}.`)), notes: [] };
  }
}

/** The address may be the log's own or that of the site that publishes it below /log. */
async function findLog(target: string): Promise<LogReader | null> {
  if (!/^https?:\/\//.test(target)) {
    const reader = folderReader(target);
    return (await reader.read("checkpoint")) === null ? null : reader;
  }
  for (const address of [target, `${target.replace(/\/+$/, "")}/log`]) {
    const reader = siteReader(address);
    if ((await reader.read("checkpoint")) !== null) return reader;
  }
  return null;
}

const UNSIGNED = say(
  "Chưa kiểm tra chữ ký của điểm chốt vì không có --key.",
  "The checkpoint's signature was not checked, because there is no --key.",
);

function noLog(target: string): Text {
  return say(`${target} không có nhật ký: thiếu tệp “checkpoint”.`, `${target} holds no log: the file “checkpoint” is missing.`);
}
