import { sql } from "drizzle-orm";
import { registry } from "../../src/app/services.ts";
import { plainDate } from "../../src/kernel/plain-date.ts";
import { unwrap } from "../../src/kernel/result.ts";
import { ROLES, type Role, loadActor } from "../../src/modules/accounts/index.ts";
import { awardDecisions, awards } from "../../src/modules/honours/tables.ts";
import { clearanceLines, clearanceRounds } from "../../src/modules/nominations/clearances/tables.ts";
import { complaints } from "../../src/modules/nominations/complaints/tables.ts";
import { unitMeetings, unitMeetingVotes } from "../../src/modules/nominations/meetings/tables.ts";
import { nominations } from "../../src/modules/nominations/tables.ts";
import { levelStays, receipts, submissionLists } from "../../src/modules/nominations/submissions/tables.ts";
import { householdRegistrations, householdReviews, households, postingRemarks } from "../../src/modules/households/tables.ts";
import { roundUnits, scorecards, scoreEvidence, scoreObjections, scoringRounds } from "../../src/modules/scorecards/tables.ts";
import { councilMembers, councils, councilSessions, sessionMembers } from "../../src/modules/councils/tables.ts";
import { clusterEvents, clusterHeads, clusterModels, clusterPacts } from "../../src/modules/organizations/clusters/tables.ts";
import { clusterMembers, clusters, positions } from "../../src/modules/organizations/tables.ts";
import { motions } from "../../src/modules/votes/tables.ts";
import { type Actor, INSTALLATION } from "../../src/platform/command/actor.ts";
import type { Caller } from "../../src/platform/command/context.ts";
import { runCommand } from "../../src/platform/command/execute.ts";
import type { TestDatabase } from "./database.ts";

/** Everything that stands at one commune: whatever a command or query may be about. */
export type Side = {
  unit: string; village: string; person: string; position: string; user: string; grant: string; programme: string; campaign: string;
  registration: string; nomination: string; decision: string; award: string; card: string; draft_card: string; round: string; evidence: string; objection: string; target: string; cluster: string; pact: string; event: string; model: string;
  council: string; member: string; session: string; motion: string; initiative: string;
  review: string; household: string; remark: string;
  at_level: string; list: string; receipt: string;
  /** A clearance that the unit itself is asked for, a complaint that was received, a meeting of the unit. */
  clearance: string; complaint: string; meeting: string;
};

/** A small locality of two communes that hold the same things, and a user for every role at the first. */
export type World = { root: string; own: Side; other: Side; actors: Record<Role, Actor>; nobody: Actor };

/** A user as the tests need one, with a role on a unit or with none. */
export function userActor(id: string, role?: Role, unit_id?: string): Actor {
  return { kind: "user", id, name: `Mẫu ${role ?? ""}`, person_id: null, grants: role && unit_id ? [{ role, unit_id, acting_for: null }] : [] };
}

/** Builds the world by running the product's own commands, and by writing the rows that would need a whole year before them. */
export async function buildWorld(test: TestDatabase, as: (actor?: Actor) => Caller): Promise<World> {
  const run = async (actor: Actor, name: string, input: unknown): Promise<{ id: string; ids: string[] }> => {
    const command = registry.commands.get(name);
    if (command === undefined) throw new Error(`no command ${name}`);
    return unwrap(await runCommand(test.engine, as(actor), command, input)) as { id: string; ids: string[] };
  };
  const { id: root } = await run(INSTALLATION, "found_locality", { name: "Huyện Thử", from_on: "2000-01-01" });
  const officer = userActor("01900000-0000-7000-8000-0000000000aa", "officer", root);
  const own = await buildSide(test, as, run, officer, root, "a");
  const other = await buildSide(test, as, run, officer, root, "b");
  const actors = {} as Record<Role, Actor>;
  for (const role of ROLES) {
    const { id } = await run(INSTALLATION, "create_user", { username: `${role}-a`, name: `Mẫu ${role}`, password: "mat-khau-dai" });
    await run(INSTALLATION, "grant_role", { user_id: id, role, unit_id: own.unit, from_on: "2021-01-01" });
    actors[role] = await load(test, as(), id);
  }
  const { id } = await run(INSTALLATION, "create_user", { username: "khong-vai-tro", name: "Mẫu Không Vai Trò", password: "mat-khau-dai" });
  return { root, own, other, actors, nobody: await load(test, as(), id) };
}

