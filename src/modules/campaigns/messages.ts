import { honourCatalogue } from "../../engines/rulebook/index.ts";
import type { Lang } from "../../kernel/text.ts";
import { say } from "../../kernel/text.ts";

/** Texts that more than one page of campaigns says. */
export const words = {
  campaigns: say("Phong trào thi đua", "Emulation campaigns"),
  campaign: say("Phong trào", "Campaign"),
  unit: say("Đơn vị", "Unit"),
  launchedBy: say("Đơn vị phát động", "Launched by"),
  responded: say("Đã hưởng ứng", "Responded"),
  board: say("Bảng theo dõi hưởng ứng", "Board of responses"),
  respond: say("Hưởng ứng", "Respond"),
  respondBy: say("Hạn hưởng ứng", "Respond by"),
  period: say("Thời gian", "Period"),
  criterion: say("Tiêu chí", "Criterion"),
  measure: say("Đơn vị đo", "Measured in"),
  evidence: say("Nguồn minh chứng", "Evidence"),
  due: say("Hạn", "Due"),
  year: say("Năm", "Year"),
  honour: say("Danh hiệu", "Title"),
  registrations: say("Đăng ký danh hiệu thi đua", "Registration of titles"),
  lateReason: say("Lý do nộp muộn", "Reason for being late"),
  late: say("Nộp muộn", "Late"),
  draftSaved: say("Đã lưu bản nháp.", "The draft is saved."),
};

/** Gives an honour's name in the reader's language; its id when the catalogue does not know it. */
export function honourName(id: string, lang: Lang): string {
  const honour = honourCatalogue().find((entry) => entry.id === id);
  return honour === undefined ? id : lang === "vi" ? honour.name_vi : honour.name_en;
}

/** For whom planned awards are. */
export const SUBJECT_NAMES: Readonly<Record<string, { vi: string; en: string }>> = {
  individual: say("Cá nhân", "Individual"),
  collective: say("Tập thể", "Collective"),
  household: say("Hộ gia đình", "Household"),
  enterprise: say("Doanh nghiệp", "Enterprise"),
  residential_area: say("Khu dân cư", "Residential area"),
  commune: say("Xã", "Commune"),
};
