import { parseDecimal, toText, ZERO, compare, negate } from "../../../kernel/decimal.ts";
import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, ErrorSummary, Form, Link, SubmitButton, Table, Tag, usePage } from "../../../platform/html/kit.ts";
import { factName, numberInWords } from "../core/card-words.ts";
import { isCardGroup } from "../core/content.ts";
import { askedFacts } from "../core/sheet.ts";
import { cardWords } from "../messages-cards.ts";
import type { cardPage } from "../queries-cards.ts";
import { type CriterionRow, CriterionTitle, criterionRows, RulesInWords } from "./card-parts.tsx";
import { Frame } from "./card-page.tsx";
import type { View } from "./view.ts";

type CardView = View<typeof cardPage>;

/** The editor: the whole card as a table, its sum against its base, and a way to each small form. */
export function CardEditPage({ view, failure }: { view: CardView; failure: Failure | null }) {
  const { t } = usePage();
  const { card, faults } = view;
  const at = `/cards/${card.id}`;
  return (
    <>
      <Breadcrumb trail={[{ href: "/cards", label: t(cardWords.cards) }, { href: at, label: card.title }]} />
      <div class="head-line">
        <h1>{card.title}</h1>
        <Link href={`${at}/head`}>{t(say("Sửa tên, tổng điểm, xếp loại", "Title, base, classes"))}</Link>
      </div>
      <ErrorSummary failure={failure} />
      <div class="stackable">
        <SumLine view={view} />
        <Card>
          <Form action={`${at}/moves`} bare>
            <input type="hidden" name="revision" value={String(card.revision)} />
            <CriteriaTable view={view} />
          </Form>
          <div class="actions">
            <Link href={`${at}/groups/new`} look="btn plain">{t(say("Thêm nhóm", "Add a group"))}</Link>
            <Link href={`${at}/leaves/new`} look="btn plain">{t(say("Thêm mục không thuộc nhóm", "Add a criterion outside groups"))}</Link>
          </div>
        </Card>
        <Frame content={card.content} />
        <FactsCard view={view} />
        <Card title={t(say("Ban hành", "Publishing"))}>
          {faults.length === 0 ? (
            <p>{t(say("Bảng đã đủ điều kiện ban hành. Hãy chấm thử trước: từ khi có đợt chấm điểm đầu tiên, bảng không sửa được nữa.", "The card can be published. Try it first: from the first scoring round on it can no longer be changed."))}</p>
          ) : (
            <>
              <p>{t(say(`Còn ${faults.length} chỗ phải sửa trước khi ban hành:`, `${faults.length} places to mend before publishing:`))}</p>
              <ul>{faults.map((fault) => <li>{`${t(fault.where)}: ${t(fault.text)}`}</li>)}</ul>
            </>
          )}
          <div class="actions">
            <Link href={`${at}/try`} look="btn plain">{t(say("Chấm thử", "Try it"))}</Link>
            <Form action={`${at}/publication`} bare><SubmitButton>{t(say("Ban hành", "Publish"))}</SubmitButton></Form>
            <Form action={`${at}/withdrawal`} bare><SubmitButton look="danger" confirm={t(say("Bỏ bản nháp này?", "Set this draft aside?"))}>{t(say("Bỏ bản nháp", "Set aside"))}</SubmitButton></Form>
          </div>
        </Card>
      </div>
    </>
  );
}

/** The sum of bases against the card's base: what is missing or too much, in a word. */
function SumLine({ view }: { view: CardView }) {
  const { t, lang } = usePage();
  const { sum, base, missing, fits } = view.sum;
  const n = (value: string) => numberInWords(value, lang);
  const gap = parseDecimal(missing) ?? ZERO;
  const over = compare(gap, ZERO) < 0;
  const size = n(toText(over ? negate(gap) : gap));
  const told = fits ? say("vừa đủ", "just right") : over ? say(`thừa ${size}`, `${size} too many`) : say(`còn thiếu ${size}`, `${size} missing`);
  return (
    <p class={fits ? "notice" : "warn"} id="f-card.base">
      <span id="f-card.criteria">{t(say(`Tổng ${n(sum)}/${n(base)}: ${told.vi}.`, `Sum ${n(sum)}/${n(base)}: ${told.en}.`))}</span>
    </p>
  );
}

function CriteriaTable({ view }: { view: CardView }) {
  const { t, lang } = usePage();
  const { card, faults } = view;
  const { content } = card;
  const broken = new Set(faults.flatMap(({ place }) => (place.at === "criterion" || place.at === "rule" ? [place.id] : [])));
  const pathOf = ({ criterion }: CriterionRow) => `/cards/${card.id}/${isCardGroup(criterion) ? "groups" : "leaves"}/${encodeURIComponent(criterion.id)}`;
  return (
    <Table
      caption={t(say("Các nhóm và mục", "Groups and criteria"))}
      rows={criterionRows(content.scorecard.criteria)}
      empty={say("Bảng chưa có mục nào: bắt đầu bằng một nhóm.", "No criterion yet: begin with a group.")}
      columns={[
        {
          head: t(cardWords.criterion),
          cell: (row) => (
            <span class="crit" id={`f-criterion.${row.criterion.id}`}>
              <CriterionTitle criterion={row.criterion} content={content} /> {broken.has(row.criterion.id) && <Tag look="bad">{t(say("Phải sửa", "To mend"))}</Tag>}
            </span>
          ),
        },
        { head: t(cardWords.base), num: true, cell: (row) => (isCardGroup(row.criterion) ? <b>{numberInWords(row.base, lang)}</b> : numberInWords(row.base, lang)) },
        { head: t(cardWords.rules), cell: (row) => (isCardGroup(row.criterion) ? "" : <RulesInWords leaf={row.criterion} content={content} />) },
        {
          head: t(say("Thao tác", "Actions")),
          cell: (row) => (
            <span class="acts small">
              <Link href={pathOf(row)}>{t(say("Sửa", "Edit"))}</Link>
              {isCardGroup(row.criterion) && <Link href={`/cards/${card.id}/leaves/new?in=${encodeURIComponent(row.criterion.id)}`}>{t(say("Thêm mục", "Add a criterion"))}</Link>}
              <SubmitButton look="quiet" name="move" value={`up ${row.criterion.id}`}>{t(say("Lên", "Up"))}</SubmitButton>
              <SubmitButton look="quiet" name="move" value={`down ${row.criterion.id}`}>{t(say("Xuống", "Down"))}</SubmitButton>
            </span>
          ),
        },
      ]}
    />
  );
}

/** The facts that the card asks, each with what it is called and the target that fills it. */
function FactsCard({ view }: { view: CardView }) {
  const { t, lang } = usePage();
  const { card } = view;
  const asked = askedFacts(card.content).filter(({ leaf }) => leaf !== null);
  return (
    <Card title={t(say("Dữ kiện phải nộp", "Facts that units give"))}>
      <Table
        rows={asked}
        empty={say("Chưa quy tắc nào hỏi dữ kiện.", "No rule asks a fact yet.")}
        columns={[
          { head: t(say("Tên gọi", "Name")), cell: ({ fact }) => <a id={`f-fact.${fact}`} href={`/cards/${card.id}/facts/${fact}`}>{factName(fact, card.content.facts, lang)}</a> },
          { head: t(say("Mục", "Criterion")), cell: ({ leaf }) => leaf },
          { head: t(say("Lấy từ chỉ tiêu", "From the target")), cell: ({ fact }) => <code>{card.content.facts[fact]?.target?.code ?? ""}</code> },
        ]}
      />
    </Card>
  );
}
