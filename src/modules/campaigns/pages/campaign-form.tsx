import { honourCatalogue } from "../../../engines/rulebook/index.ts";
import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Checkbox, DateField, ErrorSummary, Form, Select, SubmitButton, TextArea, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { RESPONDING_KINDS, UNIT_KIND_NAMES, UNIT_KINDS } from "../../organizations/index.ts";
import { CAMPAIGN_FORMS, CAMPAIGN_KINDS, FORM_NAMES, KIND_NAMES } from "../core/campaign.ts";
import { SUBJECT_NAMES, words } from "../messages.ts";
import type { campaignChoices } from "../queries.ts";
import type { View } from "./view.ts";

type Props = { choices: View<typeof campaignChoices>; typed: Typed; failure: Failure | null; campaign_id: string | null };

const rowsOf = (typed: Typed, name: string): number => (Array.isArray(typed[name]) ? (typed[name] as unknown[]).length : 0) + 3;
const indexes = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The form of a campaign or drive, new or in draft. Rows that stay blank are left out. */
export function CampaignForm({ choices, typed, failure, campaign_id }: Props) {
  const { t } = usePage();
  const field = { typed, failure };
  const title = campaign_id === null ? say("Soạn phong trào, đợt thi đua", "Draft a campaign or drive") : say("Sửa bản nháp", "Edit the draft");
  return (
    <>
      <Breadcrumb trail={[{ href: "/campaigns", label: t(words.campaigns) }]} />
      <h1>{t(title)}</h1>
      <p class="muted">{t(say(`${choices.unit.name} phát động. Bản nháp có thể thiếu; khi phát động, mỗi tiêu chí phải đo được, có minh chứng, có hạn.`, `Launched by ${choices.unit.name}. A draft may be incomplete; to launch, each criterion must be measurable, evidenced and dated.`))}</p>
      <ErrorSummary failure={failure} />
      <Form action={campaign_id === null ? "/campaigns" : `/campaigns/${campaign_id}`}>
        <input type="hidden" name="unit_id" value={choices.unit.id} />
        <TextField name="title" label={say("Tên phong trào", "Title")} {...field} />
        <div class="two">
          <Select name="kind" label={say("Loại", "Kind")} options={CAMPAIGN_KINDS.map((kind) => ({ value: kind, label: t(KIND_NAMES[kind]) }))} blank={false} {...field} />
          <Select name="form" label={say("Hình thức tổ chức", "Form")} options={CAMPAIGN_FORMS.map((form) => ({ value: form, label: t(FORM_NAMES[form]) }))} blank={false} {...field} />
          <Select name="parent_id" label={say("Thuộc phong trào", "Belongs to")} hint={say("Chỉ khi là đợt thi đua", "For a drive only")} options={choices.campaigns.map(({ id, title: name }) => ({ value: id, label: name }))} optional {...field} />
          <TextField name="occasion" label={say("Dịp", "Occasion")} hint={say("Đợt thi đua chào mừng dịp gì", "What a drive celebrates")} optional {...field} />
        </div>
        <TextArea name="aim" label={say("Mục đích, yêu cầu", "Aim")} {...field} />
        <TextField name="basis" label={say("Căn cứ", "Basis")} hint={say("Văn bản cấp trên, kế hoạch", "Instrument or plan it rests on")} optional {...field} />
        <Select
          name="content" label={say("Thuộc nội dung thi đua", "Content of the programme")} optional {...field}
          options={choices.contents.map((content) => ({ value: `${content.programme_id} ${content.no}`, label: `${content.no}. ${content.title.slice(0, 90)}`, group: t(say(`Chương trình năm ${content.year}`, `Programme of ${content.year}`)) }))}
        />
        <div class="two">
          <DateField name="from_on" label={say("Từ ngày", "From")} {...field} />
          <DateField name="to_on" label={say("Đến ngày", "To")} {...field} />
          <DateField name="response_due_on" label={words.respondBy} {...field} />
        </div>
        <Criteria {...field} />
        <ScopeFields choices={choices} typed={typed} failure={failure} />
        <Awards {...field} />
        <div class="actions"><SubmitButton>{t(say("Lưu bản nháp", "Save the draft"))}</SubmitButton></div>
      </Form>
    </>
  );
}

