import { say } from "../../../kernel/text.ts";
import { decimal, toVietnamese } from "../../../kernel/decimal.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Checkbox, DateField, Day, ErrorSummary, Facts, Form, SubmitButton, TextField, type Typed, typedText, usePage } from "../../../platform/html/kit.ts";
import { History } from "../../honours/index.ts";
import { honourName } from "../../nominations/index.ts";
import { VIOLATION_NAMES, VIOLATIONS } from "../core/violations.ts";
import { words } from "../messages.ts";
import type { householdPage } from "../queries-households.ts";
import { HouseholdFields } from "./list-page.tsx";
import { Outcome, showPoints, typedPoints } from "./parts.tsx";
import type { View } from "./view.ts";

type HouseholdView = View<typeof householdPage>;
type Props = { view: HouseholdView; typed: Typed; failure: Failure | null };

/** One household: this year's registration with points and grounds, its history, its place on the list. */
export function HouseholdPage({ view, typed, failure }: Props) {
  const { t, lang } = usePage();
  const { review, household, registration, meeting } = view;
  const open = view.may_write && review.closed_on === null;
  return (
    <>
      <Breadcrumb trail={[{ href: `/households/${review.id}`, label: `${t(words.review)} ${review.year}` }, { href: `/households/${review.id}/villages/${household.unit_id}`, label: view.village }]} />
      <h1>{t(say(`Hộ gia đình ${household.head_name}`, `Household of ${household.head_name}`))}</h1>
      <ErrorSummary failure={failure} />
      <div class="grid g-2">
        <div class="stackable">
          <Card title={t(say(`Bình xét năm ${review.year}`, `Review of ${review.year}`))}>
            {registration === null ? <p class="muted">{t(say("Hộ chưa đăng ký. Đăng ký trên trang của thôn.", "Not registered. Register it on the village's page."))}</p> : (
              <>
                <Facts
                  facts={[
                    [t(say("Ngày đăng ký", "Registered on")), <><Day on={registration.registered_on} />{registration.late_reason !== null && <span class="small muted line">{registration.late_reason}</span>}</>],
                    [t(words.points), showPoints(registration.points)],
                    [t(words.agree), registration.agree === null ? "–" : `${registration.agree}${meeting === null ? "" : `/${meeting.present}`}`],
                    ...registration.violations.map((violation): readonly [string, string] => [t(VIOLATION_NAMES[violation.kind]), violation.evidence]),
                    registration.note === null ? null : [t(say("Ghi chú", "Note")), registration.note],
                    registration.outcome === null ? null : [t(words.outcome), <Outcome outcome={registration.outcome} reasons={registration.reasons} />],
                  ]}
                />
                {open && <Assessment view={view} typed={typed} failure={failure} />}
              </>
            )}
          </Card>
          <Card title={t(say("Quá trình được công nhận, khen thưởng", "Titles and certificates"))}>
            <History lines={view.history} nameOf={(honour) => honourName(honour, lang)} />
            {view.revocations.map((row) => <p class="warn">{t(say("Lý do hủy bỏ", "Why it was revoked"))}: {row.reason}</p>)}
          </Card>
        </div>
        <aside class="side"><Place view={view} typed={typed} failure={failure} /></aside>
      </div>
    </>
  );
}

