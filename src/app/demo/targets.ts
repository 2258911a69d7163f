import { eq } from "drizzle-orm";
import { add, type Decimal, decimal, decimalOf, divideHalfUp, floor, multiply, roundHalfUp, subtract, toText } from "../../kernel/decimal.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { assignTarget, type CampaignPort, planCommands, reportActuals } from "../../modules/plans/index.ts";
import { targets } from "../../modules/plans/tables.ts";
import type { UnitOnDay } from "../../modules/organizations/index.ts";
import { clerkName } from "./found-year.ts";
import { prngFor, type World } from "./world.ts";

/** A target of the demonstration: its plan, where it ends, and for one that communes report also how it is spread. */
type DemoTarget = {
  code: string; title: string; group: "economy" | "society" | "defence_security" | "political_system" | "reform"; measure: string; decimals: number;
  above?: string; voted: string; final: string;
  /** Where a figure of a day stands in January; a running total starts at nothing. */
  start?: string;
  direction?: "at_least" | "at_most" | "exactly";
  roll_up?: "sum" | "average" | "count_met";
  /** A word of the title of the campaign that is to move it. */
  campaign?: string;
  basis: string;
};

const SHOWN = "Số liệu trình diễn";
const RURAL = "nông thôn mới";
const ENTERPRISES = "Doanh nghiệp";

/** What communes report each quarter. The forest's result is the published one, its plan is derived from it; cereals are published as more than 29,000 tonnes. */
const COMMUNE_TARGETS: readonly DemoTarget[] = [
  { code: "forest_planted", title: "Diện tích rừng trồng mới", group: "economy", measure: "ha", decimals: 0, above: "480", voted: "500", final: "771", roll_up: "sum", basis: "Kết quả 771 ha theo báo cáo của huyện; mức giao suy ra từ tỷ lệ hơn 154 %; phân bổ cho xã là số liệu trình diễn" },
  { code: "cereal_output", title: "Sản lượng lương thực có hạt", group: "economy", measure: "tấn", decimals: 0, above: "28500", voted: "29000", final: "29143", roll_up: "sum", basis: "Báo cáo của huyện: trên 29.000 tấn; số lẻ và phân bổ cho xã là số liệu trình diễn" },
  { code: "tieu_chi_ntm", title: "Số tiêu chí nông thôn mới bình quân một xã", group: "society", measure: "tiêu chí", decimals: 1, start: "11", voted: "12.5", final: "12.8", roll_up: "average", campaign: RURAL, basis: "Kết quả bình quân 12,8 theo báo cáo của huyện; mức giao và số của từng xã là số liệu trình diễn" },
  { code: "tiem_phong_gia_suc", title: "Gia súc được tiêm phòng", group: "economy", measure: "con", decimals: 0, voted: "12000", final: "11400", roll_up: "sum", basis: SHOWN },
  { code: "health_insurance", title: "Tỷ lệ dân số tham gia bảo hiểm y tế", group: "society", measure: "%", decimals: 1, above: "96.5", voted: "97", final: "97", start: "94", roll_up: "average", basis: SHOWN },
  { code: "ho_thoat_ngheo", title: "Số hộ thoát nghèo", group: "society", measure: "hộ", decimals: 0, voted: "300", final: "300", roll_up: "sum", campaign: RURAL, basis: SHOWN },
  { code: "xa_dat_tuyen_quan", title: "Số xã, thị trấn hoàn thành chỉ tiêu tuyển quân", group: "defence_security", measure: "xã", decimals: 0, voted: "20", final: "20", roll_up: "count_met", basis: SHOWN },
  { code: "ho_so_truc_tuyen", title: "Hồ sơ hành chính nhận trực tuyến", group: "reform", measure: "hồ sơ", decimals: 0, voted: "4000", final: "5210", roll_up: "sum", basis: SHOWN },
];

