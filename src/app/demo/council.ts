import { eq } from "drizzle-orm";
import { blind, finalize, prepareToken } from "../../engines/ballots/index.ts";
import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import { accountCommands } from "../../modules/accounts/index.ts";
import * as councils from "../../modules/councils/index.ts";
import { councilMembers, councils as councilTable, councilSessions, sessionConflicts } from "../../modules/councils/tables.ts";
import * as notices from "../../modules/notices/index.ts";
import { noticeComments } from "../../modules/notices/tables.ts";
import { PUBLIC } from "../../platform/command/actor.ts";
import * as nominations from "../../modules/nominations/index.ts";
import { unitTree } from "../../modules/organizations/index.ts";
import * as votes from "../../modules/votes/index.ts";
import { motions, motionSubjects } from "../../modules/votes/tables.ts";
import { closeSession } from "../services.ts";
import { DEMONSTRATION_PASSWORD } from "./accounts.ts";
import { OFFICES } from "./units.ts";
import { day, prngFor, type World } from "./world.ts";

const [createUser, grantRole] = accountCommands(unitTree);
const BASIS = "Quy chế mẫu của Hội đồng Thi đua - Khen thưởng, dùng cho trình diễn";
/** From which offices the thirteen members come; the first is the chair's. */
const SEATS = ["agency-1", "agency-noi-vu", "party-2", "front", "mass-1", "mass-2", "agency-3", "agency-7", "agency-8", "agency-9", "armed-1", "service-1", "agency-10"];
const POSITIONS = ["chair", "standing", "vice_chair", "vice_chair", "member", "member", "member", "member", "member", "member", "member", "member", "secretary"] as const;
const usernameAt = (index: number) => (index === 0 ? "chutich" : index === 4 ? "hoidong" : `hd.${index + 1}`);

/** Forms the district's council of thirteen, with accounts to vote by and the vote thresholds of a model regulation. */
export async function formDistrictCouncil(world: World, on: PlainDate): Promise<void> {
  const unit_id = await world.root();
  const units = await world.units(on);
  if (createUser === undefined || grantRole === undefined) throw new Error("accounts has no commands");
  const members = [];
  for (const [index, key] of SEATS.entries()) {
    const username = usernameAt(index);
    const unit = units.find((entry) => entry.name === OFFICES.find((office) => office.key === key)?.name);
    const name = `Ủy viên Mẫu ${index + 1}`;
    const user_id = username.startsWith("hd.") ? (await world.must(null, on, createUser, { username, name, password: DEMONSTRATION_PASSWORD })).id : await world.userId(username);
    if (username !== "hoidong") await world.must(null, on, grantRole, { user_id, role: "council_member", unit_id, from_on: on });
    const [head] = unit === undefined ? [] : await world.staff(unit.id, on);
    members.push({ name: head?.full_name ?? name, position: POSITIONS[index], username, unit_id: unit?.id, ...(index === 5 || index === 7 ? { person_id: head?.id } : {}) });
  }
  for (const [honour, value, base] of [["advanced_labourer", ">50%", "present"], ["grassroots_emulation_fighter", "70%", "members_without_recused"], ["advanced_labour_collective", "70%", "members_without_recused"]]) {
    await world.must(null, on, nominations.declareLocalRule, { rule: "council_vote", honour, value, base, quorum: "2/3", instrument: BASIS, from_on: on });
  }
  await world.act("canbo", on, councils.formCouncil, { unit_id, kind: "commendation", name: "Hội đồng Thi đua - Khen thưởng huyện", basis: "Quyết định thành lập mẫu (trình diễn)", formed_on: on, members });
}

/** Plans the session of the year's end. */
export async function planYearSession(world: World, on: PlainDate): Promise<void> {
  const [council] = await world.read((tx) => tx.select({ id: councilTable.id }).from(councilTable).where(eq(councilTable.kind, "commendation")));
  if (council === undefined) return;
  await world.act("canbo", on, councils.planSession, {
    council_id: council.id, title: "Phiên họp xét khen thưởng năm 2021", held_on: "2021-12-20", place: "Phòng họp số 1",
    agenda: ["Báo cáo kết quả thẩm định hồ sơ", "Danh sách Lao động tiên tiến: biểu quyết một lần", "Chiến sĩ thi đua cơ sở: bỏ phiếu kín từng hồ sơ", "Tập thể lao động tiên tiến: biểu quyết từng tập thể", "Kết luận"],
  });
}

