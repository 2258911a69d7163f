import { and, eq, inArray } from "drizzle-orm";
import { type PlainDate, plainDate } from "../../kernel/plain-date.ts";
import { seededPrng, type Prng } from "../../kernel/prng.ts";
import type { z } from "zod";
import { findUserIdByUsername, loadActor } from "../../modules/accounts/index.ts";
import { users } from "../../modules/accounts/tables.ts";
import { campaigns, campaignUnits } from "../../modules/campaigns/tables.ts";
import { type NominationStatus, type recommendNominations, submitNominations } from "../../modules/nominations/index.ts";
import { assessAll } from "../../modules/nominations/assess.ts";
import { nominations } from "../../modules/nominations/tables.ts";
import { type Cast, castBallot, type CastAnswer } from "../../modules/votes/cast.ts";
import { subjectsOf } from "../../modules/votes/index.ts";
import { mayVote, votersOf } from "../../modules/votes/voters.ts";
import { findRoot, listPeople, listUnits, type PersonOnDay, RESPONDING_KINDS, type UnitOnDay } from "../../modules/organizations/index.ts";
import { standingOn, systemClock } from "../../platform/clock/clock.ts";
import { type Actor, INSTALLATION } from "../../platform/command/actor.ts";
import type { Locality } from "../../platform/command/context.ts";
import type { Command, Query } from "../../platform/command/define.ts";
import { type Engine, runCommand, runQuery } from "../../platform/command/execute.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Result } from "../../kernel/result.ts";
import type { Tx } from "../../platform/database/database.ts";

/** The demonstration's locality. */
export const DEMO_LOCALITY: Locality = { code: "CD", name: "Huyện Chợ Đồn", name_en: "Chợ Đồn District" };

/** The people who play the year: every change goes through a command, as the role that may make it. */
export class World {
  private readonly actors = new Map<string, Actor>();

  constructor(private readonly engine: Engine, private readonly told: (sentence: string) => void) {}

  /** Runs a command as a user (null: the installation) on a day; a refusal is told and given back, never thrown. */
  async act<S extends z.ZodType, O>(username: string | null, on: PlainDate, command: Command<S, O>, input: unknown): Promise<Result<O, Failure>> {
    return this.actAs(username === null ? INSTALLATION : await this.actor(username, on), on, command, input);
  }

  /** The same for one who is no user of the demonstration: the public. */
  async actAs<S extends z.ZodType, O>(actor: Actor, on: PlainDate, command: Command<S, O>, input: unknown): Promise<Result<O, Failure>> {
    const result = await runCommand(this.engine, { locality: DEMO_LOCALITY, clock: standingOn(on, systemClock), actor }, command, input);
    if (!result.ok) {
      const fields = Object.entries(result.error.fields ?? {}).map(([path, text]) => `${path}: ${text.vi}`).slice(0, 3).join("; ");
      this.told(`${on} ${command.name} (${actor.kind === "user" ? actor.name : actor.kind}): ${result.error.message.vi} ${fields}`);
    }
    return result;
  }

  /** Runs a command that must succeed while the demonstration is built; throws when it is refused. */
  async must<S extends z.ZodType, O>(username: string | null, on: PlainDate, command: Command<S, O>, input: unknown): Promise<O> {
    const result = await this.act(username, on, command, input);
    if (!result.ok) throw new Error(`the demonstration cannot be built: ${command.name}: ${result.error.message.vi}`);
    return result.value;
  }

  /** Reads inside the fence. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.engine.database.inLocality(DEMO_LOCALITY.code, work);
  }

  async root(): Promise<string> {
    const root = await this.read((tx) => findRoot(tx));
    if (root === null) throw new Error("the demonstration has no root");
    return root.id;
  }

  /** The units that respond and propose, on the day. */
  units(on: PlainDate): Promise<UnitOnDay[]> {
    return this.read((tx) => listUnits(tx, on, { kinds: RESPONDING_KINDS }));
  }

  /** The staff of one unit, without those of villages beneath it. */
  staff(unit_id: string, on: PlainDate): Promise<PersonOnDay[]> {
    return this.read((tx) => listPeople(tx, on, { unit_id }));
  }

  /** The ids of dossiers in some statuses, by unit. */
  async dossiers(filter: { statuses: readonly NominationStatus[]; year?: number; honour?: string }): Promise<Map<string, { id: string; honour: string; authority: string; subject_name: string }[]>> {
    const rows = await this.read((tx) =>
      tx
        .select({ id: nominations.id, unit_id: nominations.unit_id, honour: nominations.honour, authority: nominations.authority, subject_name: nominations.subject_name })
        .from(nominations)
        .where(and(inArray(nominations.status, [...filter.statuses]), filter.year ? eq(nominations.year, filter.year) : undefined, filter.honour ? eq(nominations.honour, filter.honour) : undefined))
        .orderBy(nominations.unit_id, nominations.id),
    );
    const byUnit = new Map<string, typeof rows>();
    for (const row of rows) byUnit.set(row.unit_id, [...(byUnit.get(row.unit_id) ?? []), row]);
    return byUnit;
  }

