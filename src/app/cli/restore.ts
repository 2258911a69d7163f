import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type Lang, say, type Text } from "../../kernel/text.ts";
import { filledTables, isBare } from "../archive/emptiness.ts";
import { type Loaded, loadArchive, otherLevel, readArchiveHeader } from "../archive/load-archive.ts";
import { ensureSecrets, openInstallation } from "../installation.ts";
import { checkLog, type LogState } from "../log/check-log.ts";
import { readSettings, type Settings } from "../settings.ts";
import { archiveSentence } from "./archive-words.ts";
import { complain, langOf, readArguments, tell, wantsHelp } from "./arguments.ts";

const USAGE = say(
  `Cách dùng: thidua restore TỆP [--into-empty]
Khôi phục vào một DATA_DIR mới, hoặc một cơ sở dữ liệu DATABASE_URL chưa có bảng nào.
--into-empty: cho phép dữ liệu đã được tạo nhưng còn trống. Không bao giờ ghi đè lên dữ liệu đang có.`,
  `Usage: thidua restore FILE [--into-empty]
Restores into a new DATA_DIR, or into a DATABASE_URL without any table.
--into-empty: also where the tables exist and are empty. Never writes over data.`,
);

/** `thidua restore FILE`: gives 0 when everything is back and the log is as it was signed, or 2 with one sentence. */
export async function run(args: string[]): Promise<number> {
  const lang = langOf(args);
  if (wantsHelp(args)) {
    tell(USAGE[lang]);
    return 0;
  }
  const read = readArguments(args, { flags: ["into-empty"] });
  if (!read.ok) return complain(read.error[lang]);
  const [source, ...more] = read.value.positionals;
  if (source === undefined || more.length > 0) return complain(USAGE[lang]);
  const settings = readSettings(process.env);
  if (!settings.ok) return complain(settings.error);
  const file = resolve(source);
  const outcome = await restore(file, settings.value, read.value.flags.has("into-empty")).catch((error: unknown) => {
    const sentence = archiveSentence(error, file);
    if (sentence === null) throw error;
    return err(sentence);
  });
  if (!outcome.ok) return complain(outcome.error[lang]);
  const { loaded, log } = outcome.value;
  const tables = loaded.header.tables.length;
  tell(lang === "vi" ? `Đã khôi phục ${tables} bảng, ${loaded.rows} dòng, sao lưu lúc ${loaded.header.made_at}.` : `Restored ${tables} tables, ${loaded.rows} rows, backed up at ${loaded.header.made_at}.`);
  if (!log.consistent) return complain(logSentence(log)[lang]);
  tell(logSentence(log)[lang]);
  return 0;
}

async function restore(file: string, settings: Settings, intoEmpty: boolean): Promise<Result<{ loaded: Loaded; log: LogState }, Text>> {
  // Read first: a wrong file must not leave an empty installation behind.
  const other = otherLevel(await readArchiveHeader(file));
  if (other !== null) throw other;
  if (!intoEmpty && !(await isNew(settings))) return err(notNew(settings));
  const installation = await openInstallation(settings, { poolSize: 4 });
  if (!installation.ok) return err(say(installation.error, installation.error));
  const { address, database, close } = installation.value;
  try {
    const filled = await filledTables(address);
    if (filled.length > 0) {
      const list = filled.slice(0, 4).join(", ");
      return err(say(`Cơ sở dữ liệu này đã có dữ liệu (${list}): chỉ khôi phục vào nơi còn trống.`, `This database holds data (${list}): restore only where there are none.`));
    }
    const loaded = await loadArchive(address, file);
    return ok({ loaded, log: await checkLog(database, await ensureSecrets(database, settings.base_url)) });
  } finally {
    await close();
  }
}

async function isNew(settings: Settings): Promise<boolean> {
  if (settings.database_url === null) return !existsSync(join(settings.data_dir, "postgres", "PG_VERSION"));
  return isBare({ kind: "url", url: settings.database_url });
}

function notNew(settings: Settings): Text {
  const place = settings.database_url === null ? settings.data_dir : "DATABASE_URL";
  return say(
    `${place} đã được dùng: hãy đặt DATA_DIR là một thư mục mới, hoặc thêm --into-empty nếu ở đó chưa có dữ liệu nào.`,
    `${place} is in use already: set DATA_DIR to a new folder, or add --into-empty if there are no data in it.`,
  );
}

function logSentence(log: LogState): Text {
  if (!log.consistent) {
    const at = log.problem === undefined ? "" : ` (${log.problem.kind}, ${log.problem.at})`;
    return say(
      `Nhật ký KHÔNG khớp với điểm chốt mới nhất${at}: đừng đưa bản này vào sử dụng.`,
      `The log does NOT agree with its newest checkpoint${at}: do not use this installation.`,
    );
  }
  const waiting: Record<Lang, string> = { vi: `${log.pending} mục đang chờ`, en: `${log.pending} entries waiting` };
  return log.root === null
    ? say(`Nhật ký chưa có điểm chốt, ${waiting.vi}.`, `The log has no checkpoint yet, ${waiting.en}.`)
    : say(`Nhật ký khớp với điểm chốt mới nhất: ${log.size} mục, gốc ${log.root}, ${waiting.vi}.`, `The log agrees with its newest checkpoint: ${log.size} entries, root ${log.root}, ${waiting.en}.`);
}
