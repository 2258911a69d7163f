import type { PlainDate } from "../../../../kernel/plain-date.ts";
import { say, type Text } from "../../../../kernel/text.ts";
import type { Failure } from "../../../../platform/command/failure.ts";
import { Card, Day, Form, Link, Steps, SubmitButton, Tag, usePage } from "../../../../platform/html/kit.ts";
import type { Children } from "../../../../platform/html/page.tsx";
import { ReasonStep, type RefusedStep } from "../../pages/reason-step.tsx";
import type { NominationStatus } from "../../core/status.ts";
import { ABOVE_OUTCOME_NAMES, type AboveOutcome } from "../core/result-file.ts";
import { LIST_STATES, PACKAGE_STATES } from "./words.ts";

/** How a dossier climbs, as its page shows it. */
export type RouteView = {
  nomination_id: string;
  status: NominationStatus;
  due_on: PlainDate | null;
  levels: { name: string; here: boolean }[];
  passed: string[];
  lists: { id: string; unit_name: string; state: "draft" | "sent" | "dropped"; letter_number: string | null; sent_on: PlainDate | null; readable: boolean }[];
  receipts: { id: string; number: number; year: number; received_on: PlainDate; due_on: PlainDate | null; readable: boolean }[];
  packages: { id: string; title: string; state: "draft" | "sent" | "answered" | "cancelled"; outcome: AboveOutcome | null; readable: boolean }[];
  level_works: NominationStatus | null;
  /** The level that has the dossier does not exist any more: the proposing unit may send it on. */
  level_ended: boolean;
};

/** The route of a dossier: its levels, lists, receipts and packages, and what the level may do with it now. Nothing where there is none of these. */
export function RouteCard({ view, refused, failure }: { view: RouteView; refused: RefusedStep | null; failure: Failure | null }) {
  const { t } = usePage();
  if (view.levels.length + view.passed.length + view.lists.length + view.receipts.length + view.packages.length === 0) return null;
  const here = view.levels.findIndex((level) => level.here);
  return (
    <Card title={t(say("Tuyến trình", "Route"))}>
      {view.levels.length > 0 && <Steps steps={view.levels.map((level, index) => ({ label: level.name, state: here < 0 ? (view.passed.includes(level.name) ? "past" : "next") : index < here ? "past" : index === here ? "now" : "next" }))} />}
      {view.level_works !== null && <LevelWork id={view.nomination_id} status={view.level_works} refused={refused} failure={failure} />}
      {view.level_ended && (
        <Form action="/nominations/submission">
          <input type="hidden" name="nomination_ids[]" value={view.nomination_id} />
          <p class="warn small">{t(say("Cấp đang giữ hồ sơ không còn hoạt động: đơn vị trình tiếp, các bước đã qua còn nguyên.", "The level that has the dossier no longer exists: the unit sends it on; the steps behind it stand."))}</p>
          <div><SubmitButton>{t(say("Trình tiếp", "Send on"))}</SubmitButton></div>
        </Form>
      )}
      <ul class="plain-list">
        {view.lists.map((list) => (
          <li><Way to={list.readable ? `/submissions/${list.id}` : null}>{t(say("Danh sách của", "List of"))} {list.unit_name}</Way>{list.letter_number !== null && <>, {t(say("tờ trình số", "letter"))} {list.letter_number}</>} <Tag look={LIST_STATES[list.state].look}>{t(LIST_STATES[list.state].text)}</Tag> {list.sent_on !== null && <Day on={list.sent_on} />}</li>
        ))}
        {view.receipts.map((receipt) => (
          <li><Way to={receipt.readable ? `/receipts/${receipt.id}` : null}>{t(say("Giấy tiếp nhận số", "Receipt no."))} {receipt.number}/{receipt.year}</Way>, <Day on={receipt.received_on} />{receipt.due_on !== null && <>, {t(say("hạn", "due"))} <Day on={receipt.due_on} /></>}</li>
        ))}
        {view.packages.map((entry) => (
          <li><Way to={entry.readable ? `/packages/${entry.id}` : null}>{entry.title}</Way> <Tag look={PACKAGE_STATES[entry.state].look}>{t(PACKAGE_STATES[entry.state].text)}</Tag>{entry.outcome !== null && <> {t(ABOVE_OUTCOME_NAMES[entry.outcome])}</>}</li>
        ))}
      </ul>
    </Card>
  );
}

/** A link where the reader may follow it, else its words alone. */
function Way({ to, children }: Children & { to: string | null }) {
  return to === null ? <span>{children}</span> : <a href={to}>{children}</a>;
}

/** What the level that has the dossier may do: list it, give it back, or not forward it; or take up again what it had not forwarded. */
function LevelWork({ id, status, refused, failure }: { id: string; status: NominationStatus; refused: RefusedStep | null; failure: Failure | null }) {
  const { t } = usePage();
  const withReason = (path: string, label: Text) => <ReasonStep id={id} action={`/nominations/${path}`} label={label} refused={refused} failure={failure} />;
  return (
    <div class="work">
      {status === "at_level" && <Link href="/submissions" look="btn">{t(say("Đưa vào danh sách đề nghị", "Put on a submission list"))}</Link>}
      {status === "at_level" && withReason("level-return", say("Trả lại kèm lý do", "Return with the reason"))}
      {status === "at_level" && withReason("non-forwarding", say("Không trình tiếp", "Do not forward"))}
      {status === "not_forwarded" && withReason("reconsideration", say("Xét lại", "Reconsider"))}
    </div>
  );
}