/** What the officer reports each month for the whole district. */
const DISTRICT_TARGETS: readonly DemoTarget[] = [
  { code: "budget_revenue", title: "Thu ngân sách nhà nước trên địa bàn", group: "economy", measure: "tỷ đồng", decimals: 2, above: "112.8", voted: "112.8", final: "112.88", campaign: ENTERPRISES, basis: "Báo cáo của huyện: 112,88/112,80 tỷ đồng đến ngày 08/12/2021" },
  { code: "san_xuat_cong_nghiep", title: "Giá trị sản xuất công nghiệp", group: "economy", measure: "tỷ đồng", decimals: 0, voted: "900", final: "923", campaign: ENTERPRISES, basis: "Báo cáo của huyện: trên 923 tỷ đồng; mức giao là số liệu trình diễn" },
  { code: "doanh_nghiep_moi", title: "Doanh nghiệp, hợp tác xã thành lập mới", group: "economy", measure: "đơn vị", decimals: 0, voted: "12", final: "15", campaign: ENTERPRISES, basis: SHOWN },
  { code: "san_pham_ocop", title: "Sản phẩm OCOP được công nhận mới", group: "economy", measure: "sản phẩm", decimals: 0, voted: "5", final: "7", campaign: RURAL, basis: SHOWN },
  { code: "public_investment_disbursed", title: "Tỷ lệ giải ngân vốn đầu tư công", group: "economy", measure: "%", decimals: 1, above: "95", voted: "95", final: "91.4", basis: SHOWN },
  { code: "che_phu_rung", title: "Tỷ lệ che phủ rừng", group: "economy", measure: "%", decimals: 1, voted: "80.5", final: "80.5", start: "80.2", basis: "Mức 80,5 % theo nghị quyết nhiệm kỳ; diễn biến trong năm là số liệu trình diễn" },
  { code: "dao_tao_nghe", title: "Lao động được đào tạo nghề", group: "society", measure: "người", decimals: 0, voted: "500", final: "536", basis: SHOWN },
  { code: "viec_lam_moi", title: "Lao động có việc làm mới", group: "society", measure: "người", decimals: 0, voted: "500", final: "612", campaign: ENTERPRISES, basis: SHOWN },
  { code: "truong_chuan", title: "Trường đạt chuẩn quốc gia", group: "society", measure: "trường", decimals: 0, voted: "30", final: "31", start: "28", basis: SHOWN },
  { code: "thon_van_hoa", title: "Tỷ lệ thôn, tổ dân phố đạt chuẩn văn hóa", group: "society", measure: "%", decimals: 1, voted: "75", final: "78.2", start: "72", campaign: RURAL, basis: SHOWN },
  { code: "tre_5_tuoi_den_lop", title: "Trẻ 5 tuổi đến lớp", group: "society", measure: "%", decimals: 1, voted: "100", final: "100", start: "99.5", basis: SHOWN },
  { code: "tang_dan_so", title: "Tỷ lệ tăng dân số tự nhiên", group: "society", measure: "%", decimals: 2, direction: "at_most", voted: "1", final: "1", start: "1.1", basis: SHOWN },
  { code: "xa_co_bac_si", title: "Xã, thị trấn có bác sĩ làm việc", group: "society", measure: "xã", decimals: 0, voted: "20", final: "20", start: "18", basis: SHOWN },
  { code: "ty_le_pha_an", title: "Tỷ lệ điều tra, khám phá án hình sự", group: "defence_security", measure: "%", decimals: 1, voted: "80", final: "86.5", start: "81", basis: SHOWN },
  { code: "huan_luyen_dan_quan", title: "Huấn luyện dân quân tự vệ theo kế hoạch", group: "defence_security", measure: "%", decimals: 0, voted: "100", final: "100", basis: SHOWN },
  { code: "dang_vien_moi", title: "Kết nạp đảng viên mới", group: "political_system", measure: "người", decimals: 0, voted: "120", final: "120", basis: SHOWN },
  { code: "to_chuc_dang_hoan_thanh", title: "Tổ chức cơ sở đảng hoàn thành nhiệm vụ trở lên", group: "political_system", measure: "%", decimals: 0, voted: "100", final: "100", start: "98", basis: SHOWN },
  { code: "muc_do_hai_long", title: "Mức độ hài lòng của người dân, tổ chức", group: "reform", measure: "%", decimals: 1, voted: "85", final: "82.6", start: "81", basis: SHOWN },
];

