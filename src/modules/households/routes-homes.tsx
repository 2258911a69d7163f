import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { addHousehold, assessHousehold, changeHousehold, endHousehold } from "./commands-households.ts";
import { enterVillageVotes, recordVillageMeeting, registerHouseholds, withdrawHousehold } from "./commands-villages.ts";
import { VIOLATIONS } from "./core/violations.ts";
import { words } from "./messages.ts";
import { HouseholdPage } from "./pages/household-page.tsx";
import { ListPage } from "./pages/list-page.tsx";
import { VillagePage } from "./pages/village-page.tsx";
import { householdReviewPage } from "./queries.ts";
import { browseHouseholds, householdPage, villageMinutes, villagePage } from "./queries-households.ts";

/** Leaves out the lines of criteria in which nothing was typed. */
export function filledCriteria(fields: Record<string, unknown>): Record<string, unknown> {
  const lines = Array.isArray(fields["criteria"]) ? (fields["criteria"] as Record<string, unknown>[]) : [];
  return { ...fields, criteria: lines.filter((line) => [line["title"], line["max"]].some((text) => typeof text === "string" && text.trim() !== "")) };
}

/** Says whether the visitor may write on a review. */
export async function mayAtReview(web: Web, c: Request, review_id: string): Promise<boolean> {
  const found = await web.query(c, householdReviewPage, { review_id });
  return found.ok && found.value.may_write;
}

/** What of a household's form is sent on: a ground counts when it is ticked or its evidence is written. */
function assessmentOf(fields: Record<string, unknown>): Record<string, unknown> {
  const evidence = (fields["evidence"] ?? {}) as Record<string, unknown>;
  const stated = VIOLATIONS.filter((kind) => fields[`ticked_${kind}`] === "on" || String(evidence[kind] ?? "").trim() !== "");
  return { scores: fields["scores"], points: fields["points"], note: fields["note"], violations: stated.map((kind) => ({ kind, evidence: evidence[kind] })) };
}

/** The command counts the grounds that are stated, the form all: each sentence goes back to its own field. */
function asInForm(failure: Failure, fields: Record<string, unknown>): Failure {
  if (failure.fields === undefined) return failure;
  const { violations } = assessmentOf(fields) as { violations: { kind: string }[] };
  const moved = Object.entries(failure.fields).map(([name, text]) => [name.replace(/^violations\.(\d+)\.evidence$/, (_whole, index: string) => `evidence.${violations[Number(index)]?.kind ?? ""}`), text] as const);
  return { ...failure, fields: Object.fromEntries(moved) };
}

