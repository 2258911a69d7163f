import type { HonourEntry } from "../../../engines/rulebook/index.ts";
import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, ErrorSummary, Form, type Option, Select, SubmitButton, TextField, type Typed, typedText, usePage } from "../../../platform/html/kit.ts";
import type { PersonOnDay, UnitOnDay } from "../../organizations/index.ts";
import { PROPOSABLE_AUTHORITIES } from "../core/authorities.ts";
import { FactFields } from "./fact-fields.tsx";
import { AUTHORITY_NAMES } from "./words.ts";

export type DraftChoices = { units: UnitOnDay[]; unit_id: string; people: PersonOnDay[]; subjects: UnitOnDay[] };

/** The page on which a clerk writes a nomination; the findings stand beside it while it is written. */
export function DraftPage(props: { choices: DraftChoices; honours: readonly HonourEntry[]; authoritiesOf: (honour: string) => readonly string[]; typed: Typed; failure: Failure | null; findings?: preact.ComponentChildren }) {
  const { t, lang } = usePage();
  const { choices, typed, failure } = props;
  const honour = props.honours.find((entry) => entry.id === typedText(typed, "honour"));
  const individual = honour === undefined || honour.subject_kinds.includes("individual");
  const subject = typedText(typed, "subject");
  const kind = subject.startsWith("unit:") ? (choices.subjects.find((unit) => `unit:${unit.id}` === subject)?.kind === "household" ? "household" : "collective") : individual ? "individual" : "collective";
  const subjects: Option[] = [
    ...(individual ? choices.people.map((person) => ({ value: `person:${person.id}`, label: `${person.full_name}, ${person.title}`, group: person.unit_name })) : []),
    ...(honour === undefined || honour.subject_kinds.some((entry) => entry !== "individual")
      ? choices.subjects.map((unit) => ({ value: `unit:${unit.id}`, label: unit.name, group: t(say("Tập thể, hộ gia đình", "Collectives, households")) }))
      : []),
  ];
  const year = Number(typedText(typed, "year"));
  const authorities = honour === undefined ? PROPOSABLE_AUTHORITIES : props.authoritiesOf(honour.id);
  const authority = authorities.find((one) => one === typedText(typed, "authority")) ?? authorities[0] ?? "";
  return (
    <>
      <Breadcrumb trail={[{ href: "/nominations", label: t(say("Hồ sơ", "Nominations")) }]} />
      <h1>{t(say("Lập hồ sơ đề nghị khen thưởng", "Write a nomination"))}</h1>
      <ErrorSummary failure={failure} />
      <Card title={t(say("Đơn vị và danh hiệu, hình thức", "Unit and honour"))}>
        <form method="get" action="/nominations/new" class="form">
          <div class="two">
            <Select name="unit" blank={false} typed={{ unit: choices.unit_id }} options={choices.units.map((unit) => ({ value: unit.id, label: unit.name }))} label={say("Đơn vị đề nghị", "Proposing unit")} />
            <Select name="honour" typed={typed} failure={failure} options={props.honours.map((entry) => ({ value: entry.id, label: lang === "vi" ? entry.name_vi : entry.name_en }))} label={say("Danh hiệu, hình thức", "Honour")} />
            <TextField name="year" typed={typed} failure={failure} width="s" inputMode="numeric" label={say("Năm thành tích", "Achievement year")} />
            <Select name="authority" blank={false} typed={typed} failure={failure} options={authorities.map((value) => ({ value, label: t(AUTHORITY_NAMES[value] ?? say(value, value)) }))} label={say("Cấp quyết định", "Deciding authority")} hint={say("Sau khi chọn danh hiệu, chỉ còn các cấp có thẩm quyền theo luật.", "Once the honour is chosen, only the authorities that the law names are offered.")} />
          </div>
          <div><SubmitButton look="plain">{t(say("Chọn", "Choose"))}</SubmitButton></div>
        </form>
      </Card>
      {honour && (
        <div class="grid g-2 after">
          <Card title={lang === "vi" ? honour.name_vi : honour.name_en}>
            <Form action="/nominations" live="/nominations/findings">
              <input type="hidden" name="unit_id" value={choices.unit_id} />
              <input type="hidden" name="honour" value={honour.id} />
              <input type="hidden" name="year" value={year} />
              <input type="hidden" name="authority" value={failure === null ? authority : typedText(typed, "authority")} />
              <Select name="subject" typed={typed} failure={failure} options={subjects} label={say("Người, tập thể hoặc hộ được đề nghị", "Who is nominated")} />
              <FactFields typed={typed} failure={failure} subject={kind} year={year} />
              <div><SubmitButton>{t(say("Lưu nháp, xem đối chiếu", "Save the draft and see the findings"))}</SubmitButton></div>
            </Form>
          </Card>
          <Card title={t(say("Đối chiếu với quy định", "Against the law"))}>
            <div id="findings" aria-live="polite">
              {props.findings ?? <p class="muted">{t(say("Chọn người được đề nghị và điền các mục; kết quả hiện ở đây khi đang gõ, hoặc sau khi lưu.", "Choose who is nominated; the findings appear here as you type, or after saving."))}</p>}
            </div>
          </Card>
        </div>
      )}
    </>
  );
}
