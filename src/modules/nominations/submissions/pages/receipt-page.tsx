import type { PlainDate } from "../../../../kernel/plain-date.ts";
import { say, type Text } from "../../../../kernel/text.ts";
import { Breadcrumb, Card, Day, Facts, Table, usePage } from "../../../../platform/html/kit.ts";
import { honourName } from "../../assess.ts";

type Line = { nomination_id: string; subject_name: string; subject_note: string; honour: string; year: number; due_on: PlainDate | null; instrument: string | null; status: Text };
export type ReceiptView = { receipt: { number: number; year: number; received_on: PlainDate; list_id: string | null }; unit_name: string; locality: string; lines: Line[] };

/** A receipt, as it is shown and printed: number, what was received when, and until when it is worked on. */
export function ReceiptPage({ view }: { view: ReceiptView }) {
  const { t, lang } = usePage();
  const { receipt, lines } = view;
  const none = lines.some((line) => line.due_on === null);
  return (
    <>
      <Breadcrumb trail={[{ href: "/nominations", label: t(say("Hồ sơ", "Nominations")) }]} />
      <h1>{t(say(`Giấy tiếp nhận hồ sơ số ${receipt.number}/${receipt.year}`, `Receipt no. ${receipt.number}/${receipt.year}`))}</h1>
      <Card>
        <Facts
          facts={[
            [t(say("Nơi nhận", "Received by")), view.locality],
            [t(say("Đơn vị nộp", "Submitted by")), view.unit_name],
            [t(say("Ngày nhận", "Received on")), <Day on={receipt.received_on} />],
            [t(say("Số hồ sơ", "Dossiers")), lines.length],
            receipt.list_id === null ? null : [t(say("Kèm danh sách", "With the list")), <a href={`/submissions/${receipt.list_id}`}>{t(say("Xem danh sách và tờ trình", "See the list and letter"))}</a>],
          ]}
        />
        <Table
          columns={[
            { head: t(say("Người, tập thể", "Nominee")), cell: (row: Line) => <><a href={`/nominations/${row.nomination_id}`}>{row.subject_name}</a><br /><span class="small muted">{row.subject_note}</span></> },
            { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (row) => `${honourName(row.honour, lang)}, ${row.year}` },
            { head: t(say("Hạn giải quyết", "Due")), cell: (row) => (row.due_on === null ? t(say("chưa khai báo", "none declared")) : <Day on={row.due_on} />) },
            { head: t(say("Theo", "By")), cell: (row) => row.instrument ?? "–" },
            { head: t(say("Hiện nay", "Now")), cell: (row) => t(row.status) },
          ]}
          rows={lines}
        />
        {none && <p class="small">{t(say("Địa phương chưa khai báo thời hạn giải quyết cho một số danh hiệu, hình thức nêu trên.", "The locality has declared no days for some of these honours."))}</p>}
        {lines.some((line) => line.due_on !== null) && <p class="small">{t(say("Hạn tính theo ngày làm việc từ thứ Hai đến thứ Sáu, chưa trừ các ngày nghỉ lễ, Tết được công bố hằng năm.", "Days are working days, Monday to Friday; the holidays announced each year are not left out yet."))}</p>}
      </Card>
    </>
  );
}
