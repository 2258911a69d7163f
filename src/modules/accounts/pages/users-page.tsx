import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, DateField, Day, ErrorSummary, Form, Link, Select, SubmitButton, Table, Tag, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { ROLE_NAMES, ROLES } from "../core/roles.ts";
import type { accountQueries, Phase } from "../queries.ts";
import type { View } from "./view.ts";

type ListView = View<ReturnType<typeof accountQueries>[0]>;
type User = ListView["users"][number];

export const userWords = {
  users: say("Tài khoản", "Users"),
  username: say("Tên đăng nhập", "User name"),
  usernameHint: say("2 đến 50 ký tự: chữ thường không dấu, số, dấu chấm, gạch", "2 to 50 characters: a–z, digits, dot, dash"),
  password: say("Mật khẩu", "Password"),
  passwordHint: say("Từ 8 ký tự", "8 characters or more"),
  role: say("Vai trò", "Role"),
  unit: say("Tại đơn vị", "At unit"),
  from: say("Từ ngày", "From"),
  to: say("Đến ngày", "Until"),
};

/** All users with what each may do. */
export function UsersPage({ list }: { list: ListView }) {
  const { t } = usePage();
  return (
    <>
      <div class="head-line">
        <h1>{t(userWords.users)}</h1>
        <Link href="/users/new" look="btn">{t(say("Tạo tài khoản", "Create a user"))}</Link>
      </div>
      <form method="get" action="/users" class="filters">
        <TextField name="search" label={say("Tên", "Name")} hint={say("Không cần dấu", "Without diacritics")} typed={list.filter} />
        <SubmitButton look="plain">{t(say("Tìm", "Find"))}</SubmitButton>
      </form>
      <Card>
        <Table
          caption={t(say(`${list.users.length} tài khoản`, `${list.users.length} users`))}
          columns={[
            { head: t(say("Họ và tên", "Name")), cell: (user: User) => <><a href={`/users/${user.id}`}>{user.name}</a> {user.disabled_at !== null && <Tag look="bad">{t(say("Đã khóa", "Disabled"))}</Tag>}</> },
            { head: t(userWords.username), cell: (user) => <span class="code">{user.username}</span> },
            { head: t(userWords.role), cell: (user) => <RolesInWords user={user} /> },
          ]}
          rows={list.users}
        />
      </Card>
    </>
  );
}

function RolesInWords({ user }: { user: User }) {
  const { t } = usePage();
  const now = user.grants.filter((grant) => grant.phase === "now");
  if (now.length === 0) return <span class="muted">{t(say("Chưa có vai trò", "No role"))}</span>;
  return <>{now.map((grant) => <span class="line">{t(ROLE_NAMES[grant.role])}, <span class="muted">{grant.unit_name}</span></span>)}</>;
}

