import type { PlainDate } from "../../../../kernel/plain-date.ts";
import { say } from "../../../../kernel/text.ts";
import type { Failure } from "../../../../platform/command/failure.ts";
import { Breadcrumb, Card, DateField, Day, ErrorSummary, Form, Select, SubmitButton, Table, Tag, TextField, type Typed, typedText, usePage } from "../../../../platform/html/kit.ts";
import { RESPONDING_KINDS, UNIT_KIND_NAMES, type UnitKind } from "../../../organizations/index.ts";

type Row = { id: string; order_no: number; level_name: string; unit_kind: UnitKind | null; unit_names: string[]; from_on: PlainDate; to_on: PlainDate | null; basis: string; now: boolean };
export type RoutesView = { levels: Row[]; units: { id: string; name: string; kind: UnitKind }[]; may_set: boolean };

/** The levels that dossiers pass before the level that decides: the list, and the form of a new one. */
export function RoutesPage({ view, form, ...sent }: { view: RoutesView; typed: Typed; failure: Failure | null; form: string | null }) {
  const { t } = usePage();
  const typed: Typed = form === null ? sent.typed : {};
  const failure = form === null ? sent.failure : null;
  const chosen = new Set(Array.isArray(typed["unit_ids"]) ? typed["unit_ids"] : [typed["unit_ids"]]);
  return (
    <>
      <Breadcrumb trail={[{ href: "/nominations", label: t(say("Hồ sơ", "Nominations")) }]} />
      <h1>{t(say("Tuyến trình hồ sơ", "The route of dossiers"))}</h1>
      <p>{t(say("Hồ sơ của các đơn vị dưới đây được cấp trên xét, tổng hợp trước khi lên cấp quyết định. Đơn vị không có tên ở đây trình thẳng.", "Dossiers of these units are reviewed and listed by the level above before they reach the level that decides. Other units submit directly."))}</p>
      <section class="card">
        <Table
          columns={[
            { head: t(say("Thứ tự", "Order")), cell: (row: Row) => row.order_no, num: true },
            { head: t(say("Cấp xét, tổng hợp", "Level")), cell: (row) => row.level_name },
            { head: t(say("Của các đơn vị", "For")), cell: (row) => (row.unit_kind === null ? row.unit_names.join(", ") : t(UNIT_KIND_NAMES[row.unit_kind])) },
            { head: t(say("Căn cứ", "Basis")), cell: (row) => row.basis },
            { head: t(say("Từ ngày", "From")), cell: (row) => <Day on={row.from_on} /> },
            { head: t(say("Không còn từ ngày", "No longer from")), cell: (row) => (row.to_on === null && view.may_set ? <EndForm id={row.id} typed={form === row.id ? sent.typed : {}} failure={form === row.id ? sent.failure : null} /> : <Day on={row.to_on} />) },
            { head: t(say("Hiện nay", "Now")), cell: (row) => <Tag look={row.now ? "ok" : "info"}>{t(row.now ? say("đang áp dụng", "in force") : say("không áp dụng", "not in force"))}</Tag> },
          ]}
          rows={view.levels}
          empty={say("Chưa khai báo cấp nào: mọi đơn vị trình thẳng.", "No level is set: every unit submits directly.")}
        />
      </section>
      {view.may_set && (
        <div class="after">
          <Card title={t(say("Khai báo một cấp", "Set a level"))}>
            <ErrorSummary failure={failure} />
            <Form action="/nominations/routes">
              <div class="two">
                <Select name="level_unit_id" label={say("Cấp xét, tổng hợp", "Level")} typed={typed} failure={failure} options={view.units.map((unit) => ({ value: unit.id, label: unit.name, group: t(UNIT_KIND_NAMES[unit.kind]) }))} />
                <TextField name="order_no" label={say("Thứ tự trong tuyến", "Place in the route")} hint={say("1 là cấp đầu tiên", "1 comes first")} typed={typed} failure={failure} width="s" inputMode="numeric" />
              </div>
              <Select name="unit_kind" label={say("Của mọi đơn vị thuộc loại", "For all units of a kind")} typed={typed} failure={failure} optional options={RESPONDING_KINDS.map((kind) => ({ value: kind, label: t(UNIT_KIND_NAMES[kind]) }))} />
              <details open={chosen.size > 1 || failure?.fields?.["unit_ids"] !== undefined}>
                <summary>{t(say("Hoặc chọn từng đơn vị", "Or choose certain units"))}</summary>
                <ul class="plain-list" id="f-unit_ids">
                  {view.units.map((unit) => <li><label><input type="checkbox" name="unit_ids[]" value={unit.id} checked={chosen.has(unit.id)} /> {unit.name}</label></li>)}
                </ul>
              </details>
              <div class="two">
                <DateField name="from_on" label={say("Từ ngày", "From")} typed={typed} failure={failure} />
                <DateField name="to_on" label={say("Không còn từ ngày", "No longer from")} typed={typed} failure={failure} optional />
              </div>
              <TextField name="basis" label={say("Căn cứ: văn bản quy định tuyến trình", "Basis: the paper that says so")} typed={typed} failure={failure} />
              <div><SubmitButton>{t(say("Khai báo", "Set"))}</SubmitButton></div>
            </Form>
          </Card>
        </div>
      )}
    </>
  );
}

function EndForm({ id, typed, failure }: { id: string; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  return (
    <Form action={`/nominations/routes/${id}/end`} bare>
      {failure !== null && <p class="error" role="alert">{t(failure.fields?.["to_on"] ?? failure.message)}</p>}
      <span class="inline">
        <input name="to_on" value={typedText(typed, "to_on")} aria-label={t(say("Không còn áp dụng từ ngày, ví dụ 01/01/2022", "No longer from, for example 01/01/2022"))} placeholder="dd/mm/yyyy" inputMode="numeric" />
        <SubmitButton look="plain">{t(say("Kết thúc", "End"))}</SubmitButton>
      </span>
    </Form>
  );
}
