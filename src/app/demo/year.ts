import { and, eq } from "drizzle-orm";
import pg from "pg";
import { addDays, addMonths, type PlainDate } from "../../kernel/plain-date.ts";
import { draftCampaign, draftProgramme, launchCampaign, launchProgramme, respondToCampaign } from "../../modules/campaigns/index.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import type { Engine } from "../../platform/command/execute.ts";
import { localities } from "../../platform/command/tables.ts";
import { connectionConfig } from "../../platform/database/database.ts";
import type { Installation } from "../installation.ts";
import { CAMPAIGNS_2021, DRIVE_2021, PROGRAMME_2021, UNDERTAKINGS } from "./programme.ts";
import { appraise, commend, decide, nominateUnit, registerYear, takeUp, titledUnits } from "./cycle.ts";
import { clerkName, foundYear } from "./found-year.ts";
import { campaignPort } from "../ports.ts";
import { APPRAISAL_ACTS } from "./appraisal.ts";
import { CLUSTER_ACTS } from "./clusters.ts";
import { COUNCIL_ACTS } from "./council.ts";
import { HOUSEHOLD_ACTS } from "./households.ts";
import { INITIATIVE_ACTS } from "./initiatives.ts";
import { SUBMISSION_ACTS } from "./submissions.ts";
import { SCORING_ACTS } from "./scoring.ts";
import { assignTargets, reportMonth } from "./targets.ts";
import { day, DEMO_LOCALITY, prngFor, World } from "./world.ts";

/** The days between which the demonstration's date may be moved, and where it stands first. */
export const DEMONSTRATION_START: PlainDate = day("2021-01-04");
export const DEMONSTRATION_FIRST: PlainDate = day("2021-11-29");
export const DEMONSTRATION_END: PlainDate = day("2022-02-28");

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

type Act = { on: PlainDate; play: (world: World, on: PlainDate) => Promise<void> };

const titles = (year: number) => ({
  advanced_labourer: `Về việc công nhận danh hiệu Lao động tiên tiến năm ${year}`,
  grassroots_emulation_fighter: `Về việc công nhận danh hiệu Chiến sĩ thi đua cơ sở năm ${year}`,
  advanced_labour_collective: `Về việc công nhận danh hiệu Tập thể lao động tiên tiến năm ${year}`,
});

/** Three decisions on one day, for the titles of a year, with numbers in a row. */
const decideTitles = (year: number, first: number) => async (world: World, on: PlainDate) => {
  for (const [index, [honour, title]] of Object.entries(titles(year)).entries()) await decide(world, honour, year, title, on, first + index);
};

