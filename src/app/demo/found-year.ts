import { addDays, makeDate, type PlainDate } from "../../kernel/plain-date.ts";
import { accountCommands } from "../../modules/accounts/index.ts";
import { declareLocalRule } from "../../modules/nominations/index.ts";
import { changeUnit, endUnits, formCluster, foundLocality, importPeople, importUnits, unitTree, type UnitOnDay } from "../../modules/organizations/index.ts";
import type { Prng } from "../../kernel/prng.ts";
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from "./accounts.ts";
import { inventPerson } from "./names.ts";
import { CLUSTERS, COMMUNES, type DemoUnit, ENTERPRISES, OFFICES, SCHOOLS } from "./units.ts";
import { day, prngFor, type World } from "./world.ts";

const BEGINNING = day("1995-01-01");
/** Since when most people of the demonstration have been at their places. */
const SETTLED = day("2015-01-05");
const MERGER_2020 = { on: day("2020-02-01"), basis: "Nghị quyết 855/NQ-UBTVQH14 ngày 10/01/2020" };
const END_2025 = { on: day("2025-07-01"), basis: "Sắp xếp đơn vị hành chính từ ngày 01/07/2025, thuộc tỉnh Thái Nguyên" };
const COMMUNE_STAFF = 48;

const [createUser, grantRole] = accountCommands(unitTree);

/** Lays the ground of the demonstration as the installation: units through time, people, clusters, accounts, the local rule. */
export async function foundYear(world: World): Promise<void> {
  const founded = await world.must(null, BEGINNING, foundLocality, { name: "Huyện Chợ Đồn", from_on: BEGINNING, code: "064" });
  const ids = await foundUnits(world, founded.id);
  await mergeAndEnd(world, founded.id, ids);
  await placePeople(world, ids);
  await foundClusters(world);
  await openAccounts(world, founded.id, ids);
  await world.must(null, day("2018-06-01"), declareLocalRule, { rule: "grassroots_fighter_cap", value: "15", instrument: "Quy chế mẫu của tỉnh, dùng cho trình diễn", from_on: "2018-06-01" });
}

async function foundUnits(world: World, root: string): Promise<Record<string, string>> {
  const at = (unit: DemoUnit, index: number) => ({
    key: unit.key, name: unit.name, kind: unit.kind, code: unit.code, tax_code: unit.tax_code, rank: index + 1, by_school_year: unit.school === true, difficult_area: false,
    ...(unit.kind === "vertical" ? { staff_managed_by: "Cơ quan ngành dọc cấp tỉnh (trình diễn)" } : {}),
    from_on: BEGINNING,
  });
  const communes = COMMUNES.flatMap((commune, index) => [
    {
      key: commune.code, name: commune.before?.name ?? commune.name, kind: "commune" as const, code: commune.code, rank: index + 1, by_school_year: false,
      difficult_area: commune.difficult === true, difficult_area_basis: commune.difficult ? "Quyết định mẫu về địa bàn đặc biệt khó khăn (trình diễn)" : undefined, from_on: BEGINNING,
    },
    ...(commune.before ? [{ key: commune.before.merged.code, name: commune.before.merged.name, kind: "commune" as const, code: commune.before.merged.code, rank: 50 + index, by_school_year: false, difficult_area: false, from_on: BEGINNING }] : []),
  ]);
  const villages = COMMUNES.flatMap((commune) =>
    [1, 2, 3].map((no) => ({
      key: `${commune.code}-v${no}`, parent_key: commune.code, name: commune.code === "02020" ? `Tổ dân phố Mẫu ${no}` : `Thôn Mẫu ${no}`, kind: "village" as const, rank: no,
      by_school_year: false, difficult_area: commune.difficult === true, difficult_area_basis: commune.difficult ? "Quyết định mẫu về địa bàn đặc biệt khó khăn (trình diễn)" : undefined, from_on: BEGINNING,
    })),
  );
  const households = COMMUNES.flatMap((commune) =>
    [1, 2].flatMap((no) =>
      [1, 2].map((house) => ({
        key: `${commune.code}-v${no}-h${house}`, parent_key: `${commune.code}-v${no}`, name: `Hộ ${inventPerson(prngFor("household", commune.code, no, house)).full_name}`, kind: "household" as const, rank: house,
        by_school_year: false, difficult_area: false, from_on: day("2010-01-01"),
      })),
    ),
  );
  const groups = SCHOOLS.flatMap((school) =>
    ["Tổ Khoa học tự nhiên", "Tổ Khoa học xã hội"].map((name, index) => ({
      key: `${school.key}-g${index + 1}`, parent_key: school.key, name: `${name}, ${school.name}`, kind: "collective" as const, rank: index + 1, by_school_year: true, difficult_area: false, from_on: BEGINNING,
    })),
  );
  const made = await world.must(null, BEGINNING, importUnits, {
    parent_id: root,
    units: [...communes, ...OFFICES.map(at), ...SCHOOLS.map(at), ...ENTERPRISES.map(at), ...villages, ...households, ...groups],
  });
  return made.ids;
}

