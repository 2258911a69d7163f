import { LEVELS, ROUNDS, type TallyInput, type TallyOutput } from "../../engines/tally/index.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import { Card, Checkbox, DateField, ErrorSummary, Form, Select, SubmitButton, TextArea, TextField, type Typed, usePage } from "../../platform/html/kit.ts";
import { COUNTS, FORM_AREAS, FORM_CANDIDATES } from "./election-tally-form.ts";
import { TallyResult } from "./election-tally-result.tsx";
import { ELECTED_LEVELS, ROUND_WORDS } from "./election-words.ts";

const COUNT_WORDS: Readonly<Record<(typeof COUNTS)[number], Text>> = {
  listed: say("Cử tri trong danh sách đã cập nhật", "Voters on the updated list"),
  voted: say("Cử tri đã đi bầu", "Voters who voted"),
  issued: say("Phiếu phát ra", "Ballots issued"),
  collected: say("Phiếu thu vào", "Ballots collected"),
  valid: say("Phiếu hợp lệ", "Valid ballots"),
  invalid: say("Phiếu không hợp lệ", "Invalid ballots"),
};

/** What was sent and what came of it. */
export type TallyView = {
  readonly typed: Typed;
  readonly json: string;
  readonly failure: Failure | null;
  readonly answer: { readonly input: TallyInput; readonly output: TallyOutput } | null;
  /** Which of the two ways was used, to be open again. */
  readonly as: "form" | "json";
};

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at);
}

function AreaFields({ at, typed, failure }: { at: number; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const base = `areas.${at}`;
  return (
    <fieldset>
      <legend>{t(say(`Khu vực bỏ phiếu ${at + 1}`, `Polling area ${at + 1}`))}</legend>
      <TextField name={`${base}.area`} label={say("Tên khu vực", "Name of the area")} optional typed={typed} failure={failure} width="m" />
      <div class="two">
        {COUNTS.map((name) => <TextField name={`${base}.${name}`} label={COUNT_WORDS[name]} typed={typed} failure={failure} inputMode="numeric" width="s" />)}
      </div>
      <div class="two">
        {numbers(FORM_CANDIDATES).map((one) => <TextField name={`${base}.votes.${one}`} label={say(`Phiếu cho người ứng cử ${one + 1}`, `Votes for candidate ${one + 1}`)} typed={typed} failure={failure} inputMode="numeric" width="s" />)}
      </div>
      <Checkbox name={`${base}.annulled`} label={say("Kết quả ở khu vực này đã bị hủy", "The result of this area is annulled")} checked={checkedIn(typed, at)} />
    </fieldset>
  );
}

function checkedIn(typed: Typed, at: number): boolean {
  const areas = typed["areas"];
  const area: unknown = Array.isArray(areas) ? areas[at] : undefined;
  return typeof area === "object" && area !== null && "annulled" in area && area.annulled === "on";
}

/** Where minutes are checked and the elected found; nothing that is typed here is kept. */
export function ElectionTallyPage({ typed, json, failure, answer, as }: TallyView) {
  const { t } = usePage();
  const options = <K extends string>(ids: readonly K[], words: Readonly<Record<K, Text>>) => ids.map((value) => ({ value, label: t(words[value]) }));
  return (
    <>
      <h1>{t(say("Kiểm biên bản kiểm phiếu, xác định người trúng cử", "Check counting minutes, find who is elected"))}</h1>
      <p>{t(say(
        "Cho một đơn vị bầu cử, một cấp. Số liệu chỉ được tính rồi trả lời ngay, không lưu lại. Kết quả chính thức do Ban bầu cử và Ủy ban bầu cử công bố.",
        "For one constituency at one level. The figures are only reckoned and answered, nothing is stored. The official result is published by the election bodies.",
      ))} <a href="/election/calendar">{t(say("Lịch bầu cử", "Election calendar"))}</a></p>
      <ErrorSummary failure={failure} />
      {answer && <div class="stackable"><TallyResult {...answer} /></div>}
      <div class="work after">
        <details open={as === "form"}>
          <summary>{t(say(`Nhập từ biên bản (đến ${FORM_AREAS} khu vực, ${FORM_CANDIDATES} người ứng cử)`, `Type from the minutes (up to ${FORM_AREAS} areas, ${FORM_CANDIDATES} candidates)`))}</summary>
          <Card>
            <Form action="/election/tally">
              <input type="hidden" name="as" value="form" />
              <div class="two">
                <Select name="level" label={say("Bầu đại biểu", "Elected body")} options={options(LEVELS, ELECTED_LEVELS)} typed={typed} failure={failure} blank={false} />
                <Select name="round" label={say("Lần bầu", "Round")} options={options(ROUNDS, ROUND_WORDS)} typed={typed} failure={failure} blank={false} />
                <DateField name="polling_day" label={say("Ngày bầu cử lần đầu", "Polling day of the first vote")} typed={typed} failure={failure} hint={say("Ví dụ 23/5/2021", "For example 23/5/2021")} />
                <TextField name="seats" label={say("Số đại biểu được bầu", "Seats")} hint={say("Ở đơn vị bầu cử này", "Of this constituency")} typed={typed} failure={failure} inputMode="numeric" width="s" />
              </div>
              <fieldset>
                <legend>{t(say("Người ứng cử", "Candidates"))}</legend>
                {numbers(FORM_CANDIDATES).map((at) => (
                  <div class="two">
                    <TextField name={`candidates.${at}.name`} label={say(`${at + 1}. Họ và tên`, `${at + 1}. Name`)} typed={typed} failure={failure} />
                    <TextField name={`candidates.${at}.born_on`} label={say("Ngày sinh (bỏ trống nếu chưa rõ)", "Birth date (empty if unknown)")} typed={typed} failure={failure} inputMode="numeric" width="s" />
                  </div>
                ))}
              </fieldset>
              {numbers(FORM_AREAS).map((at) => <AreaFields at={at} typed={typed} failure={failure} />)}
              <div class="actions"><SubmitButton>{t(say("Kiểm và xác định", "Check and decide"))}</SubmitButton></div>
            </Form>
          </Card>
        </details>
        <details open={as === "json"}>
          <summary>{t(say("Dán biên bản dạng JSON (không giới hạn số khu vực)", "Paste minutes as JSON (any number of areas)"))}</summary>
          <Card>
            <Form action="/election/tally">
              <input type="hidden" name="as" value="json" />
              <TextArea name="minutes" label={say("Biên bản", "Minutes")} hint={say("Cùng dạng với lệnh thidua tally.", "In the form of the command thidua tally.")} rows={16} typed={{ minutes: json }} failure={as === "json" ? failure : null} />
              <div class="actions"><SubmitButton>{t(say("Kiểm và xác định", "Check and decide"))}</SubmitButton></div>
            </Form>
          </Card>
        </details>
      </div>
    </>
  );
}
