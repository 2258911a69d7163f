import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Day, ErrorSummary, Form, Link, Select, Steps, SubmitButton, Table, Tag, TextArea, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { cardLeaves, type CardContent, factsOfLeaf } from "../core/content.ts";
import { ROUND_STATUSES, ROUND_STATUS_NAMES, STAGE_NAMES } from "../core/round.ts";
import { askedFacts } from "../core/sheet.ts";
import { words } from "../messages.ts";
import type { roundBoard } from "../queries-rounds.ts";
import { FactField } from "./fact-field.tsx";
import { Points, RoundTag, titleIn } from "./parts.tsx";
import type { View } from "./view.ts";

type Board = View<typeof roundBoard>;
type Given = { typed: Typed; failure: Failure | null };

/** A round as its participants and the standing body see it. */
export function BoardPage({ board, content, typed, failure, honourName }: { board: Board; content: CardContent; typed: Typed; failure: Failure | null; honourName: (honour: string) => string }) {
  const { t } = usePage();
  const { round } = board;
  const given = { typed, failure };
  const now = ROUND_STATUSES.indexOf(round.status);
  return (
    <>
      <Breadcrumb trail={[{ href: "/rounds", label: t(words.rounds) }]} />
      <div class="head-line">
        <h1>{round.title}</h1>
        <span class="actions">
          {round.status === "published" && <Link href={`/rounds/${round.id}`} look="btn plain">{t(say("Kết quả", "Result"))}</Link>}
          <Link href={`/rounds/${round.id}/completeness`} look="btn plain">{t(words.completeness)}</Link>
        </span>
      </div>
      <p><RoundTag status={round.status} /> · <a href={`/cards/${board.card.id}`}>{board.card.title}</a> (<Points of={board.card.base} />){board.cluster !== null && <> · <a href={`/clusters/${board.cluster.id}`}>{board.cluster.name}</a></>}{board.head !== null && <> · {t(say("trưởng", "head"))}: {board.head}</>}</p>
      <Steps steps={ROUND_STATUSES.map((status, at) => ({ label: t(status === "published" ? ROUND_STATUS_NAMES.published : STAGE_NAMES[status]), state: at < now ? "past" : at === now ? "now" : "next" }))} />
      <p class="small">{t(say("Hạn", "Due"))}: {t(STAGE_NAMES.self)} <Day on={round.self_due_on} /> · {t(STAGE_NAMES.cross)} <Day on={round.cross_due_on} /> · {t(STAGE_NAMES.appraised)} <Day on={round.appraisal_due_on} /> · {t(say("họp", "meeting"))} <Day on={round.meeting_on} /></p>
      <ErrorSummary failure={failure} />
      <div class="stackable">
        {board.may.organise && <Organise board={board} given={given} />}
        <Numbers board={board} />
        <Pairs board={board} />
        {(board.leniency.length > 0 || board.mutual.length > 0) && <Statistics board={board} />}
        <Objections board={board} content={content} given={given} />
        {board.may.agree && round.status === "published" && <Leading board={board} given={given} honourName={honourName} />}
      </div>
    </>
  );
}

