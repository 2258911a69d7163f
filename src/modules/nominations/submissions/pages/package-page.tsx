import type { PlainDate } from "../../../../kernel/plain-date.ts";
import { say } from "../../../../kernel/text.ts";
import type { Failure } from "../../../../platform/command/failure.ts";
import { Breadcrumb, Card, Day, ErrorSummary, Facts, Form, Link, Steps, SubmitButton, Table, Tag, TextField, type Typed, usePage } from "../../../../platform/html/kit.ts";
import { honourName } from "../../assess.ts";
import { ReasonStep } from "../../pages/reason-step.tsx";
import { AUTHORITY_NAMES } from "../../pages/words.ts";
import { ABOVE_OUTCOME_NAMES, type AboveOutcome } from "../core/result-file.ts";
import type { Package } from "../store-packages.ts";
import { LetterForm } from "./letter-form.tsx";
import { ResultForm } from "./result-form.tsx";
import { DossierChoice, type Listable } from "./submissions-page.tsx";
import { PACKAGE_STATES, RESULT_STATES } from "./words.ts";

type Result = {
  id: string; state: keyof typeof RESULT_STATES; decision_number: string; decided_on: PlainDate; issuer: string; signer_name: string; signer_title: string; recorded_by: string;
  lines: { nomination_id: string; outcome: AboveOutcome; reason: string | null }[];
};
/** A dossier of a package with its place and what came of it. */
export type PackedRow = Listable & { position: number; outcome: AboveOutcome | null; reason: string | null };
export type PackageView = { package: Package; dossiers: PackedRow[]; choices: Listable[]; results: Result[]; may_prepare: boolean; may_letter: boolean; may_record: boolean; may_confirm: boolean };

