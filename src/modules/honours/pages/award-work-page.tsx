import { formatDong } from "../../../kernel/dong.ts";
import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, DateField, Day, ErrorSummary, Facts, Form, Select, SubmitButton, Tag, TextArea, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { writeNumber, writeRegisterNumber } from "../core/award.ts";
import { RECOVERY_NAMES, type RecoveryState, REVOCATION_GROUNDS, wordGround } from "../core/recovery.ts";
import type { awardPage } from "../queries-recovery.ts";
import { givesInsignia } from "../revoke.ts";
import type { View } from "./view.ts";

type Page = View<typeof awardPage>;
type Props = { view: Page; typed: Typed; failure: Failure | null };

/** That an award was revoked, and how far the recovery is. */
export function RevokedTag({ state }: { state: RecoveryState | null | undefined }) {
  const { t } = usePage();
  return (
    <>
      <Tag look="bad">{t(say("đã hủy bỏ", "revoked"))}</Tag>
      {state && <> <Tag look={state === "due" || state === "partly" ? "wait" : "info"}>{t(RECOVERY_NAMES[state])}</Tag></>}
    </>
  );
}

/** One award for those who work with it: what it is, its revocation, what came back. */
export function AwardWorkPage({ view, honour, typed, failure }: Props & { honour: string }) {
  const { t } = usePage();
  const { award } = view;
  return (
    <>
      <Breadcrumb trail={[{ href: "/decisions", label: t(say("Quyết định", "Decisions")) }, { href: `/decisions/${award.decision_id}`, label: award.decision_title }]} />
      <h1>{award.subject_name}</h1>
      <ErrorSummary failure={failure} />
      <div class="grid g-2">
        <Card title={honour}>
          <Facts
            facts={[
              [t(say("Hiệu lực", "Standing")), award.revoked_on === null ? <Tag look="ok">{t(say("còn hiệu lực", "in force"))}</Tag> : <RevokedTag state={view.state} />],
              [t(say("Mã", "Code")), <a class="code" href={`/verify/${award.code}`}>{award.code}</a>],
              award.subject_note === "" ? null : [t(say("Nơi", "Where")), award.subject_note],
              [t(say("Năm thành tích", "Year")), award.year],
              [t(say("Quyết định", "Decision")), award.number && award.symbol ? writeNumber(award.number, award.symbol) : "–"],
              [t(say("Ngày", "Date")), <Day on={award.decided_on} />],
              [t(say("Ban hành", "Issued by")), view.issuer],
              [t(say("Số sổ khen thưởng", "Register")), writeRegisterNumber(award.register_number, award.register_year)],
              [t(say("Tiền thưởng", "Reward money")), award.amount_dong === null ? "–" : formatDong(award.amount_dong)],
            ]}
          />
          {view.may_print && givesInsignia(award.honour) && <p><a href={`/awards/${award.id}/certificate.pdf`}>{t(say("Giấy để in (PDF)", "The paper to print (PDF)"))}</a></p>}
        </Card>
        <aside class="side">
          {award.revoked_on !== null && <Recovery view={view} typed={typed} failure={failure} />}
          {view.may_revoke && <Revocation view={view} typed={typed} failure={failure} />}
        </aside>
      </div>
    </>
  );
}

