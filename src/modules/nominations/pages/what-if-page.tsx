import { honourCatalogue } from "../../../engines/rulebook/index.ts";
import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, ErrorSummary, Facts, Select, SubmitButton, Table, Tag, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { honourName } from "../assess.ts";
import { CAPPED } from "../core/local-rules.ts";
import { VerdictTag } from "./list-page.tsx";

type Row = { readonly id: string; readonly subject_name: string; readonly now: string; readonly tried: string };
type Outcome = {
  readonly unit: string; readonly honour: string; readonly year: number; readonly add: number; readonly rows: readonly Row[]; readonly fell: number; readonly rose: number;
  readonly pool: { readonly advanced_labourers: number; readonly proposed: number; readonly declared: string | null; readonly tried: string | null } | null;
};

/** What would become of a list if more were added or the percentage were another; nothing is kept. */
export function WhatIfPage({ units, outcome, typed, failure }: { units: readonly { id: string; name: string }[]; outcome: Outcome | null; typed: Typed; failure: Failure | null }) {
  const { t, lang } = usePage();
  return (
    <>
      <Breadcrumb trail={[{ href: "/nominations", label: t(say("Hồ sơ", "Nominations")) }]} />
      <h1>{t(say("Xét thử cả danh sách", "What if, on a list"))}</h1>
      <p>{t(say("Thử thêm người vào danh sách, hoặc thử một tỷ lệ khác. Không có gì được lưu.", "Try adding people to a list, or another percentage. Nothing is kept."))}</p>
      <ErrorSummary failure={failure} />
      <form method="get" action="/nominations/what-if" class="filters">
        <Select name="unit_id" label={say("Đơn vị", "Unit")} typed={typed} failure={failure} options={units.map(({ id, name }) => ({ value: id, label: name }))} />
        <Select name="honour" label={say("Danh hiệu, hình thức", "Honour")} typed={typed} failure={failure} blank={false} options={honourCatalogue().map(({ id }) => ({ value: id, label: honourName(id, lang) }))} />
        <TextField name="year" label={say("Năm", "Year")} typed={typed} failure={failure} inputMode="numeric" width="s" />
        <TextField name="add" label={say("Thêm bao nhiêu người", "How many more")} typed={typed} failure={failure} width="s" />
        <TextField name="local_cap" label={say("Tỷ lệ thử (%)", "Percentage to try")} typed={typed} failure={failure} width="s" />
        <SubmitButton look="plain">{t(say("Xét thử", "Try"))}</SubmitButton>
      </form>
      {outcome !== null && <OutcomeView outcome={outcome} />}
    </>
  );
}

/** A percentage as it is written in each language. */
const percent = (value: string) => say(`${value.replace(".", ",")} %`, `${value} %`);

function OutcomeView({ outcome }: { outcome: Outcome }) {
  const { t, lang } = usePage();
  const { pool, add, fell, rose, rows } = outcome;
  return (
    <section class="card">
      <h2>{outcome.unit}: {honourName(outcome.honour, lang)}, {outcome.year}</h2>
      {pool !== null && (
        <Facts
          facts={[
            [t(say("Đang đề nghị", "Proposed now")), t(say(`${pool.proposed} trên ${pool.advanced_labourers} Lao động tiên tiến`, `${pool.proposed} of ${pool.advanced_labourers} advanced labourers`))],
            [t(say("Thử với", "Tried with")), t(say(`${pool.proposed + add} người`, `${pool.proposed + add} people`))],
            [t(say("Tỷ lệ của địa phương", "Local percentage")), pool.declared === null ? t(say("chưa khai báo", "not declared")) : t(percent(pool.declared))],
            pool.tried === null ? null : [t(say("Tỷ lệ thử", "Percentage tried")), t(percent(pool.tried))],
          ]}
        />
      )}
      {pool === null && rows.length > 0 && outcome.honour !== CAPPED && <p class="muted">{t(say("Danh hiệu, hình thức này không có giới hạn tỷ lệ: thêm người không làm thay đổi kết quả của ai.", "This honour has no quota: adding people changes nobody's finding."))}</p>}
      <p class={fell > 0 ? "warn" : "notice"}>{t(say(
        `${fell} hồ sơ sẽ bị loại, ${rose} hồ sơ sẽ đủ điều kiện.`,
        `${fell} would fall, ${rose} would become eligible.`,
      ))}</p>
      <Table
        columns={[
          { head: t(say("Người, tập thể", "Nominee")), cell: (row: Row) => <a href={`/nominations/${row.id}`}>{row.subject_name}</a> },
          { head: t(say("Hiện nay", "Now")), cell: (row) => <VerdictTag verdict={row.now} /> },
          { head: t(say("Nếu thử", "If tried")), cell: (row) => <VerdictTag verdict={row.tried} /> },
          { head: t(say("Thay đổi", "Change")), cell: (row) => (row.now === row.tried ? "–" : <Tag look={row.tried === "eligible" ? "ok" : "bad"}>{t(row.tried === "eligible" ? say("đạt", "passes") : say("không còn đạt", "falls"))}</Tag>) },
        ]}
        rows={rows}
        empty={say("Đơn vị này chưa có hồ sơ nào như vậy.", "This unit has no such dossier.")}
      />
    </section>
  );
}