/** One package: its steps, its dossiers and their outcomes, its letter and archive, and the results of the level above. */
export function PackagePage({ view, typed, failure }: { view: PackageView; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const one = view.package;
  const now = one.state === "draft" ? (one.letter_number === null ? 1 : 2) : one.state === "sent" ? 3 : 4;
  const steps = [say("Chọn hồ sơ", "Dossiers"), say("Tờ trình", "Letter"), say("Trình", "Send"), say("Kết quả", "Result")];
  const path = `/packages/${one.id}`;
  // What a result that waits for its second person names is not entered again.
  const entered = new Set(view.results.filter((result) => result.state === "awaiting_confirmation").flatMap((result) => result.lines.map((line) => line.nomination_id)));
  const open = view.dossiers.filter((dossier) => dossier.outcome === null && !entered.has(dossier.id));
  const drafting = one.state === "draft" && view.may_prepare;
  return (
    <>
      <Breadcrumb trail={[{ href: "/packages", label: t(say("Gói trình cấp trên", "Packages")) }]} />
      <h1>{one.title}</h1>
      {one.state !== "cancelled" && <Steps steps={steps.map((label, index) => ({ label: t(label), state: index < now ? "past" : index === now ? "now" : "next" }))} />}
      <ErrorSummary failure={failure} />
      <div class="grid g-2">
        <div class="stackable">
          {drafting ? (
            <Card title={t(say("Hồ sơ trong gói", "Dossiers"))}>
              <Form action={`${path}/dossiers`}>
                <TextField name="addressee" typed={{ addressee: one.addressee, ...typed }} failure={failure} label={say("Kính gửi", "Addressee")} />
                <TextField name="title" typed={{ title: one.title, ...typed }} failure={failure} label={say("Trích yếu", "Title")} />
                <DossierChoice dossiers={[...view.dossiers, ...view.choices]} chosen={typed["nomination_ids"] ?? view.dossiers.map((dossier) => dossier.id)} />
                <div><SubmitButton look="plain">{t(say("Lưu gói", "Keep the package"))}</SubmitButton></div>
              </Form>
            </Card>
          ) : <Card><Outcomes dossiers={view.dossiers} /></Card>}
          {view.results.map((result) => <ResultCard result={result} view={view} />)}
          {one.state === "sent" && view.may_record && open.length > 0 && <ResultForm package_id={one.id} dossiers={open} typed={typed} failure={failure} />}
        </div>
        <aside class="side">
          <Card title={t(say("Tờ trình và gói", "Letter and package"))}>
            <p><Tag look={PACKAGE_STATES[one.state].look}>{t(PACKAGE_STATES[one.state].text)}</Tag></p>
            <Facts
              facts={[
                [t(say("Cấp quyết định", "Authority")), t(AUTHORITY_NAMES[one.to_authority] ?? say(one.to_authority, one.to_authority))], [t(say("Kính gửi", "Addressee")), one.addressee],
                one.letter_number === null ? null : [t(say("Số tờ trình", "Letter")), one.letter_number], one.letter_on === null ? null : [t(say("Ngày tờ trình", "Dated")), <Day on={one.letter_on} />],
                one.sent_on === null ? null : [t(say("Ngày trình", "Sent")), <Day on={one.sent_on} />], one.sha256 === null ? null : [t(say("Mã băm SHA-256", "SHA-256")), <span class="code small">{one.sha256}</span>],
              ]}
            />
            <p><Link href={`${path}/letter`}>{t(say("Xem tờ trình", "See the letter"))}</Link></p>
            <p><Link href={`${path}/package.zip`} download>{t(one.state === "draft" ? say("Tải bản xem trước của gói (.zip)", "Download a preview (.zip)") : say("Tải gói đúng như đã trình (.zip)", "Download the package as sent (.zip)"))}</Link></p>
            {one.state === "draft" && view.may_letter && <LetterForm action={`${path}/letter`} letter={one} typed={typed} failure={failure} />}
            {drafting && one.letter_number !== null && (
              <Form action={`${path}/sending`}>
                <div class="after"><SubmitButton confirm={t(say("Trình gói này? Nội dung được giữ nguyên từ lúc trình.", "Send this package? Its content is kept as it is."))}>{t(say("Trình gói hồ sơ", "Send the package"))}</SubmitButton></div>
              </Form>
            )}
            {drafting && (
              <ReasonStep
                id={null} action={`${path}/cancellation`} label={say("Bỏ gói", "Cancel the package")} button={say("Bỏ gói, hồ sơ trở lại chờ", "Cancel; dossiers wait again")}
                refused={typeof typed["reason"] === "string" ? { path: `${path}/cancellation`, reason: typed["reason"] } : null} failure={failure}
              />
            )}
          </Card>
        </aside>
      </div>
    </>
  );
}

function Outcomes({ dossiers }: { dossiers: PackedRow[] }) {
  const { t, lang } = usePage();
  return (
    <Table
      caption={t(say(`${dossiers.length} hồ sơ`, `${dossiers.length} dossiers`))}
      columns={[
        { head: t(say("Số", "No.")), cell: (row: PackedRow) => row.position, num: true },
        { head: t(say("Người, tập thể", "Nominee")), cell: (row) => <><a href={`/nominations/${row.id}`}>{row.subject_name}</a><br /><span class="small muted">{row.subject_note}</span></> },
        { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (row) => `${honourName(row.honour, lang)}, ${row.year}` },
        { head: t(say("Kết quả", "Outcome")), cell: (row) => (row.outcome === null ? t(say("chờ kết quả", "waiting")) : <>{t(ABOVE_OUTCOME_NAMES[row.outcome])}{row.reason !== null && <span class="small line">“{row.reason}”</span>}</>) },
      ]}
      rows={dossiers}
    />
  );
}

/** A result as entered, and the second person's part. */
function ResultCard({ result, view }: { result: Result; view: PackageView }) {
  const { t, actor } = usePage();
  const nameOf = (id: string) => view.dossiers.find((dossier) => dossier.id === id)?.subject_name ?? "";
  const mine = actor.kind === "user" && actor.id === result.recorded_by;
  return (
    <Card title={t(say(`Kết quả: ${result.decision_number}`, `Result: ${result.decision_number}`))}>
      <p><Tag look={RESULT_STATES[result.state].look}>{t(RESULT_STATES[result.state].text)}</Tag></p>
      <Facts facts={[[t(say("Ngày", "Date")), <Day on={result.decided_on} />], [t(say("Nơi ban hành", "Issuer")), result.issuer], [t(say("Người ký", "Signer")), `${result.signer_title} ${result.signer_name}`]]} />
      <ul class="plain-list">{result.lines.map((line) => <li>{nameOf(line.nomination_id)}: {t(ABOVE_OUTCOME_NAMES[line.outcome])}{line.reason !== null && <>, “{line.reason}”</>}</li>)}</ul>
      <p><Link href={`/packages/results/${result.id}/scan`}>{t(say("Bản quét", "Scan"))}</Link></p>
      {result.state === "awaiting_confirmation" && view.may_confirm && (
        <>
          {mine ? <p class="small">{t(say("Bạn đã nhập kết quả này; người khác so với bản quét rồi xác nhận.", "You entered this result; somebody else compares it with the scan and confirms."))}</p> : (
            <Form action={`/packages/results/${result.id}/confirmation`}>
              <p class="small">{t(say("So số, ngày, người ký và từng dòng với bản quét.", "Compare number, date, signer and each line with the scan."))}</p>
              <div><SubmitButton>{t(say("Xác nhận đúng bản giấy", "Confirm"))}</SubmitButton></div>
            </Form>
          )}
          <ReasonStep id={null} action={`/packages/results/${result.id}/cancellation`} label={say("Nhập sai: bỏ kết quả này", "Entered wrongly: cancel it")} button={say("Bỏ kết quả", "Cancel the result")} refused={null} failure={null} />
        </>
      )}
    </Card>
  );
}
