import type { PlainDate } from "../../kernel/plain-date.ts";
import { registerTitles } from "../../modules/campaigns/index.ts";
import { draftNominations, numberDecision, prepareDecision, recommendNominations, returnNominations, signDecision, submitNominations, takeUpNominations } from "../../modules/nominations/index.ts";
import type { PersonOnDay, UnitOnDay } from "../../modules/organizations/index.ts";
import { clerkName } from "./found-year.ts";
import { prngFor, type World } from "./world.ts";

/** Kinds of units whose titles the district decides: vertical units and enterprises have other authorities. */
const TITLED: readonly UnitOnDay["kind"][] = ["party_body", "front", "mass_organisation", "agency", "justice", "public_service", "school", "commune"];

const CLEAN = { discipline: [], pending: [] };
const DEEDS = ["hoàn thành tốt nhiệm vụ được giao", "giải quyết hồ sơ đúng hạn, không để dân chờ", "bám thôn, vận động bà con làm đường bê tông", "dạy tốt, giữ vững sĩ số học sinh", "số hóa toàn bộ hồ sơ lưu trữ của đơn vị", "chăm sóc rừng, không để xảy ra cháy"] as const;

/** What one unit aims at and proposes in a year. */
export type UnitPlan = { advanced: PersonOnDay[]; fighters: PersonOnDay[]; collective: boolean; wrong: PersonOnDay[] };

/** Plans a unit's year by its staff, the same at each playing: about two thirds advanced, at most 15 % of them fighters. */
export async function planUnit(world: World, unit: UnitOnDay, year: number, on: PlainDate): Promise<UnitPlan> {
  const staff = (await world.staff(unit.id, on)).filter((person) => person.worker === "official" && (person.recruited_on ?? "") < `${year - 1}-01-01`);
  const prng = prngFor("plan", unit.name, year);
  const share = 560 + prng.below(160);
  const shuffled = prng.shuffled(staff);
  const advanced = shuffled.slice(0, Math.ceil((staff.length * share) / 1000));
  const fighters = advanced.slice(0, Math.floor((advanced.length * 15) / 100));
  return { advanced, fighters, collective: prng.chance(860), wrong: shuffled.slice(advanced.length, advanced.length + (prng.chance(300) ? 1 : 0)) };
}

/** The units that take part in a cycle: those by school year, or all the others. */
export async function titledUnits(world: World, on: PlainDate, bySchoolYear: boolean): Promise<UnitOnDay[]> {
  return (await world.units(on)).filter((unit) => TITLED.includes(unit.kind) && unit.by_school_year === bySchoolYear && clerkName(unit) !== null);
}

/** Registers what units aim at. The one who is proposed wrongly later does not register. */
export async function registerYear(world: World, units: readonly UnitOnDay[], year: number, dayOf: (index: number) => { on: PlainDate; late_reason?: string }): Promise<void> {
  for (const [index, unit] of units.entries()) {
    const { on, late_reason } = dayOf(index);
    const plan = await planUnit(world, unit, year, on);
    const clerk = clerkName(unit);
    if (plan.advanced.length > 0) await world.act(clerk, on, registerTitles, { unit_id: unit.id, year, honour: "advanced_labourer", person_ids: plan.advanced.map((person) => person.id), late_reason });
    if (plan.fighters.length > 0) await world.act(clerk, on, registerTitles, { unit_id: unit.id, year, honour: "grassroots_emulation_fighter", person_ids: plan.fighters.map((person) => person.id), late_reason });
    if (plan.collective) await world.act(clerk, on, registerTitles, { unit_id: unit.id, year, honour: "advanced_labour_collective", subject_unit_ids: [unit.id], late_reason });
  }
}

/** Writes a unit's nominations of a year; submits them unless the clerk is still at it. */
export async function nominateUnit(world: World, unit: UnitOnDay, year: number, on: PlainDate, submit: boolean): Promise<void> {
  const plan = await planUnit(world, unit, year, on);
  const clerk = clerkName(unit);
  const prng = prngFor("nominate", unit.name, year);
  const ids: string[] = [];
  const draft = async (honour: string, subjects: unknown[]) => {
    if (subjects.length === 0) return;
    const made = await world.act(clerk, on, draftNominations, { unit_id: unit.id, honour, year, authority: "district", subjects });
    if (made.ok) ids.push(...made.value.ids);
  };
  const words = () => `Năm ${year} ${prng.pick(DEEDS)}.`;
  await draft("advanced_labourer", [
    ...plan.advanced.map((person) => ({ person_id: person.id, achievement: words(), facts: { ...CLEAN, rating: plan.fighters.includes(person) ? "excellent" : "good" } })),
    ...plan.wrong.map((person) => ({ person_id: person.id, achievement: words(), facts: { pending: [], rating: "good", discipline: prng.chance(400) ? [{ form: "reprimand", on: `${year}-05-10` }] : [] } })),
  ]);
  await draft("grassroots_emulation_fighter", plan.fighters.map((person, index) => ({
    person_id: person.id, achievement: `Có sáng kiến được cơ sở công nhận; ${words().toLowerCase()}`,
    facts: { ...CLEAN, rating: "excellent", initiatives: index === 0 && prng.chance(120) ? [] : [{ year, scope: "unit", kind: "initiative" }] },
  })));
  if (plan.collective) {
    const staff = await world.staff(unit.id, on);
    await draft("advanced_labour_collective", [{ subject_unit_id: unit.id, achievement: `Tập thể đoàn kết, hoàn thành tốt nhiệm vụ năm ${year}.`, facts: { pending: [], rating: "good", members: { total: staff.length, completed: staff.length, disciplined: [] } } }]);
  }
  if (submit && ids.length > 0) await world.act(clerk, on, submitNominations, { nomination_ids: ids });
}

