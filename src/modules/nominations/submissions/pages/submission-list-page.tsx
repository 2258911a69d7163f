import { say } from "../../../../kernel/text.ts";
import type { Failure } from "../../../../platform/command/failure.ts";
import { Breadcrumb, Card, Day, ErrorSummary, Facts, Form, Link, Steps, SubmitButton, Table, Tag, type Typed, usePage } from "../../../../platform/html/kit.ts";
import { honourName } from "../../assess.ts";
import type { SubmissionList } from "../store-lists.ts";
import { LetterForm } from "./letter-form.tsx";
import { DossierChoice, type Listable } from "./submissions-page.tsx";
import { LIST_STATES } from "./words.ts";

export type SubmissionListView = {
  list: SubmissionList; unit_name: string; may_write: boolean; receipt: { id: string; number: number; year: number } | null;
  dossiers: (Listable & { to_name: string | null })[]; choices: Listable[];
};

/** One submission list: its steps, its dossiers in order, its letter, and what is still to do. */
export function SubmissionListPage({ view, typed, failure }: { view: SubmissionListView; typed: Typed; failure: Failure | null }) {
  const { t, lang } = usePage();
  const { list } = view;
  const now = list.state === "sent" ? 3 : list.letter_number === null ? 1 : 2;
  const steps = [say("Chọn hồ sơ", "Dossiers"), say("Tờ trình", "Letter"), say("Trình", "Send")];
  const path = `/submissions/${list.id}`;
  return (
    <>
      <Breadcrumb trail={[{ href: "/submissions", label: t(say("Danh sách đề nghị", "Submission lists")) }]} />
      <h1>{t(say(`Danh sách đề nghị năm ${list.year}: ${view.unit_name}`, `Submission list ${list.year}: ${view.unit_name}`))}</h1>
      {list.state !== "dropped" && <Steps steps={steps.map((label, index) => ({ label: t(label), state: index < now ? "past" : index === now ? "now" : "next" }))} />}
      <ErrorSummary failure={failure} />
      <div class="grid g-2">
        <div class="stackable">
          <section class="card">
            {view.may_write ? (
              <Form action={`${path}/dossiers`}>
                <DossierChoice dossiers={[...view.dossiers, ...view.choices]} chosen={typed["nomination_ids"] ?? view.dossiers.map((dossier) => dossier.id)} />
                <div><SubmitButton look="plain">{t(say("Lưu danh sách", "Keep the list"))}</SubmitButton></div>
              </Form>
            ) : (
              <Table
                caption={t(say(`${view.dossiers.length} hồ sơ`, `${view.dossiers.length} dossiers`))}
                columns={[
                  { head: t(say("Người, tập thể", "Nominee")), cell: (row: SubmissionListView["dossiers"][number]) => <><a href={`/nominations/${row.id}`}>{row.subject_name}</a><br /><span class="small muted">{row.subject_note}</span></> },
                  { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (row) => `${honourName(row.honour, lang)}, ${row.year}` },
                  { head: t(say("Đơn vị đề nghị", "Proposed by")), cell: (row) => row.unit_name },
                  { head: t(say("Đã trình đến", "Sent to")), cell: (row) => (list.state === "sent" ? (row.to_name ?? t(say("Cấp quyết định", "The deciding level"))) : "–") },
                ]}
                rows={view.dossiers}
              />
            )}
          </section>
        </div>
        <aside class="side">
          <Card title={t(say("Tờ trình", "Letter"))}>
            <p><Tag look={LIST_STATES[list.state].look}>{t(LIST_STATES[list.state].text)}</Tag></p>
            {list.letter_number !== null && (
              <Facts
                facts={[
                  [t(say("Số", "Number")), list.letter_number], [t(say("Ngày", "Date")), <Day on={list.letter_on} />],
                  [t(say("Người ký", "Signer")), `${list.signer_title ?? ""} ${list.signer_name ?? ""}`], [t(say("Ngày trình", "Sent")), <Day on={list.sent_on} />],
                ]}
              />
            )}
            <p><Link href={`${path}/letter.pdf`}>{t(list.letter_file_id === null ? say("Tờ trình do hệ thống lập (PDF)", "The letter made here (PDF)") : say("Tờ trình đã ký (bản quét)", "The signed letter (scan)"))}</Link></p>
            {view.receipt !== null && <p><Link href={`/receipts/${view.receipt.id}`}>{t(say("Giấy tiếp nhận số", "Receipt no."))} {view.receipt.number}/{view.receipt.year}</Link></p>}
            {view.may_write && <LetterForm action={`${path}/letter`} letter={list} typed={typed} failure={failure} />}
            {view.may_write && list.letter_number !== null && (
              <Form action={`${path}/sending`}>
                <div class="after"><SubmitButton confirm={t(say("Trình cả danh sách? Sau khi trình không sửa được.", "Send the whole list? It cannot be changed afterwards."))}>{t(say("Trình danh sách", "Send the list"))}</SubmitButton></div>
              </Form>
            )}
            {view.may_write && (
              <Form action={`${path}/dropping`} bare>
                <SubmitButton look="quiet" confirm={t(say("Bỏ danh sách này? Hồ sơ vẫn còn.", "Drop this list? Its dossiers stay."))}>{t(say("Bỏ danh sách", "Drop the list"))}</SubmitButton>
              </Form>
            )}
          </Card>
        </aside>
      </div>
    </>
  );
}
