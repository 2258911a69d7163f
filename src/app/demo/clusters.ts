import { makeDate, type PlainDate } from "../../kernel/plain-date.ts";
import { accountCommands } from "../../modules/accounts/index.ts";
import {
  adoptModel, clustersOn, draftPact, electClusterHeads, formCluster, foundUnit, holdClusterEvent, listUnits, planClusterYear, recordInspection, recordPactSignature, setInspectionPairs, shareModel, signPact,
  type UnitOnDay, unitTree,
} from "../../modules/organizations/index.ts";
import { type EventKind, usualYear } from "../../modules/organizations/clusters/core/events.ts";
import { USUAL_ARTICLES } from "../../modules/organizations/clusters/core/pact.ts";
import { ringOfPairs } from "../../modules/organizations/clusters/core/pairs.ts";
import { suggestHeads } from "../../modules/organizations/clusters/core/rotation.ts";
import { headsOf, headsOfYear } from "../../modules/organizations/clusters/store.ts";
import { eventsOfYear } from "../../modules/organizations/clusters/store-year.ts";
import { DEMONSTRATION_PASSWORD } from "./accounts.ts";
import { clerkName } from "./found-year.ts";
import { inventPerson } from "./names.ts";
import { day, prngFor, type World } from "./world.ts";

/** The other seven district units of the province in 2021, by official code. */
const OUTSIDE: readonly { code: string; name: string }[] = [
  { code: "058", name: "Thành phố Bắc Kạn" }, { code: "060", name: "Huyện Pác Nặm" }, { code: "061", name: "Huyện Ba Bể" }, { code: "062", name: "Huyện Ngân Sơn" },
  { code: "063", name: "Huyện Bạch Thông" }, { code: "065", name: "Huyện Chợ Mới" }, { code: "066", name: "Huyện Na Rì" },
];
/** The cluster that Chợ Đồn led in 2021. */
const PROVINCIAL = "Cụm thi đua các huyện, thành phố";
const CITY = "Thành phố Bắc Kạn";
const GUEST = { username: "khach", unit: "Huyện Na Rì" };
const OFFICER = "canbo";

const [createUser, grantRole] = accountCommands(unitTree);

/** A page without words: what a scanner gives of an empty sheet. */
const SCAN = {
  name: "ban-quet.pdf",
  bytes: new Uint8Array(Buffer.from(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n",
  )),
};

type DemoCluster = { id: string; name: string; kind: "cum" | "khoi"; members: UnitOnDay[] };

async function clusters(world: World, on: PlainDate): Promise<DemoCluster[]> {
  return world.read(async (tx) => {
    const found = [];
    for (const { unit_ids, ...cluster } of await clustersOn(tx, on)) found.push({ ...cluster, members: await listUnits(tx, on, { ids: unit_ids }) });
    return found;
  });
}

/** Who acts for a member: its own clerk or guest; the officer for the locality itself and for those outside without an account. */
function actorOf(unit: UnitOnDay): string {
  return unit.name === GUEST.unit ? GUEST.username : (clerkName(unit) ?? OFFICER);
}

/** Who acts for the lead of a year; the officer where nobody leads. */
async function leadOf(world: World, cluster: DemoCluster, year: number): Promise<string> {
  const heads = await world.read((tx) => headsOfYear(tx, cluster.id, year));
  const unit = cluster.members.find((member) => member.id === heads?.head_unit_id);
  return unit === undefined ? OFFICER : actorOf(unit);
}

/** The units outside, the cluster of the eight, and a guest account for one of them. */
export async function foundOutside(world: World, on: PlainDate): Promise<void> {
  const root = await world.root();
  const ids: string[] = [];
  for (const [index, unit] of OUTSIDE.entries()) {
    const made = await world.must(OFFICER, on, foundUnit, { parent_id: root, kind: "outside", from_on: makeDate(2000, 1, 1), rank: index + 1, ...unit });
    ids.push(made.id);
    if (unit.name === GUEST.unit) await openGuest(world, on, made.id);
  }
  await world.must(OFFICER, on, formCluster, { kind: "cum", name: PROVINCIAL, rank: 20, from_on: on, unit_ids: [root, ...ids] });
}

