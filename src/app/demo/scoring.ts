import { and, eq } from "drizzle-orm";
import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import * as scorecards from "../../modules/scorecards/index.ts";
import { leadingProposals, roundPairs, scorecards as cards, scoringRounds } from "../../modules/scorecards/tables.ts";
import { clustersOn, type UnitOnDay } from "../../modules/organizations/index.ts";
import { clerkName } from "./found-year.ts";
import { inventFacts } from "./scoring-facts.ts";
import { day, prngFor, type World } from "./world.ts";

type Cluster = { id: string; name: string; kind: "cum" | "khoi"; unit_ids: string[] };

/** Which ready card each cluster or block scores by. */
function readyFor(cluster: Cluster): string {
  if (cluster.kind === "cum") return "commune_cluster";
  return cluster.name.includes("doanh nghiệp") ? "enterprise" : "agency_block";
}

const titleOf = (cluster: Cluster, year: number) => `Chấm điểm ${cluster.name} năm ${year}`;

/** The clusters of the locality's own units on a day. */
async function ownClusters(world: World, on: PlainDate): Promise<Cluster[]> {
  return (await world.read((tx) => clustersOn(tx, on))).filter((cluster) => /^(Cụm thi đua số|Khối)/.test(cluster.name));
}

/** Drafts and publishes the cards of a year: the first from what the product brings, later ones as copies of last year's. */
export async function publishCards(world: World, on: PlainDate, year: number): Promise<void> {
  const unit_id = await world.root();
  for (const ready_id of ["commune_cluster", "agency_block", "enterprise"]) {
    const [last] = await world.read((tx) => tx.select({ id: cards.id }).from(cards).where(and(eq(cards.ready_id, ready_id), eq(cards.year, year - 1))));
    const made = last === undefined ? await world.act("canbo", on, scorecards.draftCard, { unit_id, year, ready_id }) : await world.act("canbo", on, scorecards.copyCard, { card_id: last.id, year });
    if (made.ok) await world.act("canbo", on, scorecards.publishCard, { card_id: made.value.id });
  }
}

/** Opens the rounds of a year: of the commune clusters only, or of all. */
export async function openRounds(world: World, on: PlainDate, year: number, kinds: readonly ("cum" | "khoi")[], scorers: number): Promise<void> {
  const unit_id = await world.root();
  for (const cluster of await ownClusters(world, on)) {
    if (!kinds.includes(cluster.kind)) continue;
    const [card] = await world.read((tx) => tx.select({ id: cards.id }).from(cards).where(and(eq(cards.ready_id, readyFor(cluster)), eq(cards.year, year), eq(cards.status, "published"))));
    if (card === undefined) continue;
    await world.act("canbo", on, scorecards.openRound, {
      unit_id, card_id: card.id, title: titleOf(cluster, year), cluster_id: cluster.id, scorers_per_unit: scorers,
      self_due_on: addDays(on, 11), cross_due_on: addDays(on, 18), appraisal_due_on: addDays(on, 28), meeting_on: addDays(on, 35),
    });
  }
}

type OpenRound = { id: string; title: string; cluster_id: string | null; card_id: string };

/** The rounds of the year that the demonstration itself opened; those that a visitor opened are theirs to lead. */
async function rounds(world: World, year: number): Promise<OpenRound[]> {
  const found = await world.read((tx) => tx.select({ id: scoringRounds.id, title: scoringRounds.title, cluster_id: scoringRounds.cluster_id, card_id: scoringRounds.card_id }).from(scoringRounds).where(eq(scoringRounds.year, year)).orderBy(scoringRounds.title));
  return found.filter((round) => /^Chấm điểm (Cụm thi đua số \d|Khối .+) năm \d{4}$/.test(round.title));
}

async function membersOf(world: World, round: OpenRound, on: PlainDate): Promise<UnitOnDay[]> {
  const cluster = (await ownClusters(world, on)).find((entry) => entry.id === round.cluster_id);
  return (await world.units(on)).filter((unit) => cluster?.unit_ids.includes(unit.id));
}

async function cardOf(world: World, round: OpenRound): Promise<scorecards.CardContent> {
  const [card] = await world.read((tx) => tx.select({ content: cards.content }).from(cards).where(eq(cards.id, round.card_id)));
  if (card === undefined) throw new Error(`the demonstration has no card ${round.card_id}`);
  return card.content;
}

