import { say } from "../../../kernel/text.ts";
import { Card, Form, Select, SubmitButton, Tag, type TagLook, TextField, usePage } from "../../../platform/html/kit.ts";
import { MODE_NAMES, type MotionStatus, MOTION_STATUS_NAMES } from "../core/motion.ts";
import { words } from "../messages.ts";
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
        <b>{motion.title}</b>{motion.round > 1 && <> <Tag look="wait">{t(say(`lần ${motion.round}`, `round ${motion.round}`))}</Tag></>} <Tag look={LOOKS[motion.status]}>{t(MOTION_STATUS_NAMES[motion.status])}</Tag>
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
  const list = motion.subjects.map((subject) => ({ value: subject.subject_id, label: subject.label }));
  return (
    <details>
      <summary>{t(say(`Danh sách ${motion.subjects_count}`, `The list of ${motion.subjects_count}`))}</summary>
      {keeps && motion.status === "put" ? (
        <Form action={`/motions/${motion.id}/exceptions`}>
          <fieldset>
            <legend>{t(say("Tách để biểu quyết riêng", "Vote on these by themselves"))}</legend>
            <div class="names">{list.map((entry) => <label class="check-line"><input type="checkbox" name="subject_ids[]" value={entry.value} /> {entry.label}</label>)}</div>
          </fieldset>
          <TextField name="reason" label={words.reason} {...given} />
          <SubmitButton look="plain">{t(say("Tách khỏi danh sách", "Except from the list"))}</SubmitButton>
        </Form>
      ) : (
        <ul class="names">{list.map((entry) => <li>{entry.label}</li>)}</ul>
      )}
    </details>
  );
}

function Moves({ motion, given }: { motion: MotionView; given: Given }) {
  const { t } = usePage();
  const number = (name: string, label: typeof words.agree) => <TextField name={name} label={label} width="s" inputMode="numeric" {...given} />;
  if (motion.status === "put" && motion.mode !== "secret") {
    return (
      <details>
        <summary>{t(say("Nhập kết quả", "Enter the count"))}</summary>
        <Form action={`/motions/${motion.id}/count`} upload>
          <div class="three">{number("agree", words.agree)}{number("disagree", words.disagree)}{number("blank", words.blank)}</div>
          {motion.mode !== "hands" && <div class="three">{number("issued", words.issued)}{number("collected", words.collected)}{number("invalid", words.invalid)}</div>}
          <SubmitButton>{t(say("Ghi kết quả", "Enter"))}</SubmitButton>
        </Form>
      </details>
    );
  }
  if (motion.mode === "secret" && (motion.status === "issuing" || motion.status === "voting")) {
    return (
      <details>
        <summary>{t(say("Nhập phiếu giấy, phiếu của thành viên vắng", "Votes on paper and of absent members"))}</summary>
        <Form action={`/motions/${motion.id}/paper`}>
          <div class="three">{number("issued", words.issued)}{number("agree", words.agree)}{number("disagree", words.disagree)}</div>
          <div class="three">{number("blank", words.blank)}{number("invalid", words.invalid)}</div>
          <SubmitButton>{t(say("Ghi", "Enter"))}</SubmitButton>
        </Form>
      </details>
    );
  }
  if (motion.status === "counted" && motion.outcome?.passed !== true && motion.again_no === null) {
    return (
      <details>
        <summary>{t(say("Biểu quyết lại", "Vote again"))}</summary>
        <Form action={`/motions/${motion.id}/second-round`}>
          <TextField name="reason" label={words.reason} {...given} />
          <Select name="mode" label={say("Cách biểu quyết", "How")} options={(["secret", "paper", "hands"] as const).map((value) => ({ value, label: t(MODE_NAMES[value]) }))} {...given} />
          <SubmitButton>{t(say("Đưa ra biểu quyết lại", "Put again"))}</SubmitButton>
        </Form>
      </details>
    );
  }
  return null;
}
