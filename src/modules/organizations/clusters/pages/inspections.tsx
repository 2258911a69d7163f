import { say } from "../../../../kernel/text.ts";
import { Card, DateField, Day, FileField, Form, Select, SubmitButton, Tag, TextArea, usePage } from "../../../../platform/html/kit.ts";
import { words } from "../messages.ts";
import { optionsOf, Scan } from "./parts.tsx";
import type { EventView, ShownEvent } from "./views.ts";

/** Who inspects whom; members also read what was found. */
export function Inspections({ view }: { view: EventView }) {
  const { t } = usePage();
  return (
    <Card title={t(say("Phân công và kết quả kiểm tra chéo", "Who inspects whom"))}>
      <ul class="plain-list">
        {view.inspections.map((entry) => (
          <li>
            <b>{entry.inspector}</b> {t(say("kiểm tra", "inspects"))} <b>{entry.unit}</b>{" "}
            {entry.inspected_on === null ? <Tag look="wait">{t(say("Chưa kiểm tra", "Not yet"))}</Tag> : <Tag look="ok"><Day on={entry.inspected_on} /></Tag>}
            {entry.told !== null && <Told told={entry.told} view={view} />}
          </li>
        ))}
      </ul>
      {!view.reads && view.inspections.some((entry) => entry.inspected_on !== null) && <p class="small muted">{t(say("Nội dung kiểm tra dành cho các thành viên.", "What was found is for the members."))}</p>}
    </Card>
  );
}

function Told({ told, view }: { told: NonNullable<EventView["inspections"][number]["told"]>; view: EventView }) {
  const { t } = usePage();
  return (
    <>
      <p class="lines">{told.findings}</p>
      {told.strengths !== null && <p class="lines"><b>{t(say("Ưu điểm", "Strengths"))}:</b> {told.strengths}</p>}
      {told.weaknesses !== null && <p class="lines"><b>{t(say("Hạn chế", "Weaknesses"))}:</b> {told.weaknesses}</p>}
      <p><Scan cluster_id={view.cluster.id} year={view.event.year} file_id={told.minutes_file_id} /></p>
    </>
  );
}

/** The inspecting member enters what it found. */
export function InspectForm({ view, given }: ShownEvent) {
  const { t } = usePage();
  const own = view.inspections.filter((entry) => entry.own);
  if (own.length === 0) return null;
  return (
    <Card>
      <details open={given.form === "inspect" || own.length === 1}>
        <summary>{t(say("Ghi kết quả kiểm tra", "Enter what was found"))}</summary>
        <Form action={`/clusters/${view.cluster.id}/events/${view.event.id}/inspections`} upload>
          <Select name="inspect.pair" label={say("Cuộc kiểm tra", "Inspection")} options={own.map((entry) => ({ value: `${entry.inspector_unit_id} ${entry.unit_id}`, label: t(say(`${entry.inspector} kiểm tra ${entry.unit}`, `${entry.inspector} inspects ${entry.unit}`)) }))} blank={own.length > 1} {...given} />
          <DateField name="inspect.on" label={say("Ngày kiểm tra", "Inspected on")} {...given} />
          <TextArea name="inspect.findings" label={say("Nội dung, kết quả kiểm tra", "What was looked at and found")} {...given} />
          <TextArea name="inspect.strengths" label={say("Ưu điểm", "Strengths")} rows={2} optional {...given} />
          <TextArea name="inspect.weaknesses" label={say("Hạn chế", "Weaknesses")} rows={2} optional {...given} />
          <FileField name="inspect.minutes" label={words.minutes} hint={words.scanHint} accept=".pdf,.png,.jpg,.jpeg" optional {...given} />
          <div><SubmitButton>{t(words.save)}</SubmitButton></div>
        </Form>
      </details>
    </Card>
  );
}

/** Sets who inspects whom, one row for each member. */
export function PairsForm({ view, given }: ShownEvent) {
  const { t } = usePage();
  const field = { typed: given.form === "pairs" ? given.typed : { pairs: view.pairs }, failure: given.failure };
  const options = optionsOf(view.members);
  return (
    <Card>
      <details open={given.form === "pairs"}>
        <summary>{t(say("Phân công kiểm tra chéo", "Set who inspects whom"))}</summary>
        <p class="small muted">{t(say("Gợi ý vòng tròn: mỗi đơn vị kiểm tra một lần và được kiểm tra một lần. Dòng trống được bỏ qua; cuộc đã kiểm tra giữ nguyên.", "Offered as a ring: each inspects once and is inspected once. Empty rows are passed over; what was inspected stands."))}</p>
        <Form action={`/clusters/${view.cluster.id}/events/${view.event.id}/pairs`}>
          {Array.from({ length: Math.max(view.members.length, view.pairs.length) }, (_pair, at) => (
            <div class="two">
              <Select name={`pairs.${at}.inspector_unit_id`} label={say(`Đơn vị kiểm tra ${at + 1}`, `Inspector ${at + 1}`)} options={options} {...field} />
              <Select name={`pairs.${at}.unit_id`} label={say(`Được kiểm tra ${at + 1}`, `Inspected ${at + 1}`)} options={options} {...field} />
            </div>
          ))}
          <div><SubmitButton>{t(words.save)}</SubmitButton></div>
        </Form>
      </details>
    </Card>
  );
}
