import { eq } from "drizzle-orm";
import { z } from "zod";
import { formatDate, type PlainDate } from "../../../kernel/plain-date.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import type { CommandContext } from "../../../platform/command/context.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { findNomination } from "../store.ts";
import { COMPLAINT_SORTS, COMPLAINT_STATUS_NAMES, type ComplaintStatus, complaintStatus, OUTCOMES } from "./core/complaint.ts";
import { type Complaint, lockComplaint, unitOfComplaint } from "./store.ts";
import { complaints } from "./tables.ts";

/** Enters a complaint or denunciation about a dossier or its decision, as it came in. It holds nothing up until it is accepted. */
export const receiveComplaint = defineCommand({
  name: "receive_complaint",
  title: say("Tiếp nhận khiếu nại, tố cáo", "Receive a complaint"),
  input: z.strictObject({ nomination_id: field.id(), sort: field.choice(COMPLAINT_SORTS), received_on: field.date(), received_number: field.text(60), from_name: field.maybe(field.text(200)), content: field.longText(4000) }),
  policy: { kind: "roles", roles: ["officer"], unit: async (context, input) => (await findNomination(context.tx, input.nomination_id))?.unit_id ?? null },
  async run(context, input) {
    if (input.received_on > context.clock.today()) return failField("received_on", "Ngày tiếp nhận không thể sau hôm nay.", "It cannot be received after today.");
    if (input.sort === "denunciation" && input.from_name !== undefined) {
      return failField("from_name", "Họ tên người tố cáo được giữ bí mật: không ghi ở đây, chỉ ghi số văn bản đến.", "The author of a denunciation is kept secret: give the number of the paper only.");
    }
    if (input.sort === "complaint" && input.from_name === undefined) return failField("from_name", "Khiếu nại phải có người khiếu nại.", "A complaint has somebody who complains.");
    const id = context.newId();
    const { nomination_id, sort, received_on, received_number, content } = input;
    await context.tx.insert(complaints).values({ locality_id: context.locality.code, id, nomination_id, sort, received_on, received_number, from_name: input.from_name ?? null, content });
    context.act({ subject_kind: "nomination", subject_id: nomination_id, action: "complaint_received", payload: { complaint_id: id, sort, received_number } });
    return ok({ id, nomination_id });
  },
});

/** Accepts a complaint formally (thụ lý), by a document: from then on it counts as pending in the check of the dossier. Or refuses it, with the reason. */
export const acceptComplaint = defineCommand({
  name: "accept_complaint",
  title: say("Thụ lý hoặc không thụ lý", "Accept a complaint, or not"),
  input: z.strictObject({ complaint_id: field.id(), accept: field.choice(["yes", "no"]), on: field.date(), document: field.maybe(field.text(100)), reason: field.maybe(field.longText(1000)) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfComplaint(context, input.complaint_id) },
  async run(context, input) {
    const found = await inState(context, input.complaint_id, "received", input.on, (complaint) => complaint.received_on);
    if (!found.ok) return found;
    if (input.accept === "yes" && input.document === undefined) return failField("document", "Ghi số thông báo thụ lý.", "Give the number of the notice of acceptance.");
    if (input.accept === "no" && input.reason === undefined) return failField("reason", "Ghi lý do không thụ lý.", "Give the reason for not accepting it.");
    const set = input.accept === "yes" ? { accepted_on: input.on, accepted_document: input.document } : { refused_on: input.on, refusal_reason: input.reason };
    await context.tx.update(complaints).set(set).where(eq(complaints.id, input.complaint_id));
    act(context, found.value, input.accept === "yes" ? "complaint_accepted" : "complaint_not_accepted", set);
    return ok({ id: input.complaint_id, nomination_id: found.value.nomination_id });
  },
});

/** Settles an accepted complaint by its conclusion; the dossier is free again. What follows for the award is a revocation or a new decision of its own. */
export const settleComplaint = defineCommand({
  name: "settle_complaint",
  title: say("Ghi kết quả giải quyết", "Settle a complaint"),
  input: z.strictObject({ complaint_id: field.id(), on: field.date(), document: field.text(100), outcome: field.choice(OUTCOMES), outcome_text: field.longText(4000) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfComplaint(context, input.complaint_id) },
  async run(context, input) {
    const found = await inState(context, input.complaint_id, "accepted", input.on, (complaint) => complaint.accepted_on ?? complaint.received_on);
    if (!found.ok) return found;
    const set = { settled_on: input.on, settled_document: input.document, outcome: input.outcome, outcome_text: input.outcome_text };
    await context.tx.update(complaints).set(set).where(eq(complaints.id, input.complaint_id));
    act(context, found.value, "complaint_settled", { ...set, outcome_text: undefined });
    return ok({ id: input.complaint_id, nomination_id: found.value.nomination_id });
  },
});

/** Locks a complaint and gives it when it stands where the step needs it, and the day is none before the step before nor after today. */
async function inState(context: CommandContext, complaint_id: string, state: ComplaintStatus, on: PlainDate, after: (complaint: Complaint) => PlainDate): Promise<Result<Complaint, Failure>> {
  const complaint = await lockComplaint(context.tx, complaint_id);
  if (complaint === null) return fail("not_found", "Không có đơn này.", "No such complaint.");
  const now = complaintStatus(complaint);
  if (now !== state) return fail("conflict", `Đơn đang ở trạng thái “${COMPLAINT_STATUS_NAMES[now].vi}”.`, `The complaint is “${COMPLAINT_STATUS_NAMES[now].en}”.`);
  if (on > context.clock.today() || on < after(complaint)) return failField("on", `Ngày phải từ ${formatDate(after(complaint))} đến hôm nay.`, "The day lies between the step before and today.");
  return ok(complaint);
}

function act(context: CommandContext, complaint: Complaint, action: string, payload: Record<string, unknown>): void {
  context.act({ subject_kind: "nomination", subject_id: complaint.nomination_id, action, payload: { complaint_id: complaint.id, ...payload } });
}