async function openGuest(world: World, on: PlainDate, unit_id: string): Promise<void> {
  if (createUser === undefined || grantRole === undefined) throw new Error("accounts has no commands");
  const user = await world.must("quantri", on, createUser, { username: GUEST.username, name: `Khách Mẫu ${GUEST.unit}`, password: DEMONSTRATION_PASSWORD });
  await world.must("quantri", on, grantRole, { user_id: user.id, role: "clerk", unit_id, from_on: on });
}

/** The members elect the leads of a year in rotation; in the cluster of the eight as it was: Chợ Đồn in 2021, the city with Na Rì in 2022. */
export async function electHeads(world: World, on: PlainDate, year: number): Promise<void> {
  for (const cluster of await clusters(world, on)) {
    const ids = cluster.members.map((member) => member.id);
    const idOf = (name: string) => cluster.members.find((member) => member.name === name)?.id ?? null;
    const history = await world.read((tx) => headsOf(tx, cluster.id));
    const turn = suggestHeads(ids, history, year);
    const known = cluster.name !== PROVINCIAL ? turn : year === 2021 ? { head_unit_id: await world.root(), deputy_unit_id: idOf(CITY) } : { head_unit_id: idOf(CITY), deputy_unit_id: idOf(GUEST.unit) };
    await world.act(await leadOf(world, cluster, year - 1), on, electClusterHeads, { cluster_id: cluster.id, year, ...known, elected_on: on, basis: "Biên bản hội nghị các thành viên (trình diễn)" });
  }
}

/** Each lead plans the year; the meeting is hosted by the deputy. The plan is issued the same day. */
export async function planYears(world: World, on: PlainDate, year: number): Promise<void> {
  const review = day(`${year}-12-15`);
  for (const cluster of await clusters(world, on)) {
    const lead = await leadOf(world, cluster, year);
    const heads = await world.read((tx) => headsOfYear(tx, cluster.id, year));
    const events = usualYear(year).map((event) => ({
      ...event,
      due_on: event.due_on > day(`${year}-11-20`) ? review : event.due_on,
      host_unit_id: event.kind === "thematic_meeting" ? heads?.deputy_unit_id : event.kind === "final_review" ? heads?.head_unit_id : undefined,
    }));
    await world.act(lead, on, planClusterYear, { cluster_id: cluster.id, year, events });
  }
  await hold(world, on, year, ["plan"], () => "Đã ban hành kế hoạch hoạt động, quy chế và bảng chấm điểm; gửi các thành viên và Phòng Nội vụ.");
}

/** Leads draft, members sign: here by their clerks, on paper for the district and for members outside without an account. */
export async function signPacts(world: World, on: PlainDate, year: number): Promise<void> {
  for (const cluster of await clusters(world, on)) {
    const targets = cluster.name === PROVINCIAL ? "Thu ngân sách đạt và vượt dự toán giao\nGiảm tỷ lệ hộ nghèo theo kế hoạch tỉnh giao\nMỗi đơn vị nhân rộng ít nhất 02 mô hình" : "100 % thành viên đăng ký thi đua đúng hạn\nMỗi thành viên giới thiệu ít nhất 01 mô hình";
    const drafted = await world.act(await leadOf(world, cluster, year), on, draftPact, { cluster_id: cluster.id, year, articles: USUAL_ARTICLES, targets });
    if (!drafted.ok) continue;
    for (const unit of cluster.members) await signFor(world, on, drafted.value.id, unit);
  }
}

async function signFor(world: World, on: PlainDate, pact_id: string, unit: UnitOnDay): Promise<void> {
  const actor = actorOf(unit);
  const [leader] = await world.staff(unit.id, on);
  const outside = unit.kind === "outside" || unit.kind === "locality";
  const signer = outside || leader === undefined
    ? { signer_name: inventPerson(prngFor("pact", unit.name)).full_name, signer_title: unit.name === CITY ? "Chủ tịch UBND thành phố" : "Chủ tịch UBND huyện" }
    : { signer_name: leader.full_name, signer_title: leader.title };
  if (actor === OFFICER) await world.act(OFFICER, on, recordPactSignature, { pact_id, unit_id: unit.id, ...signer, signed_on: on, scan: SCAN });
  else await world.act(actor, on, signPact, { pact_id, unit_id: unit.id, ...signer });
}

type DemoModel = { title: string; what: string; result: string };