/** The form of a new user. */
export function NewUserForm({ typed, failure }: { typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const field = { typed, failure };
  return (
    <>
      <Breadcrumb trail={[{ href: "/users", label: t(userWords.users) }]} />
      <h1>{t(say("Tạo tài khoản", "Create a user"))}</h1>
      <ErrorSummary failure={failure} />
      <Form action="/users">
        <TextField name="name" label={say("Họ và tên", "Full name")} {...field} />
        <TextField name="username" label={userWords.username} hint={userWords.usernameHint} width="m" {...field} />
        <TextField name="password" label={say("Mật khẩu ban đầu", "First password")} hint={userWords.passwordHint} type="password" width="m" autocomplete="new-password" failure={failure} />
        <TextField name="email" label={say("Thư điện tử", "Email")} inputMode="email" width="m" optional {...field} />
        <div><SubmitButton>{t(say("Tạo", "Create"))}</SubmitButton></div>
      </Form>
    </>
  );
}

const PHASES: Readonly<Record<Phase, { look: "ok" | "wait" | "info"; name: { vi: string; en: string } }>> = {
  now: { look: "ok", name: say("Đang giữ", "In force") },
  future: { look: "wait", name: say("Sắp tới", "To come") },
  past: { look: "info", name: say("Đã thôi", "Ended") },
};

type UserProps = { user: User; units: ListView["units"]; typed: Typed; failure: Failure | null };

/** One user: roles with their dates, the password, the lock. */
export function UserPage({ user, units, typed, failure }: UserProps) {
  const { t } = usePage();
  const field = { typed, failure };
  const at = `/users/${user.id}`;
  return (
    <>
      <Breadcrumb trail={[{ href: "/users", label: t(userWords.users) }]} />
      <div class="head-line">
        <h1>{user.name}</h1>
        {user.disabled_at === null ? <Tag look="ok">{t(say("Đang dùng", "Active"))}</Tag> : <Tag look="bad">{t(say("Đã khóa", "Disabled"))}</Tag>}
      </div>
      <p class="code">{user.username}{user.email === null ? "" : ` · ${user.email}`}</p>
      <ErrorSummary failure={failure} />
      <div class="grid g-2">
        <div class="side">
          <Card title={t(say("Vai trò", "Roles"))}>
            <Table
              columns={[
                { head: t(userWords.role), cell: (grant: User["grants"][number]) => t(ROLE_NAMES[grant.role]) },
                { head: t(userWords.unit), cell: (grant) => grant.unit_name },
                { head: t(userWords.from), cell: (grant) => <Day on={grant.from_on} /> },
                { head: t(userWords.to), cell: (grant) => <Day on={grant.to_on} /> },
                { head: t(say("Tình trạng", "State")), cell: (grant) => <Tag look={PHASES[grant.phase].look}>{t(PHASES[grant.phase].name)}</Tag> },
                {
                  head: t(say("Thao tác", "Action")),
                  cell: (grant) =>
                    grant.phase !== "past" && (
                      <Form action={`${at}/roles/${grant.id}/end`} bare>
                        <input type="hidden" name="unit_id" value={grant.unit_id} />
                        <SubmitButton look="quiet" confirm={t(say("Thôi giao vai trò này từ hôm nay?", "End this role today?"))}>{t(say("Thôi giao", "End"))}</SubmitButton>
                      </Form>
                    ),
                },
              ]}
              rows={user.grants}
              empty={say("Chưa có vai trò: người này chưa làm được gì.", "No role: this user may do nothing yet.")}
            />
          </Card>
          <Card title={t(say("Giao thêm vai trò", "Grant a role"))}>
            <Form action={`${at}/roles`}>
              <Select name="role" label={userWords.role} options={ROLES.map((role) => ({ value: role, label: t(ROLE_NAMES[role]) }))} {...field} />
              <Select name="unit_id" label={userWords.unit} hint={say("Vai trò có hiệu lực tại đơn vị này và mọi đơn vị bên dưới", "It counts for this unit and all beneath it")} options={units.map((unit) => ({ value: unit.id, label: unit.name, group: t(unit.group) }))} {...field} />
              <div class="two">
                <DateField name="from_on" label={userWords.from} {...field} />
                <DateField name="to_on" label={userWords.to} optional {...field} />
              </div>
              <div><SubmitButton>{t(say("Giao vai trò", "Grant"))}</SubmitButton></div>
            </Form>
          </Card>
        </div>
        <aside class="side">
          <Card title={t(say("Đặt lại mật khẩu", "Reset the password"))}>
            <Form action={`${at}/password`}>
              <TextField name="password" label={say("Mật khẩu mới", "New password")} hint={userWords.passwordHint} type="password" autocomplete="new-password" failure={failure} />
              <p class="small muted">{t(say("Người này bị đăng xuất mọi nơi và được nhắc tự đổi mật khẩu.", "The user is signed out everywhere and asked to choose their own."))}</p>
              <div><SubmitButton look="plain">{t(say("Đặt lại", "Reset"))}</SubmitButton></div>
            </Form>
          </Card>
          <Card title={user.disabled_at === null ? t(say("Khóa tài khoản", "Disable")) : t(say("Mở khóa", "Enable"))}>
            <Form action={`${at}/lock`}>
              {user.disabled_at === null && <input type="hidden" name="disabled" value="on" />}
              <div><SubmitButton look={user.disabled_at === null ? "danger" : "plain"}>{user.disabled_at === null ? t(say("Khóa", "Disable")) : t(say("Mở khóa", "Enable"))}</SubmitButton></div>
            </Form>
          </Card>
        </aside>
      </div>
    </>
  );
}
