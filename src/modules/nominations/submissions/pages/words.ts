import { say, type Text } from "../../../../kernel/text.ts";
import type { TagLook } from "../../../../platform/html/kit.ts";

/** How the states of a submission list look and read. */
export const LIST_STATES: Readonly<Record<"draft" | "sent" | "dropped", { look: TagLook; text: Text }>> = {
  draft: { look: "wait", text: say("Đang lập", "Being drawn up") },
  sent: { look: "ok", text: say("Đã trình", "Sent") },
  dropped: { look: "info", text: say("Đã bỏ", "Dropped") },
};

/** How the states of a package look and read. */
export const PACKAGE_STATES: Readonly<Record<"draft" | "sent" | "answered" | "cancelled", { look: TagLook; text: Text }>> = {
  draft: { look: "wait", text: say("Đang lập", "Being drawn up") },
  sent: { look: "wait", text: say("Đã trình, chờ kết quả", "Sent, waiting") },
  answered: { look: "ok", text: say("Đã có kết quả", "Answered") },
  cancelled: { look: "info", text: say("Đã bỏ", "Cancelled") },
};

/** How the states of a result look and read. */
export const RESULT_STATES: Readonly<Record<"awaiting_confirmation" | "confirmed" | "cancelled", { look: TagLook; text: Text }>> = {
  awaiting_confirmation: { look: "wait", text: say("Chờ người thứ hai xác nhận", "To be confirmed") },
  confirmed: { look: "ok", text: say("Đã xác nhận", "Confirmed") },
  cancelled: { look: "info", text: say("Đã bỏ", "Cancelled") },
};
