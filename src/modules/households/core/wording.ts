/** Takes the head's name; gives the household as decisions and certificates name it. */
export function householdTitle(head_name: string): string {
  return `Hộ gia đình ${head_name}`;
}

/** What the certificate of the title says. */
export function titleAchievement(year: number): string {
  return `Đạt danh hiệu Gia đình văn hóa năm ${year}.`;
}

/** Takes years; gives those in a row that end with the given one, in order. */
export function longestRun(years: readonly number[], last: number): number[] {
  const run: number[] = [];
  for (let year = last; years.includes(year); year -= 1) run.unshift(year);
  return run;
}

/** How many years in a row the list of candidates for a certificate looks back; whether they suffice is the rulebook's to say. */
export const YEARS_IN_A_ROW = 3;

/** What the certificate of merit says of the newest years in a row. */
export function certificateAchievement(run: readonly number[]): string {
  const counted = run.slice(-YEARS_IN_A_ROW);
  return `Gia đình văn hóa ${counted.length} năm liên tục (${counted.join(", ")}).`;
}

/** Takes a village's figures; gives the sentence with which a nomination of the village as a whole may begin. */
export function villageSentence(village: string, year: number, counts: { households: number; registered: number; recognised: number }, share: string): string {
  return `Năm ${year}, ${village} có ${counts.households} hộ, ${counts.registered} hộ đăng ký, ${counts.recognised} hộ được công nhận Gia đình văn hóa, đạt ${share} số hộ.`;
}