/** Posts those fighters who are appraised so far on a public notice of ten working days; two comments come in. */
export async function postYearNotice(world: World, on: PlainDate): Promise<void> {
  const fighters = [...(await world.dossiers({ statuses: ["under_appraisal"], year: 2021, honour: "grassroots_emulation_fighter" })).values()].flat();
  const eligible = await world.eligible(on, fighters.map((dossier) => dossier.id));
  const nomination_ids = fighters.map((dossier) => dossier.id).filter((id) => eligible.has(id));
  if (nomination_ids.length === 0) return;
  const posted = await world.act("canbo", on, nominations.postNotice, { nomination_ids, title: "Danh sách đề nghị Chiến sĩ thi đua cơ sở năm 2021", days: 10 });
  if (!posted.ok) return;
  const notice_id = posted.value.id;
  await world.actAs(PUBLIC, on, notices.sendComment, { notice_id, kind: "remark", name: "Người dân Mẫu", contact: "Thôn Mẫu", text: "Đề nghị ghi rõ sáng kiến của từng người để bà con biết mà học theo." });
  await world.actAs(PUBLIC, on, notices.sendComment, { notice_id, kind: "complaint", protected: true, text: "Có trường hợp sáng kiến trùng với sáng kiến năm trước, đề nghị xem lại." });
}

/** Sorts and answers what came in, and ends the notice when its days are over. */
export async function endYearNotice(world: World, on: PlainDate): Promise<void> {
  for (const comment of await world.read((tx) => tx.select({ id: noticeComments.id, sort: noticeComments.kind_claimed }).from(noticeComments))) {
    await world.act("canbo", on, notices.sortComment, { comment_id: comment.id, sort: comment.sort === "complaint" ? "remark" : comment.sort, reason: "Theo nội dung ý kiến." });
    await world.act("canbo", on, notices.answerComment, { comment_id: comment.id, text: "Cơ quan thường trực đã rà soát, bổ sung thông tin về sáng kiến vào hồ sơ trình Hội đồng.", public: true });
  }
  await world.act(null, addDays(on, 1), notices.closeDueNotices, {});
}

/** Returns what is not eligible, holds the session, and writes its outcome into the dossiers. */
export async function holdYearSession(world: World, on: PlainDate, year: number): Promise<void> {
  const [session] = await world.read((tx) => tx.select({ id: councilSessions.id }).from(councilSessions).where(eq(councilSessions.title, "Phiên họp xét khen thưởng năm 2021")));
  if (session === undefined) return;
  const waiting = [...(await world.dossiers({ statuses: ["under_appraisal", "on_notice"], year })).values()].flat();
  const eligible = await world.eligible(on, waiting.map((dossier) => dossier.id));
  for (const dossier of waiting.filter((entry) => !eligible.has(entry.id))) {
    await world.act("canbo", on, nominations.returnNominations, { nomination_ids: [dossier.id], reason: "Chưa đủ điều kiện theo quy định: xem phần đối chiếu trong hồ sơ, bổ sung hoặc rút." });
  }
  const of = (honour: string) => waiting.filter((dossier) => dossier.honour === honour && eligible.has(dossier.id)).map((dossier) => dossier.id);
  const put = (honour: string, as: "list" | "single", mode: string) => world.act("canbo", on, nominations.putBeforeCouncil, { session_id: session.id, nomination_ids: of(honour), as, mode });
  await put("advanced_labourer", "list", "hands");
  await put("grassroots_emulation_fighter", "single", "secret");
  await put("advanced_labour_collective", "single", "hands");
  await open(world, on, session.id);
  await exceptThree(world, on, session.id);
  await countHands(world, on, session.id);
  await voteInSecret(world, on, session.id, (no) => (no === 3 ? 6 : no === 8 ? 8 : 11));
  await secondRound(world, on, session.id);
  await world.act("canbo", on, closeSession, { session_id: session.id, conclusion: "Hội đồng thống nhất kết quả biểu quyết, giao cơ quan thường trực trình Chủ tịch UBND huyện quyết định." });
  await world.act("canbo", on, nominations.applyCouncilOutcome, { session_id: session.id });
}

/** Twelve are present and one is away; of the conflicts that were found, two members stand aside. */
async function open(world: World, on: PlainDate, session_id: string): Promise<void> {
  const seats = await world.read((tx) => councils.seatsOf(tx, session_id));
  const attendance = seats.map((seat) => ({ member_id: seat.id, attendance: seat.user_id !== null && seat.name === seats[9]?.name ? "absent" : "present" }));
  await world.act("canbo", on, councils.openSession, { session_id, attendance, tellers: seats.slice(4, 7).map((seat) => seat.id) });
  const conflicts = await world.read((tx) => tx.select().from(sessionConflicts).where(eq(sessionConflicts.session_id, session_id)));
  for (const [index, conflict] of conflicts.filter((entry) => entry.recused === null).sort((a, b) => (a.subject_id < b.subject_id ? -1 : 1)).entries()) {
    const recused = index < 2;
    await world.act("canbo", on, councils.decideRecusal, { session_id, member_id: conflict.member_id, subject_id: conflict.subject_id, recused, reason: recused ? "Là người trực tiếp quản lý người được đề nghị." : "Chỉ cùng cơ quan, không trực tiếp quản lý." });
  }
}

type Put = { id: string; no: number; mode: string; status: string; round: number };