function Organise({ board, given }: { board: Board; given: Given }) {
  const { t } = usePage();
  const { round } = board;
  const next = ROUND_STATUSES[ROUND_STATUSES.indexOf(round.status) + 1];
  const perUnit = Math.max(1, round.scorers_per_unit);
  return (
    <Card title={t(say("Việc của cơ quan thường trực", "The standing body"))}>
      {board.owed.length > 0 && <p class="warn">{t(say(`Còn ${board.owed.length} phiếu chưa nộp: `, `${board.owed.length} sheets are not in: `))}{board.owed.slice(0, 12).map((entry) => (entry.stage === "self" ? entry.by : `${entry.by} → ${entry.unit}`)).join("; ")}{board.owed.length > 12 && "…"}</p>}
      <div class="actions">
        {next !== undefined && next !== "published" && (
          <Form action={`/rounds/${round.id}/advance`} bare><SubmitButton confirm={t(say("Chuyển bước? Không quay lại được.", "Go on? There is no way back."))}>{t(say("Chuyển sang", "Go on to"))}: {t(STAGE_NAMES[next])}</SubmitButton></Form>
        )}
        {next === "published" && <Form action={`/rounds/${round.id}/publication`} bare><SubmitButton confirm={t(say("Công bố kết quả? Sau đó chỉ đính chính được bằng quyết định.", "Publish? Afterwards only a decision corrects it."))}>{t(say("Công bố kết quả", "Publish the result"))}</SubmitButton></Form>}
        {board.owed.length > 0 && <Form action={`/rounds/${round.id}/urging`} bare><SubmitButton look="plain">{t(say("Đôn đốc", "Urge them"))}</SubmitButton></Form>}
      </div>
      {(round.status === "self" || round.status === "cross") && !board.pairs.some((pair) => pair.on !== null) && board.units.length > 1 && (
        <details open={given.failure !== null && "pairs" in given.typed}>
          <summary>{t(say("Phân công chấm chéo bằng tay", "Set the pairs by hand"))}</summary>
          <Form action={`/rounds/${round.id}/pairs`}>
            {board.units.flatMap((unit, at) => Array.from({ length: perUnit }, (_place, nth) => {
              const row = at * perUnit + nth;
              const set = board.pairs.filter((pair) => pair.unit_id === unit.id)[nth]?.scorer_unit_id ?? "";
              return (
                <>
                  <input type="hidden" name={`pairs.${row}.unit_id`} value={unit.id} />
                  <Select
                    name={`pairs.${row}.scorer_unit_id`} optional={nth > 0} failure={given.failure} typed={"pairs" in given.typed ? given.typed : { [`pairs`]: { [row]: { scorer_unit_id: set } } }}
                    label={perUnit === 1 ? say(`Chấm ${unit.name}`, `Scores ${unit.name}`) : say(`Chấm ${unit.name}, đơn vị thứ ${nth + 1}`, `Scores ${unit.name}, no. ${nth + 1}`)}
                    options={board.units.filter((entry) => entry.id !== unit.id).map((entry) => ({ value: entry.id, label: entry.name }))}
                  />
                </>
              );
            }))}
            <TextField name="reason" label={say("Lý do không dùng kết quả bốc thăm", "Why the draw is not used")} {...given} />
            <SubmitButton>{t(say("Ghi phân công", "Set the pairs"))}</SubmitButton>
          </Form>
        </details>
      )}
      {round.status === "published" && (
        <p><Link href={`/rounds/${round.id}/correction`}>{t(say("Đính chính theo quyết định", "Correct by a decision"))}</Link></p>
      )}
    </Card>
  );
}

function Numbers({ board }: { board: Board }) {
  const { t } = usePage();
  const { round } = board;
  const sheet = (unit_id: string, stage: string) => `/rounds/${round.id}/sheets/${unit_id}/${stage}`;
  const later = round.status === "appraised" || round.status === "agreed" ? round.status : null;
  return (
    <Card>
      <Table
        caption={t(say("Bốn con số của từng đơn vị", "The four numbers of each unit"))}
        columns={[
          { head: t(words.unit), cell: (row: Board["units"][number]) => (
            <>{row.self !== null || row.own ? <a href={sheet(row.id, later ?? "self")}>{row.name}</a> : later !== null ? <a href={sheet(row.id, later)}>{row.name}</a> : row.name} {row.self === null ? <Tag look="wait">{t(words.notYet)}</Tag> : row.self.late_reason !== null ? <Tag look="bad">{t(words.late)}</Tag> : null}</>
          ) },
          { head: t(STAGE_NAMES.self), cell: (row) => <Points of={row.total.self} />, num: true },
          { head: t(STAGE_NAMES.cross), cell: (row) => <Points of={row.total.cross} />, num: true },
          { head: t(STAGE_NAMES.appraised), cell: (row) => <Points of={row.total.appraised} />, num: true },
          { head: t(STAGE_NAMES.agreed), cell: (row) => <Points of={row.total.agreed} />, num: true },
          { head: t(say("Thiếu", "Missing")), cell: (row) => (row.missing === null || row.missing === 0 ? "–" : row.missing), num: true },
        ]}
        rows={board.units}
      />
    </Card>
  );
}