const YEAR = 2021;
/** Communes that hand in a quarter's figures a month late, by the quarter's last month. */
const LATE: Readonly<Record<number, readonly string[]>> = { 3: ["02035", "02062"], 6: ["02077"], 9: ["02023"] };
/** The commune that corrects a figure of the first half, and in which month it does. */
const CORRECTION = { code: "02053", target: "ho_thoat_ngheo", month: 6, in_month: 7 };

/** Sets the year's targets as the officer: all for the whole district, some of them also for the communes. Play it after the campaigns are launched. */
export async function assignTargets(world: World, on: PlainDate, port: CampaignPort): Promise<void> {
  const [draftTarget] = planCommands(port);
  const unit_id = await world.root();
  const communes = await communesOn(world, on);
  const launched = await world.campaigns();
  for (const target of [...COMMUNE_TARGETS, ...DISTRICT_TARGETS]) {
    const { campaign, final: _final, start, above, roll_up, direction, ...said } = target;
    const drafted = await world.must("canbo", on, draftTarget, {
      ...said, unit_id, year: YEAR, assigned_from_above: above, direction: direction ?? "at_least", reckoning: start === undefined ? "cumulative" : "year_end",
      roll_up: roll_up ?? "none", reporting: roll_up === undefined ? "month" : "quarter", report_day: 5,
      campaign_id: campaign === undefined ? undefined : launched.find((entry) => entry.title.includes(campaign))?.id,
    });
    const units = roll_up === undefined ? [] : communes.flatMap((commune, index) => (takesPart(target, commune) ? [{ unit_id: commune.id, voted: toText(planOf(target, communes, index)) }] : []));
    await world.must("canbo", on, assignTarget, { target_id: drafted.id, units });
  }
}

/** Reports one month: the officer for the district; at a quarter's end the communes' clerks, a few of them a month late; one figure is corrected with its reason. */
export async function reportMonth(world: World, on: PlainDate, month: number): Promise<void> {
  const ids = await targetIds(world);
  const figures = DISTRICT_TARGETS.map((target) => ({ target_id: ids.get(target.code), value: toText(figureAt(target, decimal(target.final), month)), evidence: `Báo cáo tháng ${month} (trình diễn)` }));
  await world.act("canbo", on, reportActuals, { unit_id: await world.root(), year: YEAR, month, figures });
  const communes = await communesOn(world, on);
  for (const [index, commune] of communes.entries()) {
    const lateFor = (quarter: number): boolean => (LATE[quarter] ?? []).includes(commune.code ?? "");
    const quarter = month % 3 === 0 && !lateFor(month) ? month : month % 3 === 1 && lateFor(month - 1) ? month - 1 : null;
    if (quarter !== null) await reportCommune(world, on, communes, index, quarter, ids);
    if (commune.code === CORRECTION.code && month === CORRECTION.in_month) await correct(world, on, communes, index, ids);
  }
}

async function reportCommune(world: World, on: PlainDate, communes: readonly UnitOnDay[], index: number, month: number, ids: ReadonlyMap<string, string>): Promise<void> {
  const commune = communes[index];
  if (commune === undefined) return;
  const figures = COMMUNE_TARGETS.filter((target) => takesPart(target, commune)).map((target) => ({
    target_id: ids.get(target.code), value: toText(figureAt(target, finalOf(target, communes, index), month)), evidence: `Báo cáo quý ${month / 3} của UBND xã (trình diễn)`,
  }));
  await world.act(clerkName(commune), on, reportActuals, { unit_id: commune.id, year: YEAR, month, figures });
}

async function correct(world: World, on: PlainDate, communes: readonly UnitOnDay[], index: number, ids: ReadonlyMap<string, string>): Promise<void> {
  const target = COMMUNE_TARGETS.find((entry) => entry.code === CORRECTION.target);
  const commune = communes[index];
  if (target === undefined || commune === undefined) return;
  const value = toText(add(figureAt(target, finalOf(target, communes, index), CORRECTION.month), decimalOf(1)));
  const figures = [{ target_id: ids.get(target.code), value, reason: "Cộng sót một hộ của thôn, đã đối chiếu biên bản rà soát." }];
  await world.act(clerkName(commune), on, reportActuals, { unit_id: commune.id, year: YEAR, month: CORRECTION.month, figures });
}

