import { and, desc, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import nodemailer from "nodemailer";
import { formatDate, parsePlainDate } from "../kernel/plain-date.ts";
import { say, type Text } from "../kernel/text.ts";
import { users } from "../modules/accounts/tables.ts";
import { systemClock } from "../platform/clock/clock.ts";
import { outbox } from "../platform/command/tables.ts";
import type { Database } from "../platform/database/database.ts";

/** A notice in words, and where it leads. */
export type Notice = { text: Text; href: string };

/** Takes a notice's kind and payload; gives its words in both languages. */
export function wordNotice(kind: string, payload: Record<string, unknown>): Notice {
  const text = (name: string) => String(payload[name] ?? "");
  const date = (name: string) => {
    const parsed = parsePlainDate(text(name));
    return parsed === null ? "" : formatDate(parsed);
  };
  const names = Array.isArray(payload["names"]) ? payload["names"].join(", ") : "";
  switch (kind) {
    case "nominations_submitted":
      return { text: say(`${text("unit_name")} trình ${text("count")} hồ sơ`, `${text("unit_name")} submitted ${text("count")} dossiers`), href: "/nominations?status=submitted" };
    case "nominations_assigned":
      return { text: say(`Bạn được giao ${text("count")} hồ sơ`, `${text("count")} dossiers were assigned to you`), href: "/nominations?mine=on" };
    case "nominations_returned":
      return { text: say(`Trả lại để bổ sung: ${names}. ${text("reason")}`, `Returned: ${names}. ${text("reason")}`), href: "/nominations?status=returned" };
    case "nominations_not_recommended":
      return { text: say(`Không đề nghị khen thưởng: ${names}. ${text("reason")}`, `Not recommended: ${names}. ${text("reason")}`), href: "/nominations?status=not_recommended" };
    case "nominations_declined":
      return { text: say(`Không khen thưởng: ${names}. ${text("reason")}`, `Declined: ${names}. ${text("reason")}`), href: "/nominations?status=declined" };
    case "campaign_launched":
      return { text: say(`Phát động: ${text("title")}. Hưởng ứng trước ${date("response_due_on")}`, `Launched: ${text("title")}. Respond by ${date("response_due_on")}`), href: `/campaigns/${text("campaign_id")}` };
    case "campaign_urged":
      return { text: say(`Đôn đốc hưởng ứng: ${text("title")}`, `Reminder to respond: ${text("title")}`), href: `/campaigns/${text("campaign_id")}` };
    case "round_opened":
      return { text: say(`Mở đợt chấm điểm: ${text("title")}. Tự chấm trước ${date("due_on")}`, `Scoring opened: ${text("title")}. Score yourself by ${date("due_on")}`), href: `/rounds/${text("round_id")}/board` };
    case "cross_scoring_begun":
      return { text: say(`Đến bước chấm chéo: ${text("title")}. Hạn ${date("due_on")}`, `Cross-scoring has begun: ${text("title")}. Due ${date("due_on")}`), href: `/rounds/${text("round_id")}/board` };
    case "score_urged":
      return { text: say(`Đôn đốc chấm điểm: ${text("title")}. Hạn ${date("due_on")}`, `Reminder to score: ${text("title")}. Due ${date("due_on")}`), href: `/rounds/${text("round_id")}/board` };
    case "target_assigned":
      return { text: say(`Được giao chỉ tiêu: ${text("title")}`, `A target was assigned: ${text("title")}`), href: "/targets" };
    case "cluster_event_due":
      return { text: say(`${text("cluster_name")}: ${text("title")}, hạn ${date("due_on")}`, `${text("cluster_name")}: ${text("title")}, due ${date("due_on")}`), href: `/clusters/${text("cluster_id")}` };
    case "session_planned":
      return { text: say(`Mời họp: ${text("title")}, ngày ${date("held_on")}`, `Council session: ${text("title")}, on ${date("held_on")}`), href: `/sessions/${text("session_id")}` };
    case "nominations_at_level":
      return { text: say(`${text("unit_name")} trình ${text("count")} hồ sơ để cấp bạn xét, tổng hợp`, `${text("unit_name")} sent ${text("count")} dossiers for your level to review`), href: "/submissions" };
    case "nominations_not_forwarded":
      return { text: say(`Cấp trên không trình tiếp: ${names}. ${text("reason")}`, `Not forwarded by the level above: ${names}. ${text("reason")}`), href: "/nominations?status=not_forwarded" };
    case "nominations_approved_above":
      return { text: say(`Cấp trên đã khen thưởng: ${names}. ${text("reason")}`, `Awarded by the level above: ${names}. ${text("reason")}`), href: "/nominations?status=decided" };
    case "clearance_asked":
      return { text: say(`Đề nghị hiệp y ${text("count")} hồ sơ, hạn ${date("due_on")}`, `Clearance asked about ${text("count")} dossiers, due ${date("due_on")}`), href: `/clearances/${text("round_id")}` };
    case "clearance_answered":
      return { text: say(`${text("body")} đã trả lời hiệp y ${text("count")} hồ sơ`, `${text("body")} answered about ${text("count")} dossiers`), href: `/clearances/${text("round_id")}` };
    case "delegated":
      return { text: say(`${text("from")} ủy quyền cho bạn từ ${date("from_on")} đến ${date("to_on")}`, `${text("from")} delegated to you from ${date("from_on")} to ${date("to_on")}`), href: "/account" };
    default:
      return { text: say(kind, kind), href: "/desk" };
  }
}

/** Gives a user's newest notices in words. */
export async function ownNotices(database: Database, locality: string, user_id: string): Promise<Notice[]> {
  const rows = await database.inLocality(locality, (tx) =>
    tx.select({ kind: outbox.kind, payload: outbox.payload }).from(outbox).where(eq(outbox.to_user_id, user_id)).orderBy(desc(outbox.created_at), desc(outbox.id)).limit(12),
  );
  return rows.map((row) => wordNotice(row.kind, row.payload));
}

const MOST_ATTEMPTS = 8;

/**
 * Sends what waits in the outbox by mail, to users who have an address. Each row is locked while it is
 * sent, so several processes share the work; a failure is kept and tried again later.
 */
export async function sendWaitingMail(database: Database, locality: string, smtpUrl: string, baseUrl: string, from: string): Promise<number> {
  const transport = nodemailer.createTransport(smtpUrl);
  let sent = 0;
  for (;;) {
    const more = await database.inLocality(locality, async (tx) => {
      const [row] = await tx
        .select({ id: outbox.id, kind: outbox.kind, payload: outbox.payload, attempts: outbox.attempts, email: users.email })
        .from(outbox)
        .innerJoin(users, and(eq(users.locality_id, outbox.locality_id), eq(users.id, outbox.to_user_id)))
        .where(and(isNull(outbox.sent_at), isNotNull(users.email), lt(outbox.attempts, MOST_ATTEMPTS)))
        .orderBy(outbox.attempts, outbox.created_at)
        .limit(1)
        .for("update", { of: outbox, skipLocked: true });
      if (row === undefined || row.email === null) return false;
      const notice = wordNotice(row.kind, row.payload);
      try {
        await transport.sendMail({ from, to: row.email, subject: notice.text.vi.slice(0, 120), text: `${notice.text.vi}\n${notice.text.en}\n\n${baseUrl}${notice.href}\n` });
        await tx.update(outbox).set({ sent_at: systemClock.now() }).where(eq(outbox.id, row.id));
        sent += 1;
        return true;
      } catch (error) {
        await tx.update(outbox).set({ attempts: sql`${outbox.attempts} + 1`, failure: error instanceof Error ? error.message : String(error) }).where(eq(outbox.id, row.id));
        return false;
      }
    });
    if (!more) return sent;
  }
}
