import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Checkbox, DateField, Day, ErrorSummary, Facts, FileField, Form, Pagination, SubmitButton, Table, Tag, TextField, type Typed, typedText, usePage } from "../../../platform/html/kit.ts";
import { VIOLATION_NAMES } from "../core/violations.ts";
import { words } from "../messages.ts";
import type { villagePage } from "../queries-households.ts";
import { CellInput, Outcome, showPoints, typedPoints } from "./parts.tsx";
import type { View } from "./view.ts";

type VillageView = View<typeof villagePage>;
type Row = VillageView["rows"][number];
type Props = { view: VillageView; typed: Typed; failure: Failure | null };

/** A village: its meeting, the table in which points and votes are entered, who has not registered. */
export function VillagePage({ view, typed, failure }: Props) {
  const { t } = usePage();
  const { review, village } = view;
  return (
    <>
      <Breadcrumb trail={[{ href: "/households", label: t(words.review) }, { href: `/households/${review.id}`, label: String(review.year) }]} />
      <h1>{village.name}</h1>
      <ErrorSummary failure={failure} />
      <div class="stackable">
        <Meeting view={view} typed={typed} failure={failure} />
        <Card><Entries view={view} typed={typed} failure={failure} /></Card>
        {view.waiting.length > 0 && <Waiting view={view} typed={typed} failure={failure} />}
      </div>
    </>
  );
}

function Meeting({ view, typed, failure }: Props) {
  const { t } = usePage();
  const { review, village, meeting } = view;
  const field = { failure, typed: { ...meeting, ...typed } };
  const path = `/households/${review.id}/villages/${village.id}`;
  return (
    <Card title={t(say("Cuộc họp thôn", "The village meeting"))}>
      {meeting !== null && (
        <Facts
          facts={[
            [t(say("Ngày họp", "Met on")), <Day on={meeting.met_on} />],
            [t(say("Dự họp", "Present")), <>{meeting.present}/{meeting.called} ({view.present_share}) {view.quorate === false && <Tag look={review.share_instrument === null ? "wait" : "bad"}>{t(say(`chưa đủ ${review.quorum_percent} %`, `below ${review.quorum_percent} %`))}</Tag>}</>],
            [t(say("Chủ trì, thư ký", "Chair, secretary")), `${meeting.chair_name}, ${meeting.secretary_name}`],
            [t(say("Biên bản", "Minutes")), meeting.scan_file_id === null ? t(say("chưa có bản quét", "no scan yet")) : <a href={`${path}/minutes`}>{t(say("Mở", "Open"))}</a>],
          ]}
        />
      )}
      {view.may_write && (
        <details open={meeting === null || ["met_on", "called", "present", "chair_name", "secretary_name", "scan"].some((name) => failure?.fields?.[name] !== undefined)}>
          <summary>{t(meeting === null ? say("Ghi cuộc họp", "Record the meeting") : say("Sửa số liệu cuộc họp", "Mend the meeting"))}</summary>
          <Form action={`${path}/meeting`} upload>
            <div class="two">
              <DateField {...field} name="met_on" label={say("Ngày họp", "Met on")} />
              <TextField {...field} name="called" label={say("Số hộ được mời", "Called")} inputMode="numeric" width="s" />
              <TextField {...field} name="present" label={say("Số hộ dự họp", "Present")} inputMode="numeric" width="s" />
            </div>
            <div class="two">
              <TextField {...field} name="chair_name" label={say("Chủ trì", "Chair")} />
              <TextField {...field} name="secretary_name" label={say("Thư ký", "Secretary")} />
            </div>
            <FileField name="scan" failure={failure} optional accept=".pdf,.png,.jpg,.jpeg" label={say("Bản quét biên bản", "Scan of the minutes")} hint={say("PDF, PNG hoặc JPEG, tối đa 30 MB", "PDF, PNG or JPEG, at most 30 MB")} />
            <div><SubmitButton>{t(say("Ghi cuộc họp", "Save the meeting"))}</SubmitButton></div>
          </Form>
        </details>
      )}
    </Card>
  );
}

