import { say } from "../../../kernel/text.ts";
import { Card, Form, Select, SubmitButton, usePage } from "../../../platform/html/kit.ts";
import type { dossiersForSession } from "../queries-council.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Failure } from "../../../platform/command/failure.ts";

type View<Q> = Q extends { readonly run: (...parts: never[]) => Promise<Result<infer O, Failure>> } ? O : never;

/** Puts dossiers before a session, and writes its outcomes into them; a piece of the session's page. */
export function SessionDossiers({ view }: { view: View<typeof dossiersForSession> }) {
  const { t, lang } = usePage();
  const { session } = view;
  const modes = session.in_writing ? (["written"] as const) : (["secret", "paper", "hands", "written"] as const);
  const names = { secret: say("Bỏ phiếu kín trên máy", "Secret ballot on screens"), paper: say("Bỏ phiếu kín bằng giấy", "Secret ballot on paper"), hands: say("Giơ tay biểu quyết", "Show of hands"), written: say("Phiếu xin ý kiến bằng văn bản", "Written opinions") };
  return (
    <Card title={t(say("Hồ sơ", "Dossiers"))}>
      {session.status !== "closed" && (
        view.groups.length === 0 ? <p class="muted">{t(say("Không có hồ sơ nào đã thẩm định chờ trình.", "No appraised dossier waits."))}</p> : (
          <details>
            <summary>{t(say("Trình hồ sơ ra phiên họp", "Put dossiers before the session"))}</summary>
            <Form action={`/sessions/${session.id}/dossiers`}>
              <Select name="group" label={say("Hồ sơ chờ trình", "Dossiers waiting")} options={view.groups.map((group) => ({ value: `${group.honour} ${group.year}`, label: `${lang === "vi" ? group.name_vi : group.name_en}, ${group.year}: ${group.n}` }))} />
              <Select name="as" label={say("Cách trình", "How")} options={[{ value: "list", label: t(say("Cả danh sách, một lần biểu quyết", "The whole list by one vote")) }, { value: "single", label: t(say("Từng hồ sơ", "One by one")) }]} />
              <Select name="mode" label={say("Cách biểu quyết", "Vote by")} options={modes.map((value) => ({ value, label: t(names[value]) }))} />
              <p class="hint">{t(say("Hồ sơ chưa đủ điều kiện không được trình theo; chúng vẫn ở bước thẩm định.", "Dossiers that are not eligible are not put; they stay in the appraisal."))}</p>
              <SubmitButton>{t(say("Trình Hội đồng", "Put before the council"))}</SubmitButton>
            </Form>
          </details>
        )
      )}
      {view.before > 0 && session.status === "open" && view.open === 0 && !view.may_write && <p class="small muted">{t(say("Kết thúc phiên họp, rồi ghi kết quả vào hồ sơ.", "Close the session, then write the outcome into the dossiers."))}</p>}
      {view.before > 0 && view.may_write && (
        <Form action={`/sessions/${session.id}/outcome`} bare>
          <SubmitButton confirm={t(say("Ghi kết quả vào hồ sơ?", "Write the outcome into the dossiers?"))}>{t(say(`Ghi kết quả vào hồ sơ (${view.before} đang chờ)`, `Write the outcome into the dossiers (${view.before} wait)`))}</SubmitButton>
        </Form>
      )}
    </Card>
  );
}
