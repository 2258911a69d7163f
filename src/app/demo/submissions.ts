import type { PlainDate } from "../../kernel/plain-date.ts";
import * as nominations from "../../modules/nominations/index.ts";
import { titledUnits } from "./cycle.ts";
import { clerkName } from "./found-year.ts";
import { day, type World } from "./world.ts";

const HONOUR = "provincial_diploma_of_merit";
const SCAN = { name: "quyet-dinh-mau.pdf", base64: Buffer.from("%PDF-1.4\n% Bản quét mẫu dùng cho trình diễn\n").toString("base64") };

/** What of a package differs between the years. */
type Proposal = { year: number; letter: number; title: string; people: number };

/** Two schools propose people for the province's diploma; the officer appraises, and the package goes up under one letter. Gives the package and its dossiers. */
async function proposeToProvince(world: World, on: PlainDate, proposal: Proposal): Promise<{ package_id: string; nomination_ids: string[] } | null> {
  const schools = (await titledUnits(world, on, true)).filter((unit) => unit.kind === "school").slice(0, 2);
  const ids: string[] = [];
  for (const school of schools) {
    const staff = (await world.staff(school.id, on)).slice(0, proposal.people);
    const subjects = staff.map((person) => ({ person_id: person.id, achievement: `Đã có thành tích xuất sắc trong phong trào thi đua dạy tốt, học tốt năm ${proposal.year}.`, facts: { rating: "good", discipline: [], pending: [], type: "for_campaign", achievement: `diploma-${proposal.year}` } }));
    const clerk = clerkName(school);
    const drafted = await world.act(clerk, on, nominations.draftNominations, { unit_id: school.id, honour: HONOUR, year: proposal.year, authority: "province", subjects });
    if (!drafted.ok) continue;
    await world.submit(clerk, on, drafted.value.ids);
    ids.push(...drafted.value.ids);
  }
  if (ids.length === 0) return null;
  await world.act("canbo", on, nominations.takeUpNominations, { nomination_ids: ids });
  const recommended: string[] = [];
  for (const id of ids) if (await world.tryAll(on, nominations.recommendNominations, [id])) recommended.push(id);
  const made = await world.act("canbo", on, nominations.draftPackage, { to_authority: "province", addressee: "Ban Thi đua - Khen thưởng tỉnh", title: proposal.title, nomination_ids: recommended });
  if (!made.ok) return null;
  const package_id = made.value.id;
  await world.act("vanthu", on, nominations.writePackageLetter, { package_id, number: proposal.letter, symbol: "TTr-UBND", letter_on: on, signer_name: "Chủ tịch Mẫu Huyện", signer_title: "Chủ tịch" });
  await world.act("canbo", on, nominations.sendPackage, { package_id });
  return { package_id, nomination_ids: recommended };
}

/** The package of 2020 goes up, and its answer comes back on paper: one of the people is not awarded. */
async function answered(world: World, on: PlainDate): Promise<void> {
  const sent = await proposeToProvince(world, on, { year: 2020, letter: 12, title: "Về việc đề nghị Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen năm 2020", people: 2 });
  if (sent === null) return;
  const answered_on = day("2021-03-15");
  const lines = sent.nomination_ids.map((nomination_id, index) => (index === 1 ? { nomination_id, outcome: "declined", reason: "Chưa đủ thời gian theo quy định của tỉnh." } : { nomination_id, outcome: "approved" }));
  const recorded = await world.act("vanthu", answered_on, nominations.recordPackageResult, {
    package_id: sent.package_id, decision_number: "402/QĐ-UBND", decided_on: "2021-03-10", issuer: "Chủ tịch Ủy ban nhân dân tỉnh", signer_name: "Chủ tịch Mẫu Tỉnh", signer_title: "Chủ tịch", scan: SCAN, lines,
  });
  if (recorded.ok) await world.act("canbo", answered_on, nominations.confirmPackageResult, { result_id: recorded.value.id });
}

/** The proposals of 2021 go up at the year's end and wait for their answer. */
async function waiting(world: World, on: PlainDate): Promise<void> {
  await proposeToProvince(world, on, { year: 2021, letter: 9, title: "Về việc đề nghị Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen năm 2021", people: 3 });
}

/** What is sent to the level above and when. */
export const SUBMISSION_ACTS: readonly { on: PlainDate; play: (world: World, on: PlainDate) => Promise<void> }[] = [
  { on: day("2021-01-20"), play: answered },
  { on: day("2022-01-18"), play: waiting },
];