function putMotions(world: World, session_id: string): Promise<Put[]> {
  return world.read((tx) => tx.select({ id: motions.id, no: motions.no, mode: motions.mode, status: motions.status, round: motions.round }).from(motions).where(eq(motions.session_id, session_id)).orderBy(motions.no));
}

async function exceptThree(world: World, on: PlainDate, session_id: string): Promise<void> {
  const [list] = await putMotions(world, session_id);
  if (list === undefined) return;
  const subjects = await world.read((tx) => tx.select({ id: motionSubjects.subject_id }).from(motionSubjects).where(eq(motionSubjects.motion_id, list.id)).orderBy(motionSubjects.subject_id));
  await world.act("canbo", on, votes.exceptFromList, { motion_id: list.id, subject_ids: subjects.slice(10, 13).map((subject) => subject.id), reason: "Có ý kiến đề nghị xem riêng." });
}

async function countHands(world: World, on: PlainDate, session_id: string): Promise<void> {
  for (const motion of await putMotions(world, session_id)) {
    if (motion.mode !== "hands" || motion.status !== "put") continue;
    const may = await world.mayVote(session_id, motion.id);
    await world.act("canbo", on, votes.enterCount, { motion_id: motion.id, agree: may, disagree: 0, blank: 0 });
  }
}

/** Members fetch, cast and are counted: `agreeing` says by the motion's number how many agree. */
async function voteInSecret(world: World, on: PlainDate, session_id: string, agreeing: (no: number) => number): Promise<void> {
  const secret = (await putMotions(world, session_id)).filter((motion) => motion.mode === "secret" && motion.status === "put");
  const numbered = new Map(secret.map((motion, index) => [motion.id, index + 1]));
  await world.act("canbo", on, votes.startIssuing, { session_id });
  const seats = (await world.read((tx) => councils.seatsOf(tx, session_id))).filter((seat) => seat.attendance === "present");
  const box: { ballot_id: string; token: string; signature: string }[] = [];
  for (const [index] of seats.entries()) {
    const username = await world.usernameOf(seats[index]?.user_id ?? null);
    if (username === null) continue;
    const found = await world.ask(username, on, votes.ballotsToCast, { session_id });
    if (!found.ok) continue;
    const prepared = found.value.ballots.filter((ballot) => ballot.status === "issuing").map((ballot) => ({ ballot, token: prepareToken(ballot.id) })).map((entry) => ({ ...entry, ...blind(entry.ballot.public_key, entry.token) }));
    const issued = await world.act(username, on, votes.issueBallots, { session_id, ballots: prepared.map((entry) => ({ ballot_id: entry.ballot.id, blinded: entry.blinded })) });
    if (!issued.ok) continue;
    const signed = new Map(issued.value.signatures.map((entry) => [entry.ballot_id, entry.blind_signature]));
    for (const { ballot, token, inverse } of prepared) box.push({ ballot_id: ballot.id, token, signature: finalize(ballot.public_key, token, signed.get(ballot.id) ?? "", inverse) });
  }
  await world.act("canbo", on, votes.openBox, { session_id });
  const cast = new Map<string, number>();
  for (const ballot of prngFor("box", session_id).shuffled(box)) {
    const before = cast.get(ballot.ballot_id) ?? 0;
    cast.set(ballot.ballot_id, before + 1);
    await world.cast({ ...ballot, choice: before < agreeing(numbered.get(ballot.ballot_id) ?? 0) ? "agree" : "disagree" });
  }
  await world.act("canbo", on, votes.closeBallots, { session_id });
}

/** Of the two that did not pass one is talked over and put again, and passes. */
async function secondRound(world: World, on: PlainDate, session_id: string): Promise<void> {
  const failed = await world.read((tx) => tx.select({ id: motions.id, outcome: motions.outcome, mode: motions.mode }).from(motions).where(eq(motions.session_id, session_id)).orderBy(motions.no));
  const again = failed.filter((motion) => motion.mode === "secret" && motion.outcome?.passed === false)[1];
  if (again === undefined) return;
  await world.act("canbo", on, votes.secondRound, { motion_id: again.id, reason: "Hội đồng nghe đơn vị giải trình thêm về thành tích." });
  await voteInSecret(world, on, session_id, () => 11);
}

/** What the council does and when. */
export const COUNCIL_ACTS: readonly { on: PlainDate; play: (world: World, on: PlainDate) => Promise<void> }[] = [
  { on: day("2021-01-11"), play: formDistrictCouncil },
  { on: addDays(day("2021-11-29"), -3), play: planYearSession },
  { on: day("2021-11-29"), play: postYearNotice },
  { on: day("2021-12-13"), play: endYearNotice },
  { on: day("2021-12-20"), play: (world, on) => holdYearSession(world, on, 2021) },
];

/** The members of the demonstration's council; for tests. */
export const membersOf = (world: World) => world.read((tx) => tx.select().from(councilMembers));
