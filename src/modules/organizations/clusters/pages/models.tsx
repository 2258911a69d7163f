import { say } from "../../../../kernel/text.ts";
import { Card, Day, Form, Select, SubmitButton, Tag, TextArea, TextField, usePage } from "../../../../platform/html/kit.ts";
import type { Given } from "../forms.ts";
import { words } from "../messages.ts";
import { optionsOf } from "./parts.tsx";
import type { ClusterView } from "./views.ts";

/** The models that members showed one another, who took them up, and the forms to do so. */
export function Models({ view, given }: { view: ClusterView; given: Given }) {
  const { t } = usePage();
  const own = view.members.filter((member) => view.may.share.includes(member.id));
  if (view.models.length === 0 && own.length === 0) return null;
  return (
    <Card title={t(say("Mô hình chia sẻ trong cụm, khối", "Models shared among the members"))}>
      {view.models.length === 0 && <p class="muted">{t(say("Chưa có mô hình nào được giới thiệu.", "No model was shared yet."))}</p>}
      <ul class="plain-list">{view.models.map((model) => <li><Model model={model} /></li>)}</ul>
      {own.length > 0 && <ShareForm view={view} own={own} given={given} />}
      {own.length > 0 && view.models.length > 0 && <AdoptForm view={view} own={own} given={given} />}
    </Card>
  );
}

function Model({ model }: { model: ClusterView["models"][number] }) {
  const { t } = usePage();
  return (
    <>
      <h3>{model.title} {model.adoptions.length > 0 && <Tag look="ok">{t(say(`${model.adoptions.length} đơn vị áp dụng`, `Adopted by ${model.adoptions.length}`))}</Tag>}</h3>
      <p class="small muted">{model.unit}, <Day on={model.shared_on} /></p>
      <p class="lines">{model.what}</p>
      <p class="lines"><b>{t(say("Kết quả", "Result"))}:</b> {model.result}</p>
      {model.adoptions.map((adoption) => <p class="small"><b>{adoption.unit}</b> (<Day on={adoption.adopted_on} />): {adoption.note}</p>)}
    </>
  );
}

type Own = { view: ClusterView; own: readonly { id: string; name: string }[]; given: Given };

function ShareForm({ view, own, given }: Own) {
  const { t } = usePage();
  const meetings = view.events.filter((event) => event.kind === "thematic_meeting" && event.state !== "cancelled");
  return (
    <details open={given.form === "share"}>
      <summary>{t(say("Giới thiệu một mô hình", "Share a model"))}</summary>
      <Form action={`/clusters/${view.cluster.id}/models?year=${view.year}`}>
        <Select name="share.unit_id" label={words.unit} options={optionsOf(own)} blank={own.length > 1} {...given} />
        <TextField name="share.title" label={say("Tên mô hình", "Title")} {...given} />
        <TextArea name="share.what" label={say("Cách làm", "What is done")} {...given} />
        <TextArea name="share.result" label={say("Kết quả đạt được", "The result")} rows={3} {...given} />
        {meetings.length > 0 && <Select name="share.event_id" label={say("Giới thiệu tại buổi sinh hoạt", "Shown at the meeting")} options={meetings.map((event) => ({ value: event.id, label: event.title }))} optional {...given} />}
        <div><SubmitButton>{t(say("Giới thiệu", "Share"))}</SubmitButton></div>
      </Form>
    </details>
  );
}

function AdoptForm({ view, own, given }: Own) {
  const { t } = usePage();
  return (
    <details open={given.form === "adopt"}>
      <summary>{t(say("Ghi nhận áp dụng một mô hình", "Enter that a model is adopted"))}</summary>
      <Form action={`/clusters/${view.cluster.id}/adoptions?year=${view.year}`}>
        <Select name="adopt.model_id" label={say("Mô hình", "Model")} options={view.models.map((model) => ({ value: model.id, label: `${model.title} (${model.unit})` }))} {...given} />
        <Select name="adopt.unit_id" label={say("Đơn vị áp dụng", "Unit that adopts it")} options={optionsOf(own)} blank={own.length > 1} {...given} />
        <TextArea name="adopt.note" label={say("Áp dụng thế nào", "How it is adopted")} rows={3} {...given} />
        <div><SubmitButton>{t(say("Ghi nhận", "Enter"))}</SubmitButton></div>
      </Form>
    </details>
  );
}
