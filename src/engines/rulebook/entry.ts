import { formatDate, type PlainDate, plainDate } from "../../kernel/plain-date.ts";
import type { CheckInput } from "./facts.ts";
import { honourOf, provisionIfAny, regimeOn } from "./law.ts";
import type { AuthorityId, DatedAuthority, DatedKinds, Honour, Regime } from "./law-types.ts";
import type { Text } from "./model.ts";
import { type JudgedCheck, judgedOf } from "./report.ts";
import { type Say, word } from "./say.ts";

/** The subject check: does the honour exist on the day (`line` is null where it does not), and may this kind of nominee receive it. */
export function subjectCheck(input: CheckInput, honour: Honour, line: DatedKinds | null): JudgedCheck {
  const on = input.received_on;
  const { kind } = input.candidate;
  if (line === null) {
    const nearest = honour.kinds[0];
    if (nearest === undefined) throw new Error(`honour without kinds: ${honour.id}`);
    const last = honour.kinds[honour.kinds.length - 1] ?? nearest;
    const exists: Text = (say) => {
      const name = say(honour.vi, honour.en);
      return on < nearest.from
        ? say(`${name} chỉ có từ ngày ${formatDate(plainDate(nearest.from))}`, `${name} exists only from ${nearest.from}`)
        : say(`${name} chỉ có đến trước ngày ${last.to === null ? "" : formatDate(plainDate(last.to))}`, `${name} existed only until before ${last.to}`);
    };
    const need: Text = (say) => say("Danh hiệu, hình thức phải có trong pháp luật vào ngày nhận hồ sơ", "The honour must exist on the day of receipt");
    return judgedOf("subject_kind", need, { result: "fail", found: exists, remedy: null }, nearest);
  }
  const need: Text = (say) => {
    const names = line.kinds.map((one) => word(one, say)).join(", ");
    return say(`Dành cho: ${names}`, `For: ${names}`);
  };
  const found: Text = (say) => say(`Đối tượng đề nghị: ${word(kind, say)}`, `The nominee is ${word(kind, say)}`);
  if (line.kinds.includes(kind)) return judgedOf("subject_kind", need, { result: "pass", found }, line);
  if (line.kinds_unverified?.includes(kind)) {
    const remedy: Text = (say) => say("Đối chiếu văn bản về đối tượng này", "Read what the article says of this kind of nominee");
    return judgedOf("subject_kind", need, { result: "unknown", found, remedy }, { ...line, status: "unverified" });
  }
  return judgedOf("subject_kind", need, { result: "fail", found, remedy: null }, line);
}

/** The authority check: deciding without the power fails, and so does a dossier from the unit a person has left. */
export function authorityCheck(input: CheckInput, line: DatedAuthority): JudgedCheck {
  const { authority } = input;
  const need: Text = (say) => {
    const names = authorityNames(line.who, say);
    return say(`Thẩm quyền quyết định: ${names}`, `Decided by: ${names}`);
  };
  if (input.candidate.kind === "individual" && input.candidate.proposed_by === "former_unit") {
    const transfer = provisionIfAny("proposing_unit", input.received_on);
    if (transfer?.status === "verified") {
      const found: Text = (say) => say("Đơn vị cũ lập hồ sơ cho người đã chuyển công tác", "The former unit proposes a person who has moved");
      const remedy: Text = (say) => say("Đơn vị mới xét, có ý kiến nhận xét của đơn vị cũ", "Let the new unit review, with the former unit's opinion");
      const managing: Text = (say) => say("Đơn vị đang quản lý (đơn vị mới khi điều động) xét, đề nghị", "The unit that manages the person reviews and proposes");
      return judgedOf("authority", managing, { result: "fail", found, remedy }, transfer);
    }
  }
  if (authority === undefined) {
    const found: Text = (say) => say("Hồ sơ chưa cho biết cấp quyết định", "The dossier does not say who decides");
    const remedy: Text = (say) => say("Ghi rõ cấp quyết định", "State who decides");
    return judgedOf("authority", need, { result: "unknown", found, missing: ["authority"], remedy }, line);
  }
  const found: Text = (say) => say(`Cấp quyết định: ${word(`${authority}_authority`, say)}`, `Decided by ${word(`${authority}_authority`, say)}`);
  if (line.unsettled?.includes(authority)) {
    const remedy: Text = (say) => say("Đối chiếu văn bản phân định thẩm quyền đang có hiệu lực", "Read the text that settles the power");
    return judgedOf("authority", need, { result: "unknown", found, remedy }, { ...line, status: "unverified" });
  }
  if (!line.who.includes(authority)) return judgedOf("authority", need, { result: "fail", found, remedy: referTo(line.who) }, line);
  const staff = staffProblem(line, authority, input);
  return judgedOf("authority", need, staff === null ? { result: "pass", found } : { result: "fail", ...staff }, line);
}

function referTo(who: readonly AuthorityId[]): Text {
  return (say) => {
    const names = authorityNames(who, say);
    return say(`Trình người có thẩm quyền quyết định: ${names}`, `Refer to whoever has the power: ${names}`);
  };
}

/** An enterprise decides for its own workers, and nobody else does. */
function staffProblem(line: DatedAuthority, authority: AuthorityId, input: CheckInput): { found: Text; remedy: Text } | null {
  const { worker } = input.candidate;
  if (line.staff_rule !== true || worker === undefined || worker === "other") return null;
  if (worker === "worker" && authority !== "enterprise") {
    return {
      found: (say) => say("Công nhân của doanh nghiệp, hợp tác xã do doanh nghiệp quyết định", "Workers of an enterprise or cooperative are decided by it"),
      remedy: (say) => say("Trình người đứng đầu doanh nghiệp, hợp tác xã quyết định", "Refer to the head of the enterprise or cooperative"),
    };
  }
  if (worker !== "worker" && authority === "enterprise") {
    return {
      found: (say) => say("Doanh nghiệp chỉ quyết định cho người lao động của mình", "An enterprise decides only for its own workers"),
      remedy: referTo(line.who.filter((one) => one !== "enterprise")),
    };
  }
  return null;
}

/** Names who decides; where nobody was confirmed, says so. */
export function authorityNames(who: readonly AuthorityId[], say: Say): string {
  return who.length === 0 ? say("chưa đối chiếu được", "not confirmed yet") : who.map((one) => word(`${one}_authority`, say)).join("; ");
}

/** Gives the honour of an input, under its catalogue id. */
export function honourOfInput(input: CheckInput): Honour {
  return honourOf(input.honour);
}

/** Gives the regime of a day; throws where there is none, for the input reader has refused such a day. */
export function regimeOfInput(on: PlainDate): Regime {
  const regime = regimeOn(on);
  if (regime === null) throw new Error(`no rulebook on ${on}`);
  return regime;
}
