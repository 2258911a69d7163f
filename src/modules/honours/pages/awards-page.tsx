import { honourCatalogue } from "../../../engines/rulebook/index.ts";
import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Day, Facts, Pagination, Select, SubmitButton, Table, Tag, TextField, usePage } from "../../../platform/html/kit.ts";
import type { PersonOnDay } from "../../organizations/index.ts";
import { writeNumber, writeRegisterNumber } from "../core/award.ts";
import type { AwardRow, HistoryLine } from "../store.ts";

/** The public list of awards: who, what, by which decision, how to verify. */
export function AwardsPage(props: { list: { rows: AwardRow[]; count: number; page: number; pages: number; filter: Record<string, unknown> }; nameOf: (honour: string) => string; recovers: boolean }) {
  const { t, lang } = usePage();
  const { list, nameOf } = props;
  const href = (page: number) => {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries({ ...list.filter, page })) if (value !== undefined) query.set(key, String(value));
    return `/awards?${query.toString()}`;
  };
  return (
    <>
      <div class="head-line">
        <h1>{t(say("Khen thưởng", "Awards"))}</h1>
        <a href="/households/figures">{t(say("Gia đình văn hóa theo xã, thôn", "Cultured families by commune and village"))}</a>
        {props.recovers && <a href="/awards/recoveries">{t(say("Thu hồi hiện vật, tiền thưởng", "Recoveries"))}</a>}
      </div>
      <form method="get" action="/awards" class="filters">
        <Select name="honour" label={say("Danh hiệu, hình thức", "Honour")} typed={list.filter} options={honourCatalogue().map((entry) => ({ value: entry.id, label: lang === "vi" ? entry.name_vi : entry.name_en }))} />
        <TextField name="year" label={say("Năm thành tích", "Achievement year")} typed={list.filter} inputMode="numeric" />
        <SubmitButton look="plain">{t(say("Lọc", "Filter"))}</SubmitButton>
      </form>
      <section class="card">
        <Table
          caption={t(say(`${list.count} khen thưởng`, `${list.count} awards`))}
          columns={[
            { head: t(say("Người, tập thể", "Recipient")), cell: (row: AwardRow) => <><a href={`/verify/${row.code}`}>{row.subject_name}</a>{row.revoked_on && <> <Tag look="bad">{t(say("đã hủy bỏ", "revoked"))}</Tag></>}<br /><span class="small muted">{row.subject_note}</span></> },
            { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (row) => `${nameOf(row.honour)}, ${row.year}` },
            { head: t(say("Quyết định", "Decision")), cell: (row) => (row.number && row.symbol ? writeNumber(row.number, row.symbol) : "–") },
            { head: t(say("Ngày", "Date")), cell: (row) => <Day on={row.decided_on} /> },
            { head: t(say("Số sổ", "Register")), cell: (row) => writeRegisterNumber(row.register_number, row.register_year) },
          ]}
          rows={list.rows}
        />
        <Pagination page={list.page} pages={list.pages} href={href} />
      </section>
    </>
  );
}

/** The award history of a subject as a table. */
export function History({ lines, nameOf }: { lines: readonly HistoryLine[]; nameOf: (honour: string) => string }) {
  const { t } = usePage();
  return (
    <Table
      columns={[
        { head: t(say("Năm", "Year")), cell: (line: HistoryLine) => line.year },
        { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (line) => <>{nameOf(line.honour)}{line.revoked && <> <Tag look="bad">{t(say("đã hủy bỏ", "revoked"))}</Tag></>}</> },
        { head: t(say("Quyết định", "Decision")), cell: (line) => line.decision },
      ]}
      rows={lines}
      empty={say("Chưa có khen thưởng nào.", "No awards yet.")}
    />
  );
}

/** A person with places, flags and award history. */
export function PersonPage(props: { view: { person: { full_name: string; born_on: Parameters<typeof Day>[0]["on"] }; places: PersonOnDay[]; history: HistoryLine[] }; nameOf: (honour: string) => string }) {
  const { t } = usePage();
  const { person, places, history } = props.view;
  const [place] = places;
  return (
    <>
      {place && <Breadcrumb trail={[{ href: "/units", label: t(say("Đơn vị", "Units")) }, { href: `/units/${place.unit_id}`, label: place.unit_name }]} />}
      <h1>{person.full_name}</h1>
      <div class="grid g-2">
        <Card title={t(say("Quá trình khen thưởng", "Award history"))}><History lines={history} nameOf={props.nameOf} /></Card>
        <Card title={t(say("Vị trí", "Places"))}>
          {places.map((entry) => (
            <Facts
              facts={[
                [t(say("Đơn vị", "Unit")), <a href={`/units/${entry.unit_id}`}>{entry.unit_name}</a>],
                [t(say("Chức vụ", "Position")), entry.title],
                [t(say("Tuyển dụng", "Recruited")), <Day on={entry.recruited_on} />],
                [
                  t(say("Đặc điểm", "Flags")),
                  <>
                    {entry.direct_labourer && <Tag look="info">{t(say("trực tiếp lao động", "direct labourer"))}</Tag>}{" "}
                    {entry.grassroots_cadre && <Tag look="info">{t(say("cán bộ cơ sở", "grass-roots cadre"))}</Tag>}{" "}
                    {entry.difficult_area && <Tag look="info">{t(say("địa bàn khó khăn", "difficult area"))}</Tag>}{" "}
                    {entry.difficult_field && <Tag look="info">{t(say("lĩnh vực khó khăn", "difficult field"))}</Tag>}
                  </>,
                ],
              ]}
            />
          ))}
        </Card>
      </div>
    </>
  );
}