/** The year's percent done by the end of each month. */
const DONE = [4, 10, 18, 27, 36, 46, 56, 66, 76, 86, 95, 100] as const;

/** Where a figure stands at a month's end on its way to where it ends. */
function figureAt(target: DemoTarget, final: Decimal, month: number): Decimal {
  const share = divideHalfUp(decimalOf(DONE[month - 1] ?? 100), decimalOf(100), 2);
  const start = target.start === undefined ? decimalOf(0) : target.roll_up === undefined ? decimal(target.start) : subtract(final, subtract(decimal(target.final), decimal(target.start)));
  const value = add(start, multiply(subtract(final, start), share));
  return roundHalfUp(value, target.roll_up === "average" && target.code === "tieu_chi_ntm" ? 0 : target.decimals);
}

/** Only rural communes have criteria of the new countryside; the town has none. */
const takesPart = (target: DemoTarget, commune: UnitOnDay): boolean => target.code !== "tieu_chi_ntm" || !commune.name.startsWith("Thị trấn");

function planOf(target: DemoTarget, communes: readonly UnitOnDay[], index: number): Decimal {
  switch (target.roll_up) {
    case "sum":
      return spread(target, decimal(target.voted), communes, index, "plan");
    case "count_met":
      return decimalOf(3 + prngFor("recruits", index).below(4));
    case "average":
    case undefined:
      return target.code === "tieu_chi_ntm" ? decimalOf(12) : decimal(target.voted);
  }
}

/** Where a commune ends: sums add up to the district's figure, averages come out at it. */
function finalOf(target: DemoTarget, communes: readonly UnitOnDay[], index: number): Decimal {
  switch (target.roll_up) {
    case "sum":
      return spread(target, decimal(target.final), communes, index, "final");
    case "count_met":
      return planOf(target, communes, index);
    case "average":
    case undefined:
      // 19 communes with 243 criteria have 12.8 each; the others stand in pairs around the average.
      if (target.code === "tieu_chi_ntm") return decimalOf(index % 19 < 4 ? 12 : index % 5 === 0 ? 14 : index % 5 === 1 ? 12 : 13);
      return add(decimal(target.final), decimal(index % 2 === 0 ? "0.6" : "-0.6"));
  }
}

/** Spreads a whole over the communes by lot, the same at each playing; the last takes what is left. */
function spread(target: DemoTarget, whole: Decimal, communes: readonly UnitOnDay[], index: number, purpose: string): Decimal {
  // Plans and results differ a little from commune to commune, so that some exceed and some fall short.
  const weights = communes.map((commune) => 60 + prngFor("share", target.code, commune.code ?? "").below(60) + prngFor(purpose, target.code, commune.code ?? "").below(8));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const partOf = (weight: number): bigint => floor(divideHalfUp(multiply(whole, decimalOf(weight)), decimalOf(sum), 6));
  if (index < communes.length - 1) return decimalOf(partOf(weights[index] ?? 0));
  return subtract(whole, decimalOf(weights.slice(0, -1).reduce((total, weight) => total + partOf(weight), 0n)));
}

async function communesOn(world: World, on: PlainDate): Promise<UnitOnDay[]> {
  return (await world.units(on)).filter((unit) => unit.kind === "commune" && clerkName(unit) !== null).sort((a, b) => ((a.code ?? "") < (b.code ?? "") ? -1 : 1));
}

async function targetIds(world: World): Promise<Map<string, string>> {
  const rows = await world.read((tx) => tx.select({ id: targets.id, code: targets.code, unit_id: targets.unit_id }).from(targets).where(eq(targets.year, YEAR)));
  const root = await world.root();
  return new Map(rows.filter((row) => row.unit_id === root).map((row) => [row.code, row.id]));
}