/** What members show, by the kind of cluster: communes and districts, offices and organisations, schools and services, enterprises. */
const MODELS: Readonly<Record<"area" | "office" | "service" | "enterprise", readonly [DemoModel, DemoModel]>> = {
  area: [
    { title: "Tổ tự quản thu gom rác ở thôn", what: "Mỗi thôn một tổ 5 người, thu gom hai buổi mỗi tuần; hộ dân tự phân loại.", result: "Đường thôn sạch; không còn bãi rác tự phát tại các thôn tham gia." },
    { title: "Nhóm hộ cùng trồng hồng không hạt", what: "Hộ có kinh nghiệm hướng dẫn hộ nghèo liền kề, góp chung cây giống, cùng bán.", result: "Các hộ tham gia có thêm thu nhập từ vụ thứ hai." },
  ],
  office: [
    { title: "Ngày thứ Bảy giải quyết thủ tục", what: "Trực thêm sáng thứ Bảy đầu tháng, có người hướng dẫn nộp hồ sơ trực tuyến.", result: "Hồ sơ trễ hạn giảm rõ so với cùng kỳ." },
    { title: "Phòng họp không giấy", what: "Tài liệu gửi trước trên hệ thống; kết luận họp giao việc ngay, có hạn.", result: "Giảm giấy in; việc sau họp được theo dõi đủ." },
  ],
  service: [
    { title: "Tiết học chia sẻ giữa các trường", what: "Mỗi tháng một tiết dạy mẫu, giáo viên trường bạn dự và góp ý.", result: "Nhiều giáo viên trẻ vận dụng được cách dạy mới." },
    { title: "Góc tự học của học sinh bán trú", what: "Mỗi phòng ở có góc học tập, học sinh lớp trên kèm học sinh lớp dưới.", result: "Học sinh đi học chuyên cần hơn." },
  ],
  enterprise: [
    { title: "Sáng kiến nhỏ mỗi tổ sản xuất", what: "Mỗi tổ đề xuất một cải tiến mỗi quý; thưởng ngay sau khi áp dụng.", result: "Giảm hao phí vật tư, không xảy ra tai nạn lao động." },
    { title: "Mua chung vật tư đầu vụ", what: "Các đơn vị gộp nhu cầu, đặt mua một lần, chia phí vận chuyển.", result: "Giá vật tư thấp hơn mua lẻ." },
  ],
};

function modelsFor(cluster: DemoCluster): readonly [DemoModel, DemoModel] {
  if (cluster.kind === "cum") return MODELS.area;
  if (cluster.name.includes("doanh nghiệp")) return MODELS.enterprise;
  return cluster.name.includes("trường học") ? MODELS.service : MODELS.office;
}

/** Two members of each cluster show what works; a third takes one up. */
export async function thematicMeetings(world: World, on: PlainDate, year: number): Promise<void> {
  for (const cluster of await clusters(world, on)) {
    const [first, second, third] = cluster.members.slice(-3);
    const event = await eventOf(world, cluster, year, "thematic_meeting");
    if (first === undefined || second === undefined || third === undefined || event === undefined) continue;
    for (const [at, unit] of [first, third].entries()) {
      const made = await world.act(actorOf(unit), on, shareModel, { cluster_id: cluster.id, event_id: event.id, unit_id: unit.id, ...modelsFor(cluster)[at === 0 ? 0 : 1] });
      if (made.ok && at === 0) await world.act(actorOf(second), on, adoptModel, { model_id: made.value.id, unit_id: second.id, note: "Đơn vị chọn hai nơi làm điểm trong quý tới, rồi nhân ra." });
    }
  }
  await hold(world, on, year, ["thematic_meeting"], () => "Các thành viên trao đổi cách phát hiện, bồi dưỡng và nhân rộng mô hình; hai mô hình được giới thiệu.");
}

async function eventOf(world: World, cluster: DemoCluster, year: number, kind: EventKind) {
  return (await world.read((tx) => eventsOfYear(tx, cluster.id, year))).find((event) => event.kind === kind && event.cancelled_on === null);
}

