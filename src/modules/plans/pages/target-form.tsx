import { say, type Text } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, DateField, ErrorSummary, Form, Select, SubmitButton, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { DIRECTION_NAMES, DIRECTIONS, GROUP_NAMES, RECKONING_NAMES, RECKONINGS, REPORTING_NAMES, REPORTINGS, ROLL_UP_NAMES, ROLL_UPS, TARGET_GROUPS } from "../core/target.ts";
import { words } from "../messages.ts";
import type { targetChoicesWith, targetPageWith } from "../queries.ts";
import { Figure } from "./parts.tsx";
import type { View } from "./view.ts";

type Choices = View<ReturnType<typeof targetChoicesWith>>;
type TargetView = View<ReturnType<typeof targetPageWith>>;
type Filled = { typed: Typed; failure: Failure | null };

const FIGURE_HINT = say("Ví dụ 112,8 hoặc 29.000,5", "For example 112.8");

/** The form of a target, new or in draft. */
export function TargetForm({ choices, typed, failure, target_id }: Filled & { choices: Choices; target_id: string | null }) {
  const { t } = usePage();
  const field = { typed, failure };
  const options = <K extends string>(keys: readonly K[], names: Readonly<Record<K, Text>>) => keys.map((value) => ({ value, label: t(names[value]) }));
  return (
    <>
      <Breadcrumb trail={[{ href: "/targets", label: t(words.targets) }]} />
      <h1>{t(target_id === null ? say("Soạn chỉ tiêu", "Draft a target") : say("Sửa bản nháp chỉ tiêu", "Edit the target's draft"))}</h1>
      <p class="muted">{t(say(`${choices.unit.name} giao. Khi đã giao, chỉ tiêu giữ nguyên; kế hoạch chỉ được điều chỉnh kèm lý do.`, `Set by ${choices.unit.name}. Once assigned it stands; only its plan is adjusted, with a reason.`))}</p>
      <ErrorSummary failure={failure} />
      <Form action={target_id === null ? "/targets" : `/targets/${target_id}`}>
        <input type="hidden" name="unit_id" value={choices.unit.id} />
        <TextField name="title" label={say("Tên chỉ tiêu", "Title")} {...field} />
        <div class="two">
          <TextField name="code" label={words.code} hint={say("Chữ thường không dấu, ví dụ thu_ngan_sach", "Lower case, for example thu_ngan_sach")} {...field} />
          {target_id === null && <TextField name="year" label={words.year} width="s" inputMode="numeric" {...field} />}
          <Select name="group" label={say("Nhóm", "Group")} options={options(TARGET_GROUPS, GROUP_NAMES)} {...field} />
          <TextField name="measure" label={words.measure} hint={say("tấn, ha, %, hộ, tỷ đồng…", "tonnes, ha, %, households…")} {...field} />
          <TextField name="decimals" label={say("Số chữ số thập phân", "Decimal places shown")} width="s" inputMode="numeric" {...field} />
          <Select name="direction" label={say("Yêu cầu", "Wanted")} options={options(DIRECTIONS, DIRECTION_NAMES)} {...field} />
          <Select name="reckoning" label={say("Cách tính", "Reckoning")} options={options(RECKONINGS, RECKONING_NAMES)} {...field} />
          <Select name="roll_up" label={say("Tổng hợp từ đơn vị", "Rolled up from units")} options={options(ROLL_UPS, ROLL_UP_NAMES)} {...field} />
          <Select name="reporting" label={say("Kỳ báo cáo", "Reported")} options={options(REPORTINGS, REPORTING_NAMES)} {...field} />
          <TextField name="report_day" label={say("Báo cáo trước ngày (của tháng sau)", "Due by day (of the next month)")} width="s" inputMode="numeric" {...field} />
        </div>
        <PlanFields {...field} />
        <Select name="campaign_id" label={say("Phong trào thúc đẩy chỉ tiêu này", "Campaign that is to move it")} options={choices.campaigns.map(({ id, title }) => ({ value: id, label: title }))} optional {...field} />
        <TextField name="basis" label={words.basis} hint={say("Số, ngày của nghị quyết hoặc quyết định giao", "Number and date of the instrument")} optional {...field} />
        <div class="actions"><SubmitButton>{t(say("Lưu bản nháp", "Save the draft"))}</SubmitButton></div>
      </Form>
    </>
  );
}

