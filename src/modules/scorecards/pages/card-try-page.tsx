import { say, type Text } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, DateField, ErrorSummary, Facts, Form, Link, Select, SubmitButton, Table, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { className } from "../core/card-classes.ts";
import { findCriterion } from "../core/card-check.ts";
import { factName, numberInWords, traceInWords } from "../core/card-words.ts";
import { askedFacts, type AskedFact } from "../core/sheet.ts";
import { cardWords } from "../messages-cards.ts";
import type { Trial } from "../queries-cards.ts";
import type { StoredCard } from "../store-cards.ts";

type Props = { card: StoredCard; columns: number; trial: Trial | null; typed: Typed; failure: Failure | null };
type ScoredTrial = Extract<Trial, { kind: "scored" }>;

const NUMBERS = [0, 1, 2];

/** Trying a card: every fact once, for one sample unit or three beside each other; then what the engine makes of them. */
export function CardTryPage({ card, columns, trial, typed, failure }: Props) {
  const { t } = usePage();
  const { content } = card;
  const asked = askedFacts(content);
  const leaves = [...new Set(asked.map(({ leaf }) => leaf))];
  const units = NUMBERS.slice(0, columns);
  const at = `/cards/${card.id}/try`;
  return (
    <>
      <Breadcrumb trail={[{ href: "/cards", label: t(cardWords.cards) }, { href: `/cards/${card.id}`, label: card.title }]} />
      <div class="head-line">
        <h1>{t(say("Chấm thử", "Try the card"))}</h1>
        {columns === 1 ? <Link href={`${at}?units=3`}>{t(say("Thử ba đơn vị cạnh nhau", "Three units side by side"))}</Link> : <Link href={at}>{t(say("Thử một đơn vị", "One unit"))}</Link>}
      </div>
      <p class="muted">{t(say("Số liệu giả định, không lưu lại. Ô để trống được coi là còn thiếu.", "Sample facts, kept nowhere. A blank field counts as missing."))}</p>
      <ErrorSummary failure={failure} />
      <div class="stackable">
        {trial?.kind === "scored" && <TrialResult card={card} trial={trial} />}
        <Form action={at}>
          <input type="hidden" name="units_shown" value={String(columns)} />
          {leaves.map((leaf) => (
            <fieldset>
              <legend>{leaf === null ? t(cardWords.gates) : `${leaf}. ${findCriterion(content.scorecard.criteria, leaf)?.title ?? ""}`}</legend>
              {asked.filter((entry) => entry.leaf === leaf).map((entry) => (
                <div class={columns === 1 ? undefined : "trial"}>
                  {units.map((unit) => <FactField unit={unit} columns={columns} asked={entry} card={card} typed={typed} failure={failure} />)}
                </div>
              ))}
            </fieldset>
          ))}
          <div class="actions"><SubmitButton>{t(say("Tính điểm", "Reckon the points"))}</SubmitButton><Link href={`/cards/${card.id}/edit`}>{t(cardWords.back)}</Link></div>
        </Form>
      </div>
    </>
  );
}

function FactField({ unit, columns, asked, card, typed, failure }: { unit: number; columns: number; asked: AskedFact; card: StoredCard; typed: Typed; failure: Failure | null }) {
  const { t, lang } = usePage();
  const { facts, scorecard } = card.content;
  const bare = asked.leaf === null ? asked.fact.slice("gate:".length) : asked.fact;
  const gate = asked.leaf === null ? scorecard.gates?.find(({ id }) => id === bare) : undefined;
  const name = `units.${unit}.${asked.leaf === null ? "gates" : "facts"}.${bare}`;
  const called = asked.leaf === null ? (gate?.text ?? bare) : factName(asked.fact, facts, lang);
  const suffix = columns === 1 ? "" : ` · ${unit + 1}`;
  const label: Text = say(`${called}${suffix}`, `${called}${suffix}`);
  const field = { name, label, typed, failure };
  switch (asked.shape) {
    case "number":
      return <TextField {...field} width="s" />;
    case "yes_no":
      return <Select {...field} options={[{ value: "yes", label: t(say("Có", "Yes")) }, { value: "no", label: t(say("Không", "No")) }]} />;
    case "choice":
      return <Select {...field} options={asked.choices.map((value) => ({ value, label: facts[asked.fact]?.choices?.[value] ?? value }))} />;
    case "date":
      return <DateField {...field} hint={say("Ví dụ 20/12/2021; ghi “chưa” nếu không bao giờ.", "For example 20/12/2021; write “never” when it never came.")} />;
  }
}

function TrialResult({ card, trial }: { card: StoredCard; trial: ScoredTrial }) {
  const { t, lang } = usePage();
  const { content } = card;
  const n = (value: string | null) => (value === null ? "?" : numberInWords(value, lang));
  const units = [...trial.units].sort((a, b) => (a.unit < b.unit ? -1 : 1));
  const rows = units[0]?.criteria.map(({ id }) => id) ?? [];
  const several = units.length > 1;
  return (
    <Card title={t(say("Kết quả chấm thử", "What came of it"))}>
      {units.map((unit) => (
        <Facts
          facts={[
            several ? [t(say("Đơn vị", "Unit")), <b>{unit.unit}</b>] : null,
            [t(cardWords.total), <span class="kpi">{n(unit.total)}</span>],
            [t(say("Chuẩn, thưởng, trừ", "Base, bonus, penalty")), `${n(unit.base)}; ${n(unit.bonus)}; ${n(unit.penalty)}`],
            [t(say("Xếp loại", "Class")), unit.class === null ? t(say("chưa xếp loại", "none")) : className(unit.class, lang)],
            several ? [t(say("Thứ hạng", "Rank")), unit.rank ?? "–"] : null,
            card.purpose === "new_rural" ? [t(say("Tiêu chí đạt", "Criteria met")), `${unit.full_criteria.full}/${unit.full_criteria.of}`] : null,
            unit.missing.length === 0 ? null : [t(say("Còn thiếu dữ kiện", "Missing facts")), String(unit.missing.length)],
            unit.failed_gates.length === 0 ? null : [t(say("Chưa đạt điều kiện", "Conditions not met")), unit.failed_gates.map((id) => content.scorecard.gates?.find((gate) => gate.id === id)?.text ?? id).join("; ")],
          ]}
        />
      ))}
      <Table
        caption={t(say("Điểm từng mục", "Points of each criterion"))}
        rows={rows}
        columns={[
          { head: t(cardWords.criterion), cell: (id) => `${id}. ${findCriterion(content.scorecard.criteria, id)?.title ?? ""}` },
          ...units.flatMap((unit) => {
            const of = (id: string) => unit.criteria.find((entry) => entry.id === id);
            return [
              { head: several ? `${t(cardWords.points)} · ${unit.unit}` : t(cardWords.points), num: true, cell: (id: string) => n(of(id)?.points ?? null) },
              { head: several ? `${t(say("Cách tính", "How"))} · ${unit.unit}` : t(say("Cách tính", "How")), cell: (id: string) => <span class="small muted">{traceInWords(of(id)?.trace ?? "", content.facts, lang)}</span> },
            ];
          }),
        ]}
      />
    </Card>
  );
}
