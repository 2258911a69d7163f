import type { Result } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, ErrorSummary, Form, SubmitButton, Table, TextArea, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import type { dossiersForNotice } from "../queries-notice.ts";

type View<Q> = Q extends { readonly run: (...parts: never[]) => Promise<Result<infer O, Failure>> } ? O : never;
type Group = View<typeof dossiersForNotice>["groups"][number];
type Chosen = View<typeof dossiersForNotice>["chosen"][number];

/** Chooses which appraised dossiers go on public notice: first the group, then the dossiers, the length and the title. */
export function NoticeForm({ view, honour, year, typed, failure }: { view: View<typeof dossiersForNotice>; honour: string; year: string; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const group = view.groups.find((entry) => entry.honour === honour && String(entry.year) === year);
  return (
    <>
      <Breadcrumb trail={[{ href: "/notices", label: t(say("Công khai lấy ý kiến", "Public notices")) }]} />
      <h1>{t(say("Công khai lấy ý kiến trước khi trình Hội đồng", "Public notice before the council"))}</h1>
      <ErrorSummary failure={failure} />
      <Card title={t(say("Hồ sơ đã nhận thẩm định", "Dossiers under appraisal"))}>
        <Table
          columns={[
            { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (row: Group) => <a href={`/notices/new?honour=${row.honour}&year=${row.year}`} aria-current={row === group ? "true" : undefined}>{t(row.name)}</a> },
            { head: t(say("Năm", "Year")), cell: (row) => row.year, num: true },
            { head: t(say("Số hồ sơ", "Dossiers")), cell: (row) => row.n, num: true },
            { head: t(say("Thời gian công khai", "Notice asked for")), cell: (row) => <Asked group={row} /> },
          ]}
          rows={view.groups}
          empty={say("Không có hồ sơ nào đang thẩm định.", "No dossier is under appraisal.")}
        />
      </Card>
      {group !== undefined && <div class="after"><DossierForm group={group} chosen={view.chosen} typed={typed} failure={failure} /></div>}
    </>
  );
}

function Asked({ group }: { group: Group }) {
  const { t } = usePage();
  if (group.asked === null) return <>{t(say("địa phương chưa quy định", "no local rule"))}</>;
  return <>{t(say(`${group.asked.days} ngày làm việc`, `${group.asked.days} working days`))} <span class="muted small">({group.asked.instrument})</span></>;
}

function DossierForm({ group, chosen, typed, failure }: { group: Group; chosen: readonly Chosen[]; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const given = { typed, failure };
  const before = typed["nomination_ids"];
  const picked = (id: string) => before === undefined ? Object.keys(typed).length === 0 : Array.isArray(before) ? before.includes(id) : before === id;
  return (
    <Card title={`${t(group.name)}, ${group.year}`}>
      <Form action="/notices">
        <input type="hidden" name="honour" value={group.honour} />
        <input type="hidden" name="year" value={String(group.year)} />
        <TextField name="title" label={say("Tên danh sách", "Title")} hint={say(`Để trống thì ghi: ${group.name.vi}, năm ${group.year}`, `Left empty: ${group.name.vi}, năm ${group.year}`)} optional {...given} />
        <TextField name="days" label={say("Số ngày làm việc công khai", "Working days of notice")} hint={say("Từ 1 đến 60. Để trống thì theo quy định của địa phương; không được ngắn hơn quy định", "1 to 60. Left empty the local rule applies; never shorter than the rule")} width="s" inputMode="numeric" optional {...given} />
        <TextArea name="days_off" label={say("Ngày nghỉ lễ, Tết trong thời gian này", "Holidays in that time")} hint={say("Mỗi dòng một ngày, ví dụ 03/01/2022. Thứ Bảy, Chủ nhật đã được trừ", "One to a line, for example 03/01/2022. Saturdays and Sundays are left out already")} rows={3} optional {...given} />
        <fieldset id="f-nomination_ids">
          <legend>{t(say("Hồ sơ trong danh sách", "Dossiers on the list"))}</legend>
          <p class="hint">{t(say("Tên, đơn vị và thành tích dưới đây sẽ hiện trên cổng công khai đến hết ngày cuối.", "Name, unit and achievement below stand on the public portal until the last day."))}</p>
          {chosen.map((row) => (
            <label class="check-line">
              <input type="checkbox" name="nomination_ids[]" value={row.id} checked={picked(row.id)} />
              {row.subject_name} <span class="muted small">· {row.unit_name} · {row.achievement.slice(0, 160)}</span>
            </label>
          ))}
        </fieldset>
        <SubmitButton confirm={t(say("Công khai danh sách này?", "Post this list?"))}>{t(say("Công khai trên cổng", "Post on the portal"))}</SubmitButton>
      </Form>
    </Card>
  );
}
