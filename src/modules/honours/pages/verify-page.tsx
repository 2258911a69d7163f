import { formatDong } from "../../../kernel/dong.ts";
import { say } from "../../../kernel/text.ts";
import { Card, Day, ErrorSummary, Facts, Tag, TextField, SubmitButton, usePage } from "../../../platform/html/kit.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { type Authority, awardingTitle, writeNumber, writeRegisterNumber } from "../core/award.ts";
import { RECOVERY_NAMES, type RecoveryState } from "../core/recovery.ts";
import type { AwardRow } from "../store.ts";

/** Where anybody types the code of a paper. */
export function VerifyForm({ code, failure }: { code: string; failure: Failure | null }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t(say("Xác minh giấy khen, danh hiệu", "Verify an award"))}</h1>
      <ErrorSummary failure={failure} />
      <div class="grid g-2">
        <Card>
          <form method="get" action="/verify" class="form">
            <TextField name="code" width="m" typed={{ code }} label={say("Mã in dưới ô vuông", "The code printed under the square")} hint={say("Ví dụ CD-7F3K-9Q2M", "For example CD-7F3K-9Q2M")} />
            <div><SubmitButton>{t(say("Xác minh", "Verify"))}</SubmitButton></div>
          </form>
        </Card>
        <Card title={t(say("Cách khác", "Other ways"))}>
          <p class="small">{t(say("Quét ô vuông trên giấy bằng máy ảnh điện thoại: trang này mở ra với đúng mã ấy.", "Scan the square on the paper with a phone's camera: this page opens with its code."))}</p>
          <p class="small">{t(say("Kiểm tra tệp PDF không cần mạng: ", "Check a PDF without any network: "))}<code>npx thidua verify certificate TEP.pdf --key khoa.txt</code></p>
          <p class="small"><a href="/log/key">{t(say("Khóa công khai của nhật ký", "Public key of the log"))}</a></p>
        </Card>
      </div>
    </>
  );
}

/** What a stranger learns of an award. */
export function AwardPage(props: { award: AwardRow & { issuer: string; recovery: RecoveryState | null }; honour: string; logged: boolean | null }) {
  const { t } = usePage();
  const { award } = props;
  const revoked = award.revoked_on !== null;
  return (
    <>
      <h1>{t(say("Kết quả xác minh", "Verification"))} <span class="code">{award.code}</span></h1>
      <div class={revoked ? "verdict" : "verdict ok"} role="status">
        {revoked ? (
          <><b>{t(say("Đã bị hủy bỏ", "Revoked"))}</b> {t(say("ngày", "on"))} <Day on={award.revoked_on} />. {award.revocation_reason}{award.recovery !== null && <span class="small line">{t(say("Hiện vật, tiền thưởng", "Insignia and reward money"))}: {t(RECOVERY_NAMES[award.recovery])}.</span>}</>
        ) : (
          <><b>{t(say("Có thật và còn hiệu lực.", "Genuine and in force."))}</b> {t(say("So tên và nội dung dưới đây với tờ giấy.", "Compare the name and text below with the paper."))}</>
        )}
      </div>
      <div class="grid g-2">
        <div class="seal">
          <p class="small">{awardingTitle(award.authority as Authority, award.issuer)}</p>
          <h2>{props.honour}</h2>
          <p class="big">{award.subject_name}</p>
          <p>{award.subject_note}</p>
          <p class="lines">{award.achievement}</p>
        </div>
        <Card title={t(say("Căn cứ", "Grounds"))}>
          <Facts
            facts={[
              [t(say("Quyết định", "Decision")), award.number && award.symbol ? writeNumber(award.number, award.symbol) : "–"],
              [t(say("Ngày", "Date")), <Day on={award.decided_on} />],
              [t(say("Người ký", "Signed by")), award.signer_name],
              [t(say("Năm thành tích", "Year")), award.year],
              [t(say("Số sổ khen thưởng", "Register")), writeRegisterNumber(award.register_number, award.register_year)],
              award.amount_dong === null ? null : [t(say("Tiền thưởng", "Reward money")), formatDong(award.amount_dong)],
              [
                t(say("Nhật ký minh bạch", "Transparency log")),
                props.logged ? <Tag look="ok">{t(say("đã ghi, có bằng chứng", "logged, with proof"))}</Tag> : <Tag look="wait">{t(say("đang chờ ghi", "waiting to be sequenced"))}</Tag>,
              ],
            ]}
          />
          <p class="small"><a href={`/verify/${award.code}.json`}>{t(say("Bản đọc bằng máy (JSON)", "For machines (JSON)"))}</a></p>
        </Card>
      </div>
    </>
  );
}
