
import { say, type Text } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Checkbox, DateField, Day, ErrorSummary, Facts, FileField, Form, Link, Pagination, Select, SubmitButton, Table, Tag, type TagLook, TextArea, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { LOCAL_AUTHORITIES, writeNumber } from "../../honours/index.ts";
import type { UnitOnDay } from "../../organizations/index.ts";
import { honourName } from "../assess.ts";
import { DecisionList } from "./decision-list.tsx";
import type { Decision, DecisionView } from "./decision-view.ts";
import { SeveralCard, type SeveralView } from "./several-card.tsx";
import { FairnessCard, type FairnessView } from "./fairness-card.tsx";
import { ACTION_NAMES, AUTHORITY_NAMES } from "./words.ts";

const STATES: Readonly<Record<Decision["state"], { look: TagLook; text: Text }>> = {
  prepared: { look: "wait", text: say("Dự thảo, chờ ký", "Draft, to be signed") },
  signed: { look: "wait", text: say("Đã ký, chờ số", "Signed, to be numbered") },
  awaiting_confirmation: { look: "wait", text: say("Nhập từ giấy, chờ người thứ hai xác nhận", "From paper, to be confirmed") },
  in_force: { look: "ok", text: say("Có hiệu lực", "In force") },
  cancelled: { look: "info", text: say("Đã bỏ", "Cancelled") },
};

/** All decisions that one may see. */
export function DecisionsPage({ decisions, mayPrepare }: { decisions: (Decision & { count: number; issuer: string })[]; mayPrepare: boolean }) {
  const { t } = usePage();
  return (
    <>
      <div class="head-line">
        <h1>{t(say("Quyết định khen thưởng", "Award decisions"))}</h1>
        {mayPrepare && <Link href="/decisions/new" look="btn">{t(say("Lập dự thảo", "Prepare a decision"))}</Link>}
      </div>
      <section class="card">
        <Table
          columns={[
            { head: t(say("Trích yếu", "Title")), cell: (row: Decision & { count: number; issuer: string }) => <a href={`/decisions/${row.id}`}>{row.title}</a> },
            { head: t(say("Số", "Number")), cell: (row) => (row.number && row.symbol ? writeNumber(row.number, row.symbol) : "–") },
            { head: t(say("Ngày", "Date")), cell: (row) => <Day on={row.decided_on} /> },
            { head: t(say("Số được khen", "Recipients")), cell: (row) => row.count, num: true },
            { head: t(say("Trạng thái", "State")), cell: (row) => <Tag look={STATES[row.state].look}>{t(STATES[row.state].text)}</Tag> },
          ]}
          rows={decisions}
        />
      </section>
    </>
  );
}

type Ready = { id: string; subject_name: string; subject_note: string; honour: string; year: number; unit_name: string; verdict: string | null; authority: string };