async function load(test: TestDatabase, caller: Caller, id: string): Promise<Actor> {
  const actor = await test.database.inLocality(caller.locality.code, (tx) => loadActor(tx, id, caller.clock.today()));
  if (actor === null) throw new Error(`no user ${id}`);
  return actor;
}

type Run = (actor: Actor, name: string, input: unknown) => Promise<{ id: string; ids: string[] }>;

async function buildSide(test: TestDatabase, as: (actor?: Actor) => Caller, run: Run, officer: Actor, root: string, key: string): Promise<Side> {
  const { id: unit } = await run(INSTALLATION, "found_unit", { name: `Xã ${key}`, kind: "commune", parent_id: root, from_on: "2000-01-01" });
  const { id: village } = await run(INSTALLATION, "found_unit", { name: `Thôn ${key}`, kind: "village", parent_id: unit, from_on: "2000-01-01" });
  const { id: person } = await run(officer, "add_person", { full_name: `Nông Văn ${key}`, title: "Công chức", worker: "official", unit_id: unit, from_on: "2015-01-01" });
  const { id: user } = await run(INSTALLATION, "create_user", { username: `nguoi-${key}`, name: `Người ${key}`, password: "mat-khau-dai" });
  const { id: grant } = await run(INSTALLATION, "grant_role", { user_id: user, role: "clerk", unit_id: unit, from_on: "2021-01-01" });
  const clerk = userActor(user, "clerk", unit);
  const { id: programme } = await run(officer, "draft_programme", { unit_id: unit, year: 2021, ...PROGRAMME });
  const { id: campaign } = await run(officer, "draft_campaign", { unit_id: unit, ...CAMPAIGN });
  const { ids } = await run(clerk, "register_titles", { unit_id: unit, year: 2021, honour: "advanced_labourer", person_ids: [person] });
  const rows = await insertAward(test, as(), unit, person, user);
  const position = await test.database.inLocality(as().locality.code, (tx) => tx.select({ id: positions.id }).from(positions).where(sql`person_id = ${person}`));
  const { id: target } = await run(officer, "draft_target", { unit_id: unit, year: 2021, ...TARGET });
  const { id: initiative } = await run(clerk, "draft_initiative", { unit_id: unit, ...IDEA, authors: [{ person_id: person, share_percent: "100" }] });
  const { id: draft_card } = await run(officer, "draft_card", { unit_id: unit, year: 2021, ready_id: "the_poor" });
  const climbing = await insertSubmission(test, as(), unit, village);
  const homes = await insertHouseholds(test, as(), unit, village);
  const scored = await insertRound(test, as(), unit, village);
  const aside = await insertAside(test, as(), unit, rows.nomination);
  return { unit, village, person, position: position[0]?.id ?? "", user, grant, programme, campaign, registration: ids[0] ?? "", target, draft_card, initiative, ...rows, ...climbing, ...homes, ...scored, ...aside, ...(await insertCluster(test, as(), unit, village)), ...(await insertCouncil(test, as(), unit)) };
}

