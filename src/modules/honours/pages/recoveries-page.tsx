import { formatDong } from "../../../kernel/dong.ts";
import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Day, Table, usePage } from "../../../platform/html/kit.ts";
import type { awardsToRecover } from "../queries-recovery.ts";
import { RevokedTag } from "./award-work-page.tsx";
import type { View } from "./view.ts";

type List = View<typeof awardsToRecover>;
type Row = List["rows"][number];

/** The revoked awards of the units one looks after: what came back, what has not. */
export function RecoveriesPage({ list, nameOf }: { list: List; nameOf: (honour: string) => string }) {
  const { t } = usePage();
  return (
    <>
      <Breadcrumb trail={[{ href: "/awards", label: t(say("Khen thưởng", "Awards")) }]} />
      <h1>{t(say("Thu hồi hiện vật, tiền thưởng", "Insignia and money to recover"))}</h1>
      <p>{t(say(`Còn ${list.open} khen thưởng đã hủy bỏ mà chưa thu hồi xong; tiền thưởng chưa nhận lại: ${formatDong(list.owed)}.`, `${list.open} revoked awards are not fully recovered; reward money still out: ${formatDong(list.owed)}.`))}</p>
      <Card>
        <Table
          caption={t(say("Khen thưởng đã hủy bỏ", "Revoked awards"))}
          columns={[
            { head: t(say("Người, tập thể, hộ", "Recipient")), cell: (row: Row) => <><a href={`/awards/${row.award_id}`}>{row.subject_name}</a><br /><span class="small muted">{row.subject_note}</span></> },
            { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (row) => `${nameOf(row.honour)}, ${row.year}` },
            { head: t(say("Hủy bỏ ngày", "Revoked on")), cell: (row) => <Day on={row.revoked_on} /> },
            { head: t(say("Hiện vật", "Insignia")), cell: (row) => (row.recovery.insignia_due ? <Back on={row.recovery.insignia_returned_on} /> : t(say("không phải thu hồi", "none"))) },
            { head: t(say("Tiền thưởng", "Money")), cell: (row) => (row.recovery.amount_due > 0 ? <>{formatDong(row.recovery.amount_due)}, <Back on={row.recovery.money_returned_on} /></> : t(say("không phải thu hồi", "none"))) },
            { head: t(say("Tình trạng", "State")), cell: (row) => <RevokedTag state={row.state} /> },
          ]}
          rows={list.rows}
          empty={say("Chưa có khen thưởng nào bị hủy bỏ.", "No award was revoked.")}
        />
      </Card>
    </>
  );
}

function Back({ on }: { on: Row["revoked_on"] }) {
  const { t } = usePage();
  return on === null ? <span>{t(say("chưa nhận lại", "not back yet"))}</span> : <span>{t(say("nhận lại", "back on"))} <Day on={on} /></span>;
}