/** Units score themselves and prove it; those that `waits` says hand in later, with a reason. */
export async function selfScore(world: World, on: PlainDate, year: number, part: "prompt" | "late"): Promise<void> {
  for (const round of await rounds(world, year)) {
    const content = await cardOf(world, round);
    for (const [index, unit] of (await membersOf(world, round, on)).entries()) {
      const clerk = clerkName(unit);
      if (clerk === null || (index % 7 === 5) !== (part === "late")) continue;
      const prng = prngFor("score", unit.name, year);
      if (part === "prompt") await prove(world, on, round, content, unit, clerk);
      const late_reason = part === "late" ? "Chờ số liệu của cơ quan thống kê." : undefined;
      await world.act(clerk, on, scorecards.stateSelfScore, { round_id: round.id, unit_id: unit.id, facts: inventFacts(content, prng), submit: true, late_reason });
    }
  }
}

async function prove(world: World, on: PlainDate, round: OpenRound, content: scorecards.CardContent, unit: UnitOnDay, clerk: string): Promise<void> {
  const leaves = scorecards.cardLeaves(content.scorecard.criteria).map(({ leaf }) => leaf.id);
  const prng = prngFor("prove", unit.name);
  const third = Math.ceil(leaves.length / 3);
  const papers = [
    { title: "Báo cáo kết quả năm của đơn vị", criteria: leaves.slice(0, third), scan: prng.chance(600) },
    { title: "Biên bản kiểm tra, nghiệm thu", criteria: leaves.slice(third - 1, 2 * third), scan: prng.chance(200) },
    { title: "Quyết định xếp loại tổ chức, cán bộ", criteria: leaves.slice(2 * third, 3 * third - 1), scan: false },
  ];
  for (const [index, { scan, ...paper }] of papers.entries()) {
    await world.act(clerk, on, scorecards.addScoreEvidence, {
      round_id: round.id, unit_id: unit.id, ...paper, document_number: `${10 + prng.below(80) + index}/BC`, document_on: addDays(on, -3 - index), on_site: !scan,
      ...(scan ? { file: { name: "bao-cao.pdf", bytes: SCAN } } : {}),
    });
  }
}

/** A page without words: what a scanner gives of an empty sheet. */
const SCAN = new Uint8Array(Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n",
));

/** Leads every round of a year on by one step. */
export async function advanceRounds(world: World, on: PlainDate, year: number): Promise<void> {
  for (const round of await rounds(world, year)) await world.act("canbo", on, scorecards.advanceRound, { round_id: round.id });
}

/** Members score one another: most agree, some see a point otherwise; in 2021 a few sheets never come. */
export async function crossScore(world: World, on: PlainDate, year: number, missing: boolean): Promise<void> {
  for (const round of await rounds(world, year)) {
    const content = await cardOf(world, round);
    const units = new Map((await membersOf(world, round, on)).map((unit) => [unit.id, unit]));
    const pairs = await world.read((tx) => tx.select({ scorer: roundPairs.scorer_unit_id, unit: roundPairs.unit_id }).from(roundPairs).where(eq(roundPairs.round_id, round.id)));
    for (const pair of pairs.sort((a, b) => (`${a.scorer}${a.unit}` < `${b.scorer}${b.unit}` ? -1 : 1))) {
      const [scorer, unit] = [units.get(pair.scorer), units.get(pair.unit)];
      const clerk = scorer === undefined ? null : clerkName(scorer);
      if (scorer === undefined || unit === undefined || clerk === null) continue;
      const prng = prngFor("cross", scorer.name, unit.name, year);
      if (missing && prng.chance(90)) continue;
      await world.act(clerk, on, scorecards.stateCrossScore, { round_id: round.id, unit_id: unit.id, by_unit_id: scorer.id, submit: true, ...seenOtherwise(content, prng, 450) });
    }
  }
}

/** One or two facts that somebody sees otherwise, with the reason; often none. */
function seenOtherwise(content: scorecards.CardContent, prng: ReturnType<typeof prngFor>, perThousand: number): { facts: Record<string, string>; reasons: Record<string, string> } {
  if (!prng.chance(perThousand)) return { facts: {}, reasons: {} };
  const leaves = scorecards.cardLeaves(content.scorecard.criteria).filter(({ leaf }) => leaf.rules.some((rule) => rule.kind === "manual" || rule.kind === "per_unit"));
  const { leaf } = prng.pick(leaves);
  const rule = leaf.rules.find((entry) => entry.kind === "manual" || entry.kind === "per_unit");
  const fact = String(rule?.["fact"]);
  const value = rule?.kind === "manual" ? String(Math.floor(Number(leaf.base) * 5) / 10) : String(Number(rule?.["beyond"] ?? 0) + Number(rule?.["every"] ?? 1));
  return { facts: { [fact]: value }, reasons: { [fact]: prng.pick(["Minh chứng chưa đủ so với số đã khai.", "Đối chiếu báo cáo quý thấy số khác.", "Kiểm tra tại chỗ, còn thiếu biên bản."]) } };
}

