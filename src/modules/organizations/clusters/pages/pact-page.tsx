import { say } from "../../../../kernel/text.ts";
import { Card, DateField, Day, ErrorSummary, FileField, Form, Select, SubmitButton, Table, Tag, TextArea, TextField, typedText, usePage } from "../../../../platform/html/kit.ts";
import type { View } from "../../pages/view.ts";
import { USUAL_ARTICLES } from "../core/pact.ts";
import type { Given } from "../forms.ts";
import { words } from "../messages.ts";
import type { clusterPact } from "../query-pact.ts";
import { optionsOf, Scan, Trail } from "./parts.tsx";

export type PactView = View<typeof clusterPact>;
type Shown = { view: PactView; given: Given };

/** How many empty articles the form offers beside what it begins with. */
const SPARE_ARTICLES = 2;

/** The pact of a year as everybody sees it, with the forms of those who draft and sign. */
export function PactPage({ view, given }: Shown) {
  const { t } = usePage();
  const { cluster, year, pact } = view;
  return (
    <>
      <Trail cluster={cluster} year={year} />
      <h1>{t(say(`Giao ước thi đua năm ${year}`, `Emulation pact of ${year}`))}</h1>
      <ErrorSummary failure={given.failure} />
      {pact === null ? <Card><p class="muted">{t(say("Chưa soạn giao ước cho năm này.", "No pact is drafted for this year yet."))}</p></Card> : <Text pact={pact} />}
      {pact !== null && <Signatures view={view} />}
      {view.may.sign.length > 0 && <SignForm view={view} given={given} />}
      {view.may.enter && <PaperForm view={view} given={given} />}
      {view.may.draft && <DraftForm view={view} given={given} />}
    </>
  );
}

function Text({ pact }: { pact: NonNullable<PactView["pact"]> }) {
  const { t } = usePage();
  const targets = (pact.targets ?? "").split("\n").filter((line) => line.trim() !== "");
  return (
    <Card>
      {pact.completed_on !== null && <p class="verdict ok">{t(say("Tất cả thành viên đã ký, ngày", "Signed by all members on"))} <Day on={pact.completed_on} />.</p>}
      <ol class="contents">{pact.articles.map((article) => <li><div><h2>{article.title}</h2><p class="lines">{article.text}</p></div></li>)}</ol>
      {targets.length > 0 && <><h2>{t(say("Chỉ tiêu chung", "Common targets"))}</h2><ul>{targets.map((line) => <li>{line}</li>)}</ul></>}
    </Card>
  );
}

function Signatures({ view }: { view: PactView }) {
  const { t } = usePage();
  return (
    <div class="after">
      <Card>
        <Table
          caption={t(say("Chữ ký của các thành viên", "Signatures of the members"))}
          columns={[
            { head: t(words.unit), cell: (row: PactView["signatures"][number]) => row.unit },
            { head: t(say("Người ký", "Signed by")), cell: (row) => <>{row.signer_name}<span class="line small muted">{row.signer_title}</span></> },
            { head: t(say("Ngày ký", "Signed on")), cell: (row) => <Day on={row.signed_on} /> },
            { head: t(say("Hình thức", "How")), cell: (row) => (row.source === "here" ? t(say("Ký trên hệ thống", "Signed here")) : <>{t(words.onPaper)} <Scan cluster_id={view.cluster.id} year={view.year} file_id={row.scan_file_id} /></>) },
          ]}
          rows={view.signatures}
          empty={say("Chưa có chữ ký nào.", "No signature yet.")}
        />
        {view.waiting.length > 0 && <p><Tag look="wait">{t(say("Chưa ký", "Not signed"))}</Tag> {view.waiting.map((unit) => unit.name).join(", ")}</p>}
      </Card>
    </div>
  );
}

function SignForm({ view, given }: Shown) {
  const { t } = usePage();
  return (
    <div class="after">
      <Card title={t(say("Ký giao ước", "Sign the pact"))}>
        <p class="small muted">{t(say("Người ký là thủ trưởng đơn vị, hoặc người được thủ trưởng giao ký. Đã có chữ ký thì nội dung giữ nguyên.", "The head of the unit signs, or somebody whom the head charged with it. From the first signature on the articles stand."))}</p>
        <Form action={`/clusters/${view.cluster.id}/pact/signatures?year=${view.year}`}>
          <Select name="sign.unit_id" label={words.unit} options={optionsOf(view.may.sign)} blank={view.may.sign.length > 1} {...given} />
          <TextField name="sign.signer_name" label={say("Họ và tên người ký", "Signer's full name")} {...given} />
          <TextField name="sign.signer_title" label={say("Chức vụ", "Position")} {...given} />
          <div><SubmitButton>{t(say("Ký", "Sign"))}</SubmitButton></div>
        </Form>
      </Card>
    </div>
  );
}

function PaperForm({ view, given }: Shown) {
  const { t } = usePage();
  return (
    <div class="after">
      <Card>
        <details open={given.form === "enter"}>
          <summary>{t(say("Ghi chữ ký từ bản giấy", "Enter a signature from paper"))}</summary>
          <Form action={`/clusters/${view.cluster.id}/pact/papers?year=${view.year}`} upload>
            <Select name="enter.unit_id" label={words.unit} options={optionsOf(view.waiting)} {...given} />
            <TextField name="enter.signer_name" label={say("Họ và tên người ký", "Signer's full name")} {...given} />
            <TextField name="enter.signer_title" label={say("Chức vụ", "Position")} {...given} />
            <DateField name="enter.signed_on" label={say("Ngày ký", "Signed on")} {...given} />
            <FileField name="enter.scan" label={say("Bản quét có chữ ký", "Scan of the signed paper")} hint={words.scanHint} accept=".pdf,.png,.jpg,.jpeg" {...given} />
            <div><SubmitButton>{t(words.save)}</SubmitButton></div>
          </Form>
        </details>
      </Card>
    </div>
  );
}

function DraftForm({ view, given }: Shown) {
  const { t } = usePage();
  const begun = { articles: view.pact?.articles ?? USUAL_ARTICLES, targets: view.pact?.targets ?? "" };
  const field = { typed: given.form === "draft" ? given.typed : begun, failure: given.failure };
  const articles = field.typed["articles"];
  const rows = Array.isArray(articles) ? articles.length : 0;
  return (
    <div class="after">
      <Card>
        <details open={view.pact === null || given.form === "draft"}>
          <summary>{t(view.pact === null ? say("Soạn giao ước", "Draft the pact") : say("Sửa bản soạn (chưa ai ký)", "Edit the draft (nobody has signed)"))}</summary>
          <Form action={`/clusters/${view.cluster.id}/pact?year=${view.year}`}>
            {Array.from({ length: rows + SPARE_ARTICLES }, (_article, at) => (
              <fieldset>
                <legend>{t(say(`Nội dung ${at + 1}`, `Article ${at + 1}`))}</legend>
                <TextField name={`articles.${at}.title`} label={say("Tiêu đề", "Title")} optional={at > 0} {...field} />
                <TextArea name={`articles.${at}.text`} label={say("Nội dung cam kết", "What is pledged")} rows={3} optional={at > 0 && typedText(field.typed, `articles.${at}.title`) === ""} {...field} />
              </fieldset>
            ))}
            <TextArea name="targets" label={say("Chỉ tiêu chung, mỗi dòng một chỉ tiêu", "Common targets, one a line")} optional {...field} />
            <div><SubmitButton>{t(say("Lưu bản soạn", "Save the draft"))}</SubmitButton></div>
          </Form>
        </details>
      </Card>
    </div>
  );
}