async function mergeAndEnd(world: World, root: string, ids: Record<string, string>): Promise<void> {
  for (const [index, commune] of COMMUNES.entries()) {
    if (commune.before === undefined) continue;
    await world.must(null, MERGER_2020.on, changeUnit, { unit_id: ids[commune.code], parent_id: root, on: MERGER_2020.on, name: commune.name, kind: "commune", rank: index + 1 });
    await world.must(null, MERGER_2020.on, endUnits, {
      unit_ids: [ids[commune.before.merged.code]], successor_id: ids[commune.code], successor_name: commune.name, kind: "merged", ...MERGER_2020,
    });
  }
  for (const after of new Set(COMMUNES.map((commune) => commune.after))) {
    const unit_ids = COMMUNES.filter((commune) => commune.after === after).map((commune) => ids[commune.code]);
    await world.must(null, END_2025.on, endUnits, { unit_ids, successor_name: after, kind: "merged", ...END_2025 });
  }
}

type Entry = { full_name: string; sex: string; title: string; position_rank: number; worker: string; recruited_on: PlainDate; direct_labourer: boolean; grassroots_cadre: boolean; difficult_field: boolean };

async function placePeople(world: World, ids: Record<string, string>): Promise<void> {
  for (const unit of [...OFFICES, ...SCHOOLS, ...ENTERPRISES]) await staff(world, ids[unit.key] as string, unit.key, unit.staff, (index, prng) => placeIn(unit, index, prng));
  for (const commune of COMMUNES) {
    await staff(world, ids[commune.code] as string, commune.code, COMMUNE_STAFF, (index, prng) => ({
      ...person(prng),
      title: ["Chủ tịch UBND", "Phó Chủ tịch UBND", "Bí thư Đảng ủy"][index] ?? prng.pick(["Công chức Văn phòng - Thống kê", "Công chức Địa chính", "Công chức Tư pháp - Hộ tịch", "Công chức Văn hóa - Xã hội", "Cán bộ không chuyên trách"]),
      position_rank: index < 3 ? index + 1 : 10, worker: "official", direct_labourer: index >= 3, grassroots_cadre: true, difficult_field: false,
    }));
    for (const no of [1, 2, 3]) {
      await staff(world, ids[`${commune.code}-v${no}`] as string, `${commune.code}-v${no}`, 9, (index, prng) => ({
        ...person(prng), title: index === 0 ? "Trưởng thôn" : "Nông dân", position_rank: index === 0 ? 1 : 20, worker: index === 0 ? "other" : "farmer",
        direct_labourer: true, grassroots_cadre: index === 0, difficult_field: false,
      }));
    }
  }
}

function person(prng: Prng): Pick<Entry, "full_name" | "sex" | "recruited_on"> {
  return { ...inventPerson(prng), recruited_on: addDays(makeDate(1996 + prng.below(18), 1 + prng.below(12), 1), prng.below(27)) };
}

