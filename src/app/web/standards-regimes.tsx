import { type NamedCitation, type RegimeEntry, regimeList, unreadAmendments, unreadOn } from "../../engines/rulebook/index.ts";
import { formatDate, type PlainDate } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import { Breadcrumb, Card, Day, Table, Tag, usePage } from "../../platform/html/kit.ts";
import { writeCitation } from "../../modules/honours/index.ts";

/** Says on a page of the law why, from the day of an amendment that nobody has read, nothing is called eligible. */
export function UnreadNotice({ on }: { on: PlainDate }) {
  const { t, lang } = usePage();
  if (!unreadOn(on)) return null;
  const [amendment] = unreadAmendments().filter(({ from }) => from <= on);
  if (amendment === undefined) return null;
  const law = amendment.instruments.map(({ cite }) => writeCitation(cite, lang)).join("; ");
  return (
    <p class="warn">
      {t(say(
        `Từ ngày ${formatDate(amendment.from)}, ${law} có hiệu lực nhưng chưa ai ở đây đối chiếu toàn văn. Những điều dưới đây là quy định trước đó; không hồ sơ nào được kết luận “đủ điều kiện” cho đến khi đối chiếu xong.`,
        `From ${formatDate(amendment.from)} ${law} is in force, and nobody here has read its text. What follows is the earlier law; no dossier is called eligible until the text has been read.`,
      ))}{" "}
      <a href="/standards/regimes">{t(say("Vì sao", "Why"))}</a>
    </p>
  );
}

/** The regimes with their days, and what is known and not known of the amendment. */
export function RegimesPage({ today }: { today: PlainDate }) {
  const { t } = usePage();
  return (
    <>
      <Breadcrumb trail={[{ href: "/standards", label: t(say("Tiêu chuẩn", "Standards")) }]} />
      <h1>{t(say("Các chế độ pháp luật và ngày áp dụng", "Regimes and their days"))}</h1>
      <p>{t(say(
        "Ngày hồ sơ đến cấp có thẩm quyền quyết định chọn chế độ pháp luật. Hồ sơ cũ luôn được xét lại theo đúng chế độ của ngày đó.",
        "The day on which a dossier reaches the level that decides selects the regime. An old dossier is always judged again by the regime of that day.",
      ))}</p>
      <section class="card">
        <Table
          columns={[
            { head: t(say("Chế độ", "Regime")), cell: (row: RegimeEntry) => <><b>{row.id}</b>{row.first_on <= today && (row.last_on === null || today <= row.last_on) && <> <Tag look="ok">{t(say("đang áp dụng", "in force"))}</Tag></>}</> },
            { head: t(say("Từ ngày", "From")), cell: (row) => <Day on={row.first_on} /> },
            { head: t(say("Đến hết ngày", "To the end of")), cell: (row) => (row.last_on === null ? t(say("chưa ấn định", "not set")) : <Day on={row.last_on} />) },
            { head: t(say("Căn cứ", "Basis")), cell: (row) => <Instruments list={row.instruments} /> },
            { head: t(say("Tiêu chuẩn", "Standards")), cell: (row) => <a href={`/standards?on=${row.first_on}`}>{t(say("Xem", "Show"))}</a> },
          ]}
          rows={regimeList()}
        />
      </section>
      {unreadAmendments().map((amendment) => (
        <div class="after">
          <Card title={t(say(`Luật sửa đổi từ ngày ${formatDate(amendment.from)}: chưa đọc được toàn văn`, `The amending law of ${formatDate(amendment.from)}: its text was not read`))}>
            <Instruments list={amendment.instruments} />
            <ul>
              <li>{t(say(
                "Phần mềm chỉ kết luận theo điều luật đã được đối chiếu. Luật này được đưa tin là có hiệu lực, nhưng nội dung chưa được đối chiếu, nên không đoán.",
                "The product concludes only by articles that were read. This law is reported in force, its content was not read, and nothing is guessed.",
              ))}</li>
              <li>{t(say(
                "Từ ngày đó, mỗi hồ sơ có thêm một mục “chưa rõ”: kết quả tốt nhất là “chưa đủ cơ sở kết luận”, không bao giờ là “đủ điều kiện”. Điều kiện cũ bị vi phạm vẫn được chỉ ra.",
                "From that day every dossier has one more check, “not known”: the best outcome is “cannot be concluded yet”, never “eligible”. A condition of the earlier law that fails is still shown.",
              ))}</li>
              <li>{t(say(
                "Khi có toàn văn: thêm một chế độ và các dòng có ngày, có căn cứ vào dữ liệu pháp luật, kèm hồ sơ mẫu ngày trước và ngày đầu.",
                "Once the text is at hand: a regime and dated, cited lines are added to the law's data, with worked cases for the day before and the first day.",
              ))}</li>
            </ul>
          </Card>
        </div>
      ))}
    </>
  );
}

function Instruments({ list }: { list: readonly NamedCitation[] }) {
  const { lang } = usePage();
  return <ul class="plain-list">{list.map((one) => <li>{one[lang]} <span class="small muted">{writeCitation(one.cite, lang)}</span></li>)}</ul>;
}