async function insertHouseholds(test: TestDatabase, caller: Caller, unit_id: string, village: string) {
  const locality_id = caller.locality.code;
  const [review, household, remark] = [1, 2, 3].map((n) => `${unit_id.slice(0, -4)}b00${n}`) as [string, string, string];
  const day = plainDate("2021-11-20");
  await test.database.inLocality(locality_id, async (tx) => {
    await tx.insert(householdReviews).values({ locality_id, id: review, commune_id: unit_id, year: 2021, registration_due_on: day, criteria: [], quorum_percent: 60, agree_percent: 60, posted_from_on: day, posted_to_on: day, created_at: caller.clock.now() });
    await tx.insert(households).values({ locality_id, id: household, commune_id: unit_id, unit_id: village, code: "H1", head_name: "Nông Mẫu Hộ", head_folded: "nong mau ho", from_on: day });
    await tx.insert(householdRegistrations).values({ locality_id, review_id: review, household_id: household, village_id: village, registered_on: day, scores: {}, violations: [] });
    await tx.insert(postingRemarks).values({ locality_id, id: remark, review_id: review, received_on: day, remark: "Ý kiến" });
  });
  return { review, household, remark };
}

/** A dossier of the village that the commune has as a level, a list of the commune, and a receipt. */
async function insertSubmission(test: TestDatabase, caller: Caller, unit_id: string, village: string) {
  const locality_id = caller.locality.code;
  const [at_level, list, receipt] = [1, 2, 3].map((n) => `${unit_id.slice(0, -4)}b00${n}`) as [string, string, string];
  const day = plainDate("2021-11-20");
  const created_at = caller.clock.now();
  await test.database.inLocality(locality_id, async (tx) => {
    await tx.insert(nominations).values({
      locality_id, id: at_level, unit_id: village, honour: "advanced_labourer", year: 2021, authority: "commune", subject_kind: "collective", subject_unit_id: village, subject_name: "Thôn Mẫu", subject_folded: "thon mau",
      subject_note: "", achievement: "Tốt", facts: {}, status: "at_level", level_unit_id: unit_id, level_order: 1, created_at,
    });
    await tx.insert(levelStays).values({ locality_id, nomination_id: at_level, level_unit_id: unit_id, first_on: day });
    await tx.insert(submissionLists).values({ locality_id, id: list, unit_id, year: 2021, state: "draft", created_on: day, created_at });
    await tx.insert(receipts).values({ locality_id, id: receipt, year: 2021, number: Number.parseInt(unit_id.slice(-6), 16), unit_id, received_on: day, received_at: created_at });
  });
  return { at_level, list, receipt };
}

async function insertRound(test: TestDatabase, caller: Caller, unit_id: string, village: string) {
  const locality_id = caller.locality.code;
  const [card, round, evidence, objection] = [1, 2, 3, 4].map((n) => `${unit_id.slice(0, -4)}e00${n}`) as [string, string, string, string];
  const day = plainDate("2021-11-20");
  const created_at = caller.clock.now();
  await test.database.inLocality(locality_id, async (tx) => {
    await tx.insert(scorecards).values({ locality_id, id: card, unit_id, year: 2021, title: "Bảng thử", purpose: "cluster", status: "published", content: CARD, created_at });
    await tx.insert(scoringRounds).values({
      locality_id, id: round, unit_id, card_id: card, year: 2021, title: "Đợt thử", status: "cross", opened_on: day, self_due_on: day, cross_due_on: day, appraisal_due_on: day, meeting_on: day, scorers_per_unit: 1, created_at,
    });
    await tx.insert(roundUnits).values([{ locality_id, round_id: round, unit_id }, { locality_id, round_id: round, unit_id: village }]);
    await tx.insert(scoreEvidence).values({ locality_id, id: evidence, round_id: round, unit_id, title: "Báo cáo", on_site: true, criteria: ["1"], added_on: day });
    await tx.insert(scoreObjections).values({ locality_id, id: objection, round_id: round, unit_id, criterion: "1", raised_by_unit_id: unit_id, raised_on: day, text: "Chưa tính đủ" });
  });
  return { card, round, evidence, objection };
}

