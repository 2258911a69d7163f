import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Checkbox, DateField, ErrorSummary, Form, Select, SubmitButton, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { UNIT_KIND_NAMES, UNIT_KINDS } from "../core/kinds.ts";
import { words } from "../messages.ts";

type Props = {
  /** The unit that changes; null for a new one. */
  unit: { id: string; name: string } | null;
  parent: { id: string; name: string };
  /** Units beneath which the changing unit may stand. */
  parents: readonly { id: string; name: string }[];
  typed: Typed;
  failure: Failure | null;
};

/** A new sub-unit, or a change of a unit from a day on. */
export function UnitForm({ unit, parent, parents, typed, failure }: Props) {
  const { t } = usePage();
  const field = { typed, failure };
  return (
    <>
      <Breadcrumb trail={[{ href: "/units", label: t(words.units) }, unit === null ? { href: `/units/${parent.id}`, label: parent.name } : { href: `/units/${unit.id}`, label: unit.name }]} />
      <h1>{t(unit === null ? say(`Thêm đơn vị thuộc ${parent.name}`, `Add a unit beneath ${parent.name}`) : say(`Thay đổi ${unit.name}`, `Change ${unit.name}`))}</h1>
      {unit !== null && <p class="muted">{t(say("Quá khứ giữ nguyên: chỉ từ ngày ghi dưới đây đơn vị mới khác đi.", "The past stays as it was: the change counts from the day below on."))}</p>}
      <ErrorSummary failure={failure} />
      <Form action={unit === null ? "/units" : `/units/${unit.id}/change`}>
        {unit === null ? <input type="hidden" name="parent_id" value={parent.id} /> : <Select name="parent_id" label={words.parent} options={parents.map(({ id, name }) => ({ value: id, label: name }))} blank={false} {...field} />}
        <TextField name="name" label={say("Tên đơn vị", "Name")} {...field} />
        <Select name="kind" label={words.kind} options={UNIT_KINDS.filter((kind) => kind !== "locality").map((kind) => ({ value: kind, label: t(UNIT_KIND_NAMES[kind]) }))} {...field} />
        <DateField name={unit === null ? "from_on" : "on"} label={words.fromDay} {...field} />
        {unit === null && (
          <div class="two">
            <TextField name="code" label={say("Mã đơn vị", "Code")} hint={say("Mã của Tổng cục Thống kê, nếu có", "The statistics office's code")} optional {...field} />
            <TextField name="tax_code" label={say("Mã số thuế", "Tax code")} hint={say("10 chữ số, doanh nghiệp và hợp tác xã", "10 digits, enterprises and cooperatives")} inputMode="numeric" optional {...field} />
          </div>
        )}
        <TextField name="rank" label={say("Thứ tự trong danh sách", "Order in lists")} width="s" inputMode="numeric" optional {...field} />
        <Checkbox name="by_school_year" label={words.bySchoolYear} typed={typed} />
        <Checkbox name="difficult_area" label={words.difficultArea} typed={typed} />
        <TextField name="difficult_area_basis" label={say("Quyết định công nhận địa bàn khó khăn", "Decision that says the area is difficult")} optional {...field} />
        <TextField name="staff_managed_by" label={say("Cơ quan ngoài địa phương quản lý cán bộ", "Agency outside that manages the staff")} hint={say("Đơn vị ngành dọc, trường trung học phổ thông: danh hiệu thi đua do cơ quan này xét, không nộp ở đây", "Vertical units, upper secondary schools: their titles are decided by this agency, not here")} optional {...field} />
        <div><SubmitButton>{t(words.save)}</SubmitButton></div>
      </Form>
    </>
  );
}
