import { blind, finalize, prepareToken } from "../../src/engines/ballots/index.ts";
import { unwrap } from "../../src/kernel/result.ts";
import { accountCommands } from "../../src/modules/accounts/index.ts";
import * as councils from "../../src/modules/councils/index.ts";
import * as organizations from "../../src/modules/organizations/index.ts";
import * as votes from "../../src/modules/votes/index.ts";
import { type Choice, putMotions } from "../../src/modules/votes/index.ts";
import type { Actor } from "../../src/platform/command/actor.ts";
import type { Caller } from "../../src/platform/command/context.ts";
import { runCommand, runQuery } from "../../src/platform/command/execute.ts";
import { freshDatabase, makeLocality, type TestDatabase } from "./database.ts";

const [createUser, grantRole] = accountCommands(organizations.unitTree);
const SUBJECT = "01900000-0000-7000-8000-00000000d001";
const RULE = { honour: "grassroots_emulation_fighter", threshold: "70%", base: "members_without_recused" as const, quorum: "2/3", source: "local" as const, basis: "Quy chế mẫu" };

/** A ballot that a device could cast. */
export type Ready = { ballot_id: string; token: string; signature: string };

/** A council of seven whose last member is away and asked in writing, in a database of its own. */
export class Chamber {
  private constructor(readonly test: TestDatabase, readonly as: (actor?: Actor, on?: string) => Caller, readonly officer: Actor, readonly members: readonly Actor[], readonly council: string) {}

  static async make(): Promise<Chamber> {
    const test = await freshDatabase();
    const as = await makeLocality(test.database, "CD", "2021-12-20");
    const root = unwrap(await runCommand(test.engine, as(), organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
    if (createUser === undefined || grantRole === undefined) throw new Error("accounts has no commands");
    const user = async (username: string, role: string): Promise<Actor> => {
      const { id } = unwrap(await runCommand(test.engine, as(), createUser, { username, name: username, password: "mat-khau-dai" })) as { id: string };
      unwrap(await runCommand(test.engine, as(), grantRole, { user_id: id, role, unit_id: root, from_on: "2021-01-01" }));
      return { kind: "user", id, name: username, person_id: null, grants: [{ role, unit_id: root, acting_for: null }] };
    };
    const officer = await user("canbo", "officer");
    const members: Actor[] = [];
    for (let index = 0; index < 7; index += 1) members.push(await user(`hd${index}`, "council_member"));
    const named = members.map((_member, index) => ({ name: `Ủy viên ${index}`, position: index === 0 ? "chair" : "member", username: `hd${index}` }));
    const council = unwrap(await runCommand(test.engine, as(officer), councils.formCouncil, { unit_id: root, kind: "commendation", name: "Hội đồng", basis: "Quyết định mẫu", formed_on: "2021-12-01", members: named })).id;
    return new Chamber(test, as, officer, members, council);
  }

  /** Opens a session and puts one secret motion for each title. */
  async session(titles: readonly string[]): Promise<{ session_id: string; ids: string[] }> {
    const { test, as, officer } = this;
    const session_id = unwrap(await runCommand(test.engine, as(officer), councils.planSession, { council_id: this.council, title: "Phiên thử", held_on: "2021-12-20" })).id;
    const { seats } = unwrap(await runQuery(test.engine, as(officer), councils.sessionPage, { session_id }));
    unwrap(await runCommand(test.engine, as(officer), councils.openSession, { session_id, attendance: seats.map((seat) => ({ member_id: seat.id, attendance: seat.name === "Ủy viên 6" ? "written" : "present" })) }));
    // Motions are put by nominations; here a command of the test stands for them.
    const put = { ...councils.planSession, name: "put_for_test", run: async (context: Parameters<typeof putMotions>[0]) => ({ ok: true as const, value: await putMotions(context, session_id, titles.map((title) => ({ title, mode: "secret", rule: RULE, subjects: [{ subject_id: SUBJECT, label: title }] }))) }) };
    const ids = unwrap(await runCommand(test.engine, as(officer), put as never, { council_id: this.council, title: "x", held_on: "2021-12-20" })) as string[];
    return { session_id, ids };
  }

  /** What a member's device does: prepares, blinds, is issued, finalizes. */
  async fetchBallots(member: Actor, session_id: string): Promise<Ready[]> {
    const { ballots } = unwrap(await runQuery(this.test.engine, this.as(member), votes.ballotsToCast, { session_id }));
    const prepared = ballots.map((ballot) => {
      const token = prepareToken(ballot.id);
      return { ballot, token, blinded: blind(ballot.public_key, token) };
    });
    const { signatures } = unwrap(await runCommand(this.test.engine, this.as(member), votes.issueBallots, { session_id, ballots: prepared.map((entry) => ({ ballot_id: entry.ballot.id, blinded: entry.blinded.blinded })) }));
    return prepared.map(({ ballot, token, blinded }) => {
      const answer = signatures.find((entry) => entry.ballot_id === ballot.id)?.blind_signature ?? "";
      return { ballot_id: ballot.id, token, signature: finalize(ballot.public_key, token, answer, blinded.inverse) };
    });
  }

  cast(ready: Ready, choice: Choice) {
    return votes.castBallot(this.test.database, "CD", { ...ready, choice });
  }

  startIssuing(session_id: string) {
    return runCommand(this.test.engine, this.as(this.officer), votes.startIssuing, { session_id });
  }

  openBox(session_id: string) {
    return runCommand(this.test.engine, this.as(this.officer), votes.openBox, { session_id });
  }

  closeBallots(session_id: string) {
    return runCommand(this.test.engine, this.as(this.officer), votes.closeBallots, { session_id });
  }
}
