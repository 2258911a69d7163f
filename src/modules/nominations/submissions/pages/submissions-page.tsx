import type { PlainDate } from "../../../../kernel/plain-date.ts";
import { say } from "../../../../kernel/text.ts";
import type { Failure } from "../../../../platform/command/failure.ts";
import { Breadcrumb, Card, Day, ErrorSummary, Form, Select, SubmitButton, Table, Tag, TextField, type Typed, usePage } from "../../../../platform/html/kit.ts";
import { honourName } from "../../assess.ts";
import type { Nomination } from "../../core/dossier.ts";
import { STATUS_NAMES } from "../../core/status.ts";
import { VerdictTag } from "../../pages/list-page.tsx";
import { LIST_STATES } from "./words.ts";

type ListRow = { id: string; year: number; unit_name: string; state: "draft" | "sent" | "dropped"; letter_number: string | null; sent_on: PlainDate | null; count: number };
/** A dossier with the name of the unit that proposed it. */
export type Listable = Nomination & { unit_name: string };
export type SubmissionsView = { lists: ListRow[]; units: { id: string; name: string }[]; unit_id: string | null; may_write: boolean; waiting: (Listable & { verdict: string | null })[] };

/** The submission lists of one's units; and what waits here to be put on a new one. */
export function SubmissionsPage({ view, typed, failure }: { view: SubmissionsView; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  return (
    <>
      <Breadcrumb trail={[{ href: "/nominations", label: t(say("Hồ sơ", "Nominations")) }]} />
      <h1>{t(say("Danh sách đề nghị", "Submission lists"))}</h1>
      <section class="card">
        <Table
          columns={[
            { head: t(say("Đơn vị", "Unit")), cell: (row: ListRow) => <a href={`/submissions/${row.id}`}>{row.unit_name}</a> },
            { head: t(say("Năm", "Year")), cell: (row) => row.year },
            { head: t(say("Hồ sơ", "Dossiers")), cell: (row) => row.count, num: true },
            { head: t(say("Tờ trình", "Letter")), cell: (row) => row.letter_number ?? "–" },
            { head: t(say("Ngày trình", "Sent")), cell: (row) => <Day on={row.sent_on} /> },
            { head: t(say("Trạng thái", "State")), cell: (row) => <Tag look={LIST_STATES[row.state].look}>{t(LIST_STATES[row.state].text)}</Tag> },
          ]}
          rows={view.lists}
          empty={say("Chưa có danh sách nào.", "No lists yet.")}
        />
      </section>
      {view.units.length > 0 && (
        <div class="after">
          <Card title={t(say("Hồ sơ chờ đưa vào danh sách", "Dossiers that wait for a list"))}>
            {view.units.length > 1 && (
              <form method="get" action="/submissions" class="filters">
                <Select name="unit_id" blank={false} typed={{ unit_id: view.unit_id ?? "" }} label={say("Đơn vị", "Unit")} options={view.units.map((unit) => ({ value: unit.id, label: unit.name }))} />
                <SubmitButton look="plain">{t(say("Xem", "Show"))}</SubmitButton>
              </form>
            )}
            <ErrorSummary failure={failure} />
            {view.waiting.length === 0 ? <p class="muted">{t(say("Không có hồ sơ nào đang chờ.", "No dossier waits."))}</p> : (
              <Form action="/submissions">
                <input type="hidden" name="unit_id" value={view.unit_id ?? ""} />
                <DossierChoice dossiers={view.waiting} chosen={typed["nomination_ids"]} all />
                <TextField name="year" label={say("Danh sách của năm", "List of the year")} typed={{ year: view.waiting[0]?.year ?? "", ...typed }} failure={failure} width="s" inputMode="numeric" />
                <div><SubmitButton>{t(say("Lập danh sách từ các hồ sơ đã chọn", "Draw up a list of the chosen"))}</SubmitButton></div>
              </Form>
            )}
          </Card>
        </div>
      )}
    </>
  );
}

/** Dossiers to tick, with what was found on each; `all` ticks every one that nothing was chosen of yet. */
export function DossierChoice({ dossiers, chosen, all }: { dossiers: readonly (Listable & { verdict?: string | null })[]; chosen: unknown; all?: boolean }) {
  const { t, lang } = usePage();
  const ticked = new Set(Array.isArray(chosen) ? chosen : chosen === undefined ? (all === true ? dossiers.map((dossier) => dossier.id) : []) : [chosen]);
  return (
    <div id="f-nomination_ids">
      <Table
        caption={t(say(`${dossiers.length} hồ sơ`, `${dossiers.length} dossiers`))}
        columns={[
          {
            head: t(say("Người, tập thể", "Nominee")),
            cell: (row: (typeof dossiers)[number]) => (
              <><input type="checkbox" class="pick" name="nomination_ids[]" value={row.id} checked={ticked.has(row.id)} aria-label={row.subject_name} /><a href={`/nominations/${row.id}`}>{row.subject_name}</a><br /><span class="small muted">{row.subject_note}</span></>
            ),
          },
          { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (row) => `${honourName(row.honour, lang)}, ${row.year}` },
          { head: t(say("Đơn vị đề nghị", "Proposed by")), cell: (row) => row.unit_name },
          { head: t(say("Đối chiếu", "Finding")), cell: (row) => <VerdictTag verdict={row.verdict ?? null} /> },
          { head: t(say("Trạng thái", "Status")), cell: (row) => t(STATUS_NAMES[row.status]) },
        ]}
        rows={dossiers}
      />
    </div>
  );
}
