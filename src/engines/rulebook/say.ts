import type { Lang } from "../../kernel/text.ts";

export type { Lang };

/** Picks the sentence in the reader's language; both stand side by side so that neither is forgotten. */
export type Say = (vi: string, en: string) => string;

/** Takes a language; gives the function that picks it. */
export function sayIn(lang: Lang): Say {
  return lang === "vi" ? inVietnamese : inEnglish;
}

const inVietnamese: Say = (vi) => vi;
const inEnglish: Say = (_vi, en) => en;

type Word = readonly [vi: string, en: string];

const WORDS = {
  excellent: ["hoàn thành xuất sắc nhiệm vụ", "excellent completion"],
  good: ["hoàn thành tốt nhiệm vụ", "good completion"],
  satisfactory: ["hoàn thành nhiệm vụ", "satisfactory completion"],
  unsatisfactory: ["không hoàn thành nhiệm vụ", "tasks not completed"],
  commune_authority: ["Chủ tịch UBND cấp xã", "the commune chair"],
  district_authority: ["Chủ tịch UBND cấp huyện", "the district chair"],
  agency_authority: ["thủ trưởng cơ quan, đơn vị có tư cách pháp nhân", "the head of an agency with legal personality"],
  province_authority: ["Chủ tịch UBND cấp tỉnh", "the provincial chair"],
  enterprise_authority: ["người đứng đầu doanh nghiệp, hợp tác xã", "the head of the enterprise or cooperative"],
  prime_minister_authority: ["Thủ tướng Chính phủ", "the Prime Minister"],
  president_authority: ["Chủ tịch nước", "the President"],
  ministry_authority: ["bộ, ngành trung ương", "a ministry"],
  central_council_authority: ["Hội đồng Thi đua - Khen thưởng Trung ương", "the central commendation council"],
  individual: ["cá nhân", "an individual"],
  collective: ["tập thể", "a collective"],
  household: ["hộ gia đình", "a household"],
  enterprise: ["doanh nghiệp", "an enterprise"],
  residential_area: ["thôn, tổ dân phố", "a residential area"],
  commune: ["xã, phường, thị trấn, đặc khu", "a commune"],
  unit_scope: ["cấp cơ sở", "its unit"],
  province_scope: ["cấp tỉnh", "the province"],
  nation_scope: ["toàn quốc", "the nation"],
  reprimand: ["khiển trách", "reprimand"],
  warning: ["cảnh cáo", "warning"],
  delayed_raise: ["kéo dài thời hạn nâng lương", "delayed raise"],
  salary_cut: ["hạ bậc lương", "salary cut"],
  demotion: ["giáng chức", "demotion"],
  removal: ["cách chức", "removal from office"],
  recall: ["bãi nhiệm", "recall"],
  dismissal: ["buộc thôi việc", "dismissal"],
  sacking: ["sa thải", "sacking"],
  discipline: ["đang xem xét kỷ luật", "a disciplinary matter"],
  investigation: ["đang điều tra", "an investigation"],
  inspection: ["đang thanh tra, kiểm tra", "an inspection"],
  complaint: ["đang giải quyết khiếu nại", "a complaint"],
  denunciation: ["đang giải quyết tố cáo", "a denunciation"],
  press: ["báo chí nêu dấu hiệu tham nhũng, đang xác minh", "press reports of corruption being verified"],
  prosecuted: ["bị truy cứu hình sự hoặc xử lý hành chính", "prosecution or administrative handling"],
  military_duty: ["vi phạm nghĩa vụ quân sự", "military duty not met"],
  tax: ["vi phạm nghĩa vụ thuế", "tax duty not met"],
  construction: ["bị xử phạt về xây dựng", "a construction fine"],
  fire_safety: ["bị xử phạt về phòng cháy", "a fire safety fine"],
  environment: ["bị xử phạt về môi trường", "an environment fine"],
  child_marriage: ["tảo hôn, hôn nhân cận huyết", "child or consanguineous marriage"],
  domestic_violence: ["bạo lực gia đình", "domestic violence"],
  social_evils: ["ma túy, mại dâm, trộm cắp, cờ bạc", "drugs, prostitution, theft or gambling"],
  disorderly_gathering: ["tụ tập gây rối trật tự", "disorderly gathering"],
  for_merit: ["công trạng", "merit"],
  ad_hoc: ["đột xuất", "a sudden feat"],
  for_campaign: ["phong trào thi đua", "a campaign"],
  for_long_service: ["quá trình cống hiến", "long service"],
  by_seniority: ["niên hạn", "seniority"],
  for_foreign_relations: ["đối ngoại", "foreign relations"],
  for_resistance: ["kháng chiến", "resistance"],
} as const satisfies Record<string, Word>;

export type WordId = keyof typeof WORDS;

/** Takes an id of this list; gives the words a person reads for it. */
export function word(id: WordId, say: Say): string {
  const [vi, en] = WORDS[id];
  return say(vi, en);
}

/** Takes ids; gives their words with commas between. */
export function wordList(ids: readonly WordId[], say: Say): string {
  return ids.map((id) => word(id, say)).join("; ");
}

/** Gives the text with its first letter in upper case and a full stop at its end. */
export function sentence(text: string): string {
  const head = text.slice(0, 1).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(head) ? head : `${head}.`;
}
