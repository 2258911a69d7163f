import { say } from "../../../../kernel/text.ts";
import { Card, DateField, Day, DaysLeft, ErrorSummary, Facts, FileField, Form, Select, SubmitButton, TextArea, TextField, usePage } from "../../../../platform/html/kit.ts";
import { EVENT_KIND_NAMES } from "../core/events.ts";
import { words } from "../messages.ts";
import { InspectForm, Inspections, PairsForm } from "./inspections.tsx";
import { optionsOf, Scan, StateTag, Trail } from "./parts.tsx";
import type { EventView, ShownEvent } from "./views.ts";

/** One event of a cluster: what is known of it, and the forms of those who lead or inspect. */
export function EventPage({ view, given }: ShownEvent) {
  const { t } = usePage();
  const { event, cluster } = view;
  return (
    <>
      <Trail cluster={cluster} year={event.year} />
      <div class="head-line"><h1>{event.title}</h1><StateTag state={event.state} /></div>
      <ErrorSummary failure={given.failure} />
      <div class="grid g-2">
        <div class="side">
          {event.summary !== null && <Card title={t(say("Kết quả", "What came of it"))}><p class="lines">{event.summary}</p><p><Scan cluster_id={cluster.id} year={event.year} file_id={event.minutes_file_id} /></p></Card>}
          {event.cancelled_on !== null && <p class="warn">{t(say("Đã bỏ khỏi lịch ngày", "Cancelled on"))} <Day on={event.cancelled_on} />: {event.cancel_reason}</p>}
          {view.inspections.length > 0 && <Inspections view={view} />}
          <InspectForm view={view} given={given} />
          {view.may.pair && <PairsForm view={view} given={given} />}
          {view.models.length > 0 && <Card title={t(say("Mô hình được giới thiệu", "Models shown"))}><ul class="plain-list">{view.models.map((model) => <li><a href={`/clusters/${cluster.id}?year=${event.year}`}>{model.title}</a><span class="line small muted">{model.unit}</span></li>)}</ul></Card>}
          {view.may.lead && <HoldForm view={view} given={given} />}
        </div>
        <aside class="side">
          <Card>
            <Facts
              facts={[
                [t(say("Loại", "Kind")), t(EVENT_KIND_NAMES[event.kind])],
                [t(words.due), <><Day on={event.due_on} /> {event.state !== "done" && event.state !== "cancelled" && <DaysLeft days={event.days_left} />}</>],
                view.host === null ? null : [t(words.host), view.host],
                event.done_on === null ? null : [t(say("Thực hiện", "Done on")), <Day on={event.done_on} />],
                event.reminded_on === null ? null : [t(say("Đã nhắc", "Reminded on")), <Day on={event.reminded_on} />],
              ]}
            />
            {view.may.lead && <LeadForms view={view} given={given} />}
          </Card>
        </aside>
      </div>
    </>
  );
}

const at = (view: EventView, step: string) => `/clusters/${view.cluster.id}/events/${view.event.id}/${step}`;

function HoldForm({ view, given }: ShownEvent) {
  const { t } = usePage();
  return (
    <Card>
      <details open={given.form === "hold"}>
        <summary>{t(say("Ghi kết quả thực hiện", "Enter that it was held"))}</summary>
        <Form action={at(view, "holding")} upload>
          <DateField name="hold.held_on" label={say("Ngày thực hiện", "Held on")} {...given} />
          <TextArea name="hold.summary" label={say("Kết quả chính", "What came of it")} {...given} />
          <FileField name="hold.minutes" label={words.minutes} hint={words.scanHint} accept=".pdf,.png,.jpg,.jpeg" optional {...given} />
          <div><SubmitButton>{t(words.save)}</SubmitButton></div>
        </Form>
      </details>
    </Card>
  );
}

function LeadForms({ view, given }: ShownEvent) {
  const { t } = usePage();
  const now = { move: { due_on: view.event.due_on, host_unit_id: view.event.host_unit_id ?? "" } };
  const moved = { typed: given.form === "move" ? given.typed : now, failure: given.failure };
  return (
    <div class="work">
      <Form action={at(view, "reminder")} bare><SubmitButton look="plain">{t(say("Nhắc các thành viên", "Remind the members"))}</SubmitButton></Form>
      <details open={given.form === "move"}>
        <summary>{t(say("Đổi hạn, đổi nơi", "Move it"))}</summary>
        <Form action={at(view, "move")}>
          <DateField name="move.due_on" label={words.due} {...moved} />
          <Select name="move.host_unit_id" label={words.host} options={optionsOf(view.members)} optional {...moved} />
          <TextField name="move.reason" label={say("Lý do", "Reason")} {...moved} />
          <div><SubmitButton>{t(words.save)}</SubmitButton></div>
        </Form>
      </details>
      <details open={given.form === "cancel"}>
        <summary>{t(say("Bỏ khỏi lịch", "Cancel it"))}</summary>
        <Form action={at(view, "cancellation")}>
          <TextField name="cancel.reason" label={say("Lý do", "Reason")} {...given} />
          <div><SubmitButton look="danger">{t(say("Bỏ khỏi lịch", "Cancel it"))}</SubmitButton></div>
        </Form>
      </details>
    </div>
  );
}
