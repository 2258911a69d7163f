import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { mayAt } from "../../platform/command/policy.ts";
import { listUnits, unitNames } from "../organizations/index.ts";
import { conflictsOf, findCouncil, findSession, listCouncils, membersOn, seatsOf, sessionsOf, unitOfCouncil, unitOfSession } from "./store.ts";

/** The roles that see a council's papers: its members, who prepares them, who decides, who audits. */
export const COUNCIL_READERS = ["officer", "clerk", "head", "division_head", "chair", "council_member", "auditor", "records_clerk"] as const;
const SECRETARIES = ["officer", "clerk", "head"] as const;


/** The councils that the actor may look into, with their sessions. */
export const browseCouncils = defineQuery({
  name: "browse_councils",
  title: say("Các Hội đồng", "Councils"),
  input: z.strictObject({}),
  policy: { kind: "signed_in" },
  async run(context) {
    const today = context.clock.today();
    const seen = [];
    for (const council of await listCouncils(context.tx)) {
      if (!(await mayAt(context, council.unit_id, COUNCIL_READERS))) continue;
      const members = await membersOn(context.tx, council.id, today);
      seen.push({ ...council, members: members.length, sessions: await sessionsOf(context.tx, council.id) });
    }
    const names = await unitNames(context.tx, seen.map((council) => council.unit_id), today);
    const own = context.actor.kind === "user" ? context.actor.grants.filter((grant) => (SECRETARIES as readonly string[]).includes(grant.role)).map((grant) => grant.unit_id) : [];
    const units = await listUnits(context.tx, today, { ids: own });
    return ok({ councils: seen.map((council) => ({ ...council, unit_name: names.get(council.unit_id) ?? "" })), may_form: units.map(({ id, name }) => ({ id, name })) });
  },
});

/** One council: members of a day, sessions. */
export const councilPage = defineQuery({
  name: "council_page",
  title: say("Một Hội đồng", "One council"),
  input: z.strictObject({ council_id: field.id(), on: field.maybe(field.date()) }),
  policy: { kind: "roles", roles: COUNCIL_READERS, unit: (context, input) => unitOfCouncil(context, input.council_id) },
  async run(context, input) {
    const council = await findCouncil(context.tx, input.council_id);
    if (council === null) return fail("not_found", "Không có Hội đồng này.", "No such council.");
    const on = input.on ?? context.clock.today();
    const members = await membersOn(context.tx, council.id, on);
    const names = await unitNames(context.tx, [council.unit_id, ...members.flatMap((member) => member.unit_id ?? [])], on);
    return ok({
      council: { ...council, unit_name: names.get(council.unit_id) ?? "" }, on,
      members: members.map((member) => ({ ...member, unit_name: member.unit_id === null ? null : (names.get(member.unit_id) ?? null) })),
      sessions: await sessionsOf(context.tx, council.id),
      units: (await listUnits(context.tx, on)).filter((unit) => unit.kind !== "household" && unit.kind !== "village").map(({ id, name }) => ({ id, name })),
      may_keep: await mayAt(context, council.unit_id, SECRETARIES),
    });
  },
});

/** One session: who sits where, the agenda, the conflicts and what was decided of them. */
export const sessionPage = defineQuery({
  name: "session_page",
  title: say("Một phiên họp", "One session"),
  input: z.strictObject({ session_id: field.id() }),
  policy: { kind: "roles", roles: COUNCIL_READERS, unit: (context, input) => unitOfSession(context, input.session_id) },
  async run(context, input) {
    const session = await findSession(context.tx, input.session_id);
    const council = session === null ? null : await findCouncil(context.tx, session.council_id);
    if (session === null || council === null) return fail("not_found", "Không có phiên họp này.", "No such session.");
    const seats = await seatsOf(context.tx, session.id);
    const names = new Map(seats.map((seat) => [seat.id, seat.name]));
    const { actor } = context;
    return ok({
      session, council: { id: council.id, name: council.name, unit_id: council.unit_id }, seats,
      conflicts: (await conflictsOf(context.tx, session.id)).map((conflict) => ({ ...conflict, member: names.get(conflict.member_id) ?? "" })),
      own_seat: actor.kind === "user" ? (seats.find((seat) => seat.user_id === actor.id)?.id ?? null) : null,
      may_keep: await mayAt(context, council.unit_id, SECRETARIES),
      may_recuse: await mayAt(context, council.unit_id, [...SECRETARIES, "chair"]),
    });
  },
});
