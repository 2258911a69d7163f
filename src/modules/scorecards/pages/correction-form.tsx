import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, DateField, ErrorSummary, Form, SubmitButton, TextArea, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import type { CardContent } from "../core/content.ts";
import { askedFacts } from "../core/sheet.ts";
import { words } from "../messages.ts";
import type { roundBoard } from "../queries-rounds.ts";
import { FactField } from "./fact-field.tsx";
import type { View } from "./view.ts";

type Board = View<typeof roundBoard>;

/** The form that corrects a published result. */
export function CorrectionForm({ board, content, unit_id, typed, failure }: { board: Board; content: CardContent; unit_id: string | null; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const given = { typed, failure };
  const unit = board.units.find((entry) => entry.id === unit_id);
  return (
    <>
      <Breadcrumb trail={[{ href: "/rounds", label: t(words.rounds) }, { href: `/rounds/${board.round.id}/board`, label: board.round.title }]} />
      <h1>{t(say("Đính chính kết quả đã công bố", "Correct a published result"))}</h1>
      <p>{t(say("Kết quả cũ vẫn được giữ và xem được; kết quả mới ghi rõ theo quyết định nào.", "The earlier result stays to be seen; the new one names the decision."))}</p>
      <ErrorSummary failure={failure} />
      {unit === undefined ? (
        <ul class="plain-list">{board.units.map((entry) => <li><a href={`/rounds/${board.round.id}/correction?unit=${entry.id}`}>{entry.name}</a></li>)}</ul>
      ) : (
        <Form action={`/rounds/${board.round.id}/correction?unit=${unit.id}`}>
          <p><b>{unit.name}</b></p>
          <TextField name="decision_number" label={say("Số quyết định", "Decision number")} width="m" {...given} />
          <DateField name="decided_on" label={say("Ngày quyết định", "Day of the decision")} {...given} />
          <TextArea name="reason" label={words.reason} rows={2} {...given} />
          <fieldset>
            <legend>{t(say("Số liệu mới (để trống nếu giữ nguyên)", "New facts (blank if they stand)"))}</legend>
            {askedFacts(content).map((asked) => <FactField content={content} asked={asked} before={asked.leaf === null ? "" : `${asked.leaf}. `} optional {...given} />)}
          </fieldset>
          <SubmitButton>{t(say("Đính chính", "Correct"))}</SubmitButton>
        </Form>
      )}
    </>
  );
}
