import { statSync } from "node:fs";
import { resolve } from "node:path";
import { err, ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { writeArchive } from "../archive/write-archive.ts";
import { readLocalities } from "../localities.ts";
import { archiveSentence } from "./archive-words.ts";
import { complain, langOf, readArguments, tell, wantsHelp } from "./arguments.ts";
import { chooseLocality, withInstallation } from "./with-locality.ts";

const USAGE = say(
  `Cách dùng: thidua backup TỆP [--locality MÃ]
Ghi toàn bộ (mọi bảng, tệp đính kèm, nhật ký, khóa) ra một tệp nén, đúng một thời điểm, cả khi sản phẩm đang chạy.
--locality MÃ: chỉ một địa phương, không có khóa ký; nơi khôi phục ghi các mục của địa phương vào nhật ký riêng.
Tệp chứa khóa ký và dữ liệu cá nhân: hãy cất nơi an toàn.`,
  `Usage: thidua backup FILE [--locality CODE]
Writes everything (all tables, attached files, the log, the keys) into one packed file, as of one moment, also while the product runs.
--locality CODE: one locality alone, without the signing key; where it is restored its entries go into that installation's own log.
The file holds the signing key and personal data: keep it safe.`,
);

/** `thidua backup FILE`: gives 0 when the file is whole and on disk, or 2 with one sentence. */
export async function run(args: string[]): Promise<number> {
  const lang = langOf(args);
  if (wantsHelp(args)) {
    tell(USAGE[lang]);
    return 0;
  }
  const read = readArguments(args, { values: ["locality"] });
  if (!read.ok) return complain(read.error[lang]);
  const [target, ...more] = read.value.positionals;
  if (target === undefined || more.length > 0) return complain(USAGE[lang]);
  const file = resolve(target);
  const code = read.value.values["locality"];
  const outcome = await withInstallation(async (installation) => {
    if (code !== undefined) {
      const chosen = chooseLocality(await readLocalities(installation.database), code);
      if (!chosen.ok) return chosen;
    }
    try {
      return ok(await writeArchive(installation.address, file, code ?? null));
    } catch (error) {
      const sentence = archiveSentence(error, file);
      if (sentence === null) throw error;
      return err(sentence);
    }
  });
  if (!outcome.ok) return complain(outcome.error[lang]);
  const { tables, rows } = outcome.value;
  const bytes = statSync(file).size;
  tell(lang === "vi" ? `${file}: ${tables} bảng, ${rows} dòng, ${bytes} byte.` : `${file}: ${tables} tables, ${rows} rows, ${bytes} bytes.`);
  return 0;
}