/** Villages and households of a review: the list, the table of votes, one household. */
export function homeRoutes(web: Web) {
  const routes = web.routes();
  const id = (c: Request) => c.req.param("id") ?? "";
  const village = (c: Request) => c.req.param("village") ?? "";
  const home = (c: Request) => c.req.param("home") ?? "";

  routes.get("/households/:id/list", (c) => showList(c, {}, null));

  async function showList(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const { village: narrowed, ...asked } = web.asked(c);
    const found = await web.query(c, browseHouseholds, { review_id: id(c), ...(narrowed === undefined ? {} : { village_id: narrowed }), ...asked });
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, words.list[c.var.visit.lang], <ListPage list={found.value} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  routes.post("/households/:id/homes", async (c) => {
    const seen = await web.query(c, householdReviewPage, { review_id: id(c) });
    if (!seen.ok) return web.failure(c, seen.error);
    return web.submit(c, addHousehold, {
      input: ({ fields }) => ({ commune_id: seen.value.review.commune_id, ...fields }),
      next: (made) => `/households/${id(c)}/homes/${made.id}`,
      done: say("Đã thêm hộ.", "The household is added."),
      again: (failure, { fields }) => showList(c, fields, failure),
    });
  });

  routes.get("/households/:id/villages/:village", (c) => showVillage(c, {}, null));

  async function showVillage(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, villagePage, { review_id: id(c), village_id: village(c), page: c.req.query("page") });
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, found.value.village.name, <VillagePage view={found.value} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  const inVillage = (c: Request) => ({
    next: () => `/households/${id(c)}/villages/${village(c)}${c.req.query("page") ? `?page=${c.req.query("page")}` : ""}`,
    again: (failure: Failure, { fields }: { fields: Record<string, unknown> }) => showVillage(c, fields, failure),
  });

  routes.post("/households/:id/villages/:village/meeting", (c) =>
    web.submit(c, recordVillageMeeting, {
      input: async ({ fields, files }) => {
        const scan = files["scan"];
        return { review_id: id(c), village_id: village(c), ...fields, ...(scan ? { scan: { name: scan.name, bytes: new Uint8Array(await scan.arrayBuffer()) } } : {}) };
      },
      done: say("Đã ghi cuộc họp thôn.", "The meeting is written down."),
      ...inVillage(c),
    }),
  );
  routes.post("/households/:id/villages/:village/votes", (c) =>
    web.submit(c, enterVillageVotes, { input: ({ fields }) => ({ review_id: id(c), village_id: village(c), ...fields }), done: say("Đã ghi điểm, số đồng ý.", "Points and votes are written."), ...inVillage(c) }),
  );
  routes.post("/households/:id/villages/:village/registrations", (c) =>
    web.submit(c, registerHouseholds, { input: ({ fields }) => ({ review_id: id(c), ...fields }), done: say("Đã đăng ký các hộ.", "The households are registered."), ...inVillage(c) }),
  );

  routes.get("/households/:id/villages/:village/minutes", async (c) => {
    const scan = await web.query(c, villageMinutes, { review_id: id(c), village_id: village(c) });
    if (!scan.ok) return web.failure(c, scan.error);
    return c.body(scan.value.bytes, 200, { "Content-Type": scan.value.media_type, "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(scan.value.name)}` });
  });

  routes.get("/households/:id/homes/:home", (c) => showHome(c, {}, null));

  async function showHome(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, householdPage, { review_id: id(c), household_id: home(c) });
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, found.value.household.head_name, <HouseholdPage view={found.value} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  const atHome = (c: Request) => ({
    next: () => `/households/${id(c)}/homes/${home(c)}`,
    again: (failure: Failure, { fields }: { fields: Record<string, unknown> }) => showHome(c, fields, failure),
  });

  routes.post("/households/:id/homes/:home/assessment", (c) =>
    web.submit(c, assessHousehold, {
      input: ({ fields }) => ({ review_id: id(c), household_id: home(c), ...assessmentOf(fields) }), done: words.saved, ...atHome(c),
      again: (failure, { fields }) => showHome(c, fields, asInForm(failure, fields)),
    }),
  );
  routes.post("/households/:id/homes/:home/withdrawal", (c) =>
    web.submit(c, withdrawHousehold, { input: ({ fields }) => ({ review_id: id(c), household_id: home(c), reason: fields["reason"] }), done: say("Đã rút đăng ký.", "The registration is withdrawn."), ...atHome(c) }),
  );
  routes.post("/households/:id/homes/:home/place", (c) =>
    web.submit(c, changeHousehold, { input: ({ fields }) => ({ household_id: home(c), ...fields }), done: words.saved, ...atHome(c) }),
  );
  routes.post("/households/:id/homes/:home/end", (c) =>
    web.submit(c, endHousehold, {
      input: ({ fields }) => ({ household_id: home(c), to_on: fields["to_on"], reason: fields["end_reason"] }), done: say("Đã đưa hộ ra khỏi danh sách.", "The household is off the list."), ...atHome(c),
      again: (failure, { fields }) => showHome(c, fields, { ...failure, ...(failure.fields === undefined ? {} : { fields: Object.fromEntries(Object.entries(failure.fields).map(([name, text]) => [name === "reason" ? "end_reason" : name, text])) }) }),
    }),
  );
  return routes;
}