function PlanFields({ typed, failure, prefix = "" }: Filled & { prefix?: string }) {
  return (
    <div class="two">
      <TextField name={`${prefix}assigned_from_above`} label={words.above} hint={FIGURE_HINT} optional typed={typed} failure={failure} />
      <TextField name={`${prefix}voted`} label={words.voted} hint={FIGURE_HINT} optional typed={typed} failure={failure} />
    </div>
  );
}

/** Which units get the target, each with its plan; lines without a number are left out. */
export function AssignForm({ view, choices, typed, failure }: Filled & { view: TargetView; choices: Choices }) {
  const { t } = usePage();
  const { target } = view;
  const planned = new Set(view.lines.map((line) => line.unit_id));
  const open = choices.units.filter((unit) => !planned.has(unit.id));
  return (
    <>
      <TargetTrail view={view} />
      <h1>{target.status === "draft" ? t(say("Giao chỉ tiêu", "Assign the target")) : t(say("Giao thêm đơn vị", "Assign to further units"))}</h1>
      <p>{t(say(`Kế hoạch của toàn đơn vị (${target.measure}):`, `The plan of the whole (${target.measure}):`))} <b><Figure value={view.whole?.plan ?? null} places={target.decimals} /></b></p>
      <p class="muted">{t(say("Ghi mức giao cho từng đơn vị. Đơn vị để trống thì không được giao. Cán bộ phụ trách và thủ trưởng các đơn vị sẽ nhận thông báo.", "Give the plan of each unit. A unit left blank does not get the target. Clerks and heads are notified."))}</p>
      <ErrorSummary failure={failure} />
      <Form action={`/targets/${target.id}/assign`}>
        {open.map((unit, index) => (
          <fieldset>
            <legend>{unit.name}</legend>
            <input type="hidden" name={`units.${index}.unit_id`} value={unit.id} />
            <div class="two">
              <TextField name={`units.${index}.assigned_from_above`} label={words.above} optional typed={typed} failure={failure} />
              <TextField name={`units.${index}.voted`} label={words.voted} optional typed={typed} failure={failure} />
            </div>
          </fieldset>
        ))}
        {open.length === 0 && <p class="muted">{t(say("Không còn đơn vị trực thuộc nào chưa được giao.", "Every unit beneath has this target already."))}</p>}
        <div class="actions"><SubmitButton>{t(say("Giao chỉ tiêu", "Assign"))}</SubmitButton></div>
      </Form>
    </>
  );
}

/** A new revision of one unit's plan, with its day and reason. */
export function AdjustForm({ view, typed, failure }: Filled & { view: TargetView }) {
  const { t } = usePage();
  const { target } = view;
  const options = [{ value: target.unit_id, label: view.unit_name }, ...view.lines.map((line) => ({ value: line.unit_id, label: line.unit_name }))];
  return (
    <>
      <TargetTrail view={view} />
      <h1>{t(say("Điều chỉnh kế hoạch", "Adjust the plan"))}</h1>
      <p class="muted">{t(say("Kế hoạch cũ vẫn được giữ và hiện trên trang của chỉ tiêu, cùng với lý do điều chỉnh.", "The earlier plan stays on the target's page, with the reason."))} {t(say("Mức nào để trống thì giữ như cũ.", "A plan left blank stays as it is."))}</p>
      <ErrorSummary failure={failure} />
      <Form action={`/targets/${target.id}/plan`}>
        <Select name="unit_id" label={words.unit} options={options} blank={false} typed={typed} failure={failure} />
        <PlanFields typed={typed} failure={failure} />
        <DateField name="from_on" label={say("Áp dụng từ ngày", "In force from")} typed={typed} failure={failure} />
        <TextField name="reason" label={say("Lý do điều chỉnh", "Reason")} hint={say("Văn bản cho phép, nguyên nhân", "The instrument that allows it, the cause")} typed={typed} failure={failure} />
        <div class="actions"><SubmitButton>{t(say("Lưu điều chỉnh", "Save"))}</SubmitButton></div>
      </Form>
    </>
  );
}

function TargetTrail({ view }: { view: TargetView }) {
  const { t } = usePage();
  return <Breadcrumb trail={[{ href: "/targets", label: t(words.targets) }, { href: `/targets/${view.target.id}`, label: view.target.title }]} />;
}
