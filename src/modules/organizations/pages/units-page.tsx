import { formatDate } from "../../../kernel/plain-date.ts";
import { say } from "../../../kernel/text.ts";
import { Card, DateField, Link, Pagination, SubmitButton, Table, Tag, TextField, usePage } from "../../../platform/html/kit.ts";
import { UNIT_KIND_NAMES } from "../core/kinds.ts";
import { words } from "../messages.ts";
import type { browseUnits } from "../queries.ts";
import type { View } from "./view.ts";

type ListView = View<typeof browseUnits>;

/** The units of a day, by kind; whoever looks for one need not type diacritics. */
export function UnitsPage({ list }: { list: ListView }) {
  const { t, today } = usePage();
  const { filter } = list;
  const href = (change: { kind?: string | undefined; page?: number }) => {
    const query = new URLSearchParams();
    const asked = { kind: filter.kind, search: filter.search, on: filter.on === undefined ? undefined : formatDate(filter.on), ...change };
    for (const [key, value] of Object.entries(asked)) if (value !== undefined) query.set(key, String(value));
    return `/units?${query}`;
  };
  const onDay = filter.on === undefined || filter.on === today ? "" : `?on=${formatDate(filter.on)}`;
  return (
    <>
      <div class="head-line">
        <h1>{t(words.units)}</h1>
        <Link href="/clusters" look="btn plain">{t(say("Cụm, khối thi đua", "Clusters and blocks"))}</Link>
      </div>
      {onDay !== "" && <p class="warn">{t(say(`Danh sách như vào ngày ${formatDate(list.on)}.`, `The list as it stood on ${formatDate(list.on)}.`))} <a href="/units">{t(say("Xem hôm nay", "See today"))}</a></p>}
      <nav class="chips" aria-label={t(words.kind)}>
        <a href={href({ kind: undefined })} aria-current={filter.kind === undefined ? "true" : undefined}>{t(say("Tất cả", "All"))}</a>
        {list.kinds.map(({ kind, count }) => <a href={href({ kind })} aria-current={filter.kind === kind ? "true" : undefined}>{t(UNIT_KIND_NAMES[kind])} <b>{count}</b></a>)}
      </nav>
      <form method="get" action="/units" class="filters">
        {filter.kind !== undefined && <input type="hidden" name="kind" value={filter.kind} />}
        <TextField name="search" label={say("Tên, mã hoặc mã số thuế", "Name, code or tax code")} hint={words.noDiacritics} typed={filter} />
        <DateField name="on" label={words.onDay} typed={filter} />
        <SubmitButton look="plain">{t(say("Tìm", "Find"))}</SubmitButton>
      </form>
      <Card>
        <Table
          caption={t(say(`${list.count} đơn vị`, `${list.count} units`))}
          columns={[
            { head: t(words.name), cell: (row: ListView["rows"][number]) => <><a href={`/units/${row.id}${onDay}`}>{row.name}</a>{row.difficult_area && <> <Tag look="info">{t(words.difficultArea)}</Tag></>}</> },
            { head: t(words.kind), cell: (row) => t(UNIT_KIND_NAMES[row.kind]) },
            { head: t(say("Mã", "Code")), cell: (row) => row.code ?? row.tax_code ?? "–" },
            { head: t(words.parent), cell: (row) => row.parent_name ?? "–" },
          ]}
          rows={list.rows}
          empty={say("Không có đơn vị nào khớp.", "No unit found.")}
        />
        <Pagination page={list.page} pages={list.pages} href={(page) => href({ page })} />
      </Card>
    </>
  );
}
