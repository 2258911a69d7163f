import { formatDate } from "../../../kernel/plain-date.ts";
import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Checkbox, DateField, Day, DaysLeft, ErrorSummary, Form, Select, SubmitButton, TextArea, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { words } from "../messages.ts";
import type { campaignChoices, campaignPage } from "../queries.ts";
import type { responseBoard } from "../queries-responses.ts";
import type { View } from "./view.ts";

type CampaignView = View<typeof campaignPage>;
type Step = { typed: Typed; failure: Failure | null };

function Trail({ id, title }: { id: string; title: string }) {
  const { t } = usePage();
  return <Breadcrumb trail={[{ href: "/campaigns", label: t(words.campaigns) }, { href: `/campaigns/${id}`, label: title }]} />;
}

/** A unit's response: what it undertakes, how many take part; the reason when the day has passed. */
export function ResponseForm({ view, typed, failure }: Step & { view: CampaignView }) {
  const { t } = usePage();
  const { campaign } = view;
  const open = view.mine.filter((entry) => entry.response === null);
  return (
    <>
      <Trail id={campaign.id} title={campaign.title} />
      <h1>{t(say("Hưởng ứng phong trào", "Respond to the campaign"))}</h1>
      <p>{t(words.respondBy)} <b><Day on={campaign.response_due_on} /></b> <DaysLeft days={view.days_left} /></p>
      <div class="grid g-2">
        <div>
          <ErrorSummary failure={failure} />
          {open.length === 0 ? (
            <Card><p>{t(say("Không có đơn vị nào của bạn còn phải hưởng ứng phong trào này.", "None of your units has yet to respond to this campaign."))}</p></Card>
          ) : (
            <Card>
              <Form action={`/campaigns/${campaign.id}/response`}>
                <Select name="unit_id" label={words.unit} options={open.map((entry) => ({ value: entry.unit_id, label: entry.unit_name }))} blank={open.length > 1} typed={typed} failure={failure} />
                <TextArea name="undertaking" label={say("Đơn vị sẽ làm gì", "What the unit will do")} hint={say("Việc cụ thể, số lượng, thời gian", "Concrete work, quantity, time")} rows={6} typed={typed} failure={failure} />
                <TextField name="participants" label={say("Số người tham gia", "Participants")} width="s" inputMode="numeric" optional typed={typed} failure={failure} />
                {view.days_left < 0 && (
                  <TextField name="late_reason" label={words.lateReason} hint={say(`Hạn đã qua ngày ${formatDate(campaign.response_due_on)}`, `The last day was ${formatDate(campaign.response_due_on)}`)} typed={typed} failure={failure} />
                )}
                <div><SubmitButton>{t(say("Gửi", "Send"))}</SubmitButton></div>
              </Form>
            </Card>
          )}
        </div>
        <aside class="side">
          <Card title={t(say("Tiêu chí của phong trào", "The campaign's criteria"))}>
            <ul class="plain-list">
              {view.criteria.map((row) => <li>{row.text} <span class="small muted line">{row.unit_of_measure} · <Day on={row.due_on} /></span></li>)}
            </ul>
          </Card>
        </aside>
      </div>
    </>
  );
}

