import { commendationTypes } from "../../../engines/rulebook/index.ts";
import { say, type Text } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Checkbox, DateField, type Option, Select, TextArea, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { DISCIPLINE_NAMES, INITIATIVE_NAMES, PENDING_NAMES, RATING_NAMES, SCOPE_NAMES } from "./words.ts";

type Props = { typed: Typed; failure: Failure | null; subject: "individual" | "collective" | "household"; year: number };

/** The facts that a clerk states; what is left open stays open, and the check says so. */
export function FactFields(props: Props) {
  const { t } = usePage();
  const { typed, failure, year } = props;
  const options = (names: Readonly<Record<string, Text>>): Option[] => Object.entries(names).map(([value, text]) => ({ value, label: t(text) }));
  return (
    <>
      <TextArea
        name="achievement" rows={5} typed={typed} failure={failure}
        label={say("Tóm tắt thành tích", "Achievement in short")}
        hint={say("Câu đầu được in trên giấy chứng nhận, giấy khen. Nêu số giấy chứng nhận sáng kiến nếu có.", "The first sentence is printed on the certificate.")}
      />
      <div class="two">
        <Select
          name="commendation_type" typed={typed} failure={failure} optional options={commendationTypes().map((type) => ({ value: type.id, label: t(say(type.vi, type.en)) }))}
          label={say("Loại hình khen thưởng", "Type of commendation")} hint={say("Để trống là khen thưởng công trạng", "Left open: for merit")}
        />
        <Select
          name="procedure" typed={typed} failure={failure} optional options={[{ value: "usual", label: t(say("Thông thường", "Usual")) }, { value: "simplified", label: t(say("Đơn giản", "Simplified")) }]}
          label={say("Thủ tục", "Procedure")} hint={say("Để trống thì theo loại hình: đột xuất làm theo thủ tục đơn giản", "Left open it follows the type: a sudden feat goes the simplified way")}
        />
      </div>
      {props.subject === "individual" && <IndividualFacts {...props} options={options} />}
      {props.subject === "collective" && <CollectiveFacts {...props} />}
      {props.subject === "household" && (
        <>
          <TextField name="years_as_cultured_family" typed={typed} failure={failure} optional label={say("Các năm đạt Gia đình văn hóa", "Years as a cultured family")} hint={say(`Ví dụ ${year - 2}, ${year - 1}, ${year}`, `For example ${year - 2}, ${year - 1}, ${year}`)} />
          <Ticks name="violations" legend={say("Vi phạm của thành viên hộ", "Violations by members")} names={VIOLATION_NAMES} none={say("Không có vi phạm nào", "No violations")} typed={typed} />
        </>
      )}
      <Ticks name="pending" legend={say("Việc đang xem xét", "Pending matters")} names={PENDING_NAMES} none={say("Không có việc nào", "None")} typed={typed} />
      <TextField name="deed" typed={typed} failure={failure} optional width="m" label={say("Mã thành tích", "Achievement id")} hint={say("Chỉ khi khen một việc cụ thể, để không khen hai lần cho một thành tích.", "Only for one certain deed, so that it is not rewarded twice.")} />
    </>
  );
}

function IndividualFacts({ typed, failure, year, options }: Props & { options: (names: Readonly<Record<string, Text>>) => Option[] }) {
  const { t } = usePage();
  return (
    <>
      <div class="two">
        <Select name="rating" typed={typed} failure={failure} options={options(RATING_NAMES)} label={say(`Xếp loại năm ${year}`, `Rating of ${year}`)} />
        <Select name="rating_before_1" typed={typed} failure={failure} optional options={options(RATING_NAMES)} label={say(`Xếp loại năm ${year - 1}`, `Rating of ${year - 1}`)} />
      </div>
      <div class="two">
        <Select name="initiative_scope" typed={typed} failure={failure} label={say("Sáng kiến, đề tài trong năm", "Initiative this year")} options={[{ value: "none", label: t(say("Không có", "None")) }, ...options(SCOPE_NAMES)]} hint={say("Phạm vi được công nhận", "Scope of recognition")} />
        <Select name="initiative_kind" typed={typed} failure={failure} optional options={options(INITIATIVE_NAMES)} label={say("Loại", "Kind")} hint={say("Nếu có", "If any")} />
      </div>
      <fieldset>
        <legend>{t(say(`Kỷ luật trong năm ${year}`, `Discipline in ${year}`))}</legend>
        <Select name="disciplined" typed={typed} failure={failure} label={say("Bị kỷ luật", "Disciplined")} options={[{ value: "no", label: t(say("Không", "No")) }, { value: "yes", label: t(say("Có", "Yes")) }]} />
        <div class="two">
          <Select name="discipline_form" typed={typed} failure={failure} optional options={options(DISCIPLINE_NAMES)} label={say("Hình thức", "Form")} />
          <DateField name="discipline_on" typed={typed} failure={failure} optional label={say("Ngày quyết định", "Decided on")} />
          <DateField name="discipline_ends_on" typed={typed} failure={failure} optional label={say("Ngày hết hiệu lực kỷ luật", "No longer in force from")} />
        </div>
      </fieldset>
    </>
  );
}

