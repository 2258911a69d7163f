import { honourCatalogue } from "../../../engines/rulebook/index.ts";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import { say, type Text } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { holdsAnywhere } from "../../../platform/command/actor.ts";
import { Day, ErrorSummary, Form, Link, Pagination, Select, SubmitButton, Table, Tag, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { honourName } from "../assess.ts";
import { DOCUMENT_NAMES, type DocumentKind } from "../core/dossier-contents.ts";
import { NOMINATION_STATUSES, type NominationStatus, STATUS_NAMES } from "../core/status.ts";
import { WORKED_ON } from "../core/worked-on.ts";
import { STATUS_LOOKS, VERDICTS } from "./words.ts";

type Row = {
  id: string; subject_name: string; subject_note: string; unit_name: string; honour: string; year: number; status: NominationStatus;
  received_on: PlainDate | null; due_on: PlainDate | null; verdict: string | null;
  /** What is surely needed and not there; null where it was not looked at. */
  missing: readonly DocumentKind[] | null;
};
/** What may be done with many dossiers at once, by the status that the list is filtered to. */
const BULK: Partial<Record<NominationStatus, { path: string; text: Text; roles: readonly string[] }>> = {
  draft: { path: "submission", text: say("Trình các hồ sơ đã chọn", "Submit the chosen"), roles: ["clerk", "head", "officer"] },
  returned: { path: "submission", text: say("Trình lại các hồ sơ đã chọn", "Submit the chosen again"), roles: ["clerk", "head", "officer"] },
  submitted: { path: "appraisal", text: say("Nhận thẩm định các hồ sơ đã chọn", "Take up the chosen"), roles: ["officer", "division_head"] },
  under_appraisal: { path: "recommendation", text: say("Đề nghị khen thưởng các hồ sơ đã chọn", "Recommend the chosen"), roles: ["officer", "division_head"] },
};

type Props = {
  list: { rows: Row[]; count: number; page: number; pages: number; filter: Record<string, unknown>; statuses: { status: NominationStatus; n: number }[]; overdue: number; today: PlainDate };
  mayWrite: boolean;
  typed: Typed;
  failure: Failure | null;
};

/** The dossiers one may see, with what the law said of each last, and for whoever appraises what is missing. */
export function NominationsPage({ list, mayWrite, typed, failure }: Props) {
  const { t, lang, actor } = usePage();
  const href = (change: Record<string, string | number | undefined>): string => {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries({ ...list.filter, page: undefined, ...change })) {
      if (value !== undefined && value !== "" && value !== false) query.set(key, String(value));
    }
    return `/nominations?${query.toString()}`;
  };
  const bulk = BULK[list.filter["status"] as NominationStatus];
  const mayBulk = bulk !== undefined && list.rows.length > 0 && holdsAnywhere(actor, bulk.roles);
  const looked = list.rows.filter((row) => row.missing !== null);
  const lacking = looked.filter((row) => row.missing !== null && row.missing.length > 0).length;
  const caption = lacking === 0 ? say(`${list.count} hồ sơ`, `${list.count} dossiers`) : say(`${list.count} hồ sơ; ở trang này ${lacking} hồ sơ thiếu tài liệu`, `${list.count} dossiers; on this page ${lacking} lack documents`);
  const table = (
    <Table
      caption={t(caption)}
      columns={[
        {
          head: t(say("Người, tập thể", "Nominee")),
          cell: (row: Row) => (
            <>
              {mayBulk && <input type="checkbox" class="pick" name="nomination_ids[]" value={row.id} checked={row.verdict !== "not_eligible"} aria-label={row.subject_name} />}
              <a href={`/nominations/${row.id}`}>{row.subject_name}</a><br /><span class="small muted">{row.subject_note}</span>
            </>
          ),
        },
        { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (row) => `${honourName(row.honour, lang)}, ${row.year}` },
        { head: t(say("Đơn vị đề nghị", "Proposed by")), cell: (row) => row.unit_name },
        { head: t(say("Ngày trình", "Received")), cell: (row) => <><Day on={row.received_on} />{row.due_on !== null && <DueLine row={row} today={list.today} />}</> },
        { head: t(say("Đối chiếu", "Finding")), cell: (row) => <VerdictTag verdict={row.verdict} /> },
        ...(looked.length === 0 ? [] : [{ head: t(say("Thành phần hồ sơ", "Documents")), cell: (row: Row) => <MissingTag missing={row.missing} /> }]),
        { head: t(say("Trạng thái", "Status")), cell: (row) => <Tag look={STATUS_LOOKS[row.status]}>{t(STATUS_NAMES[row.status])}</Tag> },
      ]}
      rows={list.rows}
    />
  );
  return (
    <>
      <div class="head-line">
        <h1>{t(say("Hồ sơ đề nghị khen thưởng", "Nominations"))}</h1>
        <span class="actions">
          {holdsAnywhere(actor, ["officer"]) && <Link href="/nominations/what-if" look="btn plain">{t(say("Xét thử cả danh sách", "What if, on a list"))}</Link>}
          {holdsAnywhere(actor, ["officer"]) && <Link href="/nominations/routes" look="btn plain">{t(say("Tuyến trình", "Route"))}</Link>}
          {holdsAnywhere(actor, ["clerk", "head", "officer", "division_head", "chair", "auditor"]) && <Link href="/meetings" look="btn plain">{t(say("Họp bình xét", "Meetings of units"))}</Link>}
          {holdsAnywhere(actor, ["clerk", "head", "officer", "division_head", "auditor"]) && <Link href="/clearances" look="btn plain">{t(say("Hiệp y", "Clearances"))}</Link>}
          {holdsAnywhere(actor, ["officer", "division_head", "chair", "auditor"]) && <Link href="/packages" look="btn plain">{t(say("Trình cấp trên", "To the level above"))}</Link>}
          {holdsAnywhere(actor, ["clerk", "head", "officer", "auditor"]) && <Link href="/submissions" look="btn plain">{t(say("Danh sách đề nghị", "Submission lists"))}</Link>}
          {holdsAnywhere(actor, ["officer"]) && <Link href="/local-rules" look="btn plain">{t(say("Quy định của địa phương", "Local rules"))}</Link>}
          {mayWrite && <Link href="/nominations/new" look="btn">{t(say("Lập hồ sơ", "New nomination"))}</Link>}
        </span>
      </div>
      <nav class="chips" aria-label={t(say("Trạng thái", "Status"))}>
        <a href={href({ status: undefined, overdue: undefined })} aria-current={list.filter["status"] || list.filter["overdue"] ? undefined : "true"}>{t(say("Tất cả", "All"))}</a>
        {NOMINATION_STATUSES.map((status) => {
          const n = list.statuses.find((entry) => entry.status === status)?.n ?? 0;
          return n > 0 && <a href={href({ status })} aria-current={list.filter["status"] === status ? "true" : undefined}>{t(STATUS_NAMES[status])} <b>{n}</b></a>;
        })}
        {list.overdue > 0 && <a href={href({ status: undefined, overdue: "on" })} aria-current={list.filter["overdue"] ? "true" : undefined}>{t(say("Quá hạn giải quyết", "Overdue"))} <b>{list.overdue}</b></a>}
      </nav>
      <ErrorSummary failure={failure} />
      <form method="get" action="/nominations" class="filters">
        {list.filter["status"] !== undefined && <input type="hidden" name="status" value={String(list.filter["status"])} />}
        <TextField name="search" label={say("Tên", "Name")} typed={typed} failure={failure} hint={say("Không cần dấu", "Without diacritics")} />
        <Select name="honour" label={say("Danh hiệu, hình thức", "Honour")} typed={typed} failure={failure} options={honourCatalogue().map((entry) => ({ value: entry.id, label: lang === "vi" ? entry.name_vi : entry.name_en }))} />
        <TextField name="year" label={say("Năm", "Year")} typed={typed} failure={failure} inputMode="numeric" />
        <SubmitButton look="plain">{t(say("Lọc", "Filter"))}</SubmitButton>
      </form>
      <section class="card">
        {bulk !== undefined && mayBulk ? (
          <Form action={`/nominations/${bulk.path}`} bare>
            {table}
            <p class="actions"><SubmitButton>{t(bulk.text)}</SubmitButton></p>
          </Form>
        ) : table}
        <Pagination page={list.page} pages={list.pages} href={(page) => href({ page })} />
      </section>
    </>
  );
}