async function insertCluster(test: TestDatabase, caller: Caller, unit_id: string, village: string) {
  const locality_id = caller.locality.code;
  const [cluster, pact, event, model] = [1, 2, 3, 4].map((n) => `${unit_id.slice(0, -4)}d00${n}`) as [string, string, string, string];
  const day = plainDate("2021-01-20");
  await test.database.inLocality(locality_id, async (tx) => {
    await tx.insert(clusters).values({ locality_id, id: cluster, kind: "cum", name: `Cụm ${unit_id.slice(-2)}`, rank: 1 });
    await tx.insert(clusterMembers).values([unit_id, village].map((member) => ({ locality_id, cluster_id: cluster, unit_id: member, from_on: plainDate("2020-01-01") })));
    await tx.insert(clusterHeads).values([2020, 2021].map((year) => ({ locality_id, cluster_id: cluster, year, head_unit_id: unit_id, elected_on: plainDate(`${year - 1}-12-20`), basis: "Biên bản" })));
    await tx.insert(clusterPacts).values({ locality_id, id: pact, cluster_id: cluster, year: 2021, articles: [{ title: "Kinh tế", text: "Hoàn thành" }], drafted_on: day });
    await tx.insert(clusterEvents).values({ locality_id, id: event, cluster_id: cluster, year: 2021, kind: "inspection", title: "Kiểm tra chéo", due_on: plainDate("2021-12-10") });
    await tx.insert(clusterModels).values({ locality_id, id: model, cluster_id: cluster, unit_id, title: "Tổ tự quản", what: "Mỗi thôn một tổ", result: "Sạch đường", shared_on: day });
  });
  return { cluster, pact, event, model };
}

async function insertCouncil(test: TestDatabase, caller: Caller, unit_id: string) {
  const locality_id = caller.locality.code;
  const [council, member, session, motion] = [1, 2, 3, 4].map((n) => `${unit_id.slice(0, -4)}c00${n}`) as [string, string, string, string];
  const day = plainDate("2021-12-20");
  const created_at = caller.clock.now();
  await test.database.inLocality(locality_id, async (tx) => {
    await tx.insert(councils).values({ locality_id, id: council, unit_id, kind: "commendation", name: "Hội đồng thử", basis: "Quyết định mẫu", formed_on: plainDate("2021-01-05") });
    await tx.insert(councilMembers).values({ locality_id, id: member, council_id: council, name: "Ủy viên", position: "chair", from_on: plainDate("2021-01-05") });
    await tx.insert(councilSessions).values({ locality_id, id: session, council_id: council, title: "Phiên thử", held_on: day, in_writing: false, status: "open", agenda: [], created_at });
    await tx.insert(sessionMembers).values({ locality_id, session_id: session, member_id: member, attendance: "present", teller: false });
    await tx.insert(motions).values({ locality_id, id: motion, session_id: session, no: 1, title: "Danh sách", mode: "hands", status: "put", rule: { honour: "advanced_labourer", threshold: "70%", base: "all_members", quorum: null, source: "local", basis: "Quy chế" }, round: 1, created_at });
  });
  return { council, member, session, motion };
}

/** What a target says, complete. */
export const TARGET = { code: "trong_rung", title: "Trồng rừng", group: "economy", measure: "ha", decimals: 0, direction: "at_least", reckoning: "cumulative", roll_up: "sum", reporting: "quarter", report_day: 5, voted: "500" };

/** What an initiative says, complete. */
export const IDEA = { year: 2021, title: "Sổ tay số", problem: "Chậm", solution: "Số hóa", effect: "Nhanh hơn" };

/** A card of one criterion. */
export const CARD = {
  scorecard: { id: "thu", base: "10", criteria: [{ id: "1", title: "Nề nếp", base: "10", rules: [{ kind: "manual", fact: "order" }] }] },
  facts: { order: { label_vi: "Điểm nề nếp", label_en: "Order" } }, leaves: {},
};

