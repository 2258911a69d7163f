/** One article of a pact (giao ước thi đua). */
export type PactArticle = { readonly title: string; readonly text: string };

/** What the form of a new pact offers: contents that clusters commonly agree on, to be written over. */
export const USUAL_ARTICLES: readonly PactArticle[] = [
  { title: "Phát triển kinh tế - xã hội", text: "Thi đua hoàn thành và hoàn thành vượt mức các chỉ tiêu được giao trong năm về kinh tế, văn hóa, xã hội, xây dựng nông thôn mới, giảm nghèo." },
  { title: "Xây dựng hệ thống chính trị, cải cách hành chính", text: "Thi đua thực hiện chủ trương của Đảng, chính sách, pháp luật của Nhà nước; cải cách hành chính, tiếp dân, giải quyết đơn thư; phòng, chống tham nhũng, tệ nạn xã hội." },
  { title: "Quốc phòng, an ninh", text: "Thi đua hoàn thành nhiệm vụ quân sự địa phương; giữ vững an ninh chính trị, trật tự an toàn xã hội." },
  { title: "Công tác thi đua, khen thưởng", text: "Thi đua tổ chức phong trào thiết thực; phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến; tham gia đầy đủ các hoạt động chung." },
];

/** Takes the members of the day and who has signed; says whether nobody is missing. Nobody at all is not everybody. */
export function isComplete(members: readonly string[], signed: readonly string[]): boolean {
  return members.length > 0 && members.every((unit_id) => signed.includes(unit_id));
}
