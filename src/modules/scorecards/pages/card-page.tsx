import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Day, Facts, Form, Link, SubmitButton, Tag, usePage } from "../../../platform/html/kit.ts";
import { className } from "../core/card-classes.ts";
import { numberInWords } from "../core/card-words.ts";
import { type CardContent, cardLeaves } from "../core/content.ts";
import { cardWords, PURPOSE_NAMES } from "../messages-cards.ts";
import type { cardPage } from "../queries-cards.ts";
import { CardTable, CardTag } from "./card-parts.tsx";
import type { View } from "./view.ts";

/** A scorecard as the public reads it, with what an officer may do with it. */
export function CardPage({ view }: { view: View<typeof cardPage> }) {
  const { t } = usePage();
  const { card, moves } = view;
  const { content } = card;
  const unsure = cardLeaves(content.scorecard.criteria).filter(({ leaf }) => content.leaves[leaf.id]?.unverified === true).length;
  return (
    <>
      <Breadcrumb trail={[{ href: "/cards", label: t(cardWords.cards) }]} />
      <div class="head-line">
        <h1>{card.title}</h1>
        <CardTag status={card.status} />
      </div>
      <div class="stackable">
        <Card>
          <Facts
            facts={[
              [t(say("Đơn vị ban hành", "Kept by")), view.unit_name],
              [t(cardWords.year), card.year],
              [t(cardWords.purpose), t(PURPOSE_NAMES[card.purpose])],
              card.published_on === null ? null : [t(say("Ngày ban hành", "Published on")), <Day on={card.published_on} />],
              view.copied_from === null ? null : [t(say("Sao chép từ", "Copied from")), <Link href={`/cards/${view.copied_from.id}`}>{view.copied_from.title}</Link>],
              view.rounds === 0 ? null : [t(say("Đang dùng", "In use")), t(say(`${view.rounds} đợt chấm điểm; nội dung được giữ nguyên`, `${view.rounds} scoring rounds; the content stands as it is`))],
            ]}
          />
          <div class="actions">
            {moves.includes("revise") && <Link href={`/cards/${card.id}/edit`} look="btn">{t(cardWords.edit)}</Link>}
            {moves.length > 0 && <Link href={`/cards/${card.id}/try`} look="btn plain">{t(say("Chấm thử", "Try it"))}</Link>}
            {view.may_copy_to.length > 0 && <Link href={`/cards/${card.id}/copy`} look="btn plain">{t(say("Sao chép sang năm khác", "Copy to another year"))}</Link>}
            <Link href={`/cards/${card.id}.json`} download>{t(say("Tải dạng JSON", "Download as JSON"))}</Link>
          </div>
        </Card>
        {unsure > 0 && (
          <p class="warn">
            <Tag look="wait">{t(cardWords.unverified)}</Tag> {t(say(`${unsure} mục có mốc hoặc mức điểm chưa đối chiếu được với văn bản gốc.`, `${unsure} criteria have a threshold or points that were not read in their source.`))}
          </p>
        )}
        <Card><CardTable content={content} /></Card>
        <Frame content={content} />
        {(moves.includes("reopen") || moves.includes("withdraw")) && (
          <Card title={t(say("Thay đổi trạng thái", "Change of state"))}>
            <div class="actions">
              {moves.includes("reopen") && (
                <Form action={`/cards/${card.id}/reopening`} bare><SubmitButton look="plain">{t(say("Mở lại để sửa", "Reopen"))}</SubmitButton></Form>
              )}
              {moves.includes("withdraw") && (
                <Form action={`/cards/${card.id}/withdrawal`} bare>
                  <SubmitButton look="danger" confirm={t(say("Thôi dùng bảng này?", "Withdraw this card?"))}>{t(say("Thôi dùng", "Withdraw"))}</SubmitButton>
                </Form>
              )}
            </div>
          </Card>
        )}
      </div>
    </>
  );
}

/** Gates, classes and the tie break of a card, in words. */
export function Frame({ content }: { content: CardContent }) {
  const { t, lang } = usePage();
  const { gates = [], classes = [], tie_break = [] } = content.scorecard;
  const n = (value: string) => numberInWords(value, lang);
  return (
    <Card title={t(say("Xếp hạng, xếp loại", "Rank and class"))}>
      {gates.length > 0 && <h3>{t(cardWords.gates)}</h3>}
      {gates.length > 0 && <ul>{gates.map((gate) => <li>{gate.text ?? gate.id}</li>)}</ul>}
      {classes.length > 0 && <h3>{t(cardWords.classes)}</h3>}
      {classes.length > 0 && (
        <ul>
          {classes.map((entry) => (
            <li>
              {`${className(entry.id, lang)}: ${t(say(`từ ${n(entry.at_least)} điểm`, `${n(entry.at_least)} points and above`))}`}
              {entry.floor_percent !== undefined && t(say(`, không mục nào dưới ${n(entry.floor_percent)} % điểm chuẩn`, `, no criterion under ${n(entry.floor_percent)} % of its base`))}
            </li>
          ))}
        </ul>
      )}
      {tie_break.length > 0 && <p>{t(say(`Khi bằng điểm, so lần lượt mục ${tie_break.join(", ")}.`, `When points are equal, criteria ${tie_break.join(", ")} are compared in turn.`))}</p>}
      {gates.length + classes.length + tie_break.length === 0 && <p class="muted">{t(say("Bảng chỉ tính điểm và xếp theo tổng điểm.", "The card only counts points and ranks by the total."))}</p>}
    </Card>
  );
}
