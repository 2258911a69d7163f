import { unwrap } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import { browseDecisions, browseNominations } from "../../modules/nominations/index.ts";
import { myResponses } from "../../modules/campaigns/index.ts";
import { myClusterDeadlines } from "../../modules/organizations/index.ts";
import { myReportsDue } from "../../modules/plans/index.ts";
import { myScoring } from "../../modules/scorecards/index.ts";
import { holdsAnywhere } from "../../platform/command/actor.ts";
import { Card, DaysLeft, Kpi, Table, usePage } from "../../platform/html/kit.ts";
import { type Notice, ownNotices } from "../notices.ts";
import type { Site } from "./site.ts";

type Work = { text: string; href: string; unit: string; days: number | null };
type Figure = { figure: number; name: Text; href: string };

function DeskPage({ figures, work, notices }: { figures: Figure[]; work: Work[]; notices: Notice[] }) {
  const { t, actor } = usePage();
  return (
    <>
      <h1>{t(say("Việc hôm nay", "Today"))}</h1>
      {actor.kind === "user" && actor.grants.length === 0 && (
        <p class="warn">{t(say("Tài khoản này chưa được giao vai trò tại đơn vị nào, nên chưa làm được việc gì. Hãy liên hệ người quản trị.", "This account holds no role yet and may do nothing. Ask the administrator."))}</p>
      )}
      {figures.length > 0 && <div class="grid g-3 figures">{figures.map((entry) => <Kpi figure={entry.figure} name={t(entry.name)} href={entry.href} />)}</div>}
      <div class="grid g-2">
        <section class="card">
          <Table
            caption={t(say("Cần làm", "To do"))}
            columns={[
              { head: t(say("Việc", "Work")), cell: (row: Work) => <a href={row.href}>{row.text}</a> },
              { head: t(say("Đơn vị", "Unit")), cell: (row) => row.unit },
              { head: t(say("Hạn", "Due")), cell: (row) => (row.days === null ? "–" : <DaysLeft days={row.days} />) },
            ]}
            rows={work}
            empty={say("Không còn việc nào chờ bạn.", "Nothing waits for you.")}
          />
        </section>
        <Card title={t(say("Thông báo", "Notices"))}>
          {notices.length === 0 && <p class="muted">{t(say("Chưa có thông báo.", "No notices."))}</p>}
          <ul class="plain-list">{notices.map((notice) => <li><a href={notice.href}>{t(notice.text)}</a></li>)}</ul>
        </Card>
      </div>
    </>
  );
}

