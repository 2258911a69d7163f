import { say, type Text } from "../../kernel/text.ts";
import { checkCountRecord } from "./count-paper.ts";
import type { BallotRecord } from "./ballot-record.ts";

/** Takes a published ballot; gives every sentence that says which of its numbers cannot stand together; none when all can. */
export function checkArithmetic({ ballot, members, roll, written, paper }: BallotRecord): readonly Text[] {
  const inWriting = written.agree + written.disagree + written.blank;
  const handedOut = roll.issued + (paper?.issued ?? 0);
  const mayVote = members.all - members.recused;
  const limits: readonly (readonly [vi: string, en: string, count: number, viLimit: string, enLimit: string, limit: number])[] = [
    ["Số thành viên đã nhận phiếu điện tử", "members issued an electronic ballot", roll.issued, "danh sách bỏ phiếu", "the voting roll", roll.size],
    ["Danh sách bỏ phiếu", "the voting roll", roll.size, "số thành viên không phải né tránh", "the members not recused", mayVote],
    ["Số thành viên dự họp cộng ý kiến bằng văn bản", "members present and written opinions", members.present + inWriting, "tổng số thành viên", "all members", members.all],
    ["Số phiếu phát ra cộng ý kiến bằng văn bản", "ballots issued and written opinions", handedOut + inWriting, "số thành viên không phải né tránh", "the members not recused", mayVote],
  ];
  const beyond = limits
    .filter(([, , count, , , limit]) => count > limit)
    .map(([vi, en, count, viLimit, enLimit, limit]) => say(`${vi} (${count}) nhiều hơn ${viLimit} (${limit}).`, `More ${en} (${count}) than ${enLimit} (${limit}).`));
  const order = ballot.closed_on < ballot.opened_on ? [say("Ngày đóng hòm phiếu trước ngày mở.", "The box was closed on a day before it was opened.")] : [];
  const itself = ballot.previous === ballot.id ? [say("Lượt bỏ phiếu ghi chính nó là lượt trước.", "The round names itself as the round before.")] : [];
  return [...beyond, ...order, ...itself, ...(paper === null ? [] : checkCountRecord(paper).map(({ message }) => message))];
}
