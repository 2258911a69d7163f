import type { Citation } from "../../../engines/rulebook/index.ts";
import type { Lang } from "../../../kernel/text.ts";

/** Takes a citation; gives it as offices write it: kind of instrument, number, article, clause, point. */
export function writeCitation(cite: Citation, lang: Lang): string {
  const words = lang === "vi" ? { article: "Điều", clause: "khoản", point: "điểm", second_hand: "theo nguồn dẫn lại" } : { article: "article", clause: "clause", point: "point", second_hand: "second-hand" };
  return [
    `${kindOf(cite.instrument, lang)}${cite.instrument}`,
    cite.article ? `${words.article} ${cite.article}` : null,
    cite.clause ? `${words.clause} ${cite.clause}` : null,
    cite.point ? `${words.point} ${cite.point}` : null,
  ].filter((part) => part !== null).join(", ") + (cite.second_hand ? ` (${words.second_hand})` : "");
}

function kindOf(instrument: string, lang: Lang): string {
  if (/\/QH\d+$/.test(instrument)) return lang === "vi" ? "Luật " : "Law ";
  if (/\/NĐ-CP$/.test(instrument)) return lang === "vi" ? "Nghị định " : "Decree ";
  if (/\/TT-/.test(instrument)) return lang === "vi" ? "Thông tư " : "Circular ";
  return "";
}
