import { honourCatalogue } from "../../../../engines/rulebook/index.ts";
import { say } from "../../../../kernel/text.ts";
import type { Failure } from "../../../../platform/command/failure.ts";
import { Breadcrumb, Checkbox, DateField, ErrorSummary, FileField, Form, Select, SubmitButton, TextArea, TextField, type Typed, typedText, usePage } from "../../../../platform/html/kit.ts";
import { honourName } from "../../assess.ts";
import { PROPOSABLE_AUTHORITIES } from "../../core/authorities.ts";
import type { View } from "../../pages/view.ts";
import { AUTHORITY_NAMES, RATING_NAMES } from "../../pages/words.ts";
import { MEETING_BASE_NAMES, MEETING_BASES, MEETING_MODE_NAMES, MEETING_MODES } from "../core/meeting.ts";
import type { unitMeetingChoices } from "../queries.ts";

type Page = View<typeof unitMeetingChoices>;
type Given = { typed: Typed; failure: Failure | null };

/** Records a meeting: first the unit, honour and year, then the numbers and the votes on each. */
export function MeetingForm({ view, typed, failure, asked }: Given & { view: Page; asked: { honour: string; year: string } }) {
  const { t, lang } = usePage();
  const honours = honourCatalogue().filter((entry) => !entry.state_level && entry.subject_kinds.some((kind) => kind === "individual" || kind === "collective"));
  return (
    <>
      <Breadcrumb trail={[{ href: "/meetings", label: t(say("Họp bình xét của đơn vị", "Meetings of units")) }]} />
      <h1>{t(say("Ghi cuộc họp bình xét", "Record a meeting"))}: {view.unit.name}</h1>
      <form method="get" action="/meetings/new" class="filters">
        {view.units.length > 1 ? <Select name="unit" label={say("Đơn vị", "Unit")} blank={false} typed={{ unit: view.unit.id }} options={view.units.map(({ id, name }) => ({ value: id, label: name }))} /> : <input type="hidden" name="unit" value={view.unit.id} />}
        <Select name="honour" label={say("Danh hiệu, hình thức", "Honour")} typed={asked} options={honours.map(({ id }) => ({ value: id, label: honourName(id, lang) }))} />
        <TextField name="year" label={say("Năm", "Year")} width="s" inputMode="numeric" typed={asked} />
        <SubmitButton look="plain">{t(say("Lấy danh sách", "Show the list"))}</SubmitButton>
      </form>
      <ErrorSummary failure={failure} />
      {view.rows.length > 0 && <Votes view={view} asked={asked} typed={typed} failure={failure} />}
    </>
  );
}

