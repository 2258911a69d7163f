import type { Change, ComparedCheck } from "../../engines/rulebook/index.ts";
import { regimeOn, unreadOn } from "../../engines/rulebook/index.ts";
import { formatDate, type PlainDate } from "../../kernel/plain-date.ts";
import { say, type Text } from "../../kernel/text.ts";
import { Breadcrumb, Table, Tag, type TagLook, usePage } from "../../platform/html/kit.ts";
import { writeCitation } from "../../modules/honours/index.ts";
import { UnreadNotice } from "./standards-regimes.tsx";

const CHANGES: Readonly<Record<Change, { readonly look: TagLook; readonly text: Text }>> = {
  new: { look: "ok", text: say("mới", "new") },
  gone: { look: "bad", text: say("không còn", "gone") },
  changed: { look: "wait", text: say("thay đổi", "changed") },
  moved: { look: "info", text: say("đổi căn cứ", "another article") },
  same: { look: "info", text: say("như cũ", "as before") },
};

/** The form that asks for two days; a page of its own answers it. */
export function CompareForm({ honour, a, b }: { honour: string; a: PlainDate; b: PlainDate }) {
  const { t } = usePage();
  return (
    <form method="get" action={`/standards/${honour}/compare`} class="filters">
      <div class="field"><label for="a">{t(say("Ngày thứ nhất", "First day"))}</label><input id="a" name="a" class="w-s" value={formatDate(a)} /></div>
      <div class="field"><label for="b">{t(say("Ngày thứ hai", "Second day"))}</label><input id="b" name="b" class="w-s" value={formatDate(b)} /></div>
      <button type="submit" class="btn plain">{t(say("So sánh", "Compare"))}</button>
    </form>
  );
}

/** One honour's standard on two days, side by side: what is new, gone, changed, or stands on another article. */
export function ComparePage({ honour, name, a, b, rows }: { honour: string; name: string; a: PlainDate; b: PlainDate; rows: readonly ComparedCheck[] }) {
  const { t } = usePage();
  const count = (change: Change) => rows.filter((row) => row.change === change).length;
  return (
    <>
      <Breadcrumb trail={[{ href: "/standards", label: t(say("Tiêu chuẩn", "Standards")) }, { href: `/standards/${honour}?on=${b}`, label: name }]} />
      <h1>{t(say(`So sánh tiêu chuẩn: ${name}`, `Compare: ${name}`))}</h1>
      <CompareForm honour={honour} a={a} b={b} />
      {[...new Set([a, b])].filter((on) => regimeOn(on) === null).map((on) => (
        <p class="warn">{t(say(`Ngày ${formatDate(on)} chưa có bộ quy tắc trong phần mềm; có từ 01/10/2017.`, `No rulebook for ${formatDate(on)} is kept here; they begin on 01/10/2017.`))}</p>
      ))}
      <UnreadNotice on={unreadOn(b) ? b : a} />
      <p>{t(say(
        `${count("new")} điều kiện mới, ${count("gone")} không còn, ${count("changed")} thay đổi, ${count("moved")} chỉ đổi căn cứ, ${count("same")} như cũ.`,
        `${count("new")} new, ${count("gone")} gone, ${count("changed")} changed, ${count("moved")} on another article only, ${count("same")} as before.`,
      ))}</p>
      <section class="card">
        <Table
          columns={[
            { head: t(say("Điều kiện", "Requirement")), cell: (row: ComparedCheck) => <Tag look={CHANGES[row.change].look}>{t(CHANGES[row.change].text)}</Tag> },
            { head: formatDate(a), cell: (row) => <Requirement check={row.before} /> },
            { head: formatDate(b), cell: (row) => <Requirement check={row.after} /> },
          ]}
          rows={rows}
          empty={say("Cả hai ngày pháp luật đều không có danh hiệu, hình thức này.", "The law has no such honour on either day.")}
        />
      </section>
    </>
  );
}

function Requirement({ check }: { check: ComparedCheck["before"] }) {
  const { t, lang } = usePage();
  if (check === null) return <span class="muted">{t(say("Không đặt ra", "Not asked"))}</span>;
  return (
    <>
      {check.need}
      {check.limb !== null && <span class="line small">{t(say("Một trong các cách đạt tiêu chuẩn", "One of several ways to qualify"))}</span>}
      <span class="line small muted">
        {check.cite.map((cite) => writeCitation(cite, lang)).join("; ")}
        {check.status !== "verified" && ` (${t(check.status === "local" ? say("địa phương", "local") : say("chưa đối chiếu", "not verified"))})`}
      </span>
    </>
  );
}