function placeIn(unit: DemoUnit, index: number, prng: Prng): Entry {
  const base = { ...person(prng), difficult_field: unit.key === "service-1" && index > 3, grassroots_cadre: false };
  switch (unit.kind) {
    case "school":
      return { ...base, title: ["Hiệu trưởng", "Phó Hiệu trưởng"][index] ?? "Giáo viên", position_rank: Math.min(index + 1, 10), worker: "official", direct_labourer: index > 1 };
    case "enterprise":
    case "cooperative":
      return { ...base, title: index === 0 ? "Giám đốc" : "Công nhân", position_rank: Math.min(index + 1, 10), worker: "worker", direct_labourer: index > 0 };
    case "public_service":
      return { ...base, title: ["Giám đốc", "Phó Giám đốc"][index] ?? "Viên chức", position_rank: Math.min(index + 1, 10), worker: "official", direct_labourer: index > 1 };
    default:
      return { ...base, title: ["Trưởng phòng", "Phó Trưởng phòng"][index] ?? "Chuyên viên", position_rank: Math.min(index + 1, 10), worker: "official", direct_labourer: index > 1 };
  }
}

async function staff(world: World, unit_id: string, key: string, count: number, make: (index: number, prng: Prng) => Entry): Promise<void> {
  const prng = prngFor("staff", key);
  const people = Array.from({ length: count }, (_person, index) => make(index, prng));
  await world.must(null, SETTLED, importPeople, { unit_id, from_on: SETTLED, people });
  // Here and there somebody new, too new for the titles of 2021.
  if (count >= 20 && prng.chance(350)) {
    const recruited_on = day("2021-04-01");
    const [newcomer] = [make(count, prng)];
    await world.must(null, recruited_on, importPeople, { unit_id, from_on: recruited_on, people: [{ ...newcomer, recruited_on }] });
  }
}

async function foundClusters(world: World): Promise<void> {
  const on = day("2020-01-15");
  const units = await world.units(day("2020-06-01"));
  for (const [index, cluster] of CLUSTERS.entries()) {
    const members = units.filter((unit) => (cluster.groups ? cluster.groups.includes(COMMUNES.find((commune) => commune.code === unit.code)?.group ?? 0) : cluster.kinds?.includes(unit.kind)));
    await world.must(null, on, formCluster, { kind: cluster.kind, name: cluster.name, rank: index + 1, from_on: on, unit_ids: members.map((unit) => unit.id) });
  }
}

/** The user name of a unit's clerk: a demonstration account where there is one. */
export function clerkName(unit: Pick<UnitOnDay, "name" | "code">): string | null {
  const key = unit.code !== null && COMMUNES.some((commune) => commune.code === unit.code) ? unit.code : [...OFFICES, ...SCHOOLS, ...ENTERPRISES].find((known) => known.name === unit.name)?.key;
  if (key === undefined) return null;
  const played = DEMONSTRATION_ACCOUNTS.find((account) => account.roles.some((role) => role.role === "clerk" && role.unit === key));
  return played?.username ?? `cb.${key}`;
}

async function openAccounts(world: World, root: string, ids: Record<string, string>): Promise<void> {
  const on = day("2019-01-02");
  if (createUser === undefined || grantRole === undefined) throw new Error("accounts has no commands");
  const open = async (username: string, name: string, roles: readonly { role: string; unit: string }[]) => {
    const user = await world.must(null, on, createUser, { username, name, password: DEMONSTRATION_PASSWORD });
    for (const { role, unit } of roles) await world.must(null, on, grantRole, { user_id: user.id, role, unit_id: unit === "root" ? root : ids[unit], from_on: on });
  };
  for (const account of DEMONSTRATION_ACCOUNTS) await open(account.username, account.name, account.roles);
  for (const unit of await world.units(day("2020-06-01"))) {
    const username = clerkName(unit);
    if (username?.startsWith("cb.") === true) await open(username, `Cán bộ Mẫu ${unit.name}`, [{ role: "clerk", unit: username.slice(3) }]);
  }
}
