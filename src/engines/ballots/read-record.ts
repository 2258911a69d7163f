import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import { PAPER_FIELDS, type PaperCount } from "./count-paper.ts";
import { type BallotRecord, type CastBallot, FORMAT } from "./ballot-record.ts";
import { BASES, type BallotRule, CHOICES, type Choice, isSoundRule, type Members, THRESHOLDS, type Votes } from "./rule.ts";
import { isBallotId } from "./token.ts";

/** Where a published ballot is not of the format, as a path like `$.roll.issued`, and what is expected there. */
export type FormatProblem = { readonly path: string; readonly message: Text };

/** The first thing that is wrong ends the reading; caught in `readRecord`, never seen outside. */
class Malformed extends Error {
  constructor(readonly path: string, readonly expected: Text) {
    super(path);
  }
}

type Fields = { readonly [name: string]: unknown };

/**
 * Takes any JSON value; gives the published ballot, or the first place where it is not of the format. Names that
 * the format does not know are refused too: what is not verified must not look as if it were.
 */
export function readRecord(json: unknown): Result<BallotRecord, FormatProblem> {
  try {
    return ok(published(json));
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return err({ path: error.path, message: say(`${error.path}: cần ${error.expected.vi}.`, `${error.path}: expected ${error.expected.en}.`) });
  }
}

function published(json: unknown): BallotRecord {
  const whole = fields(json, "$", ["format", "ballot", "public_key", "members", "roll", "rule", "written", "paper", "ballots", "tally", "outcome"]);
  if (whole["format"] !== FORMAT) throw new Malformed("$.format", say(`“${FORMAT}”`, `“${FORMAT}”`));
  const members = fields(whole["members"], "$.members", ["all", "present", "recused"]);
  const roll = fields(whole["roll"], "$.roll", ["size", "issued"]);
  return {
    format: FORMAT,
    ballot: ballot(whole["ballot"]),
    public_key: text(whole["public_key"], "$.public_key"),
    members: numbers<keyof Members>(members, "$.members", ["all", "present", "recused"]),
    roll: numbers<"size" | "issued">(roll, "$.roll", ["size", "issued"]),
    rule: rule(whole["rule"]),
    written: votes(whole["written"], "$.written"),
    paper: whole["paper"] === null ? null : paper(whole["paper"]),
    ballots: list(whole["ballots"], "$.ballots").map((entry, at) => castBallot(entry, `$.ballots[${at}]`)),
    tally: numbers<Choice | "invalid">(fields(whole["tally"], "$.tally", [...CHOICES, "invalid"]), "$.tally", [...CHOICES, "invalid"]),
    outcome: outcome(whole["outcome"]),
  };
}

function ballot(json: unknown): BallotRecord["ballot"] {
  const { id, previous, title_sha256, options, opened_on, closed_on } = fields(json, "$.ballot", ["id", "previous", "title_sha256", "options", "opened_on", "closed_on"]);
  const offered = list(options, "$.ballot.options").map((choice, at) => oneOf(choice, `$.ballot.options[${at}]`, CHOICES));
  if (offered.length < 2 || new Set(offered).size !== offered.length) throw new Malformed("$.ballot.options", say("ít nhất hai lựa chọn khác nhau", "at least two different options"));
  return {
    id: ballotId(id, "$.ballot.id"),
    previous: previous === null ? null : ballotId(previous, "$.ballot.previous"),
    title_sha256: title_sha256 === null ? null : sha256Text(title_sha256),
    options: offered,
    opened_on: day(opened_on, "$.ballot.opened_on"),
    closed_on: day(closed_on, "$.ballot.closed_on"),
  };
}

function sha256Text(value: unknown): string {
  const given = text(value, "$.ballot.title_sha256");
  if (!/^[0-9a-f]{64}$/.test(given)) throw new Malformed("$.ballot.title_sha256", say("64 chữ số thập lục phân", "64 hexadecimal digits"));
  return given;
}

