import { say } from "../../../kernel/text.ts";
import { Card, FileField, Form, Select, SubmitButton, Tag, type TagLook, TextField, usePage } from "../../../platform/html/kit.ts";
import { MODE_NAMES, type MotionStatus, MOTION_STATUS_NAMES } from "../core/motion.ts";
import { words } from "../messages.ts";
import { isShownAgain, tickedIn } from "../own-fields.ts";
import type { Given, SessionView, VotesView } from "./view.ts";

type MotionView = VotesView["motions"][number];
const LOOKS: Readonly<Record<MotionStatus, TagLook>> = { put: "info", issuing: "wait", voting: "wait", counted: "ok", withdrawn: "bad" };

/** The votes of a session, and what its secretary may do with each. */
export function MotionsCard({ view, votes, given }: { view: SessionView; votes: VotesView; given: Given }) {
  const { t } = usePage();
  const at = (status: MotionStatus) => votes.motions.filter((motion) => motion.mode === "secret" && motion.status === status).length;
  const keeps = view.may_keep && view.session.status === "open";
  return (
    <Card title={`${t(words.motions)} (${votes.motions.length})`}>
      {votes.motions.length === 0 && <p class="muted">{t(say("Chưa có nội dung nào được trình.", "Nothing was put yet."))}</p>}
      {keeps && (
        <p class="actions">
          {at("put") > 0 && <Form action={`/sessions/${view.session.id}/issuing`} bare><SubmitButton>{t(say(`Phát phiếu kín (${at("put")})`, `Issue ballots (${at("put")})`))}</SubmitButton></Form>}
          {at("issuing") > 0 && <Form action={`/sessions/${view.session.id}/box`} bare><SubmitButton confirm={t(say("Mở hòm phiếu? Sau đó không phát thêm phiếu nữa.", "Open the box? No more ballots are issued then."))}>{t(say(`Mở hòm phiếu (${at("issuing")})`, `Open the box (${at("issuing")})`))}</SubmitButton></Form>}
          {at("voting") > 0 && <Form action={`/sessions/${view.session.id}/count`} bare><SubmitButton confirm={t(say("Đóng hòm phiếu và kiểm phiếu?", "Close the box and count?"))}>{t(say(`Đóng hòm, kiểm phiếu (${at("voting")})`, `Close and count (${at("voting")})`))}</SubmitButton></Form>}
        </p>
      )}
      <ol class="motions">{votes.motions.map((motion) => <MotionLine motion={motion} keeps={keeps} given={given} />)}</ol>
    </Card>
  );
}

function MotionLine({ motion, keeps, given }: { motion: MotionView; keeps: boolean; given: Given }) {
  const { t } = usePage();
  const { outcome, tally } = motion;
  const paths = `/motions/${motion.id}`;
  return (
    <li id={`m-${motion.no}`} value={motion.no}>
      <p>
        <b>{motion.title}</b>{motion.subjects_count > 1 && t(say(`: danh sách ${motion.subjects_count}`, `: list of ${motion.subjects_count}`))}{motion.round > 1 && <> <Tag look="wait">{t(say(`lần ${motion.round}`, `round ${motion.round}`))}</Tag></>} <Tag look={LOOKS[motion.status]}>{t(MOTION_STATUS_NAMES[motion.status])}</Tag>
        {outcome !== null && <> <Tag look={outcome.passed === true ? "ok" : "bad"}>{outcome.passed === true ? t(say("Đạt", "Passed")) : t(say("Không đạt", "Not passed"))}</Tag></>}
        <span class="small muted line">{t(MODE_NAMES[motion.mode])} · {t(say(`ngưỡng ${motion.rule.threshold}, được biểu quyết ${motion.may_vote}, không tham gia ${motion.recused}`, `threshold ${motion.rule.threshold}, ${motion.may_vote} may vote, ${motion.recused} stand aside`))}{motion.mode === "secret" && motion.status !== "put" && t(say(`, đã nhận phiếu ${motion.issued}`, `, ${motion.issued} issued`))} · {motion.rule.basis}</span>
        {tally !== null && <span class="small line">{t(words.agree)} {tally.agree} · {t(words.disagree)} {tally.disagree} · {t(words.blank)} {tally.blank}{tally.invalid > 0 && ` · ${t(words.invalid)} ${tally.invalid}`}. {outcome?.text}</span>}
        {motion.again_no !== null && <span class="small muted line">{t(say(`Đã biểu quyết lại ở nội dung số ${motion.again_no}.`, `Voted on again as motion ${motion.again_no}.`))}</span>}
        {motion.undecided > 0 && <span class="small line"><Tag look="wait">{t(say(`${motion.undecided} liên quan lợi ích chưa quyết định`, `${motion.undecided} conflicts not decided`))}</Tag></span>}
      </p>
      {motion.status === "counted" && motion.mode === "secret" && <p class="small"><a href={`${paths}/board`}>{t(words.board)}</a> · <a href={`${paths}/record.json`}>{t(say("Tải hồ sơ phiếu để kiểm tra", "Download the record to verify"))}</a></p>}
      {motion.subjects_count > 1 && <Subjects motion={motion} keeps={keeps} given={given} />}
      {keeps && <Moves motion={motion} given={given} />}
    </li>
  );
}

