import { z } from "zod";
import { formatDate, type PlainDate } from "../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { compareVietnamese } from "../../kernel/vietnamese.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { isRunning, noticesOfSubjects, openNotice } from "../notices/index.ts";
import { unitNames } from "../organizations/index.ts";
import { honourName } from "./assess.ts";
import type { Nomination } from "./core/dossier.ts";
import { MOST_NOTICE_DAYS, noticeDaysOn } from "./core/local-rules.ts";
import { moveAll, unitOfNominations } from "./move.ts";
import { localRulesDeclared } from "./store.ts";

/** Posts one notice for dossiers of one honour and year: names and achievements stand on the portal until its last day. */
export const postNotice = defineCommand({
  name: "post_notice",
  title: say("Công khai lấy ý kiến", "Post a public notice"),
  input: z.strictObject({
    nomination_ids: field.list(field.id(), 3000), title: field.maybe(field.text(200)), days: field.maybe(field.whole(1, MOST_NOTICE_DAYS)),
    /** Days on which offices are closed besides weekends: announced each year, so they are given. */
    days_off: field.list(field.date(), 40).default([]),
  }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfNominations(context, input.nomination_ids) },
  async run(context, input) {
    const unit_id = context.grant?.unit_id ?? (await unitOfNominations(context, input.nomination_ids));
    const moved = await moveAll(context, input.nomination_ids, "post_notice");
    if (!moved.ok) return moved;
    const list = moved.value;
    const [first] = list;
    if (first === undefined || unit_id === null) return fail("invalid", "Chưa chọn hồ sơ nào.", "No dossier was chosen.");
    if (list.some((nomination) => nomination.honour !== first.honour || nomination.year !== first.year)) {
      return failField("nomination_ids", "Mỗi danh sách công khai chỉ gồm một danh hiệu, hình thức của một năm.", "A notice lists one honour of one year only.");
    }
    const today = context.clock.today();
    const asked = noticeDaysOn(await localRulesDeclared(context.tx), first.honour, today);
    const days = daysOf(asked, input.days);
    if (!days.ok) return days;
    const names = await unitNames(context.tx, list.map((nomination) => nomination.unit_id), today);
    const title = input.title ?? `${honourName(first.honour, "vi")}, năm ${first.year}`;
    const subjects = inListOrder(list).map((nomination) => ({ subject_id: nomination.id, name: nomination.subject_name, note: names.get(nomination.unit_id) ?? "", achievement: nomination.achievement }));
    const posted = await openNotice(context, { unit_id, honour: first.honour, year: first.year, title, days: days.value, least: asked === null || asked.days === 0 ? null : asked, days_off: input.days_off, subjects });
    return ok({ id: posted.id, ends_on: posted.ends_on, dossiers: list.length });
  },
});

/** Takes the rule's days and the typed ones; gives for how long the notice runs: never shorter than the rule asks. */
function daysOf(asked: { days: number; instrument: string } | null, typed: number | undefined): Result<number, Failure> {
  if (asked === null) {
    return typed !== undefined ? ok(typed) : failField("days", "Địa phương chưa quy định thời gian công khai cho danh hiệu, hình thức này: hãy ghi số ngày làm việc, hoặc khai ở trang Quy định của địa phương.", "No local rule says how long this honour stands on notice: write the working days, or declare the rule first.");
  }
  if (typed === undefined && asked.days === 0) return failField("days", `Theo ${asked.instrument}, danh hiệu, hình thức này không phải công khai. Nếu vẫn công khai, hãy ghi số ngày làm việc.`, `By ${asked.instrument} this honour needs no notice. To post one all the same, write the working days.`);
  if (typed !== undefined && typed < asked.days) return failField("days", `${asked.instrument} yêu cầu ít nhất ${asked.days} ngày làm việc.`, `${asked.instrument} asks for at least ${asked.days} working days.`);
  return ok(typed ?? asked.days);
}

/** By unit, then by name: the order in which lists of dossiers stand everywhere. */
function inListOrder(list: readonly Nomination[]): Nomination[] {
  return [...list].sort((a, b) => (a.unit_id === b.unit_id ? compareVietnamese(a.subject_name, b.subject_name) || (a.id < b.id ? -1 : 1) : a.unit_id < b.unit_id ? -1 : 1));
}

/**
 * Refuses dossiers that may not go before the council or be recommended yet: those whose notice still runs, and those
 * that a local rule in force today wants on notice first and that never stood on one.
 */
export async function refuseWhileOnNotice(context: ReadContext, list: readonly Nomination[]): Promise<Result<null, Failure>> {
  const today = context.clock.today();
  const notices = await noticesOfSubjects(context.tx, list.map((nomination) => nomination.id));
  const on = (nomination: Nomination) => notices.get(nomination.id) ?? [];
  const running = list.filter((nomination) => on(nomination).some((notice) => isRunning(notice, today)));
  const [held] = running;
  if (held !== undefined) {
    const until = lastDay(on(held).map((notice) => notice.ends_on));
    return err({
      code: "refused",
      message: say(`Đang công khai lấy ý kiến đến hết ngày ${until}: ${namesOf(running)}. Hết thời gian công khai mới trình tiếp được.`, `On public notice until the end of ${until}: ${namesOf(running)}. They go on when the notice is over.`),
    });
  }
  const rules = await localRulesDeclared(context.tx);
  const unseen = list.filter((nomination) => on(nomination).length === 0 && (noticeDaysOn(rules, nomination.honour, today)?.days ?? 0) > 0);
  const [missing] = unseen;
  if (missing === undefined) return ok(null);
  const asked = noticeDaysOn(rules, missing.honour, today);
  return err({
    code: "refused",
    message: say(
      `Theo ${asked?.instrument ?? ""}, phải công khai lấy ý kiến ${asked?.days ?? 0} ngày làm việc trước: ${namesOf(unseen)}.`,
      `By ${asked?.instrument ?? ""} these stand on public notice for ${asked?.days ?? 0} working days first: ${namesOf(unseen)}.`,
    ),
  });
}

function namesOf(list: readonly Nomination[]): string {
  const names = list.map((nomination) => nomination.subject_name).sort(compareVietnamese);
  return `${names.slice(0, 5).join(", ")}${list.length > 5 ? ` (+${list.length - 5})` : ""}`;
}

function lastDay(days: readonly PlainDate[]): string {
  const [latest] = [...days].sort().reverse();
  return latest === undefined ? "" : formatDate(latest);
}
