import type { VNode } from "preact";
import { formatDate } from "../../../kernel/plain-date.ts";
import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, DateField, Day, Facts, Link, SubmitButton, Tag, usePage } from "../../../platform/html/kit.ts";
import { UNIT_KIND_NAMES } from "../core/kinds.ts";
import { SUCCESSION_NAMES, words } from "../messages.ts";
import type { unitPage } from "../queries.ts";
import type { View } from "./view.ts";

type UnitView = View<typeof unitPage>;

/** One unit as of a day; what other modules know of it stands in `extra`. */
export function UnitPage({ view, extra }: { view: UnitView; extra: VNode | null }) {
  const { t, today } = usePage();
  const { unit, newest, on } = view;
  const shown = unit ?? newest;
  const asOf = on === today ? "" : `?on=${formatDate(on)}`;
  return (
    <>
      <Breadcrumb trail={[{ href: `/units${asOf}`, label: t(words.units) }, ...view.path.map((above) => ({ href: `/units/${above.id}${asOf}`, label: above.name }))]} />
      <div class="head-line">
        <h1>{shown.name}</h1>
        {unit === null ? <Tag look="bad">{t(say("Không tồn tại vào ngày này", "Not there on this day"))}</Tag> : <Tag look="info">{t(UNIT_KIND_NAMES[unit.kind])}</Tag>}
      </div>
      {on !== today && <p class="warn">{t(say(`Như vào ngày ${formatDate(on)}.`, `As it stood on ${formatDate(on)}.`))} <a href={`/units/${shown.id}`}>{t(say("Xem hôm nay", "See today"))}</a></p>}
      <Gone view={view} />
      <div class="grid g-2">
        <div class="side">
          {extra}
          {view.beneath.length > 0 && (
            <Card title={t(say("Đơn vị trực thuộc", "Sub-units"))}>
              <ul class="plain-list">
                {view.beneath.map((child) => <li><span class="pair"><a href={`/units/${child.id}${asOf}`}>{child.name}</a><span class="small muted">{t(UNIT_KIND_NAMES[child.kind])}</span></span></li>)}
              </ul>
              {view.households > 0 && <p class="small muted">{t(say(`Và ${view.households} hộ gia đình.`, `And ${view.households} households.`))}</p>}
            </Card>
          )}
          <Life view={view} />
        </div>
        <aside class="side">
          <Card>
            <Facts
              facts={[
                shown.code === null ? null : [t(say("Mã", "Code")), shown.code],
                shown.tax_code === null ? null : [t(say("Mã số thuế", "Tax code")), shown.tax_code],
                view.path.length === 0 ? null : [t(words.parent), view.path[view.path.length - 1]?.name ?? ""],
                view.cluster === null ? null : [view.cluster.kind === "cum" ? t(say("Cụm", "Cluster")) : t(say("Khối", "Block")), view.cluster.name],
                shown.by_school_year ? [t(say("Kỳ xét", "Period")), t(words.bySchoolYear)] : null,
                shown.difficult_area ? [t(words.difficultArea), shown.difficult_area_basis ?? ""] : null,
                shown.staff_managed_by === null ? null : [t(say("Danh hiệu thi đua do", "Titles decided by")), shown.staff_managed_by],
              ]}
            />
            <form method="get" action={`/units/${shown.id}`} class="form">
              <DateField name="on" label={words.onDay} typed={{ on }} />
              <div><SubmitButton look="plain">{t(say("Xem", "Show"))}</SubmitButton></div>
            </form>
          </Card>
          {view.cluster !== null && view.cluster.others.length > 0 && (
            <Card title={t(say(`Cùng ${view.cluster.kind === "cum" ? "cụm" : "khối"}`, "In the same cluster"))}>
              <ul class="plain-list">{view.cluster.others.map((other) => <li><a href={`/units/${other.id}${asOf}`}>{other.name}</a></li>)}</ul>
            </Card>
          )}
          {(view.may.people || view.may.change || view.may.found) && (
            <Card title={t(say("Thao tác", "Actions"))}>
              <div class="work">
                {view.may.people && <Link href={`/units/${shown.id}/people`} look="btn plain">{t(words.people)}</Link>}
                {view.may.found && <Link href={`/units/new?parent=${shown.id}`}>{t(say("Thêm đơn vị trực thuộc", "Add a sub-unit"))}</Link>}
                {view.may.change && shown.parent_id !== null && <Link href={`/units/${shown.id}/change`}>{t(say("Thay đổi từ một ngày", "Change from a day on"))}</Link>}
              </div>
            </Card>
          )}
        </aside>
      </div>
    </>
  );
}

/** What followed the unit, where it ended. */
function Gone({ view }: { view: UnitView }) {
  const { t } = usePage();
  return (
    <>
      {view.went_to.map((row) => (
        <div class="verdict q">
          <b>{t(SUCCESSION_NAMES[row.kind])}</b> {t(say("từ ngày", "from"))} <Day on={row.on} />: {row.successor_id === null ? row.name : <a href={`/units/${row.successor_id}`}>{row.name}</a>}
          <span class="line small muted">{row.basis}</span>
        </div>
      ))}
    </>
  );
}

/** How the unit came to be what it is: every version, and what merged into it. */
function Life({ view }: { view: UnitView }) {
  const { t } = usePage();
  return (
    <Card title={t(say("Quá trình", "Over time"))}>
      <ol class="timeline">
        {view.versions.map((version) => (
          <li>
            <time dateTime={version.from_on}>{formatDate(version.from_on)}{version.to_on === null ? "" : ` – ${formatDate(version.to_on)}`}</time>
            <span class="line">{version.name}</span>
            <span class="small muted">{t(UNIT_KIND_NAMES[version.kind])}{version.difficult_area ? `, ${t(words.difficultArea).toLowerCase()}` : ""}</span>
          </li>
        ))}
        {view.came_in.map((row) => (
          <li>
            <Day on={row.on} />
            <span class="line">{t(SUCCESSION_NAMES[row.kind])}: <a href={`/units/${row.unit_id}`}>{row.name}</a></span>
            <span class="small muted">{row.basis}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