function Pairs({ board }: { board: Board }) {
  const { t } = usePage();
  if (board.pairs.length === 0) return null;
  return (
    <Card>
      <Table
        caption={t(say("Ai chấm chéo ai", "Who cross-scores whom"))}
        columns={[
          { head: t(say("Đơn vị chấm", "Scorer")), cell: (row: Board["pairs"][number]) => row.scorer },
          { head: t(say("Được chấm", "Scored")), cell: (row) => (row.on !== null || (row.own && board.round.status === "cross") ? <a href={`/rounds/${board.round.id}/sheets/${row.unit_id}/cross?by=${row.scorer_unit_id}`}>{row.unit}</a> : row.unit) },
          { head: t(say("Ngày nộp", "Handed in")), cell: (row) => (row.on === null ? <Tag look="wait">{t(words.notYet)}</Tag> : <><Day on={row.on} />{row.late_reason !== null && <> <Tag look="bad">{t(words.late)}</Tag></>}</>) },
        ]}
        rows={board.pairs}
      />
      {board.round.draw_seed !== null && <p class="small muted">{t(say(`Bốc thăm với số gieo ${board.round.draw_seed}: ai cũng tính lại được.`, `Drawn with the seed ${board.round.draw_seed}: anybody can draw it again.`))}</p>}
    </Card>
  );
}

function Statistics({ board }: { board: Board }) {
  const { t } = usePage();
  return (
    <Card title={t(say("Rộng tay, chặt tay", "Mild and strict scorers"))}>
      <p class="small">{t(say("Trung bình điểm chấm chéo trừ điểm thẩm định. Đây là câu hỏi để cùng xem lại, không phải kết luận.", "Mean of cross-scores less appraised scores. A question to look into, not a finding."))}</p>
      <Table
        columns={[
          { head: t(say("Đơn vị chấm", "Scorer")), cell: (row: Board["leniency"][number]) => row.name },
          { head: t(say("Số phiếu", "Sheets")), cell: (row) => row.scored, num: true },
          { head: t(say("Chênh lệch bình quân", "Mean difference")), cell: (row) => <Points of={row.mean_difference} />, num: true },
        ]}
        rows={board.leniency}
      />
      {board.mutual.map((entry) => <p class="warn small">{t(say(`${entry.names.join(" và ")} chấm cho nhau cao hơn mức chung.`, `${entry.names.join(" and ")} scored one another above the usual.`))}</p>)}
    </Card>
  );
}

