import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, ErrorSummary, Form, SubmitButton, Table, Tag, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { words } from "../messages.ts";
import type { certificateCandidates } from "../queries-checks.ts";
import type { View } from "./view.ts";

type Candidates = View<typeof certificateCandidates>;
type Row = Candidates["rows"][number];

const VERDICTS = {
  eligible: { look: "ok", text: say("Đủ điều kiện", "Eligible") },
  not_eligible: { look: "bad", text: say("Không đủ điều kiện", "Not eligible") },
  undetermined: { look: "wait", text: say("Cần người xem", "A person must look") },
} as const;

const FAILING: Readonly<Record<string, ReturnType<typeof say>>> = {
  cultured_family_years: say("Các năm đã được tính cho Giấy khen lần trước hoặc không liên tục", "The years were used for an earlier certificate or are not in a row"),
};

/** Households with years of the title in a row, what the rules say of a certificate for each, and the draft of the decision. */
export function CertificatesPage({ view, mayWrite, typed, failure }: { view: Candidates; mayWrite: boolean; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const { review } = view;
  const chosen = Array.isArray(typed["household_ids"]) ? (typed["household_ids"] as unknown[]) : null;
  const choosing = mayWrite && review.closed_on !== null;
  const free = (row: Row) => row.decision_id === null && row.verdict !== "not_eligible";
  const table = (
    <Table
      caption={t(say(`${view.rows.length} hộ`, `${view.rows.length} households`))}
      columns={[
        { head: t(words.head), cell: (row: Row) => <>{choosing && free(row) && <input type="checkbox" class="pick" name="household_ids[]" value={row.household_id} checked={chosen === null ? row.verdict === "eligible" : chosen.includes(row.household_id)} aria-label={t(say(`Chọn hộ ${row.head_name}`, `Choose ${row.head_name}`))} />}<a href={`/households/${review.id}/homes/${row.household_id}`}>{row.head_name}</a></> },
        { head: t(words.village), cell: (row) => row.village },
        { head: t(say("Các năm liên tục", "Years in a row")), cell: (row) => row.run.join(", ") },
        { head: t(say("Đối chiếu", "Check")), cell: (row) => (row.decision_id === null ? <><Tag look={VERDICTS[row.verdict].look}>{t(VERDICTS[row.verdict].text)}</Tag>{row.failing.map((id) => { const text = FAILING[id]; return text === undefined ? null : <span class="small line">{t(text)}</span>; })}</> : <a href={`/decisions/${row.decision_id}`}>{t(say("đã trong quyết định", "on a decision"))}</a>) },
      ]}
      rows={view.rows}
      empty={say("Chưa có hộ nào được công nhận 3 năm liên tục đến năm này.", "No household holds the title for three years in a row up to this one.")}
    />
  );
  return (
    <>
      <Breadcrumb trail={[{ href: "/households", label: t(words.review) }, { href: `/households/${review.id}`, label: `${view.commune}, ${review.year}` }]} />
      <h1>{t(words.certificates)}</h1>
      <p>{t(say("Hộ được công nhận Gia đình văn hóa trong năm này và hai năm trước. Hộ có thể được đề nghị tặng Giấy khen của Chủ tịch UBND xã; mỗi năm chỉ được tính cho một lần khen.", "Households recognised in this year and the two before. They may be proposed for the commune chair's certificate of merit; a year counts for one certificate only."))}</p>
      <ErrorSummary failure={failure} />
      <Card>
        {choosing && view.rows.some(free) ? (
          <Form action={`/households/${review.id}/certificates`}>
            {table}
            <TextField name="title" failure={failure} typed={{ title: `Về việc tặng Giấy khen cho hộ gia đình đạt Gia đình văn hóa liên tục đến năm ${review.year}`, ...typed }} label={say("Trích yếu", "Title")} />
            <div><SubmitButton>{t(say("Lập dự thảo quyết định", "Prepare the decision"))}</SubmitButton></div>
          </Form>
        ) : table}
      </Card>
    </>
  );
}
