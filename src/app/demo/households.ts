import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import * as households from "../../modules/households/index.ts";
import { type UnitOnDay, listUnits } from "../../modules/organizations/index.ts";
import { decisionCommands } from "../services.ts";
import { inventPerson } from "./names.ts";
import { day, prngFor, type World } from "./world.ts";

/** The commune whose households are shown; its clerk and its head have accounts of their own. */
const COMMUNE_CODE = "02050";
const CLERK = "xa";
/** Households of each village. */
const PER_VILLAGE = 200;

/** The scale of the demonstration: invented, and said to be so. */
const SCALE = {
  criteria: [
    { title: "Gương mẫu chấp hành chủ trương, pháp luật", max: "30" },
    { title: "Gia đình hòa thuận, tương trợ cộng đồng", max: "40" },
    { title: "Lao động, sản xuất, học tập đạt năng suất, chất lượng", max: "30" },
  ],
  pass_mark: "85", scale_instrument: "Quy chế mẫu của xã, dùng cho trình diễn", quorum_percent: 60, agree_percent: 60, share_instrument: "Quy chế mẫu của xã, dùng cho trình diễn",
};

/** A scan that shows nothing but that it is one. */
const SCAN = { name: "quyet-dinh-mau.pdf", base64: Buffer.from("%PDF-1.4\n% Bản quét mẫu dùng cho trình diễn\n").toString("base64") };

async function communeOf(world: World, on: PlainDate): Promise<{ commune: UnitOnDay; villages: UnitOnDay[] }> {
  const commune = (await world.units(on)).find((unit) => unit.code === COMMUNE_CODE);
  if (commune === undefined) throw new Error(`the demonstration has no commune ${COMMUNE_CODE}`);
  return { commune, villages: await world.read((tx) => listUnits(tx, on, { kinds: ["village"], parent_id: commune.id })) };
}

/** The households of a village: the same ones in every year. */
function homesOf(village: UnitOnDay, no: number): { village: string; code: string; head: string }[] {
  const prng = prngFor("homes", village.name);
  return Array.from({ length: PER_VILLAGE }, (_home, index) => ({ village: village.name, code: `${no}-${String(index + 1).padStart(3, "0")}`, head: inventPerson(prng).full_name }));
}

/** What a village's meeting said of each of its households; a few are excluded, a few not agreed to. */
function rowsOf(village: UnitOnDay, no: number, year: number, met_on: PlainDate): Record<string, string>[] {
  const prng = prngFor("homes-review", village.name, year);
  const present = 150 + prng.below(30);
  const meeting = { met_on, called: String(PER_VILLAGE), present: String(present), chair: "Trưởng thôn Mẫu", secretary: "Thư ký Mẫu" };
  return homesOf(village, no).filter(() => !prng.chance(40)).map((home, index) => {
    const excluded = prng.chance(12);
    return {
      ...home, ...(index === 0 ? meeting : {}), registered_on: `${year}-02-20`, points: String(prng.chance(30) ? 80 : 86 + prng.below(14)), agree: String(prng.chance(20) ? 80 : present - prng.below(25)),
      ...(excluded ? { violations: prng.pick(["environment", "tax", "construction"]), evidence: "Quyết định xử phạt mẫu" } : {}),
    };
  });
}

/** The year before, whole: registered, reviewed by the villages, posted, closed, decided on paper and confirmed. */
async function reviewWhole(world: World, on: PlainDate): Promise<void> {
  const { commune, villages } = await communeOf(world, on);
  const year = 2020;
  const opened = await world.act(CLERK, on, households.openHouseholdReview, { commune_id: commune.id, year, registration_due_on: `${year}-03-31`, ...SCALE });
  if (!opened.ok) return;
  const review_id = opened.value.id;
  const rows = villages.flatMap((village, index) => rowsOf(village, index + 1, year, day(`${year}-11-15`)));
  await world.act(CLERK, on, households.importHouseholds, { review_id, rows });
  await world.act(CLERK, on, households.postHouseholdResult, { review_id, from_on: addDays(on, -10), to_on: addDays(on, -1), place: "Nhà văn hóa các thôn" });
  await world.act(CLERK, on, households.closeHouseholdReview, { review_id });
  const draft = await world.act(CLERK, on, households.prepareHouseholdDecision, { review_id, title: `Về việc công nhận danh hiệu Gia đình văn hóa năm ${year}` });
  if (!draft.ok) return;
  const paper = { decision_id: draft.value.id, number: 96, symbol: "QĐ-UBND", decided_on: on, signer_name: "Chủ tịch Mẫu Xã", signer_title: "CHỦ TỊCH", scan: SCAN };
  await world.act("canbo", on, decisionCommands.recordPaperDecision, paper);
  await world.act("vanthu", on, decisionCommands.confirmPaperDecision, { decision_id: draft.value.id });
}

/** This year's registration, from the same sheet. */
async function register(world: World, on: PlainDate): Promise<void> {
  const { commune, villages } = await communeOf(world, on);
  const opened = await world.act(CLERK, on, households.openHouseholdReview, { commune_id: commune.id, year: 2021, registration_due_on: "2021-03-31", ...SCALE });
  if (!opened.ok) return;
  const rows = villages.flatMap((village, index) => homesOf(village, index + 1).map((home) => ({ ...home, registered_on: on })));
  await world.act(CLERK, on, households.importHouseholds, { review_id: opened.value.id, rows });
}

/** The first village has met and brought its sheet; the others have not: here the demonstration's day finds it. */
async function firstMeeting(world: World, on: PlainDate): Promise<void> {
  const { commune, villages } = await communeOf(world, on);
  const [village] = villages;
  const list = await world.ask(CLERK, on, households.browseHouseholdReviews, { year: 2021 });
  const review_id = list.ok ? list.value.rows.find((row) => row.commune.id === commune.id)?.review_id : null;
  if (village === undefined || review_id === null || review_id === undefined) return;
  const rows = rowsOf(village, 1, 2021, addDays(on, -2)).map(({ registered_on: _on, ...row }) => row);
  await world.act(CLERK, on, households.importHouseholds, { review_id, rows });
}

/** What is done with households and when. */
export const HOUSEHOLD_ACTS: readonly { on: PlainDate; play: (world: World, on: PlainDate) => Promise<void> }[] = [
  { on: day("2020-12-31"), play: reviewWhole },
  { on: day("2021-02-25"), play: register },
  { on: day("2021-11-16"), play: firstMeeting },
];