function Revocation({ view, typed, failure }: Props) {
  const { t } = usePage();
  const { award } = view;
  const shown: Typed = { insignia_due: givesInsignia(award.honour) ? "yes" : "no", amount_due: award.amount_dong ?? 0, ...typed };
  const field = { typed: shown, failure };
  return (
    <Card title={t(say("Hủy bỏ khen thưởng", "Revoke the award"))}>
      <p class="small">{t(say("Người khác xác minh mã này sẽ thấy khen thưởng đã bị hủy bỏ và lý do. Không khôi phục lại được.", "Everybody who verifies the code will see that it was revoked, and why. This cannot be undone."))}</p>
      <Form action={`/awards/${award.id}/revocation`}>
        <Select {...field} name="ground" optional label={say("Căn cứ pháp lý", "Legal ground")} options={REVOCATION_GROUNDS.map((ground) => ({ value: ground, label: t(wordGround(ground, view.today)) }))} />
        <TextArea {...field} name="reason" rows={3} label={say("Lý do (ai xác minh mã cũng đọc được)", "Reason (everybody who verifies the code reads it)")} />
        <div class="two">
          <TextField {...field} name="decision_number" optional width="m" label={say("Số quyết định hủy bỏ", "Number of the revoking decision")} />
          <DateField {...field} name="decided_on" optional label={say("Ngày quyết định hủy bỏ", "Its date")} />
        </div>
        <div class="two">
          <Select {...field} name="insignia_due" blank={false} label={say("Thu hồi hiện vật (giấy, cờ…)", "Recover the insignia")} options={[{ value: "yes", label: t(say("Có", "Yes")) }, { value: "no", label: t(say("Không: chưa trao hoặc không có", "No: not handed over, or none")) }]} />
          <TextField {...field} name="amount_due" inputMode="numeric" width="m" label={say("Tiền thưởng phải thu hồi (đồng)", "Reward money to recover (đồng)")} hint={say("Ghi 0 nếu chưa chi", "0 where it was never paid")} />
        </div>
        <div><SubmitButton look="danger" confirm={t(say("Hủy bỏ khen thưởng này?", "Revoke this award?"))}>{t(say("Hủy bỏ khen thưởng", "Revoke"))}</SubmitButton></div>
      </Form>
    </Card>
  );
}

function Recovery({ view, typed, failure }: Props) {
  const { t } = usePage();
  const { award, recovery } = view;
  const paper = (on: Page["award"]["revoked_on"], receipt: string | null | undefined) => (on === null || on === undefined ? t(say("chưa nhận lại", "not back yet")) : <><Day on={on} />{receipt ? `, ${receipt}` : ""}</>);
  const owesInsignia = recovery?.insignia_due === true && recovery.insignia_returned_on === null;
  const owesMoney = recovery !== null && recovery.amount_due > 0 && recovery.money_returned_on === null;
  const field = { typed, failure };
  return (
    <Card title={t(say("Hủy bỏ, thu hồi", "Revocation and recovery"))}>
      <Facts
        facts={[
          [t(say("Hủy bỏ ngày", "Revoked on")), <Day on={award.revoked_on} />],
          [t(say("Lý do", "Reason")), award.revocation_reason],
          recovery?.ground && award.revoked_on ? [t(say("Căn cứ", "Ground")), t(wordGround(recovery.ground, award.revoked_on))] : null,
          recovery?.decision_number ? [t(say("Quyết định hủy bỏ", "Revoking decision")), <>{recovery.decision_number}, <Day on={recovery.decided_on} /></>] : null,
          recovery === null ? null : [t(say("Hiện vật", "Insignia")), recovery.insignia_due ? paper(recovery.insignia_returned_on, recovery.insignia_receipt) : t(say("không phải thu hồi", "nothing to recover"))],
          recovery === null ? null : [t(say("Tiền thưởng", "Reward money")), recovery.amount_due > 0 ? <>{formatDong(recovery.amount_due)}: {paper(recovery.money_returned_on, recovery.money_receipt)}</> : t(say("không phải thu hồi", "nothing to recover"))],
        ]}
      />
      {view.may_recover && (owesInsignia || owesMoney) && (
        <Form action={`/awards/${award.id}/recovery`}>
          {owesInsignia && (
            <div class="two">
              <DateField {...field} name="insignia_returned_on" optional label={say("Nhận lại hiện vật ngày", "Insignia back on")} />
              <TextField {...field} name="insignia_receipt" optional label={say("Số biên bản giao nhận", "Number of the minutes")} />
            </div>
          )}
          {owesMoney && (
            <div class="two">
              <DateField {...field} name="money_returned_on" optional label={say("Nhận lại tiền thưởng ngày", "Money back on")} />
              <TextField {...field} name="money_receipt" optional label={say("Số phiếu thu", "Number of the receipt")} />
            </div>
          )}
          <div><SubmitButton>{t(say("Ghi việc thu hồi", "Record the return"))}</SubmitButton></div>
        </Form>
      )}
    </Card>
  );
}