/** What is expected of the signed-in person today. */
export function deskRoutes({ web }: Site) {
  const routes = web.routes();
  routes.get("/desk", async (c) => {
    const { actor } = c.var.visit.caller;
    if (actor.kind !== "user") return c.redirect("/sign-in?next=/desk", 303);
    const { lang } = c.var.visit;
    const figures: Figure[] = [];
    const work: Work[] = [];
    const listed = await web.query(c, browseNominations, {});
    if (listed.ok) {
      const n = (status: string) => listed.value.statuses.find((entry) => entry.status === status)?.n ?? 0;
      const show = (status: string, name: Text) => figures.push({ figure: n(status), name, href: `/nominations?status=${status}` });
      if (holdsAnywhere(actor, ["clerk", "head"])) {
        show("draft", say("hồ sơ nháp", "drafts"));
        show("returned", say("hồ sơ bị trả lại", "returned dossiers"));
        show("submitted", say("hồ sơ đã trình", "submitted dossiers"));
        const back = await web.query(c, browseNominations, { status: "returned" });
        if (back.ok) for (const row of back.value.rows.slice(0, 10)) work.push({ text: say(`Bổ sung hồ sơ ${row.subject_name}`, `Complete the dossier of ${row.subject_name}`)[lang], href: `/nominations/${row.id}`, unit: row.unit_name, days: null });
      } else if (holdsAnywhere(actor, ["officer", "division_head"])) {
        show("submitted", say("hồ sơ chờ thẩm định", "dossiers to appraise"));
        show("under_appraisal", say("hồ sơ đang thẩm định", "under appraisal"));
        show("recommended", say("hồ sơ chờ lập quyết định", "ready for a decision"));
        for (const status of ["submitted", "under_appraisal"] as const) {
          const waiting = await web.query(c, browseNominations, { status });
          if (!waiting.ok) continue;
          const units = new Map<string, { count: number; name: string }>();
          for (const row of waiting.value.rows) units.set(row.unit_id, { count: (units.get(row.unit_id)?.count ?? 0) + 1, name: row.unit_name });
          for (const [unit_id, { count, name }] of [...units].slice(0, 6)) {
            work.push({ text: status === "submitted" ? say(`Nhận ${count} hồ sơ`, `Take up ${count} dossiers`)[lang] : say(`Thẩm định ${count} hồ sơ`, `Appraise ${count} dossiers`)[lang], href: `/nominations?status=${status}&unit_id=${unit_id}`, unit: name, days: null });
          }
        }
      }
    }
    const decisions = await web.query(c, browseDecisions, {});
    if (decisions.ok) {
      const waits = { prepared: ["chair", "head"], signed: ["records_clerk"], awaiting_confirmation: ["records_clerk", "officer"] } as const;
      for (const decision of decisions.value) {
        const roles = decision.state in waits ? waits[decision.state as keyof typeof waits] : [];
        if (!holdsAnywhere(actor, roles)) continue;
        const verb = { prepared: say("Ký", "Sign"), signed: say("Cho số", "Number"), awaiting_confirmation: say("Xác nhận", "Confirm") }[decision.state as keyof typeof waits];
        work.unshift({ text: `${verb[lang]}: ${decision.title}`, href: `/decisions/${decision.id}`, unit: decision.issuer, days: null });
      }
    }
    for (const campaign of unwrap(await web.query(c, myResponses, {}))) {
      work.push({ text: say(`Hưởng ứng: ${campaign.title}`, `Respond: ${campaign.title}`)[lang], href: `/campaigns/${campaign.campaign_id}/response`, unit: campaign.unit_name, days: campaign.days_left });
    }
    for (const owed of unwrap(await web.query(c, myScoring, {}))) {
      const [text, href] = owed.stage === "self"
        ? [say(`Tự chấm điểm: ${owed.title}`, `Score yourself: ${owed.title}`), `/rounds/${owed.round_id}/sheets/${owed.unit_id}/self`]
        : [say(`Chấm chéo ${owed.unit}: ${owed.title}`, `Cross-score ${owed.unit}: ${owed.title}`), `/rounds/${owed.round_id}/sheets/${owed.unit_id}/cross?by=${owed.by_unit_id}`];
      work.push({ text: text[lang], href, unit: owed.by, days: owed.days_left });
    }
    for (const owed of unwrap(await web.query(c, myReportsDue, {}))) {
      work.push({ text: say(`Báo cáo chỉ tiêu: ${owed.targets} chỉ tiêu, tháng ${owed.month}`, `Report ${owed.targets} targets for month ${owed.month}`)[lang], href: `/targets/report?unit=${owed.unit_id}&year=${owed.year}&month=${owed.month}`, unit: owed.unit_name, days: owed.days_left });
    }
    for (const due of unwrap(await web.query(c, myClusterDeadlines, {}))) {
      const href = due.what === "pact" ? `/clusters/${due.cluster_id}/pact?year=${due.year}` : `/clusters/${due.cluster_id}/events/${due.event_id ?? ""}`;
      const text = due.what === "pact" ? say(`Ký giao ước: ${due.cluster}`, `Sign the pact: ${due.cluster}`) : due.what === "inspection" ? say(`Kiểm tra chéo ${due.inspected ?? ""}: ${due.title}`, `Inspect ${due.inspected ?? ""}: ${due.title}`) : say(`${due.cluster}: ${due.title}`, `${due.cluster}: ${due.title}`);
      work.push({ text: text[lang], href, unit: due.unit, days: due.days_left });
    }
    work.sort((a, b) => (a.days ?? -1) - (b.days ?? -1));
    const notices = await ownNotices(web.engine.database, c.var.visit.caller.locality.code, actor.id);
    return web.page(c, say("Việc hôm nay", "Today")[lang], <DeskPage figures={figures} work={work} notices={notices} />, 200, { wide: true });
  });
  return routes;
}