/** The officer takes up what units submitted. */
export async function takeUp(world: World, year: number, on: PlainDate, most = Number.POSITIVE_INFINITY): Promise<void> {
  let count = 0;
  for (const dossiers of (await world.dossiers({ statuses: ["submitted"], year })).values()) {
    if (count >= most) return;
    count += dossiers.length;
    await world.act("canbo", on, takeUpNominations, { nomination_ids: dossiers.map((dossier) => dossier.id) });
  }
}

/** The officer appraises: recommends who is eligible, returns the others with the reason. */
export async function appraise(world: World, year: number, on: PlainDate): Promise<void> {
  const byUnit = await world.dossiers({ statuses: ["under_appraisal"], year });
  const fit = await world.eligible(on, [...byUnit.values()].flat().map((dossier) => dossier.id));
  for (const dossiers of byUnit.values()) {
    const ids = dossiers.map((dossier) => dossier.id);
    const recommended = await world.tryAll(on, recommendNominations, ids.filter((id) => fit.has(id)));
    const left = recommended ? ids.filter((id) => !fit.has(id)) : ids;
    if (left.length > 0) await world.act("canbo", on, returnNominations, { nomination_ids: left, reason: "Chưa đủ điều kiện theo quy định: xem phần đối chiếu trong hồ sơ, bổ sung hoặc rút." });
  }
}

/** Prepares, signs and numbers one decision for all recommended dossiers of an honour. */
export async function decide(world: World, honour: string, year: number, title: string, on: PlainDate, number: number): Promise<void> {
  const ready = [...(await world.dossiers({ statuses: ["recommended"], year, honour })).values()].flat().filter((dossier) => dossier.authority === "district");
  if (ready.length === 0) return;
  const prepared = await world.act("canbo", on, prepareDecision, { nomination_ids: ready.map((dossier) => dossier.id), issuer_unit_id: await world.root(), authority: "district", title });
  if (!prepared.ok) return;
  const decision_id = prepared.value.id;
  const signed = await world.act("chutich", on, signDecision, { decision_id, signer_title: "CHỦ TỊCH" });
  if (signed.ok) await world.act("vanthu", on, numberDecision, { decision_id, number, symbol: "QĐ-UBND", decided_on: on });
}

/** Certificates of merit of the district chair for a campaign or a year: people and collectives chosen by lot. */
export async function commend(world: World, year: number, on: PlainDate, number: number, purpose: { title: string; words: string; people: number; collectives: number; seed: string }): Promise<void> {
  const prng = prngFor("commend", purpose.seed);
  const units = (await world.units(on)).filter((unit) => clerkName(unit) !== null);
  const chosen = prng.shuffled(units);
  const type = "for_campaign";
  let people = purpose.people;
  let collectives = purpose.collectives;
  for (const unit of chosen) {
    if (people <= 0 && collectives <= 0) break;
    const subjects: unknown[] = [];
    const staff = await world.staff(unit.id, on);
    for (const person of prng.shuffled(staff.filter((entry) => entry.direct_labourer || prng.chance(300))).slice(0, Math.min(people, 1 + prng.below(2)))) {
      subjects.push({ person_id: person.id, achievement: purpose.words, facts: { ...CLEAN, rating: "good", type, achievement: `${purpose.seed}-${year}` } });
      people -= 1;
    }
    if (collectives > 0) {
      subjects.push({ subject_unit_id: unit.id, achievement: purpose.words, facts: { pending: [], type, achievement: `${purpose.seed}-${year}` } });
      collectives -= 1;
    }
    const clerk = clerkName(unit);
    const made = await world.act(clerk, on, draftNominations, { unit_id: unit.id, honour: "district_certificate_of_merit", year, authority: "district", subjects });
    if (made.ok) await world.act(clerk, on, submitNominations, { nomination_ids: made.value.ids });
  }
  for (const dossiers of (await world.dossiers({ statuses: ["submitted"], year, honour: "district_certificate_of_merit" })).values()) {
    const nomination_ids = dossiers.map((dossier) => dossier.id);
    await world.act("canbo", on, takeUpNominations, { nomination_ids });
    await world.tryAll(on, recommendNominations, nomination_ids);
  }
  await decide(world, "district_certificate_of_merit", year, purpose.title, on, number);
}
