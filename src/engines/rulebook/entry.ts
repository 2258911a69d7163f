import { formatDate, type PlainDate, plainDate } from "../../kernel/plain-date.ts";
import type { CheckInput } from "./facts.ts";
import { authorityOn, honourOf, kindsOn, provisionIfAny, regimeOn } from "./law.ts";
import type { AuthorityId, DatedAuthority, Honour, Regime } from "./law-types.ts";
import { type CheckReport, reportOf } from "./report.ts";
import { type Say, word } from "./say.ts";

/** The subject check: does the honour exist on the day, and may this kind of nominee receive it. */
export function subjectCheck(input: CheckInput, honour: Honour, say: Say): CheckReport {
  const on = input.received_on;
  const { kind } = input.candidate;
  const line = kindsOn(honour, on);
  const name = say(honour.vi, honour.en);
  if (line === null) {
    const nearest = honour.kinds[0];
    if (nearest === undefined) throw new Error(`honour without kinds: ${honour.id}`);
    const last = honour.kinds[honour.kinds.length - 1] ?? nearest;
    const exists =
      on < nearest.from
        ? say(`${name} chỉ có từ ngày ${formatDate(plainDate(nearest.from))}`, `${name} exists only from ${nearest.from}`)
        : say(`${name} chỉ có đến trước ngày ${last.to === null ? "" : formatDate(plainDate(last.to))}`, `${name} existed only until before ${last.to}`);
    const need = say("Danh hiệu, hình thức phải có trong pháp luật vào ngày nhận hồ sơ", "The honour must exist on the day of receipt");
    return reportOf("subject_kind", need, { result: "fail", found: exists, remedy: null }, nearest, say);
  }
  const need = say(`Dành cho: ${line.kinds.map((one) => word(one, say)).join(", ")}`, `For: ${line.kinds.map((one) => word(one, say)).join(", ")}`);
  const found = say(`Đối tượng đề nghị: ${word(kind, say)}`, `The nominee is ${word(kind, say)}`);
  if (line.kinds.includes(kind)) return reportOf("subject_kind", need, { result: "pass", found }, line, say);
  if (line.kinds_unverified?.includes(kind)) {
    const remedy = say("Đối chiếu văn bản về đối tượng này", "Read what the article says of this kind of nominee");
    return reportOf("subject_kind", need, { result: "unknown", found, remedy }, { ...line, status: "unverified" }, say);
  }
  return reportOf("subject_kind", need, { result: "fail", found, remedy: null }, line, say);
}

/** The authority check: deciding without the power fails, and so does a dossier from the unit a person has left. */
export function authorityCheck(input: CheckInput, honour: Honour, say: Say): CheckReport | null {
  const line = authorityOn(honour.id, input.received_on);
  if (line === null) return null;
  const { authority } = input;
  const names = authorityNames(line.who, say);
  const need = say(`Thẩm quyền quyết định: ${names}`, `Decided by: ${names}`);
  const sign = say(`Trình người có thẩm quyền quyết định: ${names}`, `Refer to whoever has the power: ${names}`);
  if (input.candidate.kind === "individual" && input.candidate.proposed_by === "former_unit") {
    const transfer = provisionIfAny("proposing_unit", input.received_on);
    if (transfer?.status === "verified") {
      const found = say("Đơn vị cũ lập hồ sơ cho người đã chuyển công tác", "The former unit proposes a person who has moved");
      const remedy = say("Đơn vị mới xét, có ý kiến nhận xét của đơn vị cũ", "Let the new unit review, with the former unit's opinion");
      return reportOf("authority", say("Đơn vị đang quản lý (đơn vị mới khi điều động) xét, đề nghị", "The unit that manages the person reviews and proposes"), { result: "fail", found, remedy }, transfer, say);
    }
  }
  if (authority === undefined) {
    const found = say("Hồ sơ chưa cho biết cấp quyết định", "The dossier does not say who decides");
    return reportOf("authority", need, { result: "unknown", found, missing: ["authority"], remedy: say("Ghi rõ cấp quyết định", "State who decides") }, line, say);
  }
  const found = say(`Cấp quyết định: ${word(`${authority}_authority`, say)}`, `Decided by ${word(`${authority}_authority`, say)}`);
  if (line.unsettled?.includes(authority)) {
    const remedy = say("Đối chiếu văn bản phân định thẩm quyền đang có hiệu lực", "Read the text that settles the power");
    return reportOf("authority", need, { result: "unknown", found, remedy }, { ...line, status: "unverified" }, say);
  }
  if (!line.who.includes(authority)) return reportOf("authority", need, { result: "fail", found, remedy: sign }, line, say);
  const staff = staffProblem(line, authority, input, say);
  if (staff !== null) return reportOf("authority", need, { result: "fail", ...staff }, line, say);
  return reportOf("authority", need, { result: "pass", found }, line, say);
}

/** An enterprise decides for its own workers, and nobody else does. */
function staffProblem(line: DatedAuthority, authority: AuthorityId, input: CheckInput, say: Say): { found: string; remedy: string } | null {
  const { worker } = input.candidate;
  if (line.staff_rule !== true || worker === undefined || worker === "other") return null;
  if (worker === "worker" && authority !== "enterprise") {
    return {
      found: say("Công nhân của doanh nghiệp, hợp tác xã do doanh nghiệp quyết định", "Workers of an enterprise or cooperative are decided by it"),
      remedy: say("Trình người đứng đầu doanh nghiệp, hợp tác xã quyết định", "Refer to the head of the enterprise or cooperative"),
    };
  }
  if (worker !== "worker" && authority === "enterprise") {
    const others = authorityNames(line.who.filter((one) => one !== "enterprise"), say);
    return {
      found: say("Doanh nghiệp chỉ quyết định cho người lao động của mình", "An enterprise decides only for its own workers"),
      remedy: say(`Trình người có thẩm quyền quyết định: ${others}`, `Refer to whoever has the power: ${others}`),
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
