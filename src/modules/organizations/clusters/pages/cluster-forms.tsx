import { formatDate } from "../../../../kernel/plain-date.ts";
import { say } from "../../../../kernel/text.ts";
import type { Failure } from "../../../../platform/command/failure.ts";
import { Checkbox, DateField, ErrorSummary, Form, Select, SubmitButton, TextField, type Typed, usePage } from "../../../../platform/html/kit.ts";
import type { View } from "../../pages/view.ts";
import { UNIT_KIND_NAMES } from "../../core/kinds.ts";
import { EVENT_KIND_NAMES, EVENT_KINDS } from "../core/events.ts";
import type { Given } from "../forms.ts";
import { words } from "../messages.ts";
import type { clusterMemberChoices } from "../queries.ts";
import { optionsOf, Trail } from "./parts.tsx";
import type { ClusterView } from "./views.ts";

/** Enters whom the members elected; offers the rotation. */
export function ElectForm({ view, given, offer }: { view: ClusterView; given: Given; offer: NonNullable<ClusterView["elect"]> }) {
  const { t } = usePage();
  const field = { typed: given.form === "elect" ? given.typed : { elect: offer }, failure: given.failure };
  return (
    <details open={given.form === "elect"}>
      <summary>{t(say("Ghi kết quả bầu trưởng, phó", "Enter the elected lead and deputy"))}</summary>
      <p class="small muted">{t(say("Gợi ý theo luân phiên: đơn vị phó năm trước làm trưởng. Kết quả do các thành viên bầu.", "Offered by rotation: last year's deputy leads. The members elect."))}</p>
      <Form action={`/clusters/${view.cluster.id}/heads?year=${view.year}`}>
        <TextField name="elect.year" label={say("Cho năm", "For the year")} width="s" inputMode="numeric" {...field} />
        <Select name="elect.head_unit_id" label={words.lead} options={optionsOf(view.members)} {...field} />
        <Select name="elect.deputy_unit_id" label={words.deputy} options={optionsOf(view.members)} optional {...field} />
        <DateField name="elect.elected_on" label={say("Ngày bầu", "Elected on")} {...field} />
        <TextField name="elect.basis" label={say("Căn cứ", "Basis")} hint={say("Biên bản hội nghị, thông báo: số, ngày", "Minutes or notice: number and day")} {...field} />
        <div><SubmitButton>{t(words.save)}</SubmitButton></div>
      </Form>
    </details>
  );
}

type Filled = { typed: Typed; failure: Failure | null };
type Choices = View<typeof clusterMemberChoices>;

/** A new cluster or block with its first members. */
export function FormClusterPage({ choices, typed, failure }: Filled & { choices: Choices }) {
  const { t } = usePage();
  const field = { typed, failure };
  return (
    <>
      <h1>{t(say("Lập cụm, khối thi đua", "Form a cluster or block"))}</h1>
      <ErrorSummary failure={failure} />
      <Form action="/clusters">
        <Select name="kind" label={say("Loại", "Kind")} options={[{ value: "cum", label: t(say("Cụm (theo địa bàn)", "Cluster (by area)")) }, { value: "khoi", label: t(say("Khối (theo ngành, lĩnh vực)", "Block (by field)")) }]} {...field} />
        <TextField name="name" label={say("Tên", "Name")} {...field} />
        <TextField name="rank" label={say("Thứ tự trong danh sách", "Order in lists")} width="s" inputMode="numeric" {...field} />
        <DateField name="from_on" label={say("Từ ngày", "From")} {...field} />
        <UnitBoxes name="unit_ids" legend={t(words.members)} choices={choices} typed={typed} failure={failure} />
        <div><SubmitButton>{t(say("Lập", "Form"))}</SubmitButton></div>
      </Form>
    </>
  );
}