function Assessment({ view, typed, failure }: Props) {
  const { t } = usePage();
  const { review, household, registration } = view;
  const before: Typed = {
    scores: Object.fromEntries(Object.entries(registration?.scores ?? {}).map(([id, score]) => [id, typedPoints(score)])),
    points: typedPoints(registration?.points ?? null), note: registration?.note ?? "",
    evidence: Object.fromEntries((registration?.violations ?? []).map((violation) => [violation.kind, violation.evidence])),
    ...Object.fromEntries((registration?.violations ?? []).map((violation) => [`ticked_${violation.kind}`, "on"])),
  };
  const again = typed["assessed"] === "1";
  const shown = again ? typed : before;
  const path = `/households/${review.id}/homes/${household.id}`;
  return (
    <details open={again}>
      <summary>{t(say("Nhập điểm, trường hợp không xét", "Enter points and grounds of exclusion"))}</summary>
      <Form action={`${path}/assessment`}>
        <input type="hidden" name="assessed" value="1" />
        {review.criteria.map((criterion) => <TextField name={`scores.${criterion.id}`} typed={shown} failure={failure} optional width="s" label={say(`${criterion.title} (tối đa ${toVietnamese(decimal(criterion.max))})`, `${criterion.title} (at most ${toVietnamese(decimal(criterion.max))})`)} />)}
        <TextField name="points" typed={shown} failure={failure} optional width="s" label={say("Tổng điểm", "Total")} hint={review.criteria.length === 0 ? say("Ghi như 92 hoặc 92,5", "Write it like 92 or 92,5") : say("Để trống thì cộng từ các tiêu chí", "Left empty it is the sum of the criteria")} />
        <fieldset>
          <legend>{t(say("Trường hợp không xét, kèm bằng chứng", "Grounds of exclusion, with the evidence"))}</legend>
          {VIOLATIONS.map((kind) => (
            <div class="two">
              <Checkbox name={`ticked_${kind}`} typed={shown} label={VIOLATION_NAMES[kind]} />
              <TextField name={`evidence.${kind}`} failure={failure} value={typedText(shown, `evidence.${kind}`)} optional label={say(`Bằng chứng: ${VIOLATION_NAMES[kind].vi.toLocaleLowerCase("vi")}`, `Evidence: ${VIOLATION_NAMES[kind].en.toLowerCase()}`)} />
            </div>
          ))}
        </fieldset>
        <TextField name="note" typed={shown} failure={failure} optional label={say("Ghi chú", "Note")} />
        <div><SubmitButton>{t(say("Lưu", "Save"))}</SubmitButton></div>
      </Form>
      <Form action={`${path}/withdrawal`}>
        <TextField name="reason" typed={typed} failure={failure} label={say("Lý do rút đăng ký", "Why the registration is withdrawn")} />
        <div><SubmitButton look="plain" confirm={t(say("Rút đăng ký của hộ này? Điểm và số đồng ý đã nhập sẽ mất.", "Withdraw it? Points and votes entered are lost."))}>{t(say("Rút đăng ký", "Withdraw the registration"))}</SubmitButton></div>
      </Form>
    </details>
  );
}

function Place({ view, typed, failure }: Props) {
  const { t } = usePage();
  const { review, household } = view;
  const path = `/households/${review.id}/homes/${household.id}`;
  const shown: Typed = typed["head_name"] === undefined ? { head_name: household.head_name, village_id: household.unit_id, code: household.code, address: household.address } : typed;
  const wrong = ["head_name", "village_id", "code", "address"].some((name) => failure?.fields?.[name] !== undefined);
  return (
    <Card title={t(say("Trong danh sách của xã", "On the commune's list"))}>
      <Facts facts={[[t(words.village), view.village], [t(words.code), household.code ?? "–"], [t(words.address), household.address ?? "–"], [t(say("Từ ngày", "Since")), <Day on={household.from_on} />], household.to_on === null ? null : [t(say("Đến ngày", "Until")), <Day on={household.to_on} />]]} />
      {view.may_write && (
        <>
          <details open={wrong}>
            <summary>{t(say("Sửa thông tin hộ", "Change the household"))}</summary>
            <Form action={`${path}/place`}>
              <HouseholdFields villages={view.villages.map((village) => ({ value: village.id, label: village.name }))} typed={shown} failure={failure} />
              <div><SubmitButton>{t(say("Lưu", "Save"))}</SubmitButton></div>
            </Form>
          </details>
          {household.to_on === null && (
            <details open={failure?.fields?.["to_on"] !== undefined}>
              <summary>{t(say("Đưa ra khỏi danh sách", "Take it off the list"))}</summary>
              <Form action={`${path}/end`}>
                <DateField name="to_on" typed={typed} failure={failure} label={say("Từ ngày", "From")} />
                <TextField name="end_reason" typed={typed} failure={failure} label={say("Lý do (chuyển đi, nhập hộ…)", "Why (moved, merged…)")} />
                <div><SubmitButton look="plain">{t(say("Đưa ra khỏi danh sách", "Take it off"))}</SubmitButton></div>
              </Form>
            </details>
          )}
        </>
      )}
    </Card>
  );
}
