import { formatDate, parsePlainDate } from "../../../kernel/plain-date.ts";
import { decimal, parseDecimal, toVietnamese } from "../../../kernel/decimal.ts";
import { type Lang, say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Checkbox, DateField, Day, ErrorSummary, FileField, Form, SubmitButton, Tag, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { type CardLeaf, cardLeaves } from "../core/content.ts";
import { type FactValue, NEVER, showFactValue } from "../core/fact-value.ts";
import { STAGE_NAMES } from "../core/round.ts";
import { type AskedFact, askedFacts } from "../core/sheet.ts";
import { words } from "../messages.ts";
import type { scoreSheet } from "../queries-scores.ts";
import { FactField } from "./fact-field.tsx";
import { Four, Points, Proofs, titleIn } from "./parts.tsx";
import { labelOf } from "./unit-score-page.tsx";
import type { View } from "./view.ts";

type SheetView = View<typeof scoreSheet>;
type Given = { typed: Typed; failure: Failure | null };

/** The sheet of one unit at one stage: to write for whoever may, to read for the others. */
export function SheetPage({ view, typed, failure, ruleWords }: { view: SheetView; typed: Typed | null; failure: Failure | null; ruleWords: (leaf: CardLeaf) => string[] }) {
  const { t, lang } = usePage();
  const { round, unit, stage } = view;
  const asked = askedFacts(view.content);
  // The form of evidence sends no facts: shown again after it, the sheet keeps what stands, or saving would take it back.
  const given = { typed: typed !== null && "facts" in typed ? typed : { ...typedFrom(view, asked, lang), ...typed }, failure };
  const action = `/rounds/${round.id}/sheets/${unit.id}/${stage}${stage === "cross" ? `?by=${view.by.id}` : ""}`;
  return (
    <>
      <Breadcrumb trail={[{ href: "/rounds", label: t(words.rounds) }, { href: `/rounds/${round.id}/board`, label: round.title }]} />
      <h1>{t(STAGE_NAMES[stage])}: {unit.name}</h1>
      {stage === "cross" && <p>{t(say("Đơn vị chấm", "Scorer"))}: <b>{view.by.name}</b>. {t(say("Chỉ sửa chỗ bạn thấy khác; mỗi chỗ sửa ghi một lý do.", "Change only what you see otherwise, each with a reason."))}</p>}
      {view.due_on !== null && <p>{t(words.due)}: <b><Day on={view.due_on} /></b> {view.sheet === null ? <Tag look="wait">{t(words.notYet)}</Tag> : <Tag look="ok">{t(say("Đã nộp", "Handed in"))} {formatDate(view.sheet.submitted_on)}</Tag>}</p>}
      {view.scored !== null && <p>{t(say("Tạm tính", "As it stands"))}: <b class="kpi"><Points of={view.scored.total} /></b>{view.scored.missing.length > 0 && <span class="muted small"> · {t(say(`còn thiếu ${view.scored.missing.length} số liệu`, `${view.scored.missing.length} facts missing`))}</span>}</p>}
      <ErrorSummary failure={failure} />
      {view.may_write ? (
        <Form action={action} upload>
          {view.content.scorecard.criteria.flatMap((criterion) => cardLeaves([criterion]).map(({ leaf }, at) => (
            <>
              {at === 0 && "criteria" in criterion && <h2>{criterion.id}. {titleIn(view.content.leaves, criterion, lang)}</h2>}
              <LeafFields view={view} leaf={leaf} asked={asked.filter((entry) => entry.leaf === leaf.id)} given={given} rules={ruleWords(leaf)} />
            </>
          )))}
          <GateFields view={view} asked={asked.filter((entry) => entry.leaf === null)} given={given} />
          {(stage === "self" || stage === "cross") && view.sheet === null && (
            <>
              {view.late && <TextField name="late_reason" label={words.lateReason} {...given} />}
              <FileField name="paper" label={say("Bản giấy đã ký (nếu có)", "Signed paper (if any)")} accept=".pdf,.png,.jpg,.jpeg" optional {...given} />
            </>
          )}
          <p class="actions">
            {(stage === "self" || stage === "cross") && view.sheet === null && <SubmitButton name="submit" value="on">{t(say("Nộp", "Hand in"))}</SubmitButton>}
            <SubmitButton look={view.sheet === null && (stage === "self" || stage === "cross") ? "plain" : "main"}>{view.sheet === null && stage === "self" ? t(say("Lưu nháp", "Save the draft")) : t(say("Ghi", "Save"))}</SubmitButton>
          </p>
        </Form>
      ) : (
        <Reading view={view} asked={asked} />
      )}
      <EvidenceCard view={view} given={given} />
    </>
  );
}

function LeafFields({ view, leaf, asked, given, rules }: { view: SheetView; leaf: CardLeaf; asked: readonly AskedFact[]; given: Given; rules: readonly string[] }) {
  const { t, lang } = usePage();
  const numbers = view.numbers.leaves[leaf.id];
  const exempt = view.exemptions.find((entry) => entry.criterion === leaf.id);
  const proof = view.content.leaves[leaf.id]?.proof;
  const [first] = asked;
  const later = view.stage !== "self" || view.sheet !== null;
  return (
    <fieldset id={`c-${leaf.id}`}>
      <legend>{leaf.id}. {titleIn(view.content.leaves, leaf, lang)} <span class="muted">({t(words.base)} <Points of={leaf.base} />)</span></legend>
      <p class="hint">{rules.join(" ")}</p>
      {proof !== undefined && <p class="hint">{t(say("Căn cứ", "Proof"))}: {proof}</p>}
      {exempt !== undefined && <p class="warn">{t(say("Không áp dụng", "Not applicable"))}: {exempt.reason}</p>}
      {view.stage !== "self" && numbers !== undefined && <Four of={numbers} />}
      {view.stage !== "self" && view.cross_by.length > 0 && <p class="small muted">{view.cross_by.map((entry) => `${entry.by}: ${show(entry.points[leaf.id])}`).join("; ")}</p>}
      {asked.length === 0 && <p class="small muted">{t(say("Dùng số liệu đã khai ở tiêu chí trên.", "Uses facts stated above."))}</p>}
      <div class="two">{asked.map((entry) => <FactField content={view.content} asked={entry} hint={suggestedHint(view, entry.fact)} {...given} />)}</div>
      {later && first !== undefined && <TextField name={`reasons.${first.fact}`} label={say("Lý do, nếu đổi số liệu", "Reason, if you change a fact")} optional {...given} />}
      {view.reasons.filter((reason) => asked.some((entry) => entry.fact === reason.fact)).map((reason) => <p class="small muted">{t(STAGE_NAMES[reason.stage])}{reason.by !== "" && ` · ${reason.by}`}: {reason.reason}</p>)}
    </fieldset>
  );
}

function suggestedHint(view: SheetView, fact: string) {
  const offered = view.suggested[fact] !== undefined && view.standing[fact] === undefined;
  return offered ? say("Lấy từ chỉ tiêu đã báo cáo; sửa được.", "Taken from the target reported; it can be changed.") : undefined;
}

function show(points: string | null | undefined): string {
  return points === null || points === undefined ? "–" : toVietnamese(decimal(points));
}

function GateFields({ view, asked, given }: { view: SheetView; asked: readonly AskedFact[]; given: Given }) {
  const { t } = usePage();
  if (asked.length === 0) return null;
  return (
    <fieldset>
      <legend>{t(say("Điều kiện để được xếp hạng", "Conditions of being ranked"))}</legend>
      {asked.map((entry) => <FactField content={view.content} asked={entry} {...given} />)}
      {(view.stage !== "self" || view.sheet !== null) && asked[0] !== undefined && <TextField name={`reasons.${asked[0].fact}`} label={say("Lý do, nếu đổi", "Reason, if changed")} optional {...given} />}
    </fieldset>
  );
}

function Reading({ view, asked }: { view: SheetView; asked: readonly AskedFact[] }) {
  const { lang } = usePage();
  return (
    <Card>
      <ul class="plain-list">
        {asked.filter((entry) => entry.leaf !== null).map((entry) => <li class="pair"><span>{entry.leaf}. {labelOf(view, entry.fact, lang)}</span><b>{showFactValue(entry.shape, view.standing[entry.fact], lang, view.content.facts[entry.fact]?.choices)}</b></li>)}
      </ul>
    </Card>
  );
}

function EvidenceCard({ view, given }: { view: SheetView; given: Given }) {
  const { t } = usePage();
  const leaves = cardLeaves(view.content.scorecard.criteria).map(({ leaf }) => leaf);
  const may = view.stage === "self" && view.may_write;
  return (
    <Card title={t(words.evidence)}>
      <Proofs of={view.evidence} open />
      {may && view.round.status === "self" && view.evidence.map((entry) => (
        <Form action={`/scores/evidence/${entry.id}/removal`} bare>
          <input type="hidden" name="unit_id" value={view.unit.id} />
          <SubmitButton look="quiet">{t(say(`Rút: ${entry.title}`, `Take back: ${entry.title}`))}</SubmitButton>
        </Form>
      ))}
      {may && (
        <details open={given.failure !== null && "title" in given.typed}>
          <summary>{t(say("Thêm tài liệu minh chứng", "Add evidence"))}</summary>
          <Form action={`/rounds/${view.round.id}/units/${view.unit.id}/evidence`} upload>
            <TextField name="title" label={say("Tên tài liệu", "Title")} {...given} />
            <div class="two">
              <TextField name="document_number" label={say("Số, ký hiệu", "Number")} optional {...given} />
              <DateField name="document_on" label={say("Ngày văn bản", "Day of the document")} optional {...given} />
            </div>
            <FileField name="file" label={say("Bản quét (PDF, PNG, JPEG; không bắt buộc)", "Scan (PDF, PNG, JPEG; optional)")} accept=".pdf,.png,.jpg,.jpeg" optional {...given} />
            <p class="hint">{t(say("Không có bản quét thì ghi số và ngày: tài liệu được kiểm tra tại chỗ.", "Without a scan give number and day: it is checked on the spot."))} {t(say("Lưu nháp điểm trước khi thêm tài liệu.", "Save the draft of the points before adding a document."))}</p>
            <fieldset id="f-criteria">
              <legend>{t(say("Chứng minh cho các tiêu chí", "Proves the criteria"))}</legend>
              {leaves.map((leaf) => <Checkbox name="criteria[]" value={leaf.id} label={say(`${leaf.id}. ${leaf.title ?? ""}`, `${leaf.id}. ${titleIn(view.content.leaves, leaf, "en")}`)} checked={Array.isArray(given.typed["criteria"]) && given.typed["criteria"].includes(leaf.id)} />)}
            </fieldset>
            <SubmitButton>{t(say("Thêm", "Add"))}</SubmitButton>
          </Form>
        </details>
      )}
    </Card>
  );
}

/** What stands, as the fields show it. */
function typedFrom(view: SheetView, asked: readonly AskedFact[], lang: Lang): Typed {
  return { facts: Object.fromEntries(asked.map((entry) => [entry.fact, typedValue(entry, view.standing[entry.fact] ?? view.suggested[entry.fact], lang)])) };
}

function typedValue(asked: AskedFact, value: FactValue | undefined, lang: Lang): string {
  if (value === undefined) return "";
  if (value === null) return asked.shape === "date" ? NEVER[lang] : "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (asked.shape === "number") {
    const number = parseDecimal(value);
    // Without thousands: what is typed again must not be ambiguous.
    return number === null ? value : value.replace(".", ",");
  }
  const date = asked.shape === "date" ? parsePlainDate(value) : null;
  return date === null ? value : formatDate(date);
}