/** Members inspect one another in a ring; in one cluster the last pair is still owed. Na Rì inspects the city, as on 28 October 2021. */
export async function inspect(world: World, on: PlainDate, year: number): Promise<void> {
  const owing = "Cụm thi đua số 3";
  for (const cluster of await clusters(world, on)) {
    const event = await eventOf(world, cluster, year, "inspection");
    if (event === undefined) continue;
    const ids = cluster.members.map((member) => member.id);
    const pairs = cluster.name === PROVINCIAL ? ids.map((inspector_unit_id, at) => ({ inspector_unit_id, unit_id: ids[(at + 2) % ids.length] ?? "" })) : ringOfPairs(ids, year);
    await world.act(await leadOf(world, cluster, year), on, setInspectionPairs, { event_id: event.id, pairs });
    for (const [at, pair] of pairs.entries()) if (cluster.name !== owing || at < pairs.length - 1) await inspectOne(world, on, cluster, event.id, pair);
  }
  await hold(world, on, year, ["inspection"], (cluster) => (cluster.name === owing ? null : "Đã kiểm tra chéo đủ các thành viên; kết quả gửi đơn vị trưởng làm căn cứ chấm điểm."));
}

async function inspectOne(world: World, on: PlainDate, cluster: DemoCluster, event_id: string, pair: { inspector_unit_id: string; unit_id: string }): Promise<void> {
  const inspector = cluster.members.find((member) => member.id === pair.inspector_unit_id);
  if (inspector === undefined) return;
  const prng = prngFor("inspect", inspector.name);
  await world.act(actorOf(inspector), on, recordInspection, {
    event_id, inspector_unit_id: pair.inspector_unit_id, unit_id: pair.unit_id, on,
    findings: "Kiểm tra việc thực hiện giao ước, hồ sơ minh chứng điểm tự chấm và sổ theo dõi khen thưởng.",
    strengths: prng.pick(["Triển khai giao ước đầy đủ, có phân công rõ.", "Hồ sơ minh chứng sắp xếp theo tiêu chí, dễ đối chiếu.", "Có mô hình mới, cách làm cụ thể."]),
    weaknesses: prng.pick(["Báo cáo quý còn chậm.", "Một số tiêu chí chưa có minh chứng.", "Khen thưởng người trực tiếp lao động còn ít."]),
    ...(actorOf(inspector) === OFFICER ? { minutes: SCAN } : {}),
  });
}

/** The half-year reviews. */
export async function interimReviews(world: World, on: PlainDate, year: number): Promise<void> {
  await hold(world, on, year, ["interim_review"], () => "Sơ kết 6 tháng: các chỉ tiêu cơ bản đạt tiến độ; thống nhất kế hoạch kiểm tra chéo và bảng chấm điểm.");
}

/** The reviews of the year, with scores agreed and the report sent. */
export async function finalReviews(world: World, on: PlainDate, year: number): Promise<void> {
  await hold(world, on, year, ["inspection", "scoring", "final_review", "report"], () => "Hội nghị thống nhất kết quả, bình xét đơn vị dẫn đầu; báo cáo gửi Hội đồng Thi đua - Khen thưởng.");
}

/** Enters that events were held, where the summary says something and they were not held before. */
async function hold(world: World, on: PlainDate, year: number, kinds: readonly EventKind[], summaryOf: (cluster: DemoCluster) => string | null): Promise<void> {
  for (const cluster of await clusters(world, on)) {
    const summary = summaryOf(cluster);
    if (summary === null) continue;
    const lead = await leadOf(world, cluster, year);
    const events = await world.read((tx) => eventsOfYear(tx, cluster.id, year));
    for (const event of events) if (kinds.includes(event.kind) && event.held_on === null) await world.act(lead, on, holdClusterEvent, { event_id: event.id, held_on: on, summary });
  }
}


/** What the year does with clusters, and when. */
export const CLUSTER_ACTS: readonly { on: PlainDate; play: (world: World, on: PlainDate) => Promise<void> }[] = [
  { on: day("2020-01-20"), play: (world, on) => electHeads(world, on, 2020) },
  { on: day("2020-12-01"), play: foundOutside },
  { on: day("2020-12-17"), play: (world, on) => electHeads(world, on, 2021) },
  { on: day("2021-01-25"), play: (world, on) => planYears(world, on, 2021) },
  { on: day("2021-03-26"), play: (world, on) => signPacts(world, on, 2021) },
  { on: day("2021-07-09"), play: (world, on) => interimReviews(world, on, 2021) },
  { on: day("2021-08-20"), play: (world, on) => thematicMeetings(world, on, 2021) },
  { on: day("2021-10-28"), play: (world, on) => inspect(world, on, 2021) },
  { on: day("2021-12-15"), play: async (world, on) => { await finalReviews(world, on, 2021); await electHeads(world, on, 2022); } },
];
