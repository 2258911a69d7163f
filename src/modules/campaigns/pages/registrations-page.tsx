import { yearOf } from "../../../kernel/plain-date.ts";
import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Checkbox, Day, DaysLeft, ErrorSummary, Form, Link, Pagination, Select, SubmitButton, Table, Tag, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { honourName, words } from "../messages.ts";
import type { browseRegistrations, registrationChoices } from "../queries-registrations.ts";
import type { View } from "./view.ts";

type ListView = View<typeof browseRegistrations>;

/** Which titles are aimed at this year, counted by honour, and by whom. */
export function RegistrationsPage({ list }: { list: ListView }) {
  const { t, lang } = usePage();
  const { filter } = list;
  const href = (change: Record<string, string | number | undefined>) => {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries({ year: filter.year, honour: filter.honour, unit_id: filter.unit_id, ...change })) if (value !== undefined) query.set(key, String(value));
    return `/registrations?${query}`;
  };
  const total = list.counts.reduce((sum, line) => sum + line.count, 0);
  return (
    <>
      <div class="head-line">
        <h1>{t(say(`Đăng ký danh hiệu thi đua năm ${filter.year}`, `Titles registered for ${filter.year}`))}</h1>
        {list.my_units[0] !== undefined && <Link href={`/registrations/new?unit=${list.my_units[0].id}&year=${filter.year}`} look="btn">{t(say("Đăng ký", "Register"))}</Link>}
      </div>
      <nav class="chips" aria-label={t(words.honour)}>
        <a href={href({ honour: undefined })} aria-current={filter.honour === undefined ? "true" : undefined}>{t(say("Tất cả", "All"))} <b>{total}</b></a>
        {list.counts.map((line) => (
          <a href={href({ honour: line.honour })} aria-current={filter.honour === line.honour ? "true" : undefined}>{honourName(line.honour, lang)} <b>{line.count}</b></a>
        ))}
      </nav>
      <form method="get" action="/registrations" class="filters">
        {filter.honour !== undefined && <input type="hidden" name="honour" value={filter.honour} />}
        <TextField name="year" label={words.year} width="s" inputMode="numeric" typed={filter} />
        {list.my_units.length > 1 && <Select name="unit_id" label={words.unit} options={list.my_units.map((unit) => ({ value: unit.id, label: unit.name }))} typed={filter} />}
        <SubmitButton look="plain">{t(say("Xem", "Show"))}</SubmitButton>
      </form>
      <Card>
        <Table
          caption={t(say(`${list.count} lượt đăng ký`, `${list.count} registrations`))}
          columns={[
            { head: t(say("Người, tập thể", "Subject")), cell: (row: ListView["rows"][number]) => row.subject_name },
            { head: t(words.honour), cell: (row) => honourName(row.honour, lang) },
            { head: t(words.unit), cell: (row) => <a href={`/units/${row.unit_id}`}>{row.unit_name}</a> },
            { head: t(say("Ngày đăng ký", "Registered on")), cell: (row) => <><Day on={row.registered_on} />{row.late_reason !== null && <> <Tag look="wait">{t(words.late)}</Tag><span class="small muted line">{row.late_reason}</span></>}</> },
            {
              head: t(say("Thao tác", "Action")),
              cell: (row) =>
                row.may_withdraw && (
                  <Form action={`/registrations/${row.id}/withdrawal`} bare>
                    <SubmitButton look="quiet" confirm={t(say(`Rút đăng ký của ${row.subject_name}?`, `Withdraw the registration of ${row.subject_name}?`))}>{t(say("Rút", "Withdraw"))}</SubmitButton>
                  </Form>
                ),
            },
          ]}
          rows={list.rows}
          empty={say("Chưa có đăng ký nào trong năm này.", "Nothing registered for this year yet.")}
        />
        <Pagination page={list.page} pages={list.pages} href={(page) => href({ page })} />
      </Card>
    </>
  );
}

type FormProps = { choices: View<typeof registrationChoices>; year: string; search: string; typed: Typed; failure: Failure | null };

