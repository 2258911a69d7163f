import { say, type Text } from "../../kernel/text.ts";
import type { SuccessionKind } from "./core/kinds.ts";

/** Texts that more than one page of organizations says. */
export const words = {
  units: say("Đơn vị", "Units"),
  people: say("Người của đơn vị", "People"),
  onDay: say("Xem vào ngày", "As of"),
  name: say("Tên", "Name"),
  kind: say("Loại", "Kind"),
  fromDay: say("Từ ngày", "From"),
  parent: say("Thuộc", "Beneath"),
  noDiacritics: say("Không cần dấu", "Without diacritics"),
  difficultArea: say("Địa bàn khó khăn", "Difficult area"),
  bySchoolYear: say("Xét theo năm học", "Reviewed by school year"),
  save: say("Lưu", "Save"),
};

/** What became of a unit. */
export const SUCCESSION_NAMES: Readonly<Record<SuccessionKind, Text>> = {
  merged: say("Sáp nhập", "Merged"),
  split: say("Chia tách", "Split"),
  abolished: say("Giải thể", "Abolished"),
  moved: say("Chuyển giao", "Moved"),
};