async function insertAward(test: TestDatabase, caller: Caller, unit_id: string, person_id: string, user_id: string) {
  const locality_id = caller.locality.code;
  const [nomination, decision, award, log_entry_id] = [1, 2, 3, 4].map((n) => `${unit_id.slice(0, -4)}f00${n}`) as [string, string, string, string];
  const day = plainDate("2021-11-20");
  const subject = { honour: "advanced_labourer", year: 2021, subject_kind: "individual" as const, person_id, subject_name: "Nông Văn Mẫu", subject_note: "", unit_id };
  await test.database.inLocality(locality_id, async (tx) => {
    await tx.insert(awardDecisions).values({ locality_id, id: decision, issuer_unit_id: unit_id, authority: "commune", title: "Khen thưởng", year: 2021, source: "signed_here", state: "prepared", prepared_by: user_id, prepared_on: day });
    await tx.insert(nominations).values({ locality_id, id: nomination, ...subject, authority: "commune", subject_folded: "nong van mau", achievement: "Tốt", facts: {}, status: "draft", created_at: caller.clock.now() });
    await tx.insert(awards).values({
      locality_id, id: award, ...subject, decision_id: decision, register_year: 2021, register_number: Number.parseInt(unit_id.slice(-6), 16), code: `TT-${unit_id.slice(-6)}`,
      achievement: "Tốt", log_entry_id, issued_at: caller.clock.now(),
    });
  });
  return { nomination, decision, award };
}

/** A clearance of which the unit is asked, a complaint about its dossier and a meeting it held. */
async function insertAside(test: TestDatabase, caller: Caller, unit_id: string, nomination_id: string) {
  const locality_id = caller.locality.code;
  const [clearance, complaint, meeting] = [1, 2, 3].map((n) => `${unit_id.slice(0, -4)}d00${n}`) as [string, string, string];
  const day = plainDate("2021-11-20");
  await test.database.inLocality(locality_id, async (tx) => {
    await tx.insert(clearanceRounds).values({ locality_id, id: clearance, unit_id, matter: "tax", body_unit_id: unit_id, body_name: "Xã Mẫu", asked_on: day, due_on: plainDate("2021-12-20"), silence: "means_nothing" });
    await tx.insert(clearanceLines).values({ locality_id, round_id: clearance, nomination_id });
    await tx.insert(complaints).values({ locality_id, id: complaint, nomination_id, sort: "complaint", received_on: day, received_number: "15/ĐN", from_name: "Hà Thị Mẫu", content: "Chưa đúng" });
    await tx.insert(unitMeetings).values({ locality_id, id: meeting, unit_id, honour: "advanced_labourer", year: 2021, held_on: day, chair_name: "Chủ trì mẫu", secretary_name: "Thư ký mẫu", mode: "hands", members: 10, present: 9 });
    await tx.insert(unitMeetingVotes).values({ locality_id, meeting_id: meeting, place: 1, name: "Nông Văn Mẫu", votes_for: 5, proposed: false });
  });
  return { clearance, complaint, meeting };
}

/** What a programme says, complete. */
export const PROGRAMME = {
  theme: "Đoàn kết, sáng tạo", aims: "Thi đua thiết thực", occasions: "Ngày truyền thống", registration_due_on: "2021-12-15",
  contents: [{ title: "Xây dựng nông thôn mới" }], launchers: [{ name: "Ủy ban nhân dân", lawful: true }],
};

/** What a campaign says, complete. */
export const CAMPAIGN = {
  kind: "campaign", form: "regular", title: "Chung sức", aim: "Thiết thực", from_on: "2021-11-20", to_on: "2021-12-31", response_due_on: "2021-12-10",
  criteria: [{ text: "Tăng tiêu chí", unit_of_measure: "tiêu chí", evidence_source: "Quyết định", due_on: "2021-12-15" }], scope: [{ unit_kind: "village" }],
};