function rule(json: unknown): BallotRule {
  const kind = THRESHOLDS.find((name) => typeof json === "object" && json !== null && name in json);
  const expected = say(`cơ sở tính và đúng một trong: ${THRESHOLDS.join(", ")}`, `the base and exactly one of: ${THRESHOLDS.join(", ")}`);
  if (kind === undefined) throw new Malformed("$.rule", expected);
  const given = fields(json, "$.rule", ["base", kind]);
  const base = oneOf(given["base"], "$.rule.base", BASES);
  const share = text(given[kind], `$.rule.${kind}`);
  const read = { base, [kind]: share } as BallotRule;
  if (!isSoundRule(read)) throw new Malformed(`$.rule.${kind}`, say("một tỷ lệ từ 0 đến 1, như “90” (%) hoặc “2/3”", "a share from 0 to 1, such as “90” (%) or “2/3”"));
  return read;
}

function votes(json: unknown, path: string): Votes {
  return numbers<Choice>(fields(json, path, CHOICES), path, CHOICES);
}

function paper(json: unknown): PaperCount {
  return numbers<keyof PaperCount>(fields(json, "$.paper", PAPER_FIELDS), "$.paper", PAPER_FIELDS);
}

function castBallot(json: unknown, path: string): CastBallot {
  const { token, signature, choice } = fields(json, path, ["token", "signature", "choice"]);
  return { token: text(token, `${path}.token`), signature: text(signature, `${path}.signature`), choice: oneOf(choice, `${path}.choice`, CHOICES) };
}

function outcome(json: unknown): BallotRecord["outcome"] {
  const given = fields(json, "$.outcome", ["approved", "agree", "needed", "base", "tied"]);
  return {
    approved: truth(given["approved"], "$.outcome.approved"),
    ...numbers<"agree" | "needed" | "base">(given, "$.outcome", ["agree", "needed", "base"]),
    tied: truth(given["tied"], "$.outcome.tied"),
  };
}

function fields(json: unknown, path: string, names: readonly string[]): Fields {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new Malformed(path, say("một đối tượng JSON", "a JSON object"));
  const given: Fields = { ...json };
  for (const name of names) if (!(name in given)) throw new Malformed(`${path}.${name}`, say("có mục này", "this field"));
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Malformed(`${path}.${unknown}`, say(`chỉ các mục: ${names.join(", ")}`, `only the fields: ${names.join(", ")}`));
  return given;
}

function numbers<Name extends string>(given: Fields, path: string, names: readonly Name[]): { readonly [name in Name]: number } {
  return Object.fromEntries(names.map((name) => [name, whole(given[name], `${path}.${name}`)])) as { [name in Name]: number };
}

function whole(value: unknown, path: string): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0 || value > 1_000_000) {
    throw new Malformed(path, say(`số nguyên từ 0 đến 1000000, không phải ${shown(value)}`, `a whole number from 0 to 1000000, not ${shown(value)}`));
  }
  return value;
}

function text(value: unknown, path: string): string {
  if (typeof value !== "string") throw new Malformed(path, say("một chuỗi ký tự", "a text"));
  return value;
}

function truth(value: unknown, path: string): boolean {
  if (typeof value !== "boolean") throw new Malformed(path, say("true hoặc false", "true or false"));
  return value;
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Malformed(path, say("một danh sách", "a list"));
  return value;
}

function oneOf<Known extends string>(value: unknown, path: string, known: readonly Known[]): Known {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Malformed(path, say(`một trong: ${known.join(", ")}`, `one of: ${known.join(", ")}`));
  return found;
}

function ballotId(value: unknown, path: string): string {
  const id = text(value, path);
  if (!isBallotId(id)) throw new Malformed(path, say("mã gồm chữ không dấu, chữ số và . _ : -", "an id of letters, digits and . _ : -"));
  return id;
}

function day(value: unknown, path: string): PlainDate {
  const date = typeof value === "string" ? parsePlainDate(value) : null;
  if (date === null) throw new Malformed(path, say("một ngày dạng 2021-12-06", "a day such as 2021-12-06"));
  return date;
}

function shown(value: unknown): string {
  return typeof value === "number" ? String(value) : typeof value;
}
