import { type Lang, say, type Text } from "../../../kernel/text.ts";

/** The classes (mức xếp loại) that ready cards use. A card may name others: then the id is the name. */
const KNOWN: Readonly<Record<string, Text>> = {
  excellent: say("Hoàn thành xuất sắc nhiệm vụ", "Tasks completed excellently"),
  good: say("Hoàn thành tốt nhiệm vụ", "Tasks completed well"),
  completed: say("Hoàn thành nhiệm vụ", "Tasks completed"),
  none: say("Không hoàn thành nhiệm vụ", "Tasks not completed"),
  well: say("Tốt", "Good"),
  fair: say("Khá", "Fair"),
  average: say("Trung bình", "Average"),
  low: say("Thấp", "Low"),
  met: say("Đạt", "Met"),
  not_met: say("Chưa đạt", "Not met"),
};

/** Takes a class's id; gives what it is called. An id the product does not know is itself a name that an officer wrote. */
export function className(id: string, lang: Lang): string {
  return Object.hasOwn(KNOWN, id) ? (KNOWN[id]?.[lang] ?? id) : id;
}

/** Takes what an officer wrote for a class; gives the known id where it is that class's name in either language, else the text itself. */
export function classIdOf(name: string): string {
  return Object.entries(KNOWN).find(([, text]) => text.vi === name || text.en === name)?.[0] ?? name;
}
