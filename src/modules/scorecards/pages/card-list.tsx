import { yearOf } from "../../../kernel/plain-date.ts";
import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, ErrorSummary, Form, Link, Select, SubmitButton, Table, TextField, type Typed, typedText, usePage } from "../../../platform/html/kit.ts";
import { CARD_PURPOSES } from "../core/content.ts";
import { cardWords, PURPOSE_NAMES } from "../messages-cards.ts";
import type { browseCards, readyCards } from "../queries-cards.ts";
import { CardTag } from "./card-parts.tsx";
import type { View } from "./view.ts";

/** The scorecards of a year, by what they are for. */
export function CardsPage({ list }: { list: View<typeof browseCards> }) {
  const { t, today } = usePage();
  const { year, purpose } = list.filter;
  const current = yearOf(today);
  const years = [...new Set([current, current - 1, current - 2, ...list.rows.map((row) => row.year)])].sort((a, b) => b - a).slice(0, 6);
  const href = (of: { year?: number | undefined; purpose?: string | undefined }) => {
    const asked = Object.entries(of).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
    return asked.length === 0 ? "/cards" : `/cards?${asked.join("&")}`;
  };
  return (
    <>
      <div class="head-line">
        <h1>{t(cardWords.cards)}</h1>
        {list.may_draft.length > 0 && <Link href="/cards/new" look="btn">{t(cardWords.draft)}</Link>}
      </div>
      <nav class="chips" aria-label={t(cardWords.year)}>
        <a href={href({ purpose })} aria-current={year === undefined ? "true" : undefined}>{t(say("Mọi năm", "Every year"))}</a>
        {years.map((each) => <a href={href({ year: each, purpose })} aria-current={year === each ? "true" : undefined}>{each}</a>)}
      </nav>
      <nav class="chips" aria-label={t(cardWords.purpose)}>
        <a href={href({ year })} aria-current={purpose === undefined ? "true" : undefined}>{t(say("Tất cả", "All"))}</a>
        {CARD_PURPOSES.map((each) => <a href={href({ year, purpose: each })} aria-current={purpose === each ? "true" : undefined}>{t(PURPOSE_NAMES[each])}</a>)}
      </nav>
      <Card>
        <Table
          rows={list.rows}
          empty={say("Chưa có bảng chấm điểm nào trong thời gian này.", "No scorecard in this period yet.")}
          columns={[
            { head: t(cardWords.title), cell: (row) => <a href={`/cards/${row.id}`}>{row.title}</a> },
            { head: t(cardWords.year), cell: (row) => row.year },
            { head: t(cardWords.purpose), cell: (row) => t(PURPOSE_NAMES[row.purpose]) },
            { head: t(say("Đơn vị", "Unit")), cell: (row) => row.unit_name },
            { head: t(say("Đợt chấm", "Rounds")), num: true, cell: (row) => row.rounds },
            { head: t(say("Trạng thái", "State")), cell: (row) => <CardTag status={row.status} /> },
          ]}
        />
      </Card>
    </>
  );
}

/** Drafting a card: from a ready one, each with what it is, or empty. */
export function NewCardPage({ ready, unit_id, typed, failure }: { ready: View<typeof readyCards>; unit_id: string; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const chosen = typedText(typed, "ready_id");
  const error = failure?.fields?.["ready_id"];
  return (
    <>
      <Breadcrumb trail={[{ href: "/cards", label: t(cardWords.cards) }]} />
      <h1>{t(cardWords.draft)}</h1>
      <ErrorSummary failure={failure} />
      <Form action="/cards">
        <input type="hidden" name="unit_id" value={unit_id} />
        <TextField name="year" label={cardWords.year} width="s" inputMode="numeric" typed={typed} failure={failure} />
        <fieldset id="f-ready_id">
          <legend>{t(say("Bắt đầu từ", "Start from"))}</legend>
          {error && <p class="error">{t(error)}</p>}
          {ready.map((card) => (
            <div class="check">
              <input type="radio" id={`f-ready-${card.id}`} name="ready_id" value={card.id} checked={chosen === card.id} />
              <label for={`f-ready-${card.id}`}>
                <b>{t(card.title)}</b>
                <span class="hint">{t(say(`${card.leaves} mục, ${card.base} điểm${card.unverified > 0 ? `, ${card.unverified} mục chưa xác minh` : ""}.`, `${card.leaves} criteria, ${card.base} points${card.unverified > 0 ? `, ${card.unverified} of them unverified` : ""}.`))} {t(card.description)}</span>
              </label>
            </div>
          ))}
          <div class="check">
            <input type="radio" id="f-ready-none" name="ready_id" value="" checked={chosen === ""} />
            <label for="f-ready-none"><b>{t(say("Bảng trống", "An empty card"))}</b><span class="hint">{t(say("Tự lập từng nhóm, từng mục.", "Groups and criteria are made one by one."))}</span></label>
          </div>
        </fieldset>
        <TextField name="title" label={cardWords.title} hint={say("Để trống thì lấy tên bảng có sẵn kèm năm; bảng trống thì phải đặt tên.", "Left blank, the ready card's title with the year is taken; an empty card needs one.")} typed={typed} failure={failure} />
        <Select name="purpose" label={cardWords.purpose} hint={say("Bảng có sẵn đã chọn thay; bảng trống thì phải chọn.", "A ready card has its own; an empty card needs one.")} options={CARD_PURPOSES.map((purpose) => ({ value: purpose, label: t(PURPOSE_NAMES[purpose]) }))} typed={typed} failure={failure} />
        <div><SubmitButton>{t(cardWords.draft)}</SubmitButton></div>
      </Form>
    </>
  );
}

/** Copying a card to another year: due dates move with it. */
export function CopyCardPage({ card, unit_id, typed, failure }: { card: { id: string; title: string; year: number }; unit_id: string; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  return (
    <>
      <Breadcrumb trail={[{ href: "/cards", label: t(cardWords.cards) }, { href: `/cards/${card.id}`, label: card.title }]} />
      <h1>{t(say("Sao chép sang năm khác", "Copy to another year"))}</h1>
      <p class="muted">{t(say(`Bản nháp mới giữ nguyên mục, cách chấm, căn cứ; mọi hạn trong quy tắc thời hạn dời theo số năm chênh so với ${card.year}.`, `The new draft keeps criteria, rules and proof; every due date moves by the difference to ${card.year}.`))}</p>
      <ErrorSummary failure={failure} />
      <Form action={`/cards/${card.id}/copy`}>
        <input type="hidden" name="unit_id" value={unit_id} />
        <TextField name="year" label={cardWords.year} width="s" inputMode="numeric" typed={typed} failure={failure} />
        <TextField name="title" label={cardWords.title} hint={say("Để trống thì giữ tên cũ, đổi năm.", "Left blank, the title is kept with its year changed.")} optional typed={typed} failure={failure} />
        <div><SubmitButton>{t(say("Sao chép", "Copy"))}</SubmitButton></div>
      </Form>
    </>
  );
}
