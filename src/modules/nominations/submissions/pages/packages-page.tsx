import type { PlainDate } from "../../../../kernel/plain-date.ts";
import { say } from "../../../../kernel/text.ts";
import type { Failure } from "../../../../platform/command/failure.ts";
import { Breadcrumb, Card, Day, ErrorSummary, Form, Link, Select, SubmitButton, Table, Tag, TextField, type Typed, usePage } from "../../../../platform/html/kit.ts";
import { honourName } from "../../assess.ts";
import { OUTSIDE_AUTHORITIES, type OutsideAuthority } from "../../core/authorities.ts";
import { AUTHORITY_NAMES } from "../../pages/words.ts";
import { DossierChoice, type Listable } from "./submissions-page.tsx";
import { PACKAGE_STATES } from "./words.ts";

type Row = { id: string; title: string; to_authority: OutsideAuthority; state: keyof typeof PACKAGE_STATES; letter_number: string | null; sent_on: PlainDate | null; count: number; answered: number };

/** The packages to the levels above. */
export function PackagesPage({ packages, mayDraft }: { packages: Row[]; mayDraft: boolean }) {
  const { t } = usePage();
  return (
    <>
      <div class="head-line">
        <h1>{t(say("Gói hồ sơ trình cấp trên", "Packages to the level above"))}</h1>
        {mayDraft && <Link href="/packages/new" look="btn">{t(say("Lập gói", "Draw up a package"))}</Link>}
      </div>
      <section class="card">
        <Table
          columns={[
            { head: t(say("Trích yếu", "Title")), cell: (row: Row) => <a href={`/packages/${row.id}`}>{row.title}</a> },
            { head: t(say("Cấp quyết định", "Authority")), cell: (row) => t(AUTHORITY_NAMES[row.to_authority] ?? say(row.to_authority, row.to_authority)) },
            { head: t(say("Tờ trình", "Letter")), cell: (row) => row.letter_number ?? "–" },
            { head: t(say("Ngày trình", "Sent")), cell: (row) => <Day on={row.sent_on} /> },
            { head: t(say("Đã có kết quả", "Answered")), cell: (row) => `${row.answered}/${row.count}`, num: true },
            { head: t(say("Trạng thái", "State")), cell: (row) => <Tag look={PACKAGE_STATES[row.state].look}>{t(PACKAGE_STATES[row.state].text)}</Tag> },
          ]}
          rows={packages}
          empty={say("Chưa có gói hồ sơ nào.", "No packages yet.")}
        />
      </section>
    </>
  );
}

/** Choosing the recommended dossiers of a new package, by honour. */
export function NewPackagePage({ choices, typed, failure }: { choices: Listable[]; typed: Typed; failure: Failure | null }) {
  const { t, lang } = usePage();
  const honours = [...new Set(choices.map((dossier) => dossier.honour))];
  return (
    <>
      <Breadcrumb trail={[{ href: "/packages", label: t(say("Gói trình cấp trên", "Packages")) }]} />
      <h1>{t(say("Lập gói hồ sơ trình cấp trên", "Draw up a package"))}</h1>
      <ErrorSummary failure={failure} />
      {choices.length === 0 ? (
        <Card><p>{t(say("Chưa có hồ sơ nào được đề nghị mà do cấp trên quyết định.", "No recommended dossier waits that the level above decides."))}</p></Card>
      ) : (
        <Form action="/packages">
          <div class="two">
            <Select name="to_authority" typed={{ to_authority: choices[0]?.authority ?? "", ...typed }} failure={failure} blank={false} label={say("Trình cấp", "To")} options={OUTSIDE_AUTHORITIES.map((value) => ({ value, label: t(AUTHORITY_NAMES[value] ?? say(value, value)) }))} />
            <TextField name="addressee" typed={typed} failure={failure} label={say("Kính gửi", "Addressee")} hint={say("Tên cơ quan nhận tờ trình", "The body that receives the letter")} />
          </div>
          <TextField name="title" typed={typed} failure={failure} label={say("Trích yếu", "Title")} hint={say("Ví dụ: Về việc đề nghị tặng Bằng khen năm 2021", "What the letter asks for")} />
          {honours.map((honour) => (
            <Card title={honourName(honour, lang)}>
              <DossierChoice dossiers={choices.filter((dossier) => dossier.honour === honour)} chosen={typed["nomination_ids"]} />
            </Card>
          ))}
          <div><SubmitButton>{t(say("Lập gói", "Draw up"))}</SubmitButton></div>
        </Form>
      )}
    </>
  );
}