  /** Tries one step of the officer on dossiers together; says whether it went through, and tells nothing when not. */
  async tryAll(on: PlainDate, command: typeof recommendNominations, nomination_ids: readonly string[]): Promise<boolean> {
    const result = await runCommand(this.engine, { locality: DEMO_LOCALITY, clock: standingOn(on, systemClock), actor: await this.actor("canbo", on) }, command, { nomination_ids });
    return result.ok;
  }

  /** Submits dossiers as a clerk. */
  async submit(username: string | null, on: PlainDate, nomination_ids: readonly string[]): Promise<void> {
    await this.act(username, on, submitNominations, { nomination_ids });
  }

  /** The launched campaigns. */
  campaigns(): Promise<{ id: string; title: string; programme_id: string | null }[]> {
    return this.read((tx) => tx.select({ id: campaigns.id, title: campaigns.title, programme_id: campaigns.programme_id }).from(campaigns).where(eq(campaigns.status, "launched")));
  }

  /** Whether a campaign calls a unit. */
  async isCalled(campaign_id: string, unit_id: string): Promise<boolean> {
    const rows = await this.read((tx) => tx.select({ unit_id: campaignUnits.unit_id }).from(campaignUnits).where(and(eq(campaignUnits.campaign_id, campaign_id), eq(campaignUnits.unit_id, unit_id))));
    return rows.length > 0;
  }

  /** Asks a query as a user on a day. */
  async ask<S extends z.ZodType, O>(username: string, on: PlainDate, query: Query<S, O>, input: unknown): Promise<Result<O, Failure>> {
    return runQuery(this.engine, { locality: DEMO_LOCALITY, clock: standingOn(on, systemClock), actor: await this.actor(username, on) }, query, input);
  }

  /** Which dossiers no binding check stands against, as the officer would find. */
  async eligible(on: PlainDate, ids: readonly string[]): Promise<Set<string>> {
    const clock = standingOn(on, systemClock);
    return this.read(async (tx) => {
      const list = ids.length === 0 ? [] : await tx.select().from(nominations).where(inArray(nominations.id, [...ids]));
      const isWithin = (unit_id: string, above_id: string) => this.engine.isWithin(tx, DEMO_LOCALITY, unit_id, above_id, clock);
      const assessed = await assessAll({ tx, locality: DEMO_LOCALITY, clock, actor: INSTALLATION, isWithin }, list);
      return new Set(assessed.ok ? list.filter((_nomination, index) => assessed.value[index]?.output.verdict !== "not_eligible").map((nomination) => nomination.id) : []);
    });
  }

  /** How many may vote on a motion of a session. */
  mayVote(session_id: string, motion_id: string): Promise<number> {
    return this.read(async (tx) => mayVote(await votersOf(tx, session_id), (await subjectsOf(tx, [motion_id])).get(motion_id) ?? []).seats.length);
  }

  /** Casts a secret ballot as a device does: without saying whose it is. */
  cast(ballot: Cast): Promise<CastAnswer> {
    return castBallot(this.engine.database, DEMO_LOCALITY.code, ballot);
  }

  /** The id of a user of the demonstration; throws when there is none. */
  async userId(username: string): Promise<string> {
    const id = await this.read((tx) => findUserIdByUsername(tx, username));
    if (id === null) throw new Error(`the demonstration has no user ${username}`);
    return id;
  }

  /** The user name of an account, or null. */
  async usernameOf(user_id: string | null): Promise<string | null> {
    if (user_id === null) return null;
    const [row] = await this.read((tx) => tx.select({ username: users.username }).from(users).where(eq(users.id, user_id)));
    return row?.username ?? null;
  }

  private async actor(username: string, on: PlainDate): Promise<Actor> {
    const key = `${username} ${on}`;
    let actor = this.actors.get(key);
    if (actor === undefined) {
      const found = await this.read(async (tx) => {
        const id = await findUserIdByUsername(tx, username);
        return id === null ? null : loadActor(tx, id, on);
      });
      if (found === null) throw new Error(`the demonstration has no user ${username}`);
      actor = found;
      this.actors.set(key, actor);
    }
    return actor;
  }
}

/** A generator that is the same for the same words, whatever was played before. */
export function prngFor(...words: readonly (string | number)[]): Prng {
  let seed = 2_021;
  for (const letter of words.join(" ")) seed = (Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return seededPrng(seed);
}

/** A day of the play list. */
export const day = plainDate;
