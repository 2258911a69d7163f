import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Form, Select, SubmitButton, Table, TextArea, type Typed, usePage } from "../../../platform/html/kit.ts";
import { type AwardRow, PRINTERS, RevokedTag, writeRegisterNumber } from "../../honours/index.ts";
import { honourName } from "../assess.ts";
import type { Nomination } from "../core/dossier.ts";
import type { ListedRecipient } from "../port.ts";
import type { DecisionView } from "./decision-view.ts";

type Props = { view: DecisionView; typed: Typed; failure: Failure | null };

/** Who stands on a decision: its awards once it is in force, before that its dossiers, which the signer may take out, and other recipients. */
export function DecisionList({ view, typed, failure }: Props) {
  if (view.awards.length > 0) return <Awards view={view} />;
  const strikes = view.decision.state === "prepared" && view.may_sign && view.dossiers.length > 0 && view.count > 1;
  return strikes ? <Strikes view={view} typed={typed} failure={failure} /> : <Listed view={view} chosen={null} />;
}

function Awards({ view }: { view: DecisionView }) {
  const { t, lang } = usePage();
  // Whoever looks after the money reads the decision and does not print: no link that would be refused.
  const prints = PRINTERS.some((role) => view.roles.includes(role));
  return (
    <Table
      columns={[
        { head: t(say("Số sổ", "Register")), cell: (row: AwardRow) => writeRegisterNumber(row.register_number, row.register_year) },
        { head: t(say("Người, tập thể, hộ", "Recipient")), cell: (row) => <><a href={`/awards/${row.id}`}>{row.subject_name}</a>{row.revoked_on !== null && <> <RevokedTag state={view.recoveries.get(row.id)} /></>}<br /><span class="small muted">{row.subject_note}</span></> },
        { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (row) => `${honourName(row.honour, lang)}, ${row.year}` },
        { head: t(say("Xác minh", "Verify")), cell: (row) => <a href={`/verify/${row.code}`}>{row.code}</a> },
        { head: t(say("Giấy", "Paper")), cell: (row) => (prints && row.revoked_on === null ? <a href={`/awards/${row.id}/certificate.pdf`} aria-label={t(say(`Giấy của ${row.subject_name}, PDF`, `Paper of ${row.subject_name}, PDF`))}>PDF</a> : "–") },
      ]}
      rows={view.awards}
    />
  );
}

function Listed({ view, chosen }: { view: DecisionView; chosen: readonly unknown[] | null }) {
  const { t, lang } = usePage();
  const dossiers = new Set(view.dossiers.map((dossier) => dossier.id));
  return (
    <Table
      columns={[
        { head: t(say("Người, tập thể, hộ", "Nominee")), cell: (row: ListedRecipient) => <>{chosen !== null && dossiers.has(row.id) && <input type="checkbox" class="pick" name="nomination_ids[]" value={row.id} checked={chosen.includes(row.id)} aria-label={t(say(`Đưa ra: ${row.name}`, `Take out: ${row.name}`))} />}<a href={row.href}>{row.name}</a><br /><span class="small muted">{row.note}</span></> },
        { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (row) => `${honourName(row.honour, lang)}, ${row.year}` },
      ]}
      rows={[...view.dossiers.map(listed), ...view.recipients]}
    />
  );
}

function Strikes({ view, typed, failure }: Props) {
  const { t } = usePage();
  const again = typed["outcome"] !== undefined;
  const chosen = again && Array.isArray(typed["nomination_ids"]) ? (typed["nomination_ids"] as unknown[]) : [];
  const field = again ? { typed, failure } : { typed: {}, failure: null };
  return (
    <Form action={`/decisions/${view.decision.id}/strikes?page=${view.page}`}>
      <div id="f-nomination_ids"><Listed view={view} chosen={chosen} /></div>
      <details open={again}>
        <summary>{t(say("Không ký tất cả: đưa các hồ sơ đã đánh dấu ra khỏi dự thảo", "Not all of them: take the ticked dossiers out"))}</summary>
        <Select {...field} name="outcome" label={say("Hồ sơ đưa ra", "What becomes of them")} options={[
          { value: "declined", label: t(say("Không khen thưởng (lý do gửi đơn vị đề nghị)", "Not commended (the reason goes to the proposing unit)")) },
          { value: "back", label: t(say("Trở lại danh sách chờ quyết định", "Back among those that wait for a decision")) },
        ]} />
        <TextArea {...field} name="reason" rows={2} label={say("Lý do", "Reason")} />
        <div><SubmitButton look="plain" confirm={t(say("Đưa các hồ sơ đã đánh dấu ra khỏi dự thảo?", "Take the ticked dossiers out of the draft?"))}>{t(say("Đưa ra khỏi dự thảo", "Take out"))}</SubmitButton></div>
      </details>
    </Form>
  );
}

/** A dossier as a line of the list. */
function listed(dossier: Nomination & { unit_name: string }): ListedRecipient {
  // The note of a person ends with the unit already; a collective's does not always.
  const note = dossier.subject_note.includes(dossier.unit_name) ? dossier.subject_note : [dossier.subject_note, dossier.unit_name].filter((part) => part !== "").join(" · ");
  return { id: dossier.id, name: dossier.subject_name, note, honour: dossier.honour, year: dossier.year, href: `/nominations/${dossier.id}` };
}