/** Which documents a dossier lacks, or that it is whole; a dash where that is no question. */
function MissingTag({ missing }: { missing: readonly DocumentKind[] | null }) {
  const { t } = usePage();
  if (missing === null) return <span class="muted">–</span>;
  if (missing.length === 0) return <Tag look="ok">{t(say("đủ", "complete"))}</Tag>;
  return <><Tag look="wait">{t(say("thiếu tài liệu", "lacks documents"))}</Tag><span class="small muted line">{missing.map((kind) => t(DOCUMENT_NAMES[kind])).join(", ")}</span></>;
}

/** Until when a dossier is worked on, red once the day is over and it still is. */
function DueLine({ row, today }: { row: Row; today: PlainDate }) {
  const { t } = usePage();
  const late = row.due_on !== null && row.due_on < today && WORKED_ON.includes(row.status);
  return <span class="small line">{late ? <Tag look="bad">{t(say("quá hạn", "overdue"))} <Day on={row.due_on} /></Tag> : <span class="muted">{t(say("hạn", "due"))} <Day on={row.due_on} /></span>}</span>;
}

/** The verdict of a finding as a tag; a dash before there is one. */
export function VerdictTag({ verdict }: { verdict: string | null }) {
  const { t } = usePage();
  const known = verdict !== null && verdict in VERDICTS ? VERDICTS[verdict as keyof typeof VERDICTS] : null;
  return known === null ? <span class="muted">–</span> : <Tag look={known.look}>{known.icon} {t(known.text)}</Tag>;
}
