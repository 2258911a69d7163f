import { say } from "../../../kernel/text.ts";
import { Card, Link, Pagination, Select, SubmitButton, Table, Tag, type TagLook, TextField, usePage } from "../../../platform/html/kit.ts";
import { INITIATIVE_STATUSES, type InitiativeStatus, SCOPE_NAMES, STATUS_NAMES, widestScope } from "../core/status.ts";
import { words } from "../messages.ts";
import type { browseInitiatives } from "../queries.ts";
import type { View } from "./view.ts";

type List = View<typeof browseInitiatives>;
type Row = List["rows"][number];

const LOOKS: Readonly<Record<InitiativeStatus, TagLook>> = {
  draft: "info", submitted: "wait", returned: "bad", before_council: "wait", recognised: "ok", not_recognised: "bad", withdrawn: "info",
};

/** Where an initiative stands, as a tag. */
export function StatusTag({ status }: { status: InitiativeStatus }) {
  const { t } = usePage();
  return <Tag look={LOOKS[status]}>{t(STATUS_NAMES[status])}</Tag>;
}

/** The initiatives: a search without diacritics, a year, a state; one's own unit's drafts too. */
export function InitiativesPage({ list }: { list: List }) {
  const { t } = usePage();
  const { filter } = list;
  const href = (page: number): string => {
    const asked = Object.entries({ ...filter, page }).filter(([, value]) => value !== undefined);
    return `/initiatives?${new URLSearchParams(asked.map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
  };
  const scopeOf = (row: Row): string => {
    const widest = widestScope(row.scopes);
    return widest === null ? "–" : t(SCOPE_NAMES[widest]);
  };
  return (
    <>
      <div class="head-line">
        <h1>{t(words.initiatives)}</h1>
        {list.may_draft !== null && <Link href="/initiatives/new" look="btn">{t(say("Lập đơn sáng kiến", "Draft an initiative"))}</Link>}
      </div>
      <form method="get" action="/initiatives" class="filters">
        <TextField name="search" label={say("Tìm theo tên (không cần dấu)", "Search titles (no diacritics needed)")} typed={filter} />
        <TextField name="year" label={words.year} width="s" inputMode="numeric" typed={filter} />
        {list.sees_all && <Select name="status" label={words.status} typed={filter} options={INITIATIVE_STATUSES.map((value) => ({ value, label: t(STATUS_NAMES[value]) }))} />}
        {filter.unit_id !== undefined && <input type="hidden" name="unit_id" value={filter.unit_id} />}
        <SubmitButton look="plain">{t(say("Tìm", "Search"))}</SubmitButton>
      </form>
      <Card>
        <Table
          caption={t(say(`${list.count} sáng kiến`, list.count === 1 ? "1 initiative" : `${list.count} initiatives`))}
          columns={[
            { head: t(words.title), cell: (row: Row) => <><a href={`/initiatives/${row.id}`}>{row.title}</a>{row.field !== null && <span class="small muted line">{row.field}</span>}</> },
            { head: t(words.authors), cell: (row) => row.authors.join(", ") },
            { head: t(words.unit), cell: (row) => row.unit_name },
            { head: t(words.year), cell: (row) => row.year, num: true },
            { head: t(words.scope), cell: scopeOf },
            { head: t(words.status), cell: (row) => <StatusTag status={row.status} /> },
          ]}
          rows={list.rows}
          empty={say("Không có sáng kiến nào khớp.", "No initiative matches.")}
        />
        <Pagination page={list.page} pages={list.pages} href={href} />
      </Card>
      {list.sees_all && <p class="after"><a href="/ratings">{t(words.ratings)}</a></p>}
    </>
  );
}
