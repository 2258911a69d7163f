import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { formatDate } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { instantAfter, systemClock } from "../../platform/clock/clock.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { signedIn } from "../../platform/command/policy.ts";
import { verify } from "@node-rs/argon2";
import { DELEGABLE_ROLES, ROLES } from "./core/roles.ts";
import type { UnitTree } from "./port.ts";
import { hashOfToken, hashPassword, newToken } from "./sign-in.ts";
import { grantsOn } from "./store.ts";
import { apiTokens, delegations, loginSessions, roleGrants, users } from "./tables.ts";

/** Passwords are taken as typed, only normalised. */
const password = () => z.string().transform((value) => value.normalize("NFC")).pipe(z.string().min(8).max(200));

/** Takes the unit tree; gives the commands of accounts. */
export function accountCommands(tree: UnitTree) {
  const createUser = defineCommand({
    name: "create_user",
    title: say("Tạo tài khoản", "Create a user"),
    input: z.strictObject({
      username: field.username(), name: field.text(120), password: password(), person_id: field.maybe(field.id()), email: field.maybe(z.email()),
    }),
    policy: { kind: "roles", roles: ["administrator"], unit: (context) => tree.rootId(context), installation: true },
    async run(context, input) {
      const [taken] = await context.tx.select({ id: users.id }).from(users).where(eq(users.username, input.username));
      if (taken) return failField("username", `Tên đăng nhập “${input.username}” đã có người dùng.`, `The user name “${input.username}” is taken.`);
      const id = context.newId();
      await context.tx.insert(users).values({
        locality_id: context.locality.code, id, username: input.username, name: input.name, password_hash: await hashPassword(input.password),
        person_id: input.person_id ?? null, email: input.email ?? null, created_at: context.clock.now(),
      });
      context.act({ subject_kind: "user", subject_id: id, action: "create", payload: { username: input.username } });
      return ok({ id });
    },
  });

  const grantRole = defineCommand({
    name: "grant_role",
    title: say("Giao vai trò", "Grant a role"),
    input: z.strictObject({ user_id: field.id(), role: field.choice(ROLES), unit_id: field.id(), from_on: field.date(), to_on: field.maybe(field.date()) }),
    policy: { kind: "roles", roles: ["administrator"], unit: (_context, input) => input.unit_id, installation: true },
    async run(context, input) {
      if (context.actor.kind === "user" && context.actor.id === input.user_id) {
        return failField("user_id", "Không ai tự giao vai trò cho mình: việc này do một người quản trị khác làm.", "Nobody grants a role to themselves: another administrator does.");
      }
      const [user] = await context.tx.select({ id: users.id }).from(users).where(eq(users.id, input.user_id));
      if (!user) return failField("user_id", "Không có tài khoản này.", "No such user.");
      if (!(await tree.exists(context, input.unit_id))) return failField("unit_id", "Không có đơn vị này.", "No such unit.");
      if (input.to_on && input.to_on <= input.from_on) return failField("to_on", `Phải sau ${formatDate(input.from_on)}.`, "Must be later than the first day.");
      const id = context.newId();
      await context.tx.insert(roleGrants).values({ locality_id: context.locality.code, id, ...input, to_on: input.to_on ?? null });
      context.act({ subject_kind: "user", subject_id: input.user_id, action: "grant_role", unit_id: input.unit_id, payload: { role: input.role, from_on: input.from_on } });
      return ok({ id });
    },
  });

  const revokeRole = defineCommand({
    name: "revoke_role",
    title: say("Thôi giao vai trò", "Revoke a role"),
    input: z.strictObject({ grant_id: field.id(), unit_id: field.id() }),
    policy: { kind: "roles", roles: ["administrator"], unit: (_context, input) => input.unit_id, installation: true },
    async run(context, input) {
      const [grant] = await context.tx.select().from(roleGrants).where(and(eq(roleGrants.id, input.grant_id), eq(roleGrants.unit_id, input.unit_id)));
      if (!grant) return fail("not_found", "Không có lần giao vai trò này.", "No such grant.");
      const today = context.clock.today();
      if (grant.from_on >= today) await context.tx.delete(roleGrants).where(eq(roleGrants.id, grant.id));
      else await context.tx.update(roleGrants).set({ to_on: today }).where(eq(roleGrants.id, grant.id));
      context.act({ subject_kind: "user", subject_id: grant.user_id, action: "revoke_role", unit_id: grant.unit_id, payload: { role: grant.role } });
      return ok({ id: grant.id });
    },
  });

  const setPassword = defineCommand({
    name: "set_password",
    title: say("Đặt lại mật khẩu cho người khác", "Set another user's password"),
    input: z.strictObject({ user_id: field.id(), password: password() }),
    policy: { kind: "roles", roles: ["administrator"], unit: (context) => tree.rootId(context), installation: true },
    async run(context, input) {
      const changed = await context.tx
        .update(users)
        .set({ password_hash: await hashPassword(input.password), must_change_password: true })
        .where(eq(users.id, input.user_id))
        .returning({ id: users.id });
      if (changed.length === 0) return fail("not_found", "Không có tài khoản này.", "No such user.");
      await context.tx.delete(loginSessions).where(eq(loginSessions.user_id, input.user_id));
      context.act({ subject_kind: "user", subject_id: input.user_id, action: "set_password" });
      return ok({ id: input.user_id });
    },
  });

  const changePassword = defineCommand({
    name: "change_password",
    title: say("Đổi mật khẩu của mình", "Change one's own password"),
    input: z.strictObject({ current: z.string().max(200), password: password() }),
    policy: signedIn,
    async run(context, input) {
      if (context.actor.kind !== "user") return fail("forbidden", "Cần đăng nhập.", "Sign in first.");
      const [user] = await context.tx.select().from(users).where(eq(users.id, context.actor.id));
      if (!user || !(await verify(user.password_hash, input.current.normalize("NFC")))) {
        return failField("current", "Mật khẩu hiện tại không đúng.", "The current password is wrong.");
      }
      await context.tx.update(users).set({ password_hash: await hashPassword(input.password), must_change_password: false }).where(eq(users.id, user.id));
      context.act({ subject_kind: "user", subject_id: user.id, action: "change_password" });
      return ok({ id: user.id });
    },
  });

  const disableUser = defineCommand({
    name: "disable_user",
    title: say("Khóa, mở khóa tài khoản", "Disable or enable a user"),
    input: z.strictObject({ user_id: field.id(), disabled: field.flag() }),
    policy: { kind: "roles", roles: ["administrator"], unit: (context) => tree.rootId(context), installation: true },
    async run(context, input) {
      if (context.actor.kind === "user" && context.actor.id === input.user_id) return fail("conflict", "Không tự khóa tài khoản của mình.", "You cannot disable yourself.");
      const changed = await context.tx
        .update(users)
        .set({ disabled_at: input.disabled ? context.clock.now() : null })
        .where(eq(users.id, input.user_id))
        .returning({ id: users.id });
      if (changed.length === 0) return fail("not_found", "Không có tài khoản này.", "No such user.");
      if (input.disabled) await context.tx.delete(loginSessions).where(eq(loginSessions.user_id, input.user_id));
      context.act({ subject_kind: "user", subject_id: input.user_id, action: input.disabled ? "disable" : "enable" });
      return ok({ id: input.user_id });
    },
  });

  const delegate = defineCommand({
    name: "delegate",
    title: say("Ủy quyền khi vắng mặt", "Delegate during absence"),
    input: z.strictObject({ to_username: field.username(), role: field.choice(ROLES), unit_id: field.id(), from_on: field.date(), to_on: field.date(), reason: field.text(300) }),
    policy: signedIn,
    async run(context, input) {
      const { actor } = context;
      if (actor.kind !== "user") return fail("forbidden", "Cần đăng nhập.", "Sign in first.");
      if (!DELEGABLE_ROLES.includes(input.role)) return failField("role", "Vai trò này gắn với cá nhân, không ủy quyền được.", "This role is personal and cannot be delegated.");
      const own = await grantsOn(context.tx, [actor.id], context.clock.today());
      if (!own.some((grant) => grant.role === input.role && grant.unit_id === input.unit_id)) {
        return failField("role", "Bạn không giữ vai trò này tại đơn vị này.", "You do not hold this role at this unit.");
      }
      if (input.to_on < input.from_on) return failField("to_on", "Ngày kết thúc phải từ ngày bắt đầu trở đi.", "The last day cannot come before the first.");
      const [other] = await context.tx.select().from(users).where(and(eq(users.username, input.to_username), isNull(users.disabled_at)));
      if (!other) return failField("to_username", `Không có tài khoản “${input.to_username}”.`, `No user “${input.to_username}”.`);
      if (other.id === actor.id) return failField("to_username", "Không thể ủy quyền cho chính mình.", "You cannot delegate to yourself.");
      const id = context.newId();
      await context.tx.insert(delegations).values({
        locality_id: context.locality.code, id, from_user_id: actor.id, to_user_id: other.id, role: input.role, unit_id: input.unit_id,
        from_on: input.from_on, to_on: input.to_on, reason: input.reason,
      });
      context.act({ subject_kind: "user", subject_id: actor.id, action: "delegate", unit_id: input.unit_id, payload: { role: input.role, to: other.id, from_on: input.from_on, to_on: input.to_on } });
      context.notify({ to_user_id: other.id, kind: "delegated", payload: { from: actor.name, role: input.role, from_on: input.from_on, to_on: input.to_on } });
      return ok({ id });
    },
  });

  const revokeDelegation = defineCommand({
    name: "revoke_delegation",
    title: say("Thu hồi ủy quyền", "Revoke a delegation"),
    input: z.strictObject({ delegation_id: field.id() }),
    policy: signedIn,
    async run(context, input) {
      if (context.actor.kind !== "user") return fail("forbidden", "Cần đăng nhập.", "Sign in first.");
      const revoked = await context.tx
        .update(delegations)
        .set({ revoked_at: context.clock.now() })
        .where(and(eq(delegations.id, input.delegation_id), eq(delegations.from_user_id, context.actor.id), isNull(delegations.revoked_at)))
        .returning({ id: delegations.id });
      if (revoked.length === 0) return fail("not_found", "Không có ủy quyền này của bạn.", "No such delegation of yours.");
      context.act({ subject_kind: "user", subject_id: context.actor.id, action: "revoke_delegation", payload: { delegation: input.delegation_id } });
      return ok({ id: input.delegation_id });
    },
  });

  const createApiToken = defineCommand({
    name: "create_api_token",
    title: say("Tạo mã truy cập API", "Create an API token"),
    input: z.strictObject({ label: field.text(80), days: field.whole(1, 366) }),
    policy: signedIn,
    secretAnswer: true,
    async run(context, input) {
      if (context.actor.kind !== "user") return fail("forbidden", "Cần đăng nhập.", "Sign in first.");
      const token = newToken(context.locality.code, context.random);
      await context.tx.insert(apiTokens).values({
        locality_id: context.locality.code, token_hash: hashOfToken(token), user_id: context.actor.id, label: input.label,
        created_at: systemClock.now(), expires_at: instantAfter(systemClock, input.days),
      });
      context.act({ subject_kind: "user", subject_id: context.actor.id, action: "create_api_token", payload: { label: input.label } });
      return ok({ token });
    },
  });

  return [createUser, grantRole, revokeRole, setPassword, changePassword, disableUser, delegate, revokeDelegation, createApiToken] as const;
}
