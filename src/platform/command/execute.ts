import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import { uuidV7 } from "../../kernel/ids.ts";
import type { Random } from "../../kernel/prng.ts";
import type { Clock } from "../clock/clock.ts";
import type { Database, Tx } from "../database/database.ts";
import { type Actor, actorIdOf } from "./actor.ts";
import type { Caller, Locality, ReadContext } from "./context.ts";
import type { Command, Query } from "./define.ts";
import type { Failure } from "./failure.ts";
import { Ledger } from "./ledger.ts";
import { judge } from "./policy.ts";
import { commandRuns } from "./tables.ts";

/** What running commands needs from the application: the database, the unit tree, randomness. */
export type Engine = {
  readonly database: Database;
  readonly random: Random;
  /** Says whether a unit is, on that day, the other unit or beneath it. */
  readonly isWithin: (tx: Tx, locality: Locality, unit_id: string, above_id: string, clock: Clock) => Promise<boolean>;
  /** Told after a command committed, so that the log's sequencer need not wait for its turn. */
  readonly afterCommit: () => void;
};

/** Thrown inside the transaction so that it rolls back; never leaves this file. */
class RolledBack extends Error {
  constructor(readonly failure: Failure) {
    super("rolled back");
  }
}

/**
 * Runs one command in one transaction: all its rows, its actions, its log entries and its notices,
 * or nothing. `raw` is what a form or JSON gave. With a transaction id a repeat gives the first
 * answer again and changes nothing; a repeat of another command under the same id is a conflict.
 */
export async function runCommand<S extends z.ZodType, O>(
  engine: Engine,
  caller: Caller,
  command: Command<S, O>,
  raw: unknown,
  transactionId?: string,
): Promise<Result<O, Failure>> {
  const stranger = refuseStranger(command.policy.kind, caller.actor);
  if (!stranger.ok) return stranger;
  const parsed = parseInput(command.input, raw);
  if (!parsed.ok) return parsed;
  try {
    const value = await engine.database.inLocality(caller.locality.code, async (tx) => {
      const context = readContext(engine, caller, tx);
      const verdict = await judge(command.policy, context, parsed.value);
      if (!verdict.allowed) throw new RolledBack(forbidden(caller.actor));
      if (transactionId !== undefined) {
        const earlier = await claimRun(tx, caller, command.name, transactionId);
        if (earlier !== null) return earlier.result as O;
      }
      const ledger = new Ledger(caller, command.name, verdict.grant, () => uuidV7(caller.clock.now_ms(), engine.random), engine.random);
      const result = await command.run(ledger.extend(context), parsed.value);
      if (!result.ok) throw new RolledBack(result.error);
      await ledger.write(tx);
      if (transactionId !== undefined) {
        await tx
          .update(commandRuns)
          .set({ result: command.secretAnswer ? null : (result.value ?? null) })
          .where(and(eq(commandRuns.locality_id, caller.locality.code), eq(commandRuns.transaction_id, transactionId)));
      }
      return result.value;
    });
    engine.afterCommit();
    return ok(value);
  } catch (error) {
    if (error instanceof RolledBack) return err(error.failure);
    throw error;
  }
}

/** Answers one query in one read transaction, after its policy let the actor through. */
export async function runQuery<S extends z.ZodType, O>(
  engine: Engine,
  caller: Caller,
  query: Query<S, O>,
  raw: unknown,
): Promise<Result<O, Failure>> {
  const stranger = refuseStranger(query.policy.kind, caller.actor);
  if (!stranger.ok) return stranger;
  const parsed = parseInput(query.input, raw);
  if (!parsed.ok) return parsed;
  return engine.database.inLocality(caller.locality.code, async (tx) => {
    const context = readContext(engine, caller, tx);
    const verdict = await judge(query.policy, context, parsed.value);
    if (!verdict.allowed) return err(forbidden(caller.actor));
    return query.run(context, parsed.value);
  });
}

function readContext(engine: Engine, caller: Caller, tx: Tx): ReadContext {
  return {
    tx,
    ...caller,
    isWithin: (unit_id, above_id) => engine.isWithin(tx, caller.locality, unit_id, above_id, caller.clock),
  };
}

/**
 * Claims a transaction id. Gives null when it is new; else the earlier answer. A run of the same id
 * that is under way holds the row, so this waits for it and sees its outcome.
 */
