import { formatDong } from "../../../kernel/dong.ts";
import { say } from "../../../kernel/text.ts";
import { Card, Table, usePage } from "../../../platform/html/kit.ts";
import { honourName } from "../assess.ts";

/** What the query of several honours answers. */
export type SeveralView = readonly { name: string; honour: string; year: number; amount: number | null; by_honour: string; by_year: number; by_amount: number | null; by_decision: string | null }[];

/** Whose reward money a higher title of the same years covers: a reminder for whoever pays. */
export function SeveralCard({ list }: { list: SeveralView }) {
  const { t, lang } = usePage();
  if (list.length === 0) return null;
  const dong = (amount: number | null) => (amount === null ? "–" : formatDong(amount));
  return (
    <Card title={t(say("Nhiều danh hiệu trong cùng thời gian", "Several titles for the same years"))}>
      <p class="small">{t(say("Tiền thưởng của các danh hiệu sau có thể đã nằm trong mức của danh hiệu cao hơn. Chưa đối chiếu được nguyên văn: chỉ nhắc, không đổi số tiền nào.", "The money of these titles may be covered by that of a higher one. Not checked against the text of the law: a reminder only, no amount is changed."))}</p>
      <Table
        columns={[
          { head: t(say("Người, tập thể, hộ", "Recipient")), cell: (row: SeveralView[number]) => row.name },
          { head: t(say("Trong quyết định này", "On this decision")), cell: (row) => `${honourName(row.honour, lang)}, ${row.year}: ${dong(row.amount)}` },
          { head: t(say("Danh hiệu cao hơn", "Higher title")), cell: (row) => `${honourName(row.by_honour, lang)}, ${row.by_year}: ${dong(row.by_amount)} (${row.by_decision ?? t(say("cùng quyết định", "same decision"))})` },
        ]}
        rows={list}
      />
    </Card>
  );
}