function Entries({ view, typed, failure }: Props) {
  const { t } = usePage();
  const { review, village } = view;
  const path = `/households/${review.id}/villages/${village.id}`;
  const indexed = view.rows.map((row, index) => ({ ...row, index }));
  type Indexed = Row & { index: number };
  const shown = (row: Indexed, name: "points" | "agree"): string => {
    const key = `rows.${row.index}.${name}`;
    if (Array.isArray(typed["rows"])) return typedText(typed, key);
    return name === "points" ? typedPoints(row.registration.points) : String(row.registration.agree ?? "");
  };
  const input = (row: Indexed, name: "points" | "agree") => {
    const key = `rows.${row.index}.${name}`;
    return <CellInput name={key} label={`${t(words[name])}: ${row.household.head_name}`} value={shown(row, name)} fault={failure?.fields?.[key]} />;
  };
  const table = (
    <Table
      caption={t(say(`${view.count} hộ đăng ký`, `${view.count} registered households`))}
      columns={[
        { head: t(words.head), cell: (row: Indexed) => <>{view.may_write && <input type="hidden" name={`rows.${row.index}.household_id`} value={row.household.id} />}<a href={`/households/${review.id}/homes/${row.household.id}`}>{row.household.head_name}</a>{row.household.code !== null && <span class="small muted"> ({row.household.code})</span>}{row.registration.violations.map((violation) => <span class="small line">{t(VIOLATION_NAMES[violation.kind])}</span>)}</> },
        { head: t(words.points), cell: (row) => (view.may_write ? input(row, "points") : showPoints(row.registration.points)) },
        { head: t(words.agree), cell: (row) => <>{view.may_write ? input(row, "agree") : (row.registration.agree ?? "–")}{row.reached === false && <Tag look={review.share_instrument === null ? "wait" : "bad"}>{t(say(`dưới ${review.agree_percent} %`, `below ${review.agree_percent} %`))}</Tag>}</> },
        ...(review.closed_on === null ? [] : [{ head: t(words.outcome), cell: (row: Indexed) => <Outcome outcome={row.registration.outcome} reasons={row.registration.reasons} /> }]),
      ]}
      rows={indexed}
      empty={say("Chưa có hộ nào đăng ký.", "No household has registered.")}
    />
  );
  return (
    <>
      {view.may_write && view.rows.length > 0 ? (
        <Form action={`${path}/votes?page=${view.page}`} bare>
          {table}
          <p class="after"><SubmitButton>{t(say("Ghi điểm, số đồng ý", "Save points and votes"))}</SubmitButton></p>
        </Form>
      ) : table}
      <Pagination page={view.page} pages={view.pages} href={(page) => `${path}?page=${page}`} />
    </>
  );
}

function Waiting({ view, typed, failure }: Props) {
  const { t } = usePage();
  const { review, village } = view;
  const chosen = Array.isArray(typed["household_ids"]) ? (typed["household_ids"] as unknown[]) : null;
  return (
    <Card title={t(say(`${view.waiting.length} hộ chưa đăng ký`, `${view.waiting.length} households have not registered`))}>
      {!view.may_write ? (
        <ul class="names">{view.waiting.map((household) => <li>{household.head_name}</li>)}</ul>
      ) : (
        <details open={["registered_on", "late_reason", "household_ids"].some((name) => failure?.fields?.[name] !== undefined)}>
          <summary>{t(say("Đăng ký cho các hộ", "Register households"))}</summary>
          <Form action={`/households/${review.id}/villages/${village.id}/registrations`}>
            <div class="two">
              <DateField name="registered_on" typed={typed} failure={failure} label={say("Ngày đăng ký", "Registered on")} />
              <TextField name="late_reason" typed={typed} failure={failure} optional label={say("Lý do đăng ký muộn", "Reason for registering late")} />
            </div>
            <fieldset>
              <legend>{t(words.households)}</legend>
              {view.waiting.map((household) => <Checkbox name="household_ids[]" value={household.id} checked={chosen === null || chosen.includes(household.id)} label={say(`Hộ ${household.head_name}${household.code === null ? "" : ` (${household.code})`}`, `${household.head_name}${household.code === null ? "" : ` (${household.code})`}`)} />)}
            </fieldset>
            <div><SubmitButton>{t(say("Đăng ký các hộ đã chọn", "Register the chosen"))}</SubmitButton></div>
          </Form>
        </details>
      )}
    </Card>
  );
}
