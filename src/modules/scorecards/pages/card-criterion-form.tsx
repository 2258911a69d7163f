import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Card, Checkbox, ErrorSummary, Form, Link, SubmitButton, TextArea, TextField, type Typed, typedText, usePage } from "../../../platform/html/kit.ts";
import { type RuleKind, ruleShape } from "../core/card-shape.ts";
import { factName, RULE_NAMES, ruleInWords } from "../core/card-words.ts";
import { type CardLeaf, factsOfLeaf } from "../core/content.ts";
import { cardWords } from "../messages-cards.ts";
import type { StoredCard } from "../store-cards.ts";
import { EditTrail, FormEnd } from "./card-head-form.tsx";

type FormProps = { card: StoredCard; typed: Typed; failure: Failure | null };

/** The kinds of rules in the order in which they are offered. */
const KINDS: readonly RuleKind[] = ruleShape.options.map((option) => option.shape.kind.value);

/** A group: its number and title. `id` is null for a new one; a new one stands in the group `in`. */
export function GroupForm({ card, id, typed, failure }: FormProps & { id: string | null }) {
  const { t } = usePage();
  return (
    <>
      <EditTrail card={card} />
      <h1>{t(id === null ? say("Thêm nhóm", "Add a group") : say(`Nhóm ${id}`, `Group ${id}`))}</h1>
      <ErrorSummary failure={failure} />
      <Form action={`/cards/${card.id}/groups${id === null ? "" : `/${encodeURIComponent(id)}`}`}>
        <input type="hidden" name="in" value={typedText(typed, "in")} />
        <Titles typed={typed} failure={failure} />
        <FormEnd card={card} />
      </Form>
      {id !== null && (
        <div class="after">
          <p><Link href={`/cards/${card.id}/groups/new?in=${encodeURIComponent(id)}`}>{t(say("Thêm nhóm con", "Add a group inside"))}</Link></p>
          <Deletion card={card} id={id} warning={say("Xóa nhóm này cùng mọi mục trong nhóm?", "Delete this group and everything in it?")} />
        </div>
      )}
    </>
  );
}

/** A leaf: its number, title, base, bounds, proof, who verifies; under it its rules and facts. */
export function LeafForm({ card, leaf, typed, failure }: FormProps & { leaf: CardLeaf | null }) {
  const { t } = usePage();
  const field = { typed, failure };
  return (
    <>
      <EditTrail card={card} />
      <h1>{t(leaf === null ? say("Thêm mục chấm điểm", "Add a criterion") : say(`Mục ${leaf.id}`, `Criterion ${leaf.id}`))}</h1>
      <ErrorSummary failure={failure} />
      <div class="stackable">
        {leaf !== null && <Rules card={card} leaf={leaf} />}
        <Card title={t(say("Nội dung mục", "The criterion"))}>
          <Form action={`/cards/${card.id}/leaves${leaf === null ? "" : `/${encodeURIComponent(leaf.id)}`}`}>
            <input type="hidden" name="in" value={typedText(typed, "in")} />
            <Titles {...field} />
            <TextField name="base" label={cardWords.base} width="s" {...field} />
            <div class="two">
              <TextField name="cap_bonus" label={say("Điểm thưởng tối đa", "Bonus at most")} hint={say("Ghi số dương", "A positive number")} optional {...field} />
              <TextField name="cap_penalty" label={say("Điểm trừ tối đa", "Penalty at most")} hint={say("Ghi số dương", "A positive number")} optional {...field} />
              <TextField name="min" label={say("Không thấp hơn", "Not under")} hint={say("Để trống là 0 điểm", "Blank is 0 points")} optional {...field} />
            </div>
            <TextField name="proof" label={cardWords.proof} hint={say("Văn bản, số liệu nào chứng minh", "Which documents or figures prove it")} optional {...field} />
            <TextField name="verified_by" label={cardWords.verifiedBy} optional {...field} />
            <TextArea name="note" label={say("Ghi chú", "Note")} rows={2} optional {...field} />
            <Checkbox name="unverified" label={cardWords.unverified} hint={cardWords.unverifiedHint} typed={typed} />
            <FormEnd card={card} />
          </Form>
        </Card>
        {leaf !== null && <Deletion card={card} id={leaf.id} warning={say("Xóa mục này?", "Delete this criterion?")} />}
      </div>
    </>
  );
}

function Titles({ typed, failure }: { typed: Typed; failure: Failure | null }) {
  return (
    <>
      <TextField name="id" label={cardWords.number} hint={say("Ví dụ 1.2; mỗi mục một số.", "Such as 1.2; each criterion has its own.")} width="s" typed={typed} failure={failure} />
      <TextField name="title" label={say("Tên (tiếng Việt)", "Title (Vietnamese)")} typed={typed} failure={failure} />
      <TextField name="title_en" label={say("Tên (tiếng Anh)", "Title (English)")} optional typed={typed} failure={failure} />
    </>
  );
}

/** The rules of a leaf, each with a way to its form, and the forms of new ones. */
function Rules({ card, leaf }: { card: StoredCard; leaf: CardLeaf }) {
  const { t, lang } = usePage();
  const at = `/cards/${card.id}/leaves/${encodeURIComponent(leaf.id)}/rules`;
  const { facts } = card.content;
  return (
    <Card title={t(cardWords.rules)}>
      {leaf.rules.length === 0 && <p class="muted">{t(say("Chưa có quy tắc. Mỗi mục có nhiều nhất một quy tắc cho điểm chính (theo khoảng, theo tỷ lệ, hoặc người chấm); các quy tắc khác cộng, trừ thêm.", "No rule yet. A criterion has at most one rule that sets its points (by tier, against plan, or the judge's); the others add or take away."))}</p>}
      <ol>
        {leaf.rules.map((rule, index) => (
          <li>{ruleInWords(rule, facts, lang)}. <Link href={`${at}/${index + 1}`}>{t(say(`Sửa quy tắc ${index + 1}`, `Edit rule ${index + 1}`))}</Link></li>
        ))}
      </ol>
      <h3>{t(say("Thêm quy tắc", "Add a rule"))}</h3>
      <ul class="plain-list">{KINDS.map((kind) => <li><Link href={`${at}/new?kind=${kind}`}>{t(RULE_NAMES[kind])}</Link></li>)}</ul>
      {leaf.rules.length > 0 && <h3>{t(say("Dữ kiện mục này hỏi", "Facts that it asks"))}</h3>}
      <ul>{factsOfLeaf(leaf).map(({ fact }) => <li><Link href={`/cards/${card.id}/facts/${fact}`}>{factName(fact, facts, lang)}</Link></li>)}</ul>
    </Card>
  );
}

function Deletion({ card, id, warning }: { card: StoredCard; id: string; warning: { vi: string; en: string } }) {
  const { t } = usePage();
  return (
    <Form action={`/cards/${card.id}/criteria/${encodeURIComponent(id)}/deletion`} bare>
      <input type="hidden" name="revision" value={String(card.revision)} />
      <SubmitButton look="danger" confirm={t(warning)}>{t(say("Xóa khỏi bảng", "Delete from the card"))}</SubmitButton>
    </Form>
  );
}
