import { say, type Text } from "../../../kernel/text.ts";

/** The figures of a village meeting. */
export type MeetingFigures = { readonly called: number; readonly present: number };

/** Takes part, whole and a percentage; gives whether the part reaches it. Whole numbers only: 60 % of 5 is 3, exactly. */
export function reaches(part: number, whole: number, percent: number): boolean {
  return whole > 0 && part * 100 >= percent * whole;
}

/** Takes part and whole; gives the share for reading, with one decimal, cut and not rounded up, so that it never looks reached when it is not. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return "–";
  const tenths = Math.floor((part * 1000) / whole);
  return `${Math.floor(tenths / 10)},${tenths % 10} %`;
}

/** Takes a meeting's figures; gives the sentence that says what does not add up, or null. */
export function wrongMeeting({ called, present }: MeetingFigures): Text | null {
  return present > called ? say(`Số hộ dự họp (${present}) nhiều hơn số hộ được mời (${called}).`, `More households came (${present}) than were called (${called}).`) : null;
}

/** Takes votes for a household and its village's meeting; gives the sentence that says what does not add up, or null. */
export function wrongAgree(agree: number, meeting: MeetingFigures | null): Text | null {
  if (meeting === null) return say("Chưa có số liệu cuộc họp của thôn: hãy nhập số hộ được mời và dự họp trước.", "The village's meeting has no figures yet: enter how many were called and came first.");
  return agree > meeting.present ? say(`Số đồng ý (${agree}) nhiều hơn số hộ dự họp (${meeting.present}).`, `More agreed (${agree}) than came (${meeting.present}).`) : null;
}