function Subjects({ motion, keeps, given }: { motion: MotionView; keeps: boolean; given: Given }) {
  const { t } = usePage();
  const own = `except${motion.no}`;
  const ticked = tickedIn(given.typed, own, "subject_ids");
  const list = motion.subjects.map((subject) => ({ value: subject.subject_id, label: subject.label }));
  return (
    <details open={isShownAgain(given.typed, own)}>
      <summary>{t(say(`Danh sách ${motion.subjects_count}`, `The list of ${motion.subjects_count}`))}</summary>
      {keeps && motion.status === "put" ? (
        <Form action={`/motions/${motion.id}/exceptions`}>
          <SessionOf motion={motion} own={own} />
          <fieldset id={`f-${own}.subject_ids`}>
            <legend>{t(say("Tách để biểu quyết riêng", "Vote on these by themselves"))}</legend>
            <div class="names">{list.map((entry) => <label class="check-line"><input type="checkbox" name={`${own}.subject_ids[]`} value={entry.value} checked={ticked.includes(entry.value)} /> {entry.label}</label>)}</div>
          </fieldset>
          <TextField name={`${own}.reason`} label={words.reason} {...given} />
          <SubmitButton look="plain">{t(say("Tách khỏi danh sách", "Except from the list"))}</SubmitButton>
        </Form>
      ) : (
        <ul class="names">{list.map((entry) => <li>{entry.label}</li>)}</ul>
      )}
    </details>
  );
}

/** The session whose page shows the form: there what was typed comes back. */
function SessionOf({ motion, own }: { motion: MotionView; own: string }) {
  return <input type="hidden" name={`${own}.session_id`} value={motion.session_id} />;
}

function Moves({ motion, given }: { motion: MotionView; given: Given }) {
  const secret = motion.mode === "secret";
  return (
    <>
      {motion.status === "put" && !secret && <CountForm motion={motion} given={given} />}
      {secret && (motion.status === "issuing" || motion.status === "voting") && <PaperForm motion={motion} given={given} />}
      {motion.status === "counted" && motion.outcome?.passed !== true && motion.again_no === null && <SecondRoundForm motion={motion} given={given} />}
      {(motion.status === "put" || motion.status === "issuing") && <WithdrawForm motion={motion} given={given} />}
    </>
  );
}

type FormOf = { motion: MotionView; given: Given };

function CountForm({ motion, given }: FormOf) {
  const { t } = usePage();
  const own = `count${motion.no}`;
  const number = (name: string, label: typeof words.agree) => <TextField name={`${own}.${name}`} label={label} width="s" inputMode="numeric" {...given} />;
  return (
    <details open={isShownAgain(given.typed, own)}>
      <summary>{t(say("Nhập kết quả", "Enter the count"))}</summary>
      <Form action={`/motions/${motion.id}/count`} upload>
        <SessionOf motion={motion} own={own} />
        <div class="three">{number("agree", words.agree)}{number("disagree", words.disagree)}{number("blank", words.blank)}</div>
        {motion.mode !== "hands" && <div class="three">{number("issued", words.issued)}{number("collected", words.collected)}{number("invalid", words.invalid)}</div>}
        {motion.mode !== "hands" && <FileField name={`${own}.scan`} label={say("Bản quét biên bản kiểm phiếu", "Scan of the count record")} accept=".pdf,.jpg,.jpeg,.png" optional {...given} />}
        <SubmitButton>{t(say("Ghi kết quả", "Enter"))}</SubmitButton>
      </Form>
    </details>
  );
}

function PaperForm({ motion, given }: FormOf) {
  const { t } = usePage();
  const own = `paper${motion.no}`;
  const number = (name: string, label: typeof words.agree) => <TextField name={`${own}.${name}`} label={label} width="s" inputMode="numeric" {...given} />;
  return (
    <details open={isShownAgain(given.typed, own)}>
      <summary>{t(say("Nhập phiếu giấy, phiếu của thành viên vắng", "Votes on paper and of absent members"))}{motion.paper !== null && t(say(` (đã nhập ${motion.paper.issued})`, ` (${motion.paper.issued} entered)`))}</summary>
      <Form action={`/motions/${motion.id}/paper`}>
        <SessionOf motion={motion} own={own} />
        <div class="three">{number("issued", words.issued)}{number("agree", words.agree)}{number("disagree", words.disagree)}</div>
        <div class="three">{number("blank", words.blank)}{number("invalid", words.invalid)}</div>
        <SubmitButton>{t(say("Ghi", "Enter"))}</SubmitButton>
      </Form>
    </details>
  );
}

function SecondRoundForm({ motion, given }: FormOf) {
  const { t } = usePage();
  const own = `again${motion.no}`;
  return (
    <details open={isShownAgain(given.typed, own)}>
      <summary>{t(say("Biểu quyết lại", "Vote again"))}</summary>
      <Form action={`/motions/${motion.id}/second-round`}>
        <SessionOf motion={motion} own={own} />
        <TextField name={`${own}.reason`} label={words.reason} {...given} />
        <Select name={`${own}.mode`} label={say("Cách biểu quyết", "How")} options={(["secret", "paper", "hands"] as const).map((value) => ({ value, label: t(MODE_NAMES[value]) }))} {...given} />
        <SubmitButton>{t(say("Đưa ra biểu quyết lại", "Put again"))}</SubmitButton>
      </Form>
    </details>
  );
}

function WithdrawForm({ motion, given }: FormOf) {
  const { t } = usePage();
  const own = `withdraw${motion.no}`;
  return (
    <details open={isShownAgain(given.typed, own)}>
      <summary>{t(say("Rút nội dung này", "Withdraw this motion"))}</summary>
      <Form action={`/motions/${motion.id}/withdrawal`}>
        <SessionOf motion={motion} own={own} />
        <TextField name={`${own}.reason`} label={words.reason} hint={say("Hồ sơ trở lại bước thẩm định khi ghi kết quả phiên họp", "Its dossiers go back to the appraisal when the outcome is written")} {...given} />
        <SubmitButton look="plain">{t(say("Rút", "Withdraw"))}</SubmitButton>
      </Form>
    </details>
  );
}
