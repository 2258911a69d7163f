import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Link, usePage } from "../../../platform/html/kit.ts";
import type { BallotPage } from "../../../platform/html/client/ballot/protocol.ts";
import type { ballotsToCast } from "../queries.ts";
import type { View } from "./view.ts";

/** The member's voting screen. The script draws the ballots; with scripts off there is paper. */
export function BallotsPage({ view, page }: { view: View<typeof ballotsToCast>; page: BallotPage }) {
  const { t } = usePage();
  return (
    <>
      <Breadcrumb trail={[{ href: `/sessions/${view.session.id}`, label: view.session.title }]} />
      <h1>{t(say("Bỏ phiếu kín", "Secret ballot"))}</h1>
      {view.aside > 0 && <p class="muted">{t(say(`Bạn không tham gia ${view.aside} nội dung vì có liên quan.`, `You stand aside on ${view.aside} motions.`))}</p>}
      {page.papers.length === 0 ? (
        <Card><p>{t(say("Hiện không có phiếu kín nào chờ bạn.", "No secret ballot waits for you now."))}</p><p><Link href={`/sessions/${view.session.id}`}>{t(say("Về phiên họp", "Back to the session"))}</Link></p></Card>
      ) : (
        <>
          <p class="small">{t(say("Máy của bạn tự làm phiếu, hệ thống ký mà không thấy phiếu. Không ai, kể cả người quản trị, nối được bạn với lựa chọn của bạn.", "Your device makes the ballots and the system signs them unseen. Nobody, the administrator included, can join you and your choice."))}</p>
          <div id="ballot-screen" class="stackable" />
          <noscript><p class="warn">{t(say("Trình duyệt không chạy được mã bỏ phiếu kín: hãy xin phiếu giấy ở ban kiểm phiếu.", "This browser cannot run the secret ballot: ask the tellers for paper."))}</p></noscript>
          {/* Facts for the script; "<" is written so that no text in it can end the element. */}
          <script type="application/json" id="ballot-page" dangerouslySetInnerHTML={{ __html: JSON.stringify(page).replaceAll("<", "\\u003c") }} />
          <script src="/assets/ballot.js" defer />
        </>
      )}
    </>
  );
}
