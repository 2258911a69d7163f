import { say, type Text } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, DateField, Day, ErrorSummary, Form, Pagination, Select, SubmitButton, Table, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { OUTCOME_NAMES } from "../core/outcome.ts";
import { words } from "../messages.ts";
import type { browseHouseholds } from "../queries-households.ts";
import { Outcome, showPoints } from "./parts.tsx";
import type { View } from "./view.ts";

type List = View<typeof browseHouseholds>;
type Row = List["rows"][number];

const STATES: readonly (readonly [string, Text])[] = [
  ["unregistered", say("Chưa đăng ký", "Not registered")], ["registered", say("Đã đăng ký", "Registered")], ["unvoted", say("Đăng ký, chưa có số đồng ý", "Registered, no votes")],
  ...Object.entries(OUTCOME_NAMES),
];

/** The households of a commune: searched, narrowed, by pages; with the form of one more. */
export function ListPage({ list, typed, failure }: { list: List; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const { review } = list;
  const path = `/households/${review.id}`;
  const href = (page: number) => {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries({ ...list.filter, review_id: undefined, page })) if (value !== undefined) query.set(key, String(value));
    return `${path}/list?${query.toString()}`;
  };
  const villages = list.villages.map((village) => ({ value: village.id, label: village.name }));
  return (
    <>
      <Breadcrumb trail={[{ href: "/households", label: t(words.review) }, { href: path, label: `${list.commune}, ${review.year}` }]} />
      <h1>{t(words.list)}</h1>
      <ErrorSummary failure={failure} />
      <form method="get" action={`${path}/list`} class="filters">
        <TextField name="search" typed={list.filter} label={say("Tên chủ hộ, mã hộ", "Head or number")} />
        {/* Not village_id: the form beneath has a field of that name, and a label belongs to one field only. */}
        <Select name="village" typed={{ village: list.filter.village_id }} label={words.village} options={villages} />
        <Select name="state" typed={list.filter} label={say("Tình trạng", "State")} options={STATES.map(([value, text]) => ({ value, label: t(text) }))} />
        <SubmitButton look="plain">{t(say("Lọc", "Filter"))}</SubmitButton>
      </form>
      <Card>
        <Table
          caption={t(say(`${list.count} hộ`, `${list.count} households`))}
          columns={[
            { head: t(words.head), cell: (row: Row) => <><a href={`${path}/homes/${row.household.id}`}>{row.household.head_name}</a>{row.household.code !== null && <span class="small muted line">{t(words.code)} {row.household.code}</span>}</> },
            { head: t(words.village), cell: (row) => row.village },
            { head: t(words.registered), cell: (row) => <Day on={row.registration?.registered_on} /> },
            { head: t(words.points), cell: (row) => showPoints(row.registration?.points ?? null), num: true },
            { head: t(words.agree), cell: (row) => row.registration?.agree ?? "–", num: true },
            { head: t(words.outcome), cell: (row) => <Outcome outcome={row.registration?.outcome ?? null} reasons={row.registration?.reasons ?? null} /> },
          ]}
          rows={list.rows}
        />
        <Pagination page={list.page} pages={list.pages} href={href} />
        {list.may_write && (
          <details open={failure !== null}>
            <summary>{t(say("Thêm một hộ", "Add a household"))}</summary>
            <Form action={`${path}/homes`}>
              <HouseholdFields villages={villages} typed={typed} failure={failure} />
              <DateField name="from_on" typed={typed} failure={failure} label={say("Có trong danh sách từ ngày", "On the list since")} />
              <div><SubmitButton>{t(say("Thêm hộ", "Add"))}</SubmitButton></div>
            </Form>
          </details>
        )}
      </Card>
    </>
  );
}

/** What is known of a household, as fields. */
export function HouseholdFields({ villages, typed, failure }: { villages: { value: string; label: string }[]; typed: Typed; failure: Failure | null }) {
  const field = { typed, failure };
  return (
    <>
      <div class="two">
        <TextField {...field} name="head_name" label={words.head} />
        <Select {...field} name="village_id" label={words.village} options={villages} />
      </div>
      <div class="two">
        <TextField {...field} optional name="code" label={words.code} width="m" />
        <TextField {...field} optional name="address" label={words.address} />
      </div>
    </>
  );
}
