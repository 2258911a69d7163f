import { say } from "../../../kernel/text.ts";
import { Card, Form, Select, SubmitButton, Tag, TextField, usePage } from "../../../platform/html/kit.ts";
import { CONFLICT_GROUNDS, GROUND_NAMES } from "../../councils/index.ts";
import { words } from "../messages.ts";
import { isShownAgain } from "../own-fields.ts";
import type { Given, SessionView, VotesView } from "./view.ts";

type ConflictView = SessionView["conflicts"][number];

/** The conflicts of interest of a session: what was found or declared, what was decided of it, and the form to declare one. */
export function Conflicts({ view, votes, given }: { view: SessionView; votes: VotesView; given: Given }) {
  const { t } = usePage();
  const open = view.session.status !== "closed";
  if (view.conflicts.length === 0 && (view.own_seat === null || !open)) return null;
  return (
    <Card title={t(say("Liên quan lợi ích", "Conflicts of interest"))}>
      {view.conflicts.length === 0 && <p class="muted">{t(say("Chưa thấy, chưa ai khai.", "None found or declared."))}</p>}
      <ul class="plain-list">
        {view.conflicts.map((conflict, index) => (
          <li>
            <b>{conflict.member}</b>: {t(GROUND_NAMES[conflict.ground])} ({conflict.subject}) <Tag look={conflict.recused === null ? "wait" : conflict.recused ? "ok" : "info"}>{conflict.recused === null ? t(say("chưa quyết định", "not decided")) : conflict.recused ? t(say("không tham gia biểu quyết", "stands aside")) : t(say("vẫn biểu quyết", "votes"))}</Tag>
            {conflict.reason !== null && <span class="small muted line">{conflict.reason}</span>}
            {conflict.recused === null && view.may_recuse && open && <Decide view={view} conflict={conflict} own={`recusal${index}`} given={given} />}
          </li>
        ))}
      </ul>
      {view.own_seat !== null && open && <Declare view={view} seat={view.own_seat} votes={votes} given={given} />}
    </Card>
  );
}

function Decide({ view, conflict, own, given }: { view: SessionView; conflict: ConflictView; own: string; given: Given }) {
  const { t } = usePage();
  return (
    <Form action={`/sessions/${view.session.id}/recusals`}>
      <input type="hidden" name={`${own}.member_id`} value={conflict.member_id} />
      <input type="hidden" name={`${own}.subject_id`} value={conflict.subject_id} />
      <TextField name={`${own}.reason`} label={words.reason} {...given} />
      <p class="actions"><SubmitButton name={`${own}.recused`} value="on">{t(say("Không tham gia", "Stands aside"))}</SubmitButton>{conflict.ground !== "self" && <SubmitButton look="plain">{t(say("Vẫn biểu quyết", "Votes"))}</SubmitButton>}</p>
    </Form>
  );
}

/** A member says on which dossier they stand aside, as long as its vote has not begun. */
function Declare({ view, seat, votes, given }: { view: SessionView; seat: string; votes: VotesView; given: Given }) {
  const { t } = usePage();
  const own = "declare0";
  const waiting = votes.motions.filter((motion) => motion.status === "put").flatMap((motion) => motion.subjects);
  if (waiting.length === 0) return null;
  return (
    <details open={isShownAgain(given.typed, own)}>
      <summary>{t(say("Tôi có liên quan đến một hồ sơ", "I have an interest in a dossier"))}</summary>
      <Form action={`/sessions/${view.session.id}/conflicts`}>
        <input type="hidden" name={`${own}.member_id`} value={seat} />
        <Select name={`${own}.subject_id`} label={say("Hồ sơ", "Dossier")} hint={say("Hồ sơ đang trong danh sách thì cần được tách ra, nếu không bạn đứng ngoài cả danh sách", "One that stands in a list must be voted on by itself, or else you stand aside from the whole list")} options={waiting.map((subject) => ({ value: subject.subject_id, label: subject.label }))} {...given} />
        <Select name={`${own}.ground`} label={say("Vì sao", "Why")} options={CONFLICT_GROUNDS.map((value) => ({ value, label: t(GROUND_NAMES[value]) }))} {...given} />
        <TextField name={`${own}.note`} label={say("Ghi thêm", "Note")} optional {...given} />
        <SubmitButton look="plain">{t(say("Khai, không tham gia biểu quyết", "Declare and stand aside"))}</SubmitButton>
      </Form>
    </details>
  );
}
