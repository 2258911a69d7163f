import { say } from "../../../../kernel/text.ts";
import type { Failure } from "../../../../platform/command/failure.ts";
import { Breadcrumb, Card, DateField, Day, ErrorSummary, Facts, Form, Select, SubmitButton, Tag, type TagLook, TextArea, TextField, type Typed, usePage } from "../../../../platform/html/kit.ts";
import { honourName } from "../../assess.ts";
import type { View } from "../../pages/view.ts";
import { COMPLAINT_SORT_NAMES, COMPLAINT_SORTS, COMPLAINT_STATUS_NAMES, type ComplaintStatus, OUTCOME_NAMES, OUTCOMES } from "../core/complaint.ts";
import type { complaintsOfNomination } from "../queries.ts";

type Page = View<typeof complaintsOfNomination>;
type One = Page["complaints"][number];
/** What was typed belongs to one form of the page: `form` names it by the complaint's id, or `new`. */
type Given = { typed: Typed; failure: Failure | null; form: string };

const isOpen = (one: One): boolean => one.status === "received" || one.status === "accepted";

const LOOKS: Readonly<Record<ComplaintStatus, TagLook>> = { received: "wait", accepted: "bad", not_accepted: "info", settled: "ok" };

/** The complaints about one dossier, each with the step that comes next. */
export function ComplaintsPage({ view, typed, failure, form }: Given & { view: Page }) {
  const { t, lang } = usePage();
  const { nomination } = view;
  // One form of a step at a time: two of them would share the ids of their fields.
  const worked = view.complaints.find((one) => one.id === form && isOpen(one)) ?? view.complaints.find(isOpen);
  return (
    <>
      <Breadcrumb trail={[{ href: `/nominations/${nomination.id}`, label: nomination.subject_name }]} />
      <h1>{t(say("Khiếu nại, tố cáo", "Complaints and denunciations"))}</h1>
      <p class="muted">{nomination.subject_name}, {honourName(nomination.honour, lang)}, {nomination.year}</p>
      <ErrorSummary failure={failure} />
      <div class="stackable">
        {view.complaints.map((one) => <ComplaintCard one={one} at={`/nominations/${nomination.id}/complaints/${one.id}`} mayDeal={view.may_deal} worked={one === worked} typed={form === one.id ? typed : {}} failure={form === one.id ? failure : null} form={form} />)}
        {view.complaints.length === 0 && <Card><p class="muted">{t(say("Chưa có khiếu nại, tố cáo nào.", "There is none."))}</p></Card>}
        {view.may_deal && <ReceiveForm nomination_id={nomination.id} typed={form === "new" ? typed : {}} failure={form === "new" ? failure : null} form={form} />}
      </div>
    </>
  );
}

function ComplaintCard({ one, at, mayDeal, worked, typed, failure }: Given & { one: One; at: string; mayDeal: boolean; worked: boolean }) {
  const { t } = usePage();
  return (
    <Card title={`${t(COMPLAINT_SORT_NAMES[one.sort])}, ${one.received_number}`}>
      <p><Tag look={LOOKS[one.status]}>{t(COMPLAINT_STATUS_NAMES[one.status])}</Tag></p>
      <Facts facts={[
        [t(say("Ngày tiếp nhận", "Received on")), <Day on={one.received_on} />], [t(say("Người khiếu nại", "From")), one.from_name ?? t(say("giữ bí mật", "kept secret"))], [t(say("Nội dung", "About")), one.content],
        one.accepted_on === null ? null : [t(say("Thụ lý", "Accepted")), <><Day on={one.accepted_on} /> ({one.accepted_document})</>],
        one.refused_on === null ? null : [t(say("Không thụ lý", "Not accepted")), <><Day on={one.refused_on} />: {one.refusal_reason}</>],
        one.settled_on === null || one.outcome === null ? null : [t(say("Kết quả", "Outcome")), <>{t(OUTCOME_NAMES[one.outcome])}, <Day on={one.settled_on} /> ({one.settled_document}). {one.outcome_text}</>],
      ]} />
      {mayDeal && worked && one.status === "received" && <AcceptForm at={at} typed={typed} failure={failure} />}
      {mayDeal && worked && one.status === "accepted" && <SettleForm at={at} typed={typed} failure={failure} />}
      {mayDeal && !worked && isOpen(one) && <p><a href={`?form=${one.id}`}>{t(say("Ghi bước tiếp theo của đơn này", "Record the next step of this one"))}<span class="unseen"> {one.received_number}</span></a></p>}
    </Card>
  );
}

function AcceptForm({ at, ...given }: { at: string; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  return (
    <Form action={`${at}/acceptance`}>
      <Select name="accept" label={say("Quyết định", "Decision")} options={[{ value: "yes", label: t(say("Thụ lý", "Accept")) }, { value: "no", label: t(say("Không thụ lý", "Do not accept")) }]} {...given} />
      <div class="two">
        <DateField name="on" label={say("Ngày", "Day")} {...given} />
        <TextField name="document" label={say("Số thông báo thụ lý", "Number of the notice")} optional {...given} />
      </div>
      <TextArea name="reason" label={say("Lý do, nếu không thụ lý", "Reason, when not accepted")} rows={2} optional {...given} />
      <div><SubmitButton>{t(say("Ghi", "Save"))}</SubmitButton></div>
    </Form>
  );
}

function SettleForm({ at, ...given }: { at: string; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  return (
    <Form action={`${at}/settlement`}>
      <Select name="outcome" label={say("Kết quả", "Outcome")} options={OUTCOMES.map((value) => ({ value, label: t(OUTCOME_NAMES[value]) }))} {...given} />
      <div class="two">
        <DateField name="on" label={say("Ngày", "Day")} {...given} />
        <TextField name="document" label={say("Số quyết định, kết luận", "Number of the conclusion")} {...given} />
      </div>
      <TextArea name="outcome_text" label={say("Nội dung kết luận", "Conclusion")} rows={3} {...given} />
      <div><SubmitButton>{t(say("Ghi kết quả", "Settle"))}</SubmitButton></div>
    </Form>
  );
}

function ReceiveForm({ nomination_id, ...given }: Given & { nomination_id: string }) {
  const { t } = usePage();
  return (
    <Card title={t(say("Tiếp nhận đơn", "Receive one"))}>
      <Form action={`/nominations/${nomination_id}/complaints`}>
        <Select name="sort" label={say("Loại", "Kind")} options={COMPLAINT_SORTS.map((value) => ({ value, label: t(COMPLAINT_SORT_NAMES[value]) }))} {...given} />
        <div class="two">
          <DateField name="received_on" label={say("Ngày tiếp nhận", "Received on")} {...given} />
          <TextField name="received_number" label={say("Số văn bản đến", "Number of the incoming paper")} {...given} />
        </div>
        <TextField name="from_name" label={say("Người khiếu nại", "Who complains")} hint={say("Tố cáo: để trống, họ tên người tố cáo được giữ bí mật", "Of a denunciation leave it open: its author is kept secret")} optional {...given} />
        <TextArea name="content" label={say("Nội dung", "About")} rows={4} {...given} />
        <div><SubmitButton>{t(say("Tiếp nhận", "Receive"))}</SubmitButton></div>
      </Form>
    </Card>
  );
}