/** The standing body appraises; in the second cluster a member objects to a criterion. */
export async function appraiseScores(world: World, on: PlainDate, year: number): Promise<void> {
  for (const round of await rounds(world, year)) {
    const content = await cardOf(world, round);
    const members = await membersOf(world, round, on);
    for (const unit of members) {
      const change = seenOtherwise(content, prngFor("appraise", unit.name, year), 400);
      if (Object.keys(change.facts).length > 0) await world.act("canbo", on, scorecards.stateAppraisedScore, { round_id: round.id, unit_id: unit.id, ...change });
    }
    const [unit] = members;
    const clerk = unit === undefined ? null : clerkName(unit);
    if (unit === undefined || clerk === null || year !== 2021 || !round.title.includes("số 2")) continue;
    await world.act("canbo", on, scorecards.stateAppraisedScore, { round_id: round.id, unit_id: unit.id, facts: { models: "3" }, reasons: { models: "Hồ sơ mới có biên bản công nhận của ba mô hình." } });
    await world.act(clerk, on, scorecards.raiseObjection, {
      round_id: round.id, unit_id: unit.id, by_unit_id: unit.id, criterion: "5.3", text: "Đơn vị có 5 mô hình được xã công nhận trong năm, biên bản công nhận mô hình thứ năm ký ngày 15/11; đề nghị tính đủ.",
    });
  }
}

/** The meetings agree, the argument is settled, the results are published and the leading units proposed. */
export async function publishScores(world: World, on: PlainDate, year: number): Promise<void> {
  for (const round of await rounds(world, year)) {
    const open = await world.read((tx) => scorecards.openObjections(tx, round.id));
    for (const objection of open) {
      await world.act("canbo", on, scorecards.settleObjection, {
        objection_id: objection.id, upheld: true, settlement: "Hội nghị xem biên bản ký ngày 15/11, thống nhất tính 5 mô hình.", facts: { models: "5" },
      });
    }
    await world.act("canbo", on, scorecards.publishRound, { round_id: round.id });
    await proposeLeader(world, on, round);
  }
}

async function proposeLeader(world: World, on: PlainDate, round: OpenRound): Promise<void> {
  const members = await membersOf(world, round, on);
  const order = await world.read((tx) => scorecards.publishedOrder(tx, round.id));
  const [first, second] = order;
  if (first === undefined || second === undefined) return;
  const votes = [{ unit_id: first, votes: members.length - 1 }, { unit_id: second, votes: 1 }];
  const flag = round.title.includes("số 1") || round.title.includes("cơ quan nhà nước");
  await world.act("canbo", on, scorecards.proposeLeading, { round_id: round.id, voters: members.length, votes, honour: flag ? "provincial_emulation_flag" : "district_certificate_of_merit" });
}

/** How many rounds of a year have their leading unit; for tests. */
export async function proposalsOf(world: World): Promise<number> {
  return (await world.read((tx) => tx.select({ unit_id: leadingProposals.unit_id }).from(leadingProposals))).length;
}

/** What the year does with scores, and when. */
export const SCORING_ACTS: readonly { on: PlainDate; play: (world: World, on: PlainDate) => Promise<void> }[] = [
  { on: day("2020-01-20"), play: (world, on) => publishCards(world, on, 2020) },
  { on: day("2020-11-09"), play: (world, on) => openRounds(world, on, 2020, ["cum"], 1) },
  { on: day("2020-11-18"), play: async (world, on) => { await selfScore(world, on, 2020, "prompt"); } },
  { on: day("2020-11-23"), play: async (world, on) => { await selfScore(world, on, 2020, "late"); await advanceRounds(world, on, 2020); await crossScore(world, on, 2020, false); await advanceRounds(world, on, 2020); } },
  { on: day("2020-12-02"), play: async (world, on) => { await appraiseScores(world, on, 2020); await advanceRounds(world, on, 2020); } },
  { on: day("2020-12-15"), play: (world, on) => publishScores(world, on, 2020) },
  { on: day("2021-03-15"), play: (world, on) => publishCards(world, on, 2021) },
  { on: day("2021-11-08"), play: (world, on) => openRounds(world, on, 2021, ["cum", "khoi"], 2) },
  { on: day("2021-11-17"), play: (world, on) => selfScore(world, on, 2021, "prompt") },
  { on: day("2021-11-22"), play: async (world, on) => { await selfScore(world, on, 2021, "late"); await advanceRounds(world, on, 2021); } },
  { on: day("2021-11-25"), play: (world, on) => crossScore(world, on, 2021, true) },
  { on: day("2021-12-01"), play: async (world, on) => { await advanceRounds(world, on, 2021); await appraiseScores(world, on, 2021); } },
  { on: day("2021-12-09"), play: (world, on) => advanceRounds(world, on, 2021) },
  { on: day("2021-12-14"), play: (world, on) => publishScores(world, on, 2021) },
];
