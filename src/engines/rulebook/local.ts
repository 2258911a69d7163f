/** A council's voting rule as a local regulation (quy chế) sets it: `threshold` `"70%"`, `"2/3"` or `">50%"`. */
export type LocalVote = {
  readonly threshold: string;
  readonly base?: "all_members" | "present" | "members_without_recused";
  readonly quorum?: string;
};

/**
 * A local layer (quy chế của tỉnh, huyện, ngành): configuration laid over national law. `quota_percent` and
 * `votes` go by honour id; percentages are texts. A local cap never lifts a national maximum: the lower binds.
 */
export type LocalLayer = {
  readonly id: string;
  readonly instrument: string;
  readonly quota_percent?: Readonly<Record<string, string>>;
  readonly votes?: Readonly<Record<string, LocalVote>>;
  /** The instrument of one rule where the layer stands on several: by `quota <honour>` or `vote <honour>`. */
  readonly instruments?: Readonly<Record<string, string>>;
};
