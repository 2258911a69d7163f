import { say } from "../../../kernel/text.ts";
import { Table, Tag, usePage } from "../../../platform/html/kit.ts";
import { sumOfBases } from "../core/card-check.ts";
import { CARD_STATUS_NAMES, type CardStatus } from "../core/card-status.ts";
import { numberInWords, ruleInWords } from "../core/card-words.ts";
import { type CardContent, type CardCriterion, type CardLeaf, isCardGroup } from "../core/content.ts";
import { cardWords } from "../messages-cards.ts";

/** Where a card stands, as a tag. */
export function CardTag({ status }: { status: CardStatus }) {
  const { t } = usePage();
  return <Tag look={status === "published" ? "ok" : status === "draft" ? "wait" : "info"}>{t(CARD_STATUS_NAMES[status])}</Tag>;
}

/** A criterion as a row of a table: how deep it stands, and the sum beneath it where it is a group. */
export type CriterionRow = { readonly criterion: CardCriterion; readonly depth: number; readonly base: string };

/** Takes criteria; gives them as rows in the order of the card, groups before what they hold. */
export function criterionRows(criteria: readonly CardCriterion[], depth = 0): CriterionRow[] {
  return criteria.flatMap((criterion) =>
    isCardGroup(criterion) ? [{ criterion, depth, base: sumOfBases(criterion.criteria) }, ...criterionRows(criterion.criteria, depth + 1)] : [{ criterion, depth, base: criterion.base }],
  );
}

/** A criterion's number and title in the reader's language; groups stand out. */
export function CriterionTitle({ criterion, content }: { criterion: CardCriterion; content: CardContent }) {
  const { lang } = usePage();
  const title = (lang === "en" ? content.leaves[criterion.id]?.title_en : undefined) ?? criterion.title ?? "";
  const text = `${criterion.id}. ${title}`;
  return isCardGroup(criterion) ? <b>{text}</b> : <span>{text}</span>;
}

/** The rules of a leaf in words, its bounds after them, and the tag where a threshold is unsure. */
export function RulesInWords({ leaf, content }: { leaf: CardLeaf; content: CardContent }) {
  const { t, lang } = usePage();
  const n = (value: string) => numberInWords(value, lang);
  const note = content.leaves[leaf.id];
  return (
    <>
      {leaf.rules.map((rule, index) => <span class="line" id={`f-rule.${leaf.id}.${index}`}>{ruleInWords(rule, content.facts, lang)}.</span>)}
      {leaf.cap_bonus !== undefined && <span class="line muted">{t(say(`Điểm thưởng tối đa ${n(leaf.cap_bonus)}.`, `Bonus at most ${n(leaf.cap_bonus)}.`))}</span>}
      {leaf.cap_penalty !== undefined && <span class="line muted">{t(say(`Điểm trừ tối đa ${n(leaf.cap_penalty)}.`, `Penalty at most ${n(leaf.cap_penalty)}.`))}</span>}
      {leaf.min !== undefined && <span class="line muted">{t(say(`Không thấp hơn ${n(leaf.min)} điểm.`, `Not under ${n(leaf.min)} points.`))}</span>}
      {note?.note !== undefined && <span class="line small muted">{note.note}</span>}
      {note?.unverified === true && <Tag look="wait">{t(cardWords.unverified)}</Tag>}
    </>
  );
}

/** The card as people read it: groups and leaves, base, the rules in words, what proves it, who verifies. */
export function CardTable({ content }: { content: CardContent }) {
  const { t, lang } = usePage();
  const noteOf = (row: CriterionRow) => content.leaves[row.criterion.id];
  return (
    <Table
      caption={t(say("Nội dung chấm điểm", "What is scored"))}
      rows={criterionRows(content.scorecard.criteria)}
      columns={[
        { head: t(cardWords.criterion), cell: (row) => <span class="crit"><CriterionTitle criterion={row.criterion} content={content} /></span> },
        { head: t(cardWords.base), num: true, cell: (row) => (isCardGroup(row.criterion) ? <b>{numberInWords(row.base, lang)}</b> : numberInWords(row.base, lang)) },
        { head: t(cardWords.rules), cell: (row) => (isCardGroup(row.criterion) ? "" : <RulesInWords leaf={row.criterion} content={content} />) },
        { head: t(cardWords.proof), cell: (row) => noteOf(row)?.proof ?? "" },
        { head: t(cardWords.verifiedBy), cell: (row) => noteOf(row)?.verified_by ?? "" },
      ]}
    />
  );
}
