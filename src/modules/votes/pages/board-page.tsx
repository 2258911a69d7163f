import { receiptCode } from "../../../engines/ballots/index.ts";
import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Facts, Table, usePage } from "../../../platform/html/kit.ts";
import { CHOICE_NAMES } from "../core/motion.ts";
import { words } from "../messages.ts";
import type { ballotBoard } from "../queries.ts";
import type { View } from "./view.ts";

type Board = View<typeof ballotBoard>;

/** The board of a counted ballot: every token with its choice, in an order that says nothing. A member finds the own by the receipt. */
export function BoardPage({ view }: { view: Board }) {
  const { t } = usePage();
  const { ballot_roll, members } = { ballot_roll: view.record.roll, members: view.record.members };
  return (
    <>
      <Breadcrumb trail={[{ href: `/sessions/${view.motion.session_id}`, label: t(say("Phiên họp", "Session")) }]} />
      <h1>{t(words.board)}: {view.motion.title}</h1>
      <p>{t(say("Mỗi dòng là một phiếu. Thứ tự theo mã phiếu, không theo ai bỏ trước. Mã trên giấy biên nhận của bạn có ở đây thì phiếu của bạn đã được tính.", "Each line is a ballot, in the order of codes and not of casting. If the code on your receipt stands here, your ballot was counted."))}</p>
      <div class="stackable">
        <Card>
          <Facts
            facts={[
              [t(say("Thành viên", "Members")), members.all], [t(say("Có mặt", "Present")), members.present], [t(say("Không tham gia", "Recused")), members.recused],
              [t(say("Đã nhận phiếu trên máy", "Issued on screens")), ballot_roll.issued], [t(say("Phiếu trong hòm", "Ballots in the box")), view.record.ballots.length],
            ]}
          />
        </Card>
        <Card>
          <Table
            columns={[
              { head: t(say("Mã phiếu", "Code")), cell: (row: Board["record"]["ballots"][number]) => <code>{receiptCode(row.token)}</code> },
              { head: t(say("Lựa chọn", "Choice")), cell: (row) => t(CHOICE_NAMES[row.choice]) },
            ]}
            rows={view.record.ballots}
          />
          <p class="code">thidua verify ballots record.json</p>
          <p><a href={`/motions/${view.motion.id}/record.json`} download>{t(say("Tải hồ sơ phiếu (JSON)", "Download the record (JSON)"))}</a></p>
        </Card>
      </div>
    </>
  );
}
