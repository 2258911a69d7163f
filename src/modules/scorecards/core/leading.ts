/** Takes votes by unit; gives the one unit with the most votes, or null when several share them or nobody got any. */
export function leadingUnit(votes: readonly { readonly unit_id: string; readonly votes: number }[]): { unit_id: string; votes: number } | null {
  const most = Math.max(0, ...votes.map((line) => line.votes));
  const ahead = votes.filter((line) => line.votes === most);
  const [only] = ahead;
  return only === undefined || ahead.length > 1 || most === 0 ? null : { unit_id: only.unit_id, votes: only.votes };
}