/** Whom to urge: those who are silent, all ticked. */
export function UrgingForm({ board, failure }: { board: View<typeof responseBoard>; failure: Failure | null }) {
  const { t } = usePage();
  const { campaign } = board;
  const silent = board.groups.map((group) => ({ ...group, rows: group.rows.filter((row) => row.responded_on === null) })).filter((group) => group.rows.length > 0);
  return (
    <>
      <Trail id={campaign.id} title={campaign.title} />
      <h1>{t(say("Đôn đốc đơn vị chưa hưởng ứng", "Urge units that have not responded"))}</h1>
      <p><DaysLeft days={board.days_left} /> {t(say("Cán bộ phụ trách của mỗi đơn vị được chọn nhận một thông báo.", "The clerk of each chosen unit gets a notice."))}</p>
      <ErrorSummary failure={failure} />
      <Form action={`/campaigns/${campaign.id}/urging`}>
        {silent.map((group) => (
          <fieldset>
            <legend>{group.cluster?.name ?? t(say("Ngoài cụm, khối", "Outside the clusters"))}</legend>
            <div class="two">
              {group.rows.map((row) => <Checkbox name="unit_ids[]" value={row.unit_id} label={say(row.unit_name, row.unit_name)} checked />)}
            </div>
          </fieldset>
        ))}
        {silent.length === 0 ? <p>{t(say("Tất cả đơn vị đã hưởng ứng.", "All units have responded."))}</p> : <div><SubmitButton>{t(say("Gửi đôn đốc", "Send"))}</SubmitButton></div>}
      </Form>
    </>
  );
}

/** Ending a campaign after its final review. */
export function ClosureForm({ view, typed, failure }: Step & { view: CampaignView }) {
  const { t } = usePage();
  return (
    <>
      <Trail id={view.campaign.id} title={view.campaign.title} />
      <h1>{t(say("Tổng kết, kết thúc phong trào", "Close the campaign"))}</h1>
      <p>{t(say(`${view.responded}/${view.called} đơn vị đã hưởng ứng. Kết thúc rồi thì không nhận thêm hưởng ứng.`, `${view.responded} of ${view.called} units responded. Once closed, no more responses are taken.`))}</p>
      <ErrorSummary failure={failure} />
      <Form action={`/campaigns/${view.campaign.id}/closure`}>
        <TextArea name="summary" label={say("Kết quả chính", "Main results")} optional typed={typed} failure={failure} />
        <div><SubmitButton confirm={t(say("Kết thúc phong trào?", "Close the campaign?"))}>{t(say("Kết thúc phong trào", "Close"))}</SubmitButton></div>
      </Form>
    </>
  );
}

/** A called unit hands the campaign on to units beneath it. */
export function CascadeForm({ view, choices, typed, failure }: Step & { view: CampaignView; choices: View<typeof campaignChoices> }) {
  const { t } = usePage();
  const chosen = typed["unit_ids"];
  return (
    <>
      <Trail id={view.campaign.id} title={view.campaign.title} />
      <h1>{t(say("Phát động tiếp xuống cơ sở", "Cascade to sub-units"))}</h1>
      <p>{t(say(`${choices.unit.name} phát động phong trào này tới các đơn vị trực thuộc, giữ nguyên tiêu chí và hạn.`, `${choices.unit.name} launches this campaign to its sub-units with the same criteria and due dates.`))}</p>
      <ErrorSummary failure={failure} />
      <Form action={`/campaigns/${view.campaign.id}/cascade`}>
        <input type="hidden" name="unit_id" value={choices.unit.id} />
        <fieldset id="f-unit_ids">
          <legend>{t(say("Đơn vị trực thuộc", "Sub-units"))}</legend>
          {choices.units.length === 0 && <p class="muted">{t(say("Đơn vị chưa có đơn vị trực thuộc nào trong hệ thống.", "The unit has no sub-units here yet."))}</p>}
          <div class="two">
            {choices.units.filter((unit) => unit.kind !== "household").map((unit) => (
              <Checkbox name="unit_ids[]" value={unit.id} label={say(unit.name, unit.name)} checked={!Array.isArray(chosen) || chosen.includes(unit.id)} />
            ))}
          </div>
        </fieldset>
        <DateField name="response_due_on" label={words.respondBy} typed={typed} failure={failure} />
        <TextArea name="aim" label={say("Yêu cầu riêng", "Own aim")} hint={say("Để trống thì giữ mục đích của cấp trên", "Blank keeps the aim of the level above")} optional typed={typed} failure={failure} />
        <div><SubmitButton>{t(say("Phát động", "Launch"))}</SubmitButton></div>
      </Form>
    </>
  );
}