function Votes({ view, typed, failure, asked }: Given & { view: Page; asked: { honour: string; year: string } }) {
  const { t } = usePage();
  const given = { typed, failure };
  // Rows are numbered without a gap, so that what was typed comes back to its row.
  const open = view.rows.filter((row) => !row.has_dossier);
  const done = view.rows.filter((row) => row.has_dossier);
  // What was typed is found again by its person: somebody may have got a dossier since, and the rows below moved up.
  const before: unknown[] = Array.isArray(typed["rows"]) ? typed["rows"] : [];
  const idOf = (row: unknown) => typedText({ row }, "row.person_id") || typedText({ row }, "row.subject_unit_id");
  const rows = open.map((row) => before.find((one) => idOf(one) === (row.person_id ?? row.subject_unit_id)) ?? {});
  return (
    <Form action="/meetings" upload>
      <input type="hidden" name="unit_id" value={view.unit.id} />
      <input type="hidden" name="honour" value={asked.honour} />
      <input type="hidden" name="year" value={asked.year} />
      <div class="two">
        <DateField name="held_on" label={say("Ngày họp", "Held on")} {...given} />
        <TextField name="place" label={say("Nơi họp", "Place")} optional {...given} />
      </div>
      <div class="two">
        <TextField name="chair_name" label={say("Chủ trì", "Chair")} {...given} />
        <TextField name="secretary_name" label={say("Thư ký", "Secretary")} {...given} />
      </div>
      <div class="three">
        <TextField name="members" label={say("Số người của đơn vị", "People of the unit")} width="s" inputMode="numeric" failure={failure} typed={{ members: view.staff, ...typed }} />
        <TextField name="present" label={say("Số dự họp", "Present")} width="s" inputMode="numeric" {...given} />
        <Select name="mode" label={say("Cách bỏ phiếu", "Vote")} options={MEETING_MODES.map((value) => ({ value, label: t(MEETING_MODE_NAMES[value]) }))} {...given} />
      </div>
      <Select name="authority" label={say("Cấp quyết định", "Decided by")} options={PROPOSABLE_AUTHORITIES.map((value) => ({ value, label: t(AUTHORITY_NAMES[value] ?? say(value, value)) }))} {...given} />
      <details open={typedText(typed, "least_percent") !== ""}>
        <summary>{t(say("Tỷ lệ phiếu tối thiểu theo quy chế của đơn vị", "Least share of votes by the unit's own rule"))}</summary>
        <div class="three">
          <TextField name="least_percent" label={say("Tỷ lệ (%)", "Share (%)")} width="s" inputMode="numeric" optional {...given} />
          <Select name="least_of" label={say("Tính trên", "Taken of")} options={MEETING_BASES.map((value) => ({ value, label: t(MEETING_BASE_NAMES[value]) }))} optional {...given} />
          <TextField name="least_basis" label={say("Quy chế, nghị quyết", "Rule")} optional {...given} />
        </div>
      </details>
      <TextArea name="shared_achievement" label={say("Tóm tắt thành tích dùng chung", "Achievement that all share")} hint={say("Dùng cho các dòng để trống; sửa riêng từng hồ sơ được sau khi lập", "For rows left open; each dossier can be revised afterwards")} rows={2} optional {...given} />
      <Checkbox name="nothing_pending" label={say("Người được đề nghị không bị kỷ luật trong năm và không có việc đang xem xét", "Nobody proposed was disciplined in the year or is under scrutiny")} typed={typed} />
      <p class="hint" id="f-rows">{t(say("Chỉ ghi số phiếu cho người được bình xét; dòng để trống được bỏ qua.", "Write votes only for those voted on; rows left open are left out."))}</p>
      {open.map((row, index) => <Row row={row} index={index} year={Number(asked.year)} typed={{ rows }} failure={failure} />)}
      {done.length > 0 && <p class="small muted">{t(say("Đã có hồ sơ cho danh hiệu, hình thức này", "With a dossier for this honour already"))}: {done.map((row) => row.name).join(", ")}</p>}
      <FileField name="scan" label={say("Bản quét biên bản đã ký", "Scan of the signed minutes")} hint={say("PDF, PNG, JPEG; không quá 30 MB", "PDF, PNG, JPEG; at most 30 MB")} accept=".pdf,.png,.jpg,.jpeg" optional failure={failure} />
      <div><SubmitButton>{t(say("Ghi cuộc họp, lập hồ sơ nháp", "Record, and draft the dossiers"))}</SubmitButton></div>
    </Form>
  );
}

function Row({ row, index, year, typed, failure }: Given & { row: Page["rows"][number]; index: number; year: number }) {
  const { t, lang } = usePage();
  const at = `rows.${index}`;
  const given = { failure };
  const ratings = Object.entries(RATING_NAMES).map(([value, text]) => ({ value, label: t(text) }));
  const facts = [
    row.note, row.registered ? t(say("đã đăng ký", "registered")) : t(say(`không đăng ký năm ${year}`, `not registered for ${year}`)),
    ...row.initiatives.map((title) => t(say(`sáng kiến “${title}”`, `initiative “${title}”`))), ...row.awards.map((award) => `${honourName(award.honour, lang)} ${award.year}`),
  ];
  const rated = ratings.find(({ value }) => value === row.rating)?.label;
  return (
    <fieldset>
      <legend>{row.name}</legend>
      <p class="small muted">{facts.filter((fact) => fact !== "").join(" · ")}</p>
      <input type="hidden" name={`${at}.${row.person_id === null ? "subject_unit_id" : "person_id"}`} value={row.person_id ?? row.subject_unit_id ?? ""} />
      <div class="three">
        <TextField name={`${at}.votes_for`} label={say("Phiếu đồng ý", "Votes for")} width="s" inputMode="numeric" optional typed={typed} {...given} />
        {row.person_id !== null && (row.rating === null
          ? <Select name={`${at}.rating`} label={say(`Xếp loại năm ${year}`, `Rating of ${year}`)} options={ratings} optional typed={typed} {...given} />
          : <p class="small">{t(say("Xếp loại theo quyết định", "Rating by decision"))}: {rated}</p>)}
        <Checkbox name={`${at}.proposed`} label={say("Đề nghị", "Propose")} typed={typed} />
      </div>
      <TextArea name={`${at}.achievement`} label={say("Tóm tắt thành tích riêng", "Own achievement")} rows={2} optional typed={typed} {...given} />
    </fieldset>
  );
}