/** The year as it is played: each act on its day, made by those whose part it is. */
const ACTS: readonly Act[] = inOrder([
  { on: day("2020-03-10"), play: async (world, on) => registerYear(world, await titledUnits(world, on, false), 2020, () => ({ on })) },
  { on: day("2020-10-12"), play: async (world, on) => registerYear(world, await titledUnits(world, on, true), 2021, () => ({ on })) },
  { on: day("2020-12-07"), play: async (world, on) => { for (const unit of await titledUnits(world, on, false)) await nominateUnit(world, unit, 2020, on, true); } },
  { on: day("2020-12-14"), play: (world, on) => takeUp(world, 2020, on) },
  { on: day("2020-12-21"), play: (world, on) => appraise(world, 2020, on) },
  { on: day("2020-12-30"), play: decideTitles(2020, 4101) },
  { on: day("2021-01-06"), play: (world, on) => commend(world, 2020, on, 35, { title: "Về việc tặng Giấy khen cho tập thể, cá nhân có thành tích xuất sắc năm 2020", words: "Đã có thành tích xuất sắc trong phong trào thi đua năm 2020.", people: 40, collectives: 22, seed: "review-2020" }) },
  { on: day("2021-01-08"), play: launchYear },
  { on: day("2021-01-20"), play: (world, on) => respondAll(world, on, 0) },
  { on: day("2021-02-22"), play: (world, on) => respondAll(world, on, 1) },
  { on: day("2021-03-12"), play: (world, on) => respondAll(world, on, 2) },
  {
    on: day("2021-03-24"),
    play: async (world, on) => registerYear(world, (await titledUnits(world, on, false)).filter((_unit, index) => index % 17 !== 5), 2021, () => ({ on })),
  },
  {
    on: day("2021-04-19"),
    play: async (world, on) => registerYear(world, (await titledUnits(world, on, false)).filter((_unit, index) => index % 17 === 5), 2021, () => ({ on, late_reason: "Cán bộ phụ trách nghỉ ốm dài ngày, đã có giấy xác nhận." })),
  },
  { on: day("2021-04-26"), play: launchDrive },
  { on: day("2021-06-07"), play: (world, on) => commend(world, 2021, on, 1520, { title: "Về việc tặng Giấy khen trong đợt thi đua chào mừng bầu cử", words: "Đã có thành tích xuất sắc trong tổ chức cuộc bầu cử nhiệm kỳ 2021 - 2026.", people: 24, collectives: 14, seed: "election" }) },
  { on: day("2021-06-14"), play: async (world, on) => { for (const unit of await titledUnits(world, on, true)) await nominateUnit(world, unit, 2021, on, true); } },
  { on: day("2021-06-28"), play: (world, on) => takeUp(world, 2021, on) },
  { on: day("2021-07-19"), play: (world, on) => appraise(world, 2021, on) },
  { on: day("2021-08-10"), play: decideTitles(2021, 2301) },
  { on: day("2021-10-11"), play: async (world, on) => registerYear(world, await titledUnits(world, on, true), 2022, () => ({ on })) },
  {
    on: day("2021-11-24"),
    play: async (world, on) => {
      const units = await titledUnits(world, on, false);
      for (const [index, unit] of units.entries()) if (index % 5 !== 4) await nominateUnit(world, unit, 2021, on, index % 5 < 3);
    },
  },
  { on: day("2021-11-26"), play: (world, on) => takeUp(world, 2021, on, 90) },
  { on: day("2021-12-06"), play: submitRest },
  { on: day("2021-12-13"), play: (world, on) => takeUp(world, 2021, on) },
  { on: day("2021-12-30"), play: decideTitles(2021, 4201) },
  { on: day("2022-01-12"), play: (world, on) => commend(world, 2021, on, 48, { title: "Về việc tặng Giấy khen cho tập thể, cá nhân có thành tích xuất sắc năm 2021", words: "Đã có thành tích xuất sắc trong phong trào thi đua năm 2021.", people: 30, collectives: 14, seed: "review-2021" }) },
  { on: day("2022-02-10"), play: (world, on) => commend(world, 2021, on, 301, { title: "Về việc tặng Giấy khen tại hội nghị tổng kết phong trào chung sức xây dựng nông thôn mới năm 2021", words: "Đã có thành tích xuất sắc trong phong trào Cả nước chung sức xây dựng nông thôn mới năm 2021.", people: 8, collectives: 5, seed: "new-rural" }) },
  { on: day("2021-01-15"), play: (world, on) => assignTargets(world, on, campaignPort) },
  ...MONTHS.map((month) => ({ on: addMonths(day("2021-01-04"), month), play: (world: World, on: PlainDate) => reportMonth(world, on, month) })),
  ...CLUSTER_ACTS,
  ...COUNCIL_ACTS,
  ...INITIATIVE_ACTS,
  ...SCORING_ACTS,
  ...HOUSEHOLD_ACTS,
  ...SUBMISSION_ACTS,
  ...APPRAISAL_ACTS,
]);

/** By day; acts of one day stay as they are listed. */
function inOrder(acts: readonly Act[]): Act[] {
  return acts.map((act, index) => ({ act, index })).sort((a, b) => (a.act.on === b.act.on ? a.index - b.index : a.act.on < b.act.on ? -1 : 1)).map(({ act }) => act);
}

/** Plays what the roles do after the day last played, up to and with `until`; nothing when that is past already. */
export async function playUntil(engine: Engine, code: string, until: PlainDate, told: (sentence: string) => void = () => undefined): Promise<void> {
  if (code !== DEMO_LOCALITY.code) return;
  const played = await playedOn(engine, code);
  const world = new World(engine, told);
  for (const act of ACTS) {
    if (act.on > until || (played !== null && act.on <= played)) continue;
    await act.play(world, act.on);
  }
  if (played === null || until > played) await mark(engine, code, { demonstration_played_on: until });
}

/** Says how the demonstration stands in this installation. */
export async function demonstrationState(engine: Engine): Promise<"absent" | "unfinished" | "ready"> {
  const [row] = await engine.database.inInstallation((tx) => tx.select({ played: localities.demonstration_played_on, on: localities.demonstration_on }).from(localities).where(eq(localities.code, DEMO_LOCALITY.code)));
  if (row === undefined || row.on === null) return "absent";
  return row.played === null ? "unfinished" : "ready";
}