function Objections({ board, content, given }: { board: Board; content: CardContent; given: Given }) {
  const { t, lang } = usePage();
  const { round } = board;
  const leaves = cardLeaves(content.scorecard.criteria).map(({ leaf }) => ({ value: leaf.id, label: `${leaf.id}. ${titleIn(content.leaves, leaf, lang)}` }));
  const own = board.units.filter((unit) => unit.own);
  const may = own.length > 0 && (round.status === "appraised" || round.status === "agreed");
  if (!may && board.objections.length === 0) return null;
  return (
    <Card title={t(say("Ý kiến khác về điểm", "Objections"))}>
      {board.objections.map((objection) => (
        <div class={objection.settled_on === null ? "verdict q" : "verdict ok"}>
          <p><b>{objection.raised_by_name}</b> (<Day on={objection.raised_on} />): {objection.unit}, {leaves.find((leaf) => leaf.value === objection.criterion)?.label ?? objection.criterion}. {objection.text}</p>
          {objection.settled_on !== null && <p class="small">{objection.upheld === true ? t(say("Chấp nhận", "Upheld")) : t(say("Không chấp nhận", "Dismissed"))} (<Day on={objection.settled_on} />): {objection.settlement}</p>}
          {objection.settled_on === null && board.may.agree && round.status === "agreed" && (
            <details open={given.typed["objection"] === objection.id}>
              <summary>{t(say("Kết luận", "Settle"))}</summary>
              <Form action={`/rounds/${round.id}/objections/${objection.id}`}>
                <TextArea name="settlement" label={say("Kết luận của hội nghị", "What the meeting found")} {...ofObjection(given, objection.id)} />
                <p class="hint">{t(say("Chấp nhận thì ghi số liệu mới; ô để trống là giữ nguyên.", "To uphold, give the new facts; a blank field stands."))}</p>
                {factsOfCriterion(content, objection.criterion).map((asked) => <FactField content={content} asked={asked} optional {...ofObjection(given, objection.id)} />)}
                <p class="actions"><SubmitButton name="upheld" value="on">{t(say("Chấp nhận ý kiến", "Uphold"))}</SubmitButton><SubmitButton look="plain">{t(say("Không chấp nhận", "Dismiss"))}</SubmitButton></p>
              </Form>
            </details>
          )}
        </div>
      ))}
      {may && (
        <details open={given.failure !== null && "criterion" in given.typed}>
          <summary>{t(say("Nêu ý kiến khác", "Object"))}</summary>
          <Form action={`/rounds/${round.id}/objections`}>
            <Select name="by_unit_id" label={say("Đơn vị nêu ý kiến", "Unit that objects")} options={own.map((unit) => ({ value: unit.id, label: unit.name }))} blank={own.length > 1} {...given} />
            <Select name="unit_id" label={say("Về điểm của đơn vị", "About the points of")} options={board.units.map((unit) => ({ value: unit.id, label: unit.name }))} {...given} />
            <Select name="criterion" label={words.criterion} options={leaves} {...given} />
            <TextArea name="text" label={say("Ý kiến và căn cứ", "The objection and its ground")} {...given} />
            <SubmitButton>{t(say("Gửi ý kiến", "Send"))}</SubmitButton>
          </Form>
        </details>
      )}
    </Card>
  );
}

/** What was typed under one objection stands there alone. */
function ofObjection(given: Given, objection_id: string): Given {
  return given.typed["objection"] === objection_id ? given : { typed: {}, failure: null };
}

/** Every fact that a criterion's points rest on, also one that an earlier criterion asks on the sheet. */
function factsOfCriterion(content: CardContent, criterion: string) {
  const own = new Set(cardLeaves(content.scorecard.criteria).filter(({ leaf }) => leaf.id === criterion).flatMap(({ leaf }) => factsOfLeaf(leaf).map(({ fact }) => fact)));
  return askedFacts(content).filter((asked) => own.has(asked.fact));
}

function Leading({ board, given, honourName }: { board: Board; given: Given; honourName: (honour: string) => string }) {
  const { t } = usePage();
  return (
    <Card title={t(say("Bình xét đơn vị dẫn đầu", "Vote on the leading unit"))}>
      {board.leading.proposals.map((proposal) => <p>{t(say("Đã đề nghị", "Proposed"))}: <b>{board.units.find((unit) => unit.id === proposal.unit_id)?.name}</b> (<Day on={proposal.proposed_on} />)</p>)}
      <details open={given.failure !== null && "voters" in given.typed}>
        <summary>{t(say("Ghi kết quả bình xét", "Enter the vote"))}</summary>
        <Form action={`/rounds/${board.round.id}/leading`}>
          <TextField name="voters" label={say("Số người bỏ phiếu", "Voters")} width="s" inputMode="numeric" {...given} />
          {board.units.map((unit, at) => (
            <>
              <input type="hidden" name={`votes.${at}.unit_id`} value={unit.id} />
              <TextField name={`votes.${at}.votes`} label={say(`Phiếu cho ${unit.name}`, `Votes for ${unit.name}`)} width="s" inputMode="numeric" {...given} />
            </>
          ))}
          <Select name="honour" label={say("Đề nghị", "Proposed for")} options={["provincial_emulation_flag", "district_certificate_of_merit", "commune_certificate_of_merit"].map((value) => ({ value, label: honourName(value) }))} {...given} />
          <TextField name="reason" label={say("Lý do, nếu phiếu và điểm không cùng một đơn vị", "Reason, if votes and points name different units")} optional {...given} />
          <SubmitButton>{t(say("Ghi kết quả", "Enter"))}</SubmitButton>
        </Form>
      </details>
    </Card>
  );
}