/** Choosing the recommended dossiers of a draft decision. */
export function NewDecisionPage(props: { ready: Ready[]; issuers: UnitOnDay[]; root: { id: string; name: string } | null; typed: Typed; failure: Failure | null }) {
  const { t, lang } = usePage();
  const chosen = new Set(Array.isArray(props.typed["nomination_ids"]) ? props.typed["nomination_ids"] : []);
  const groups = [...new Set(props.ready.map((row) => row.honour))];
  return (
    <>
      <Breadcrumb trail={[{ href: "/decisions", label: t(say("Quyết định", "Decisions")) }]} />
      <h1>{t(say("Lập dự thảo quyết định", "Prepare a decision"))}</h1>
      <ErrorSummary failure={props.failure} />
      {props.ready.length === 0 ? (
        <Card><p>{t(say("Chưa có hồ sơ nào đã thẩm định xong và được đề nghị.", "No dossier has been appraised and recommended yet."))}</p></Card>
      ) : (
        <Form action="/decisions">
          <TextField name="title" typed={props.typed} failure={props.failure} label={say("Trích yếu", "Title")} hint={say("Ví dụ: Về việc công nhận danh hiệu Lao động tiên tiến năm 2021", "What the decision is about")} />
          <div class="two">
            <Select name="issuer_unit_id" blank={false} typed={props.typed} failure={props.failure} label={say("Đơn vị ban hành", "Issuing unit")} options={[...(props.root ? [{ value: props.root.id, label: props.root.name }] : []), ...props.issuers.map((unit) => ({ value: unit.id, label: unit.name }))]} />
            <Select name="authority" blank={false} typed={props.typed} failure={props.failure} label={say("Người quyết định", "Authority")} options={LOCAL_AUTHORITIES.map((value) => ({ value, label: t(AUTHORITY_NAMES[value] ?? say(value, value)) }))} />
          </div>
          {groups.map((honour) => (
            <fieldset>
              <legend>{honourName(honour, lang)} ({props.ready.filter((row) => row.honour === honour).length})</legend>
              {props.ready.filter((row) => row.honour === honour).map((row) => (
                <Checkbox name="nomination_ids[]" value={row.id} checked={chosen.has(row.id)} label={say(`${row.subject_name}, ${row.subject_note}`, `${row.subject_name}, ${row.subject_note}`)} hint={say(`${row.year} · ${AUTHORITY_NAMES[row.authority]?.vi ?? row.authority}`, `${row.year} · ${AUTHORITY_NAMES[row.authority]?.en ?? row.authority}`)} />
              ))}
            </fieldset>
          ))}
          <div><SubmitButton>{t(say("Lập dự thảo", "Prepare"))}</SubmitButton></div>
        </Form>
      )}
    </>
  );
}