function CollectiveFacts({ typed, failure }: Props) {
  const { t } = usePage();
  return (
    <fieldset>
      <legend>{t(say("Thành viên của tập thể", "Members of the collective"))}</legend>
      <p class="hint">{t(say("Để trống thì hệ thống đếm theo danh sách người của đơn vị và hồ sơ đang có.", "Left open, they are counted from the unit's people and dossiers."))}</p>
      <div class="two">
        <TextField name="members_total" typed={typed} failure={failure} optional width="s" inputMode="numeric" label={say("Tổng số", "Total")} />
        <TextField name="members_completed" typed={typed} failure={failure} optional width="s" inputMode="numeric" label={say("Hoàn thành nhiệm vụ", "Completed their tasks")} />
        <TextField name="members_advanced_labourers" typed={typed} failure={failure} optional width="s" inputMode="numeric" label={say("Lao động tiên tiến", "Advanced labourers")} />
        <TextField name="members_grassroots_fighters" typed={typed} failure={failure} optional width="s" inputMode="numeric" label={say("Chiến sĩ thi đua cơ sở", "Grassroots fighters")} />
      </div>
      <Select
        name="members_disciplined" typed={typed} failure={failure} label={say("Thành viên bị kỷ luật", "Disciplined members")}
        options={[
          { value: "none", label: t(say("Không có ai", "Nobody")) },
          { value: "reprimand", label: t(say("Có, mức khiển trách", "Yes, reprimand")) },
          { value: "warning", label: t(say("Có, từ cảnh cáo trở lên", "Yes, warning or above")) },
        ]}
      />
    </fieldset>
  );
}

function Ticks(props: { name: string; legend: Text; names: Readonly<Record<string, Text>>; none: Text; typed: Typed }) {
  const { t } = usePage();
  const value = props.typed[props.name];
  const chosen = new Set(Array.isArray(value) ? value : [value]);
  return (
    <fieldset>
      <legend>{t(props.legend)}</legend>
      <Checkbox name={`${props.name}[]`} value="none" label={props.none} checked={chosen.has("none")} />
      {Object.entries(props.names).map(([word, label]) => <Checkbox name={`${props.name}[]`} value={word} label={label} checked={chosen.has(word)} />)}
    </fieldset>
  );
}

const VIOLATION_NAMES: Readonly<Record<string, Text>> = {
  prosecuted: say("Bị truy cứu hình sự, biện pháp xử lý hành chính", "Prosecuted"),
  military_duty: say("Không hoàn thành nghĩa vụ quân sự", "Military duty"),
  tax: say("Không hoàn thành nghĩa vụ thuế", "Tax duty"),
  construction: say("Bị phạt về xây dựng", "Construction"),
  fire_safety: say("Bị phạt về phòng cháy", "Fire safety"),
  environment: say("Bị phạt về môi trường", "Environment"),
  child_marriage: say("Tảo hôn, hôn nhân cận huyết", "Child or consanguineous marriage"),
  domestic_violence: say("Bạo lực gia đình", "Domestic violence"),
  social_evils: say("Ma túy, mại dâm, trộm cắp, cờ bạc", "Drugs, prostitution, theft, gambling"),
  disorderly_gathering: say("Tụ tập gây rối trật tự", "Disorderly gathering"),
};
