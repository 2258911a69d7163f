import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Checkbox, DateField, ErrorSummary, Form, Link, Select, SubmitButton, Table, Tag, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { SEXES, WORKER_NAMES, WORKERS } from "../core/kinds.ts";
import { words } from "../messages.ts";
import type { unitPeople } from "../queries.ts";
import type { View } from "./view.ts";

type PeopleView = View<typeof unitPeople>;
type Row = PeopleView["people"][number];

/** What the fairness figures count of a person. */
function Flags({ person }: { person: Row }) {
  const { t } = usePage();
  return (
    <>
      {person.direct_labourer && <Tag look="ok">{t(say("Trực tiếp lao động", "Direct labourer"))}</Tag>}{" "}
      {person.grassroots_cadre && <Tag look="info">{t(say("Cán bộ cơ sở", "Grass-roots cadre"))}</Tag>}{" "}
      {person.difficult_field && <Tag look="wait">{t(say("Lĩnh vực khó khăn", "Difficult field"))}</Tag>}
    </>
  );
}

/** The people of a unit, in the order of every list. */
export function PeoplePage({ view }: { view: PeopleView }) {
  const { t } = usePage();
  const { unit } = view;
  return (
    <>
      <Breadcrumb trail={[{ href: "/units", label: t(words.units) }, { href: `/units/${unit.id}`, label: unit.name }]} />
      <div class="head-line">
        <h1>{t(words.people)}</h1>
        {view.may_keep && <Link href={`/units/${unit.id}/people/new`} look="btn">{t(say("Thêm người", "Add a person"))}</Link>}
      </div>
      <form method="get" action={`/units/${unit.id}/people`} class="filters">
        <TextField name="search" label={words.name} hint={words.noDiacritics} value={view.search} />
        <DateField name="on" label={words.onDay} typed={{ on: view.on }} />
        <SubmitButton look="plain">{t(say("Tìm", "Find"))}</SubmitButton>
      </form>
      <Card>
        <Table
          caption={t(say(`${view.people.length} người`, `${view.people.length} people`))}
          columns={[
            { head: t(say("Họ và tên", "Full name")), cell: (row: Row) => <a href={`/people/${row.id}`}>{row.full_name}</a> },
            { head: t(say("Chức vụ, công việc", "Position")), cell: (row) => row.title },
            { head: t(say("Là", "Works as")), cell: (row) => t(WORKER_NAMES[row.worker]) },
            { head: t(say("Diện", "Counted as")), cell: (row) => <Flags person={row} /> },
            ...(view.may_keep ? [{ head: t(say("Thao tác", "Action")), cell: (row: Row) => (row.to_on === null ? <a href={`/units/${unit.id}/people/${row.position_id}/move`}>{t(say("Điều động", "Move"))}</a> : null) }] : []),
          ]}
          rows={view.people}
          empty={say("Không có ai khớp.", "Nobody found.")}
        />
      </Card>
    </>
  );
}

type FormProps = { view: PeopleView; typed: Typed; failure: Failure | null };

/** Enters one person with a place in the unit. */
export function PersonForm({ view, typed, failure }: FormProps) {
  const { t } = usePage();
  const field = { typed, failure };
  return (
    <>
      <Breadcrumb trail={[{ href: `/units/${view.unit.id}`, label: view.unit.name }, { href: `/units/${view.unit.id}/people`, label: t(words.people) }]} />
      <h1>{t(say("Thêm người", "Add a person"))}</h1>
      <ErrorSummary failure={failure} />
      <Form action={`/units/${view.unit.id}/people`}>
        <TextField name="full_name" label={say("Họ và tên", "Full name")} {...field} />
        <div class="two">
          <Select name="sex" label={say("Giới tính", "Sex")} options={SEXES.map((sex) => ({ value: sex, label: t(sex === "female" ? say("Nữ", "Female") : say("Nam", "Male")) }))} optional {...field} />
          <DateField name="born_on" label={say("Ngày sinh", "Born on")} optional {...field} />
        </div>
        <TextField name="title" label={say("Chức vụ, công việc", "Position")} {...field} />
        <div class="two">
          <Select name="worker" label={say("Là", "Works as")} options={WORKERS.map((worker) => ({ value: worker, label: t(WORKER_NAMES[worker]) }))} {...field} />
          <TextField name="position_rank" label={say("Thứ tự trong danh sách", "Order in lists")} hint={say("1 là người đứng đầu", "1 is the head")} width="s" inputMode="numeric" optional {...field} />
          <DateField name="recruited_on" label={say("Ngày tuyển dụng", "Recruited on")} optional {...field} />
          <DateField name="from_on" label={say("Về đơn vị từ ngày", "In the unit from")} {...field} />
        </div>
        <fieldset>
          <legend>{t(say("Diện được chú trọng khi khen thưởng", "Counted in the fairness figures"))}</legend>
          <Checkbox name="direct_labourer" label={say("Người trực tiếp lao động, sản xuất, công tác", "Direct labourer")} typed={typed} />
          <Checkbox name="grassroots_cadre" label={say("Cán bộ cơ sở (cả người hoạt động không chuyên trách)", "Grass-roots cadre (part-time too)")} typed={typed} />
          <Checkbox name="difficult_field" label={say("Làm việc ở lĩnh vực khó khăn", "Works in a difficult field")} typed={typed} />
        </fieldset>
        <div><SubmitButton>{t(words.save)}</SubmitButton></div>
      </Form>
    </>
  );
}

/** Moves a person to another unit, or ends the place. */
export function MoveForm({ view, person, typed, failure }: FormProps & { person: Row }) {
  const { t } = usePage();
  const field = { typed, failure };
  return (
    <>
      <Breadcrumb trail={[{ href: `/units/${view.unit.id}`, label: view.unit.name }, { href: `/units/${view.unit.id}/people`, label: t(words.people) }]} />
      <h1>{t(say(`Điều động ${person.full_name}`, `Move ${person.full_name}`))}</h1>
      <p class="muted">{person.title}. {t(say("Vị trí cũ giữ nguyên trong quá khứ; khen thưởng trước đó không đổi.", "The old place stays in the past; earlier awards do not change."))}</p>
      <ErrorSummary failure={failure} />
      <Form action={`/units/${view.unit.id}/people/${person.position_id}/move`}>
        <DateField name="on" label={say("Thôi giữ vị trí từ ngày", "Leaves the place on")} {...field} />
        <Select name="to_unit_id" label={say("Chuyển đến đơn vị", "Moves to")} hint={say("Để trống nếu nghỉ hoặc chuyển ra ngoài địa phương", "Blank when leaving the locality or retiring")} options={view.move_to.map((unit) => ({ value: unit.id, label: unit.name }))} optional {...field} />
        <TextField name="title" label={say("Chức vụ mới", "New position")} hint={say("Để trống thì giữ như cũ", "Blank keeps the old one")} optional {...field} />
        <div><SubmitButton>{t(words.save)}</SubmitButton></div>
      </Form>
    </>
  );
}
