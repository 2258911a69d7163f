import type { PlainDate } from "../../kernel/plain-date.ts";
import * as nominations from "../../modules/nominations/index.ts";
import type { UnitOnDay } from "../../modules/organizations/index.ts";
import { clerkName } from "./found-year.ts";
import { day, type World } from "./world.ts";

const HONOUR = "district_certificate_of_merit";
const INSTRUMENT = "Quy chế mẫu của huyện, dùng cho trình diễn";
const SCAN = { name: "tra-loi-mau.pdf", base64: Buffer.from("%PDF-1.4\n% Bản quét mẫu dùng cho trình diễn\n").toString("base64") };

async function unitNamed(world: World, on: PlainDate, kind: UnitOnDay["kind"], name?: string): Promise<UnitOnDay | undefined> {
  return (await world.units(on)).find((unit) => unit.kind === kind && (name === undefined || unit.name === name));
}

/** The locality says how long it takes over a dossier, and which offices it asks about enterprises. */
async function declareRules(world: World, on: PlainDate): Promise<void> {
  await world.act("canbo", on, nominations.declareLocalRule, { rule: "processing", honour: HONOUR, value: "15", instrument: INSTRUMENT, from_on: on });
  for (const matter of ["tax", "social_insurance"]) {
    await world.act("canbo", on, nominations.declareClearanceRule, { applies: "enterprises", matter, days: 10, silence: "means_no_objection", instrument: INSTRUMENT, from_on: on });
  }
}

/** The staff of an enterprise meets, votes on itself and on two of its workers, and proposes whom it agreed on. */
async function meet(world: World, on: PlainDate): Promise<void> {
  const unit = await unitNamed(world, on, "enterprise");
  const clerk = unit === undefined ? null : clerkName(unit);
  if (unit === undefined || clerk === null) return;
  const staff = await world.staff(unit.id, on);
  const rows = [
    { subject_unit_id: unit.id, votes_for: 17, proposed: "on", achievement: "Giữ vững sản xuất trong mùa dịch, không để người lao động nào mất việc, nộp đủ nghĩa vụ với Nhà nước." },
    ...staff.slice(0, 2).map((person, index) => ({ person_id: person.id, votes_for: index === 0 ? 16 : 6, ...(index === 0 ? { proposed: "on", achievement: "Tìm cách sắp xếp lại dây chuyền, giảm một phần ba thời gian dừng máy." } : {}) })),
  ];
  const meeting = await world.act(clerk, on, nominations.recordUnitMeeting, {
    unit_id: unit.id, honour: HONOUR, year: 2021, authority: "district", held_on: on, place: "Hội trường đơn vị", chair_name: staff[0]?.full_name ?? "Chủ trì Mẫu", secretary_name: staff[1]?.full_name ?? "Thư ký Mẫu", mode: "hands",
    members: 20, present: 18, least_percent: 50, least_of: "present", least_basis: "Quy chế dân chủ mẫu của đơn vị", nothing_pending: "on", rows,
  });
  if (meeting.ok) await world.submit(clerk, on, meeting.value.nomination_ids);
}

/** The officer takes the enterprise's dossiers up and asks two offices; one has answered by the day on which the demonstration stands. */
async function clear(world: World, on: PlainDate): Promise<void> {
  const unit = await unitNamed(world, on, "enterprise");
  const tax = await unitNamed(world, on, "vertical", "Chi cục Thuế khu vực");
  const waiting = (await world.dossiers({ statuses: ["submitted"], year: 2021, honour: HONOUR })).get(unit?.id ?? "") ?? [];
  const nomination_ids = waiting.map((dossier) => dossier.id);
  if (nomination_ids.length === 0) return;
  await world.act("canbo", on, nominations.takeUpNominations, { nomination_ids });
  const terms = { nomination_ids, due_on: "2021-12-08", silence: "means_no_objection", silence_basis: INSTRUMENT };
  await world.act("canbo", on, nominations.askClearance, { ...terms, matter: "tax", body_unit_id: tax?.id, letter_number: "214/PNV-TĐKT" });
  const insurance = await world.act("canbo", on, nominations.askClearance, { ...terms, matter: "social_insurance", body_name: "Bảo hiểm xã hội tỉnh (trình diễn)", letter_number: "215/PNV-TĐKT" });
  if (insurance.ok) {
    const answers = nomination_ids.map((nomination_id) => ({ nomination_id, answer: "no_objection" }));
    await world.act("canbo", day("2021-11-26"), nominations.answerClearance, { round_id: insurance.value.id, answers, answered_on: "2021-11-25", scan: SCAN });
  }
}

/** What is done around the appraisal of an enterprise's dossiers, and when. */
export const APPRAISAL_ACTS: readonly { on: PlainDate; play: (world: World, on: PlainDate) => Promise<void> }[] = [
  { on: day("2021-11-01"), play: declareRules },
  { on: day("2021-11-18"), play: meet },
  { on: day("2021-11-22"), play: clear },
];