/** Builds the demonstration up to its first day. What a killed attempt left is cleared away first. */
export async function loadDemonstration(installation: Installation, engine: Engine, told: (sentence: string) => void): Promise<void> {
  await clear(installation);
  await engine.database.inInstallation((tx) => tx.insert(localities).values({ ...DEMO_LOCALITY, demonstration_on: DEMONSTRATION_FIRST, created_at: systemClock.now() }));
  told("Đang dựng dữ liệu trình diễn năm 2021: đơn vị, người, tài khoản… / Building the demonstration year…");
  const world = new World(engine, told);
  await foundYear(world);
  told("… phong trào, đăng ký, hồ sơ, quyết định… / … campaigns, registrations, nominations, decisions…");
  await playUntil(engine, DEMO_LOCALITY.code, DEMONSTRATION_FIRST, told);
}

/** Erases the demonstration's rows and builds it anew. The public log keeps what it held: it only grows. */
export async function resetDemonstration(installation: Installation, engine: Engine, code: string): Promise<void> {
  if (code !== DEMO_LOCALITY.code) return;
  await loadDemonstration(installation, engine, () => undefined);
}

async function clear(installation: Installation): Promise<void> {
  const client = new pg.Client(connectionConfig(installation.address, "owner"));
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'locality_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
    );
    await client.query("begin");
    for (const { name } of tables.rows) await client.query(`delete from "${name}" where locality_id = $1`, [DEMO_LOCALITY.code]);
    await client.query("delete from localities where code = $1 and demonstration_on is not null", [DEMO_LOCALITY.code]);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

async function launchYear(world: World, on: PlainDate): Promise<void> {
  const unit_id = await world.root();
  const programme = await world.act("canbo", on, draftProgramme, { unit_id, ...PROGRAMME_2021 });
  if (!programme.ok) return;
  await world.act("chutich", on, launchProgramme, { programme_id: programme.value.id });
  for (const campaign of CAMPAIGNS_2021) {
    const drafted = await world.act("canbo", on, draftCampaign, { unit_id, programme_id: programme.value.id, ...campaign });
    if (drafted.ok) await world.act("chutich", on, launchCampaign, { campaign_id: drafted.value.id });
  }
}

async function launchDrive(world: World, on: PlainDate): Promise<void> {
  const unit_id = await world.root();
  const parent = (await world.campaigns()).find((campaign) => campaign.title === DRIVE_2021.parent_title);
  if (parent === undefined) return;
  const { parent_title: _title, ...drive } = DRIVE_2021;
  const drafted = await world.act("canbo", on, draftCampaign, { unit_id, programme_id: parent.programme_id, parent_id: parent.id, ...drive });
  if (drafted.ok) await world.act("chutich", on, launchCampaign, { campaign_id: drafted.value.id });
  for (const unit of (await world.units(on)).filter((_entry, index) => index % 9 !== 7)) await respond(world, unit, addDays(on, 3), DRIVE_2021.title);
}

/** Three waves of responses; three units stay silent to the end of the year. */
async function respondAll(world: World, on: PlainDate, wave: number): Promise<void> {
  const units = await world.units(on);
  for (const [index, unit] of units.entries()) {
    if (index % 21 === 13 || prngFor("wave", unit.name).below(3) !== wave) continue;
    for (const campaign of CAMPAIGNS_2021) await respond(world, unit, on, campaign.title);
  }
}

async function respond(world: World, unit: Parameters<typeof clerkName>[0] & { id: string; kind: string }, on: PlainDate, title: string): Promise<void> {
  const clerk = clerkName(unit);
  const campaign = (await world.campaigns()).find((entry) => entry.title === title);
  if (clerk === null || campaign === undefined || !(await world.isCalled(campaign.id, unit.id))) return;
  const prng = prngFor("respond", unit.name, title);
  await world.act(clerk, on, respondToCampaign, { campaign_id: campaign.id, unit_id: unit.id, undertaking: prng.pick(UNDERTAKINGS), participants: 5 + prng.below(40) });
}

/** The clerks who were still writing submit; those who had not begun write and submit. */
async function submitRest(world: World, on: PlainDate): Promise<void> {
  const units = await titledUnits(world, on, false);
  const drafts = await world.dossiers({ statuses: ["draft"], year: 2021 });
  for (const [index, unit] of units.entries()) {
    const clerk = clerkName(unit);
    const waiting = drafts.get(unit.id);
    if (waiting) await world.submit(clerk, on, waiting.map((dossier) => dossier.id));
    else if (index % 5 === 4) await nominateUnit(world, unit, 2021, on, true);
  }
}

async function playedOn(engine: Engine, code: string): Promise<PlainDate | null> {
  const [row] = await engine.database.inInstallation((tx) => tx.select({ played: localities.demonstration_played_on }).from(localities).where(eq(localities.code, code)));
  return row?.played ?? null;
}

async function mark(engine: Engine, code: string, set: { demonstration_played_on: PlainDate }): Promise<void> {
  await engine.database.inInstallation((tx) => tx.update(localities).set(set).where(and(eq(localities.code, code))));
}