/** Who joins and who leaves a cluster from a day on. */
export function MembersPage({ choices, cluster, typed, failure }: Filled & { choices: Choices; cluster: { id: string; name: string } }) {
  const { t } = usePage();
  const leaving = chosenIn(typed, "leave");
  const wrong = failure?.fields?.["leave"];
  return (
    <>
      <Trail cluster={cluster} year={null} />
      <h1>{t(say("Thay đổi thành viên", "Change members"))}</h1>
      <p class="muted">{t(say("Quá khứ giữ nguyên: thay đổi tính từ ngày ghi dưới đây.", "The past stays as it was: the change counts from the day below on."))}</p>
      <ErrorSummary failure={failure} />
      <Form action={`/clusters/${cluster.id}/members`}>
        <DateField name="on" label={say("Từ ngày", "From")} typed={typed} failure={failure} />
        <fieldset id="f-leave">
          <legend>{t(say("Ra khỏi cụm, khối", "Leaving"))}</legend>
          {wrong && <p class="error">{t(wrong)}</p>}
          {choices.members.map((unit) => <Checkbox name="leave[]" value={unit.id} label={say(unit.name, unit.name)} checked={leaving.includes(unit.id)} />)}
          {choices.members.length === 0 && <p class="muted">{t(say("Chưa có thành viên.", "No members yet."))}</p>}
        </fieldset>
        <UnitBoxes name="join" legend={t(say("Vào cụm, khối", "Joining"))} choices={choices} typed={typed} failure={failure} />
        <div><SubmitButton>{t(words.save)}</SubmitButton></div>
      </Form>
    </>
  );
}

/** The units that could join, by kind; where one stands already is said beside it. */
function UnitBoxes({ name, legend, choices, typed, failure }: Filled & { name: string; legend: string; choices: Choices }) {
  const { t } = usePage();
  const chosen = chosenIn(typed, name);
  const wrong = failure?.fields?.[name];
  const kinds = [...new Set(choices.others.map((unit) => unit.kind))];
  return (
    <fieldset id={`f-${name}`}>
      <legend>{legend}</legend>
      {wrong && <p class="error">{t(wrong)}</p>}
      {kinds.map((kind) => {
        const units = choices.others.filter((unit) => unit.kind === kind);
        return (
          <details open={units.some((unit) => chosen.includes(unit.id))}>
            <summary>{t(UNIT_KIND_NAMES[kind])} ({units.length})</summary>
            {units.map((unit) => (
              <Checkbox name={`${name}[]`} value={unit.id} label={say(unit.name, unit.name)} checked={chosen.includes(unit.id)} {...(unit.clusters.length === 0 ? {} : { hint: say(`Đang ở ${unit.clusters.join(", ")}`, `Now in ${unit.clusters.join(", ")}`) })} />
            ))}
          </details>
        );
      })}
    </fieldset>
  );
}

function chosenIn(typed: Typed, name: string): string[] {
  const value = typed[name];
  return Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];
}

/** How many empty rows the form of the timetable offers beside what it begins with. */
const SPARE_ROWS = 3;

/** The timetable's form: the usual year to begin with, or rows to add. */
export function PlanPage({ view, typed, failure }: Filled & { view: ClusterView }) {
  const { t } = usePage();
  const field = { typed, failure };
  const rows = Array.isArray(typed["events"]) ? typed["events"].length : 0;
  return (
    <>
      <Trail cluster={view.cluster} year={view.year} />
      <h1>{t(say(`Lập lịch hoạt động năm ${view.year}`, `Plan the year ${view.year}`))}</h1>
      <p class="muted">{t(say("Dòng không có tên việc được bỏ qua. Lịch gợi ý theo thông lệ, hãy sửa cho phù hợp.", "Rows without a title are passed over. The offer follows custom; change it as needed."))}</p>
      {view.events.length > 0 && <p class="small">{t(say("Đã có trong lịch", "On the timetable already"))}: {view.events.map((event) => `${event.title} (${formatDate(event.due_on)})`).join("; ")}.</p>}
      <ErrorSummary failure={failure} />
      <Form action={`/clusters/${view.cluster.id}/plan?year=${view.year}`}>
        {Array.from({ length: rows + SPARE_ROWS }, (_row, at) => (
          <fieldset>
            <legend>{t(say(`Việc ${at + 1}`, `Event ${at + 1}`))}</legend>
            <div class="two">
              <TextField name={`events.${at}.title`} label={say("Tên việc", "Title")} {...field} />
              <Select name={`events.${at}.kind`} label={say("Loại", "Kind")} options={EVENT_KINDS.map((kind) => ({ value: kind, label: t(EVENT_KIND_NAMES[kind]) }))} {...field} />
              <DateField name={`events.${at}.due_on`} label={words.due} {...field} />
              <Select name={`events.${at}.host_unit_id`} label={words.host} options={optionsOf(view.members)} optional {...field} />
            </div>
          </fieldset>
        ))}
        <div><SubmitButton>{t(say("Lưu vào lịch", "Save to the timetable"))}</SubmitButton></div>
      </Form>
    </>
  );
}