/** One decision: what is to be done with it, who is on it, what came of it. */
export function DecisionPage({ view, fairness, several, typed, failure }: { view: DecisionView; fairness: FairnessView | null; several: SeveralView; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const { decision } = view;
  return (
    <>
      <Breadcrumb trail={[{ href: "/decisions", label: t(say("Quyết định", "Decisions")) }]} />
      <h1>{decision.title}</h1>
      <ErrorSummary failure={failure} />
      <div class="grid g-2">
        <div class="stackable">
          {fairness !== null && <FairnessCard view={fairness} title={say("Cơ cấu danh sách", "The make-up of the list")} />}
          <SeveralCard list={several} />
          <Card title={t(say(`Danh sách (${view.count})`, `The list (${view.count})`))}>
            <DecisionList view={view} typed={typed} failure={failure} />
            <Pagination page={view.page} pages={view.pages} href={(page) => `/decisions/${decision.id}?page=${page}`} />
          </Card>
        </div>
        <aside class="side">
          <DecisionWork view={view} typed={typed} failure={failure} />
          <Card title={t(say("Quyết định", "The decision"))}>
            <Facts
              facts={[
                [t(say("Trạng thái", "State")), <Tag look={STATES[decision.state].look}>{t(STATES[decision.state].text)}</Tag>],
                [t(say("Ban hành", "Issued by")), view.issuer],
                [t(say("Người quyết định", "Authority")), t(AUTHORITY_NAMES[decision.authority] ?? say(decision.authority, decision.authority))],
                decision.number && decision.symbol ? [t(say("Số", "Number")), writeNumber(decision.number, decision.symbol)] : null,
                decision.decided_on ? [t(say("Ngày", "Date")), <Day on={decision.decided_on} />] : null,
                decision.signer_name ? [t(say("Người ký", "Signed by")), `${decision.signer_name}, ${decision.signer_title}`] : null,
                decision.scan_file_id ? [t(say("Bản quét", "Scan")), <a href={`/decisions/${decision.id}/scan`}>{t(say("Mở", "Open"))}</a>] : null,
              ]}
            />
          </Card>
          <Card title={t(say("Diễn biến", "What was done"))}>
            <ol class="timeline">
              {view.actions.map((action) => (
                <li><time><Day on={action.done_on} /></time> {t(ACTION_NAMES[action.action] ?? say(action.action, action.action))}<br /><span class="small muted">{action.actor_name}</span></li>
              ))}
            </ol>
          </Card>
        </aside>
      </div>
    </>
  );
}

function DecisionWork({ view, typed, failure }: { view: DecisionView; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const { decision, roles } = view;
  const may = (...names: string[]) => names.some((name) => roles.includes(name));
  const signs = view.may_sign;
  const path = `/decisions/${decision.id}`;
  const numbering = (
    <>
      <div class="two">
        <TextField name="number" typed={typed} failure={failure} inputMode="numeric" width="s" label={say("Số", "Number")} hint={say("Theo sổ văn thư", "From the book")} />
        <TextField name="symbol" typed={{ symbol: "QĐ-UBND", ...typed }} failure={failure} width="m" label={say("Ký hiệu", "Symbol")} hint={say("Ví dụ QĐ-UBND", "For example QĐ-UBND")} />
      </div>
      <DateField name="decided_on" typed={typed} failure={failure} label={say("Ngày quyết định", "Date of the decision")} />
    </>
  );
  const nothing = !(
    (decision.state === "prepared" && (signs || may("records_clerk", "officer"))) ||
    (decision.state === "signed" && may("records_clerk")) ||
    (decision.state === "awaiting_confirmation" && view.may_confirm)
  );
  return (
    <Card title={t(say("Việc của bạn", "Your work"))}>
      <div class="work">
        {nothing && <p class="muted">{t(say("Không có việc nào chờ bạn ở đây.", "Nothing waits for you here."))}</p>}
        {decision.state === "prepared" && signs && (
          <Form action={`${path}/signature`}>
            <Select name="signer_title" blank={false} typed={typed} failure={failure} label={say("Ký với tư cách", "Signing as")} options={[{ value: "CHỦ TỊCH", label: "CHỦ TỊCH" }, { value: "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", label: "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH" }, { value: "THỦ TRƯỞNG", label: "THỦ TRƯỞNG" }]} />
            <div><SubmitButton confirm={t(say("Ký quyết định này?", "Sign this decision?"))}>{t(say("Ký quyết định", "Sign"))}</SubmitButton></div>
          </Form>
        )}
        {decision.state === "signed" && may("records_clerk") && (
          <Form action={`${path}/number`}>
            {numbering}
            <div><SubmitButton>{t(say("Cho số, ban hành", "Number and issue"))}</SubmitButton></div>
          </Form>
        )}
        {decision.state === "prepared" && may("records_clerk", "officer") && (
          <details open={typed["signer_name"] !== undefined}>
            <summary>{t(say("Đã ký trên giấy: nhập từ bản giấy", "Signed on paper: record it"))}</summary>
            <Form action={`${path}/paper`} upload>
              {numbering}
              <TextField name="signer_name" typed={typed} failure={failure} label={say("Họ tên người ký", "Signer's name")} />
              <TextField name="signer_title" typed={typed} failure={failure} label={say("Chức vụ người ký", "Signer's title")} />
              <FileField name="scan" failure={failure} accept=".pdf,.png,.jpg,.jpeg" label={say("Bản quét", "Scan")} hint={say("PDF, PNG hoặc JPEG, tối đa 30 MB", "PDF, PNG or JPEG, at most 30 MB")} />
              <div><SubmitButton look="plain">{t(say("Nhập", "Record"))}</SubmitButton></div>
            </Form>
          </details>
        )}
        {decision.state === "awaiting_confirmation" && view.may_confirm && (
          <Form action={`${path}/confirmation`}>
            <p class="small">{t(say("So số, ngày, người ký và danh sách với bản quét. Người xác nhận phải khác người nhập.", "Compare number, date, signer and list with the scan. The confirmer must be another person."))}</p>
            <div><SubmitButton>{t(say("Xác nhận đúng bản giấy", "Confirm"))}</SubmitButton></div>
          </Form>
        )}
        {(decision.state === "prepared" || decision.state === "signed" || decision.state === "awaiting_confirmation") && may("officer", "division_head", "chair", "head") && (
          <details open={typed["cancel_reason"] !== undefined}>
            <summary>{t(say("Bỏ dự thảo", "Cancel the draft"))}</summary>
            <Form action={`${path}/cancellation`}>
              <TextArea name="cancel_reason" typed={typed} failure={failure} rows={2} label={say("Lý do bỏ dự thảo", "Why it is cancelled")} />
              <div><SubmitButton look="plain">{t(say("Bỏ dự thảo", "Cancel"))}</SubmitButton></div>
            </Form>
          </details>
        )}
      </div>
    </Card>
  );
}

