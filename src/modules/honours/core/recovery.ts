import { regimeOn } from "../../../engines/rulebook/index.ts";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import { say, type Text } from "../../../kernel/text.ts";

/** The grounds on which an award is revoked, by the points of Law 06/2022/QH15, article 93(2). */
export const REVOCATION_GROUNDS = ["fraud", "false_dossier", "unlawful_vetting", "standard_not_met"] as const;
export type RevocationGround = (typeof REVOCATION_GROUNDS)[number];

const GROUNDS: Readonly<Record<RevocationGround, { point: string; text: Text }>> = {
  fraud: { point: "a", text: say("Gian dối trong việc kê khai thành tích", "Fraud in declaring the achievement") },
  false_dossier: { point: "b", text: say("Cung cấp thông tin sai sự thật hoặc làm giả hồ sơ", "False information or a forged dossier") },
  unlawful_vetting: { point: "c", text: say("Thẩm định, xét, duyệt trái quy định của pháp luật", "Vetting or approval against the law") },
  standard_not_met: { point: "d", text: say("Có kết luận, bản án xác định vi phạm trong thời gian tính thành tích làm cho không đủ tiêu chuẩn", "A conclusion or judgment finds a violation within the achievement period, so that the standard was not met") },
};

/**
 * Takes a ground and the day of the revocation; gives the ground with its citation. Before the Law of 2022 the same grounds
 * are known from memory only, and say so.
 */
export function wordGround(ground: RevocationGround, on: PlainDate): Text {
  const { point, text } = GROUNDS[ground];
  const regime = regimeOn(on)?.id ?? "vn-2017";
  if (regime !== "vn-2017") return say(`${text.vi} (Luật 06/2022/QH15, Điều 93 khoản 2 điểm ${point})`, `${text.en} (Law 06/2022/QH15, article 93(2)(${point}))`);
  return say(`${text.vi} (chưa đối chiếu được nguyên văn quy định đang áp dụng)`, `${text.en} (not checked against the text then in force)`);
}

/** What must come back after a revocation, and what has. Days are null until it has. */
export type RecoveryFacts = { readonly insignia_due: boolean; readonly amount_due: number; readonly insignia_returned_on: PlainDate | null; readonly money_returned_on: PlainDate | null };

/** How far a recovery (thu hồi hiện vật, tiền thưởng) has come. */
export type RecoveryState = "nothing_due" | "due" | "partly" | "recovered";

export const RECOVERY_NAMES: Readonly<Record<RecoveryState, Text>> = {
  nothing_due: say("không có gì phải thu hồi", "nothing to recover"),
  due: say("chưa thu hồi", "not recovered"),
  partly: say("đã thu hồi một phần", "partly recovered"),
  recovered: say("đã thu hồi", "recovered"),
};

/** Takes what was due and what came back; gives how far the recovery is. */
export function recoveryState(facts: RecoveryFacts): RecoveryState {
  const parts = [...(facts.insignia_due ? [facts.insignia_returned_on] : []), ...(facts.amount_due > 0 ? [facts.money_returned_on] : [])];
  const back = parts.filter((day) => day !== null).length;
  if (parts.length === 0) return "nothing_due";
  return back === 0 ? "due" : back === parts.length ? "recovered" : "partly";
}