async function claimRun(tx: Tx, caller: Caller, command: string, transactionId: string): Promise<{ result: unknown } | null> {
  const claimed = await tx
    .insert(commandRuns)
    .values({
      locality_id: caller.locality.code,
      transaction_id: transactionId,
      command,
      actor_id: actorIdOf(caller.actor),
      ran_at: caller.clock.now(),
    })
    .onConflictDoNothing()
    .returning({ id: commandRuns.transaction_id });
  if (claimed.length === 1) return null;
  const [earlier] = await tx
    .select()
    .from(commandRuns)
    .where(and(eq(commandRuns.locality_id, caller.locality.code), eq(commandRuns.transaction_id, transactionId)));
  if (earlier?.command !== command || earlier.actor_id !== actorIdOf(caller.actor)) {
    throw new RolledBack({
      code: "conflict",
      message: say("Mã giao dịch này đã dùng cho việc khác. Hãy tải lại trang.", "This transaction id was used for something else. Reload the page."),
    });
  }
  return { result: earlier.result };
}

/** Whoever is not signed in is told so before anything typed is looked at. */
function refuseStranger(policy: "public" | "signed_in" | "installation" | "roles", actor: Actor): Result<null, Failure> {
  return actor.kind === "public" && policy !== "public" ? err(forbidden(actor)) : ok(null);
}

function forbidden(actor: Actor): Failure {
  return actor.kind === "public"
    ? { code: "forbidden", message: say("Cần đăng nhập để làm việc này.", "Sign in to do this.") }
    : {
        code: "forbidden",
        message: say(
          "Vai trò của bạn không cho phép việc này tại đơn vị này. Nếu cần, hãy liên hệ người quản trị.",
          "Your roles do not allow this at this unit. Ask the administrator if you need it.",
        ),
      };
}

/** Takes a schema and raw input; gives the parsed input, or a sentence for each wrong field in both languages. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): Result<z.output<S>, Failure> {
  const outcome = schema.safeParse(raw);
  if (outcome.success) return ok(outcome.data);
  const fields: Record<string, Text> = {};
  const { localeError: vi } = z.locales.vi();
  const { localeError: en } = z.locales.en();
  for (const issue of outcome.error.issues) {
    const path = issue.path.map(String).join(".");
    fields[path] ??= sentenceOf(issue, raw, vi, en);
  }
  return err({
    code: "invalid",
    message: say("Có chỗ chưa đúng, xin xem từng ô bên dưới. Những gì đã nhập vẫn còn.", "Some fields need attention, see below. Nothing you typed is lost."),
    fields,
  });
}

type LocaleError = z.core.$ZodErrorMap;

function sentenceOf(issue: z.core.$ZodIssue, raw: unknown, vi: LocaleError, en: LocaleError): Text {
  if (issue.code === "custom" && issue.params?.["id"] === "date") {
    return say("Ngày không có thật hoặc sai dạng: hãy ghi như 20/12/2021.", "Not a real date: write it like 20/12/2021 or 2021-12-20.");
  }
  const told = issue.code === "custom" ? issue.params : undefined;
  if (typeof told?.["vi"] === "string" && typeof told["en"] === "string") return say(told["vi"], told["en"]);
  const given = valueAt(raw, issue.path);
  if (given === undefined && (issue.code === "invalid_type" || issue.code === "invalid_union")) return say("Chưa nhập.", "Missing.");
  if (issue.code === "invalid_value") return given === undefined ? say("Chưa chọn.", "Nothing is chosen.") : say("Giá trị này không có trong danh sách.", "This value is not on the list.");
  if (issue.code === "invalid_type" && issue.expected === "number") return say("Hãy ghi một số nguyên.", "Write a whole number.");
  if (issue.code === "too_small") return issue.origin === "string" ? say(`Cần ít nhất ${issue.minimum} ký tự.`, `At least ${issue.minimum} characters are needed.`) : say(`Phải từ ${issue.minimum} trở lên.`, `Must be ${issue.minimum} or more.`);
  if (issue.code === "too_big") return issue.origin === "string" ? say(`Tối đa ${issue.maximum} ký tự.`, `At most ${issue.maximum} characters.`) : say(`Không quá ${issue.maximum}.`, `Must be ${issue.maximum} or less.`);
  if (issue.code === "unrecognized_keys") return say(`Không có mục nào tên ${issue.keys.join(", ")}.`, `There is no field ${issue.keys.join(", ")}.`);
  const speak = (map: LocaleError): string => {
    const told = map({ ...issue, input: valueAt(raw, issue.path) } as Parameters<LocaleError>[0]);
    return (typeof told === "string" ? told : told?.message) ?? issue.message;
  };
  return say(`${speak(vi)}.`, `${speak(en)}.`);
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = raw;
  for (const key of path) {
    if (value === null || typeof value !== "object") return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return typeof value === "string" && value.trim() === "" ? undefined : value;
}

/** The SQL of the current fence, for the few statements written by hand. */
export const currentLocality = sql`current_setting('app.locality_id')`;
