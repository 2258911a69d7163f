import { err, ok, type Result } from "../../../../kernel/result.ts";
import { say, type Text } from "../../../../kernel/text.ts";

/** Who inspects whom. */
export type InspectionPair = { readonly inspector_unit_id: string; readonly unit_id: string };

/** Takes the members in list order and the year; gives pairs in a ring, each inspecting once and inspected once, moved on by one each year; none for fewer than two. */
export function ringOfPairs(members: readonly string[], year: number): InspectionPair[] {
  if (members.length < 2) return [];
  const shift = 1 + (year % (members.length - 1));
  return members.map((inspector_unit_id, at) => ({ inspector_unit_id, unit_id: members[(at + shift) % members.length] ?? inspector_unit_id }));
}

/** Takes pairs and the members; gives them when each names two different members and none stands twice, else the place of the wrong one with why. */
export function checkPairs(pairs: readonly InspectionPair[], members: readonly string[]): Result<readonly InspectionPair[], { at: number; why: Text }> {
  const seen = new Set<string>();
  for (const [at, pair] of pairs.entries()) {
    if (!members.includes(pair.inspector_unit_id) || !members.includes(pair.unit_id)) return err({ at, why: say("Đơn vị này không là thành viên.", "This unit is no member.") });
    if (pair.inspector_unit_id === pair.unit_id) return err({ at, why: say("Không đơn vị nào tự kiểm tra chính mình.", "No unit inspects itself.") });
    const key = `${pair.inspector_unit_id} ${pair.unit_id}`;
    if (seen.has(key)) return err({ at, why: say("Cặp này được ghi hai lần.", "This pair is listed twice.") });
    seen.add(key);
  }
  return ok(pairs);
}