function Criteria({ typed, failure }: { typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  return (
    <fieldset>
      <legend>{t(say("Tiêu chí", "Criteria"))}</legend>
      <p class="hint">{t(say("Thiết thực, không phô trương hình thức: đo bằng gì, lấy minh chứng ở đâu, đến khi nào. Dòng để trống được bỏ qua.", "Practical, not for show: in what it is measured, from which evidence, by when. Blank lines are left out."))}</p>
      {indexes(rowsOf(typed, "criteria")).map((index) => (
        <fieldset>
          <legend>{`${t(words.criterion)} ${index + 1}`}</legend>
          <TextField name={`criteria.${index}.text`} label={say("Nội dung", "What is to be reached")} typed={typed} failure={failure} />
          <div class="two">
            <TextField name={`criteria.${index}.unit_of_measure`} label={words.measure} hint={say("%, hộ, km, hồ sơ…", "%, households, km, dossiers…")} typed={typed} failure={failure} />
            <DateField name={`criteria.${index}.due_on`} label={say("Hạn hoàn thành", "Due on")} typed={typed} failure={failure} />
          </div>
          <TextField name={`criteria.${index}.evidence_source`} label={words.evidence} typed={typed} failure={failure} />
        </fieldset>
      ))}
    </fieldset>
  );
}

function ScopeFields({ choices, typed, failure }: { choices: Props["choices"]; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const chosen = Array.isArray(typed["kinds"]) ? (typed["kinds"] as unknown[]) : [typed["kinds"]];
  const here = UNIT_KINDS.filter((kind) => RESPONDING_KINDS.includes(kind) || choices.units.some((unit) => unit.kind === kind));
  const options = UNIT_KINDS.flatMap((kind) => choices.units.filter((unit) => unit.kind === kind).map(({ id, name }) => ({ value: id, label: name, group: t(UNIT_KIND_NAMES[kind]) })));
  const error = Object.entries(failure?.fields ?? {}).find(([name]) => name.startsWith("scope."))?.[1];
  return (
    <fieldset id="f-scope.0.unit_kind">
      <legend>{t(say("Phạm vi phát động", "Who is called"))}</legend>
      {error && <p class="error" id="f-scope.0.unit_id">{t(error)}</p>}
      <p class="hint">{t(say("Cả loại đơn vị, tính theo ngày phát động.", "Whole kinds of units, as they stand on the day of launch."))}</p>
      <div class="two">
        {here.map((kind) => <Checkbox name="kinds[]" value={kind} label={UNIT_KIND_NAMES[kind]} checked={chosen.includes(kind)} />)}
      </div>
      {indexes(rowsOf(typed, "units")).map((index) => (
        <Select name={`units.${index}.unit_id`} label={say(`Hoặc từng đơn vị (${index + 1})`, `Or a single unit (${index + 1})`)} options={options} optional typed={typed} failure={failure} />
      ))}
    </fieldset>
  );
}

function Awards({ typed, failure }: { typed: Typed; failure: Failure | null }) {
  const { t, lang } = usePage();
  const honours = honourCatalogue().map((entry) => ({ value: entry.id, label: lang === "vi" ? entry.name_vi : entry.name_en }));
  const kinds = Object.entries(SUBJECT_NAMES).map(([value, name]) => ({ value, label: t(name) }));
  return (
    <fieldset>
      <legend>{t(say("Khen thưởng dự kiến", "Planned awards"))}</legend>
      {indexes(rowsOf(typed, "awards")).map((index) => (
        <div class="two">
          <Select name={`awards.${index}.honour`} label={say("Hình thức", "Honour")} options={honours} typed={typed} failure={failure} />
          <Select name={`awards.${index}.subject_kind`} label={say("Đối tượng", "For")} options={kinds} typed={typed} failure={failure} />
          <TextField name={`awards.${index}.quantity`} label={say("Số lượng", "Number")} width="s" inputMode="numeric" typed={typed} failure={failure} />
          <TextField name={`awards.${index}.amount_dong`} label={say("Mức thưởng mỗi suất (đồng)", "Each (đồng)")} width="s" inputMode="numeric" typed={typed} failure={failure} />
        </div>
      ))}
    </fieldset>
  );
}
