import { say } from "../../../../kernel/text.ts";
import type { Failure } from "../../../../platform/command/failure.ts";
import { Card, DateField, FileField, Form, Select, SubmitButton, TextField, type Typed, typedText, usePage } from "../../../../platform/html/kit.ts";
import { ABOVE_OUTCOME_NAMES, ABOVE_OUTCOMES } from "../core/result-file.ts";

type Row = { id: string; position: number; subject_name: string };

/** The forms of a result: reading a file of the level above, and what its paper says of each dossier; blank lines wait on. */
export function ResultForm({ package_id, dossiers, typed, failure }: { package_id: string; dossiers: readonly Row[]; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const path = `/packages/${package_id}/results`;
  // What was typed is found again by its dossier: another result may have been confirmed since.
  const lines = Array.isArray(typed["lines"]) ? (typed["lines"] as unknown[]) : [];
  const shown = { lines: dossiers.map((dossier) => lines.find((line) => typedText({ line }, "line.nomination_id") === dossier.id) ?? {}) };
  return (
    <Card title={t(say("Nhập kết quả từ văn bản của cấp trên", "Record the result from its paper"))}>
      <details open={failure?.fields?.["file"] !== undefined}>
        <summary>{t(say("Đọc từ tệp CSV, Excel hoặc JSON", "Read a CSV, Excel or JSON file"))}</summary>
        <Form action={`${path}/reading`} upload>
          <FileField name="file" failure={failure} accept=".csv,.xlsx,.json" label={say("Tệp kết quả", "File of the result")} hint={say("Cột “stt” hoặc “code”, “outcome” (approved, declined, returned), “reason”. Có thể điền ngay vào danh-sach.csv của gói.", "Columns “stt” or “code”, “outcome” (approved, declined, returned), “reason”; danh-sach.csv of the package may be filled in.")} />
          <div><SubmitButton look="plain">{t(say("Đọc tệp vào biểu mẫu", "Read into the form"))}</SubmitButton></div>
        </Form>
      </details>
      <Form action={path} upload>
        <div class="two">
          <TextField name="decision_number" typed={typed} failure={failure} label={say("Số quyết định", "Decision number")} hint={say("Ghi như trên văn bản", "As the paper writes it")} />
          <DateField name="decided_on" typed={typed} failure={failure} label={say("Ngày quyết định", "Date")} />
          <TextField name="issuer" typed={typed} failure={failure} label={say("Nơi ban hành", "Issuer")} />
          <TextField name="signer_title" typed={typed} failure={failure} label={say("Chức vụ người ký", "Signer's title")} />
          <TextField name="signer_name" typed={typed} failure={failure} label={say("Họ tên người ký", "Signer's name")} />
          <FileField name="scan" failure={failure} accept=".pdf,.png,.jpg,.jpeg" label={say("Bản quét", "Scan")} hint={say("PDF, PNG hoặc JPEG, tối đa 30 MB", "PDF, PNG or JPEG, at most 30 MB")} />
        </div>
        <div id="f-lines" class="stackable">
          {dossiers.map((dossier, index) => {
            const named = { vi: `${dossier.position}. ${dossier.subject_name}`, en: `${dossier.position}. ${dossier.subject_name}` };
            return (
              <div class="two">
                <input type="hidden" name={`lines.${index}.nomination_id`} value={dossier.id} />
                <Select name={`lines.${index}.outcome`} typed={shown} failure={failure} optional label={named} options={ABOVE_OUTCOMES.map((outcome) => ({ value: outcome, label: t(ABOVE_OUTCOME_NAMES[outcome]) }))} />
                <TextField name={`lines.${index}.reason`} typed={shown} failure={failure} optional label={say("Lý do của cấp trên", "Reason of the level above")} />
              </div>
            );
          })}
        </div>
        <div><SubmitButton>{t(say("Nhập kết quả", "Record"))}</SubmitButton></div>
      </Form>
    </Card>
  );
}
