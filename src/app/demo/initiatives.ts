import type { PlainDate } from "../../kernel/plain-date.ts";
import * as initiatives from "../../modules/initiatives/index.ts";
import { titledUnits } from "./cycle.ts";
import { clerkName } from "./found-year.ts";
import { day, type World } from "./world.ts";

/** Invented initiatives: what was slow or dear, what was done, what came of it. */
const IDEAS = [
  { title: "Sổ tay số tra cứu thủ tục hành chính tại bộ phận một cửa", field: "Cải cách hành chính", problem: "Người dân phải hỏi nhiều lần mới biết đủ giấy tờ.", solution: "Lập sổ tay số, mỗi thủ tục một trang, quét mã là xem được.", effect: "Số lượt đi lại giảm, hồ sơ thiếu giấy tờ còn một phần ba." },
  { title: "Tổ vận động làm đường bê tông liên thôn theo phiên", field: "Nông thôn mới", problem: "Ngày công đóng góp không đều giữa các hộ.", solution: "Chia tổ theo phiên, ghi công khai ngày công tại nhà văn hóa thôn.", effect: "Hoàn thành sớm, các hộ đồng thuận." },
  { title: "Bản đồ số theo dõi rừng trồng mới", field: "Lâm nghiệp", problem: "Nghiệm thu rừng trồng mất nhiều ngày đi thực địa.", solution: "Định vị từng lô trên bản đồ số, chụp ảnh theo mốc.", effect: "Thời gian nghiệm thu giảm một nửa." },
  { title: "Giờ học đọc sách cùng bạn ở điểm trường lẻ", field: "Giáo dục", problem: "Học sinh điểm trường lẻ ít sách, ngại đọc.", solution: "Luân chuyển tủ sách, học sinh lớp lớn đọc cùng lớp nhỏ.", effect: "Số lượt mượn sách tăng, nền nếp đọc hình thành." },
  { title: "Nhắc lịch tiêm chủng bằng loa thôn và tin nhắn", field: "Y tế", problem: "Nhiều trẻ tiêm muộn vì gia đình quên lịch.", solution: "Ghép lịch loa thôn với tin nhắn gửi trước ba ngày.", effect: "Tỷ lệ tiêm đúng lịch tăng." },
  { title: "Sổ tay số tra cứu thủ tục tại bộ phận một cửa xã", field: "Cải cách hành chính", problem: "Cán bộ mới mất thời gian tra cứu.", solution: "Chuyển danh mục thủ tục thành sổ tay số.", effect: "Tra cứu nhanh hơn." },
] as const;

async function eachIdea(world: World, on: PlainDate, work: (entry: { idea: (typeof IDEAS)[number]; unit_id: string; clerk: string; people: string[]; index: number }) => Promise<void>): Promise<void> {
  const units = (await titledUnits(world, on, false)).filter((unit) => unit.kind === "commune" || unit.kind === "public_service");
  for (const [index, idea] of IDEAS.entries()) {
    const unit = units[index * 2];
    const clerk = unit === undefined ? null : clerkName(unit);
    if (unit === undefined || clerk === null) continue;
    const people = (await world.staff(unit.id, on)).slice(3, 5).map((person) => person.id);
    await work({ idea, unit_id: unit.id, clerk, people, index });
  }
}

/** Units apply; the last one is left with a question, because its title is nearly another's. */
async function apply(world: World, on: PlainDate): Promise<void> {
  await eachIdea(world, on, async ({ idea, unit_id, clerk, people, index }) => {
    const shares = index % 2 === 0 ? ["100"] : ["60", "40"];
    const drafted = await world.act(clerk, on, initiatives.draftInitiative, { unit_id, year: 2021, ...idea, authors: shares.map((share_percent, at) => ({ person_id: people[at], share_percent })) });
    if (drafted.ok) await world.act(clerk, on, initiatives.submitInitiative, { initiative_id: drafted.value.id });
  });
}

/** The initiative council's minutes are entered, and all but the last are recognised. */
async function recognise(world: World, on: PlainDate): Promise<void> {
  const found = await world.ask("canbo", on, initiatives.browseInitiatives, { year: 2021 });
  if (!found.ok) return;
  const root = await world.root();
  for (const [index, row] of found.value.rows.filter((entry) => entry.title !== IDEAS[5].title).entries()) {
    await world.act("canbo", on, initiatives.scoreInitiative, { initiative_id: row.id, minutes_number: "02/BB-HĐSK", held_on: on, threshold: "70", mean: String(76 + index * 3), scorers: 7 });
    await world.act("canbo", on, initiatives.recogniseInitiative, { initiative_id: row.id, by_unit_id: root, scope: "district", decision_number: "2788/QĐ-UBND", decided_on: on });
  }
}

/** What is done with initiatives and when. */
export const INITIATIVE_ACTS: readonly { on: PlainDate; play: (world: World, on: PlainDate) => Promise<void> }[] = [
  { on: day("2021-10-20"), play: apply },
  { on: day("2021-11-12"), play: recognise },
];
