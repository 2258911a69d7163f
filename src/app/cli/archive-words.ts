import { say, type Text } from "../../kernel/text.ts";
import { ArchiveFault } from "../archive/frames.ts";
import { VERSION } from "../version.ts";

/** Takes what went wrong with a file; gives the sentence, or null when it is a bug and not the file. */
export function archiveSentence(error: unknown, file: string): Text | null {
  if (error instanceof ArchiveFault) {
    switch (error.kind) {
      case "not_an_archive":
        return say(`${file} không phải tệp sao lưu của Thi Đua.`, `${file} is no backup of Thi Đua.`);
      case "other_version":
        return say(`${file} là định dạng sao lưu bản ${error.at}, bản này không đọc được.`, `${file} has backup format ${error.at}, which this version does not read.`);
      case "other_shape":
        return say(
          `${file} do Thi Đua ${error.at} tạo, dạng dữ liệu khác với bản ${VERSION} này: hãy khôi phục bằng đúng bản đó rồi nâng cấp.`,
          `${file} was made by Thi Đua ${error.at}, whose tables differ from those of this version ${VERSION}: restore it with that version, then upgrade.`,
        );
      case "truncated":
        return say(`${file} bị cụt (ở ${error.at}): hãy lấy bản khác.`, `${file} is cut short (at ${error.at}): use another copy.`);
      case "changed":
        return say(`${file} đã bị thay đổi hoặc hỏng (ở ${error.at}): hãy lấy bản khác.`, `${file} was changed or damaged (at ${error.at}): use another copy.`);
    }
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ENOENT":
      return say(`Không có tệp hoặc thư mục ${file}.`, `There is no file or folder ${file}.`);
    case "EISDIR":
      return say(`${file} là thư mục, cần một tệp.`, `${file} is a folder, a file is needed.`);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return say(`Không có quyền với ${file}.`, `No permission for ${file}.`);
    case "ENOSPC":
      return say(`Hết chỗ trên đĩa khi ghi ${file}.`, `The disk is full, writing ${file}.`);
    case "ECONNREFUSED":
    case "57P01":
      return say("Cơ sở dữ liệu vừa dừng: hãy thử lại.", "The database just stopped: try again.");
  }
  // PostgreSQL refuses who asks, or has no such database: its own words say which.
  if (/^(28...|3D000|42501|53300)$/.test(code) && error instanceof Error) {
    return say(`PostgreSQL từ chối: ${error.message}.`, `PostgreSQL refuses: ${error.message}.`);
  }
  return null;
}
