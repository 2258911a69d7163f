import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { findUserIdByUsername, loadActor } from "../accounts/index.ts";
import { COUNCIL_KINDS, COUNCIL_POSITIONS } from "./core/words.ts";
import { findCouncil, membersOn, unitOfCouncil } from "./store.ts";
import { councilMembers, councils } from "./tables.ts";

const member = {
  name: field.text(120), position: field.choice(COUNCIL_POSITIONS), username: field.maybe(field.username()), person_id: field.maybe(field.id()), unit_id: field.maybe(field.id()),
};

/** An account by which a member votes on a screen, and the person behind it, by whom conflicts are found. Both null for one who votes on paper. */
type Account = { readonly user_id: string | null; readonly person_id: string | null };

/** Takes a member's user name, if any; gives the account; or why it cannot vote here: there is none, or it holds no membership role over the council's unit. */
async function accountOf(context: CommandContext, username: string | undefined, unit_id: string): Promise<Result<Account, Text>> {
  if (username === undefined) return ok({ user_id: null, person_id: null });
  const user_id = await findUserIdByUsername(context.tx, username);
  const actor = user_id === null ? null : await loadActor(context.tx, user_id, context.clock.today());
  if (user_id === null || actor?.kind !== "user") return err(say(`Không có tài khoản “${username}”.`, `There is no account “${username}”.`));
  for (const grant of actor.grants) if (grant.role === "council_member" && (await context.isWithin(unit_id, grant.unit_id))) return ok({ user_id, person_id: actor.person_id });
  return err(say(
    `Tài khoản “${username}” chưa có vai trò Thành viên Hội đồng ở đơn vị này nên không bỏ phiếu được: nhờ quản trị giao vai trò, hoặc để trống (bỏ phiếu giấy).`,
    `The account “${username}” holds no council membership role here and could not vote: have the role granted, or leave it blank (paper).`,
  ));
}

/** Forms a council by a decision, with its first members. */
export const formCouncil = defineCommand({
  name: "form_council",
  title: say("Lập Hội đồng", "Form a council"),
  input: z.strictObject({
    unit_id: field.id(), kind: field.choice(COUNCIL_KINDS), name: field.text(200), basis: field.text(300), formed_on: field.date(),
    members: field.list(z.strictObject(member), 60),
  }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    if (input.members.filter((entry) => entry.position === "chair").length !== 1) return failField("members", "Hội đồng có đúng một Chủ tịch.", "A council has exactly one chair.");
    const rows = [];
    for (const [index, { username, ...entry }] of input.members.entries()) {
      const account = await accountOf(context, username, input.unit_id);
      if (!account.ok) return failField(`members.${index}.username`, account.error.vi, account.error.en);
      rows.push({ ...entry, user_id: account.value.user_id, person_id: entry.person_id ?? account.value.person_id });
    }
    const users = rows.flatMap((row) => row.user_id ?? []);
    if (new Set(users).size !== users.length) return failField("members", "Một tài khoản chỉ là một thành viên.", "An account is one member only.");
    const id = context.newId();
    const locality_id = context.locality.code;
    await context.tx.insert(councils).values({ locality_id, id, unit_id: input.unit_id, kind: input.kind, name: input.name, basis: input.basis, formed_on: input.formed_on });
    if (rows.length > 0) {
      await context.tx.insert(councilMembers).values(rows.map((row) => ({ locality_id, id: context.newId(), council_id: id, from_on: input.formed_on, ...row, unit_id: row.unit_id ?? null })));
    }
    context.act({ subject_kind: "council", subject_id: id, action: "form", unit_id: input.unit_id, payload: { name: input.name, members: rows.length } });
    context.log({ type: "council_formed", facts: { council: id, name: input.name, members: rows.length, formed_on: input.formed_on } });
    return ok({ id });
  },
});

/** Lets a member join a council from a day on. */
export const addCouncilMember = defineCommand({
  name: "add_council_member",
  title: say("Bổ sung thành viên Hội đồng", "Add a council member"),
  input: z.strictObject({ council_id: field.id(), from_on: field.date(), ...member }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head"], unit: (context, input) => unitOfCouncil(context, input.council_id) },
  async run(context, { username, council_id, ...input }) {
    const council = await findCouncil(context.tx, council_id);
    if (council === null) return fail("not_found", "Không có Hội đồng này.", "No such council.");
    const account = await accountOf(context, username, council.unit_id);
    if (!account.ok) return failField("username", account.error.vi, account.error.en);
    const { user_id } = account.value;
    const present = await membersOn(context.tx, council.id, input.from_on);
    if (user_id !== null && present.some((entry) => entry.user_id === user_id)) return failField("username", "Tài khoản này đã là thành viên.", "This account is a member already.");
    if (input.position === "chair" && present.some((entry) => entry.position === "chair")) return failField("position", "Hội đồng đã có Chủ tịch.", "The council has a chair.");
    const id = context.newId();
    await context.tx.insert(councilMembers).values({ locality_id: context.locality.code, id, council_id: council.id, user_id, ...input, person_id: input.person_id ?? account.value.person_id, unit_id: input.unit_id ?? null });
    context.act({ subject_kind: "council", subject_id: council.id, action: "add_member", unit_id: council.unit_id, payload: { member_id: id, position: input.position } });
    return ok({ id, council_id: council.id });
  },
});

/** Lets a member leave on a day; what was decided with them stays. */
export const endCouncilMember = defineCommand({
  name: "end_council_member",
  title: say("Thôi thành viên Hội đồng", "End a council membership"),
  input: z.strictObject({ council_id: field.id(), member_id: field.id(), on: field.date(), reason: field.text(300) }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head"], unit: (context, input) => unitOfCouncil(context, input.council_id) },
  async run(context, input) {
    const found = (await membersOn(context.tx, input.council_id, input.on)).find((entry) => entry.id === input.member_id);
    if (found === undefined) return fail("not_found", "Không phải thành viên vào ngày này.", "Not a member on that day.");
    await context.tx.update(councilMembers).set({ to_on: input.on }).where(and(eq(councilMembers.id, found.id), eq(councilMembers.council_id, input.council_id)));
    context.act({ subject_kind: "council", subject_id: input.council_id, action: "end_member", payload: { member_id: found.id, reason: input.reason } });
    return ok({ id: input.council_id });
  },
});