/** Registers several subjects of a unit for one title at once. */
export function RegisterForm({ choices, year, search, typed, failure }: FormProps) {
  const { t, lang, today } = usePage();
  const ticked = (name: string, id: string) => Array.isArray(typed[name]) && typed[name].includes(id);
  const past = (registered: readonly string[]) => (registered.length === 0 ? undefined : say(`Đã đăng ký: ${registered.map((id) => honourName(id, "vi")).join(", ")}`, `Registered: ${registered.map((id) => honourName(id, "en")).join(", ")}`));
  const late = choices.days_left !== null && choices.days_left < 0;
  // The unit's own people first, then those of its sub-units.
  const groups = [...new Set(choices.people.map((person) => person.unit_name))].sort((a, b) => Number(b === choices.unit.name) - Number(a === choices.unit.name));
  const error = Object.entries(failure?.fields ?? {}).find(([name]) => name.startsWith("person_ids") || name.startsWith("subject_unit_ids"))?.[1];
  return (
    <>
      <Breadcrumb trail={[{ href: `/registrations?year=${year}`, label: t(words.registrations) }]} />
      <h1>{t(say(`Đăng ký danh hiệu năm ${year}`, `Register titles for ${year}`))}</h1>
      <p>{choices.unit.name}. {choices.due_on === null ? t(say("Năm này chưa có hạn đăng ký.", "No deadline is set for this year.")) : <>{t(say("Hạn đăng ký", "Register by"))} <b><Day on={choices.due_on} /></b> {choices.days_left !== null && <DaysLeft days={choices.days_left} />}</>}</p>
      <nav class="chips" aria-label={t(words.year)}>
        {[yearOf(today), yearOf(today) + 1].map((each) => <a href={`/registrations/new?unit=${choices.unit.id}&year=${each}`} aria-current={String(each) === year ? "true" : undefined}>{each}</a>)}
      </nav>
      <ErrorSummary failure={failure} />
      <form method="get" action="/registrations/new" class="filters">
        <input type="hidden" name="unit" value={choices.unit.id} />
        <input type="hidden" name="year" value={year} />
        <TextField name="search" label={say("Tìm người", "Find a person")} hint={say("Không cần dấu", "Without diacritics")} value={search} />
        <SubmitButton look="plain">{t(say("Tìm", "Find"))}</SubmitButton>
      </form>
      <Form action="/registrations">
        <input type="hidden" name="unit_id" value={choices.unit.id} />
        <input type="hidden" name="year" value={year} />
        <Select name="honour" label={words.honour} options={choices.honours.map((honour) => ({ value: honour.id, label: honour.name[lang] }))} typed={typed} failure={failure} />
        {error && <p class="error" id="f-person_ids">{t(error)}</p>}
        {choices.people.length === 0 && <p class="muted">{t(say("Không có ai khớp.", "Nobody found."))}</p>}
        {groups.map((unit_name, index) => (
        <fieldset id={index === 0 ? "f-person_ids.0" : undefined}>
          <legend>{unit_name}</legend>
          <div class="two">
            {choices.people.filter((person) => person.unit_name === unit_name).map((person) => (
              <Checkbox name="person_ids[]" value={person.id} label={say(`${person.full_name}, ${person.title}`, `${person.full_name}, ${person.title}`)} checked={ticked("person_ids", person.id)} hint={past(person.registered)} />
            ))}
          </div>
        </fieldset>
        ))}
        <fieldset id="f-subject_unit_ids.0">
          <legend>{t(say("Tập thể, hộ gia đình", "Collectives, households"))}</legend>
          <div class="two">
            {choices.units.map((unit) => (
              <Checkbox name="subject_unit_ids[]" value={unit.id} label={say(unit.name, unit.name)} checked={ticked("subject_unit_ids", unit.id)} hint={past(unit.registered)} />
            ))}
          </div>
        </fieldset>
        {late && <TextField name="late_reason" label={say("Lý do đăng ký muộn", "Reason for being late")} typed={typed} failure={failure} />}
        <div><SubmitButton>{t(say("Đăng ký", "Register"))}</SubmitButton></div>
      </Form>
    </>
  );
}
