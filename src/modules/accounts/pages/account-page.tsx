import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { localTimeOf } from "../../../platform/clock/clock.ts";
import { Card, DateField, Day, ErrorSummary, Form, Select, SubmitButton, Tag, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { ROLE_NAMES } from "../core/roles.ts";
import type { accountQueries } from "../queries.ts";
import { userWords } from "./users-page.tsx";
import type { View } from "./view.ts";

type AccountView = View<ReturnType<typeof accountQueries>[1]>;
type Props = { view: AccountView; typed: Typed; failure: Failure | null; token: string | null };

/** One's own account: what I may do and for whom, my password, my absence, my tokens. */
export function AccountPage({ view, typed, failure, token }: Props) {
  const { t } = usePage();
  return (
    <>
      <h1>{view.user.name}</h1>
      <p class="code">{view.user.username}{view.user.email === null ? "" : ` · ${view.user.email}`}</p>
      {view.user.must_change_password && <p class="warn">{t(say("Mật khẩu do người quản trị đặt: hãy đổi ngay bên dưới.", "Your password was set by the administrator: change it below."))}</p>}
      {token !== null && (
        <div class="verdict ok">
          <p><b>{t(say("Mã truy cập của bạn, chỉ hiện một lần này:", "Your token, shown this one time:"))}</b></p>
          <p class="code">{token}</p>
          <p class="small">{t(say("Hãy chép lại ngay. Hệ thống chỉ giữ dấu vết để kiểm tra, không giữ mã.", "Copy it now. Only its hash is kept."))}</p>
        </div>
      )}
      <ErrorSummary failure={failure} />
      <div class="grid g-2">
        <div class="side">
          <Roles view={view} />
          <Absence view={view} typed={typed} failure={failure} />
        </div>
        <aside class="side">
          <Card title={t(say("Đổi mật khẩu", "Change the password"))}>
            <Form action="/account/password">
              <TextField name="current" label={say("Mật khẩu hiện tại", "Current password")} type="password" autocomplete="current-password" failure={failure} />
              <TextField name="password" label={say("Mật khẩu mới", "New password")} hint={userWords.passwordHint} type="password" autocomplete="new-password" failure={failure} />
              <div><SubmitButton look="plain">{t(say("Đổi mật khẩu", "Change"))}</SubmitButton></div>
            </Form>
          </Card>
          <Tokens view={view} typed={typed} failure={failure} />
        </aside>
      </div>
    </>
  );
}

function Roles({ view }: { view: AccountView }) {
  const { t } = usePage();
  return (
    <Card title={t(say("Vai trò của tôi", "My roles"))}>
      {view.held.length + view.received.length === 0 && <p class="muted">{t(say("Bạn chưa có vai trò nào. Hãy liên hệ người quản trị.", "You hold no role yet. Ask the administrator."))}</p>}
      <ul class="plain-list">
        {view.held.map((grant) => (
          <li>
            <b>{t(ROLE_NAMES[grant.role])}</b>, {grant.unit_name}
            <span class="small muted line">{t(say("từ", "from"))} <Day on={grant.from_on} />{grant.to_on !== null && <> {t(say("đến", "until"))} <Day on={grant.to_on} /></>}</span>
          </li>
        ))}
        {view.received.map((entry) => (
          <li>
            <b>{t(ROLE_NAMES[entry.role])}</b>, {entry.unit_name} <Tag look={entry.phase === "now" ? "ok" : "wait"}>{t(say(`Thay ${entry.other_name}`, `For ${entry.other_name}`))}</Tag>
            <span class="small muted line"><Day on={entry.from_on} /> – <Day on={entry.to_on} /> · {entry.reason}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Absence({ view, typed, failure }: Omit<Props, "token">) {
  const { t } = usePage();
  const field = { typed, failure };
  return (
    <Card title={t(say("Ủy quyền khi vắng mặt", "Delegate during absence"))}>
      {view.given.length > 0 && (
        <ul class="plain-list">
          {view.given.map((entry) => (
            <li>
              <span class="pair">
                <span><b>{entry.other_name}</b>: {t(ROLE_NAMES[entry.role])}, {entry.unit_name}<span class="small muted line"><Day on={entry.from_on} /> – <Day on={entry.to_on} /> · {entry.reason}</span></span>
                <Form action={`/account/delegations/${entry.id}/end`} bare><SubmitButton look="quiet">{t(say("Thu hồi", "Revoke"))}</SubmitButton></Form>
              </span>
            </li>
          ))}
        </ul>
      )}
      {view.delegable.length === 0 ? (
        <p class="muted">{t(say("Các vai trò của bạn gắn với cá nhân, không ủy quyền được.", "Your roles are personal and cannot be delegated."))}</p>
      ) : (
        <details open={failure !== null || view.given.length === 0}>
          <summary>{t(say("Ủy quyền cho người khác", "Delegate to somebody"))}</summary>
          <Form action="/account/delegations">
            <Select name="what" label={userWords.role} options={view.delegable.map((grant) => ({ value: `${grant.role} ${grant.unit_id}`, label: `${t(ROLE_NAMES[grant.role])}, ${grant.unit_name}` }))} blank={view.delegable.length > 1} {...field} />
            <TextField name="to_username" label={say("Tên đăng nhập của người làm thay", "User name of who acts for you")} width="m" {...field} />
            <div class="two">
              <DateField name="from_on" label={userWords.from} {...field} />
              <DateField name="to_on" label={say("Đến hết ngày", "Through")} {...field} />
            </div>
            <TextField name="reason" label={say("Lý do", "Reason")} hint={say("Ví dụ: nghỉ phép, đi công tác", "Such as leave or travel")} {...field} />
            <div><SubmitButton look="plain">{t(say("Ủy quyền", "Delegate"))}</SubmitButton></div>
          </Form>
        </details>
      )}
    </Card>
  );
}

function Tokens({ view, typed, failure }: Omit<Props, "token">) {
  const { t } = usePage();
  return (
    <Card title={t(say("Mã truy cập API", "API tokens"))}>
      <p class="small muted">{t(say("Cho dòng lệnh và phần mềm khác, với đúng quyền của bạn.", "For the command line and other software, with exactly your rights."))}</p>
      <ul class="plain-list">
        {view.tokens.map((entry) => (
          <li>
            <span class="pair">
              <span>{entry.label}<span class="small muted line">{t(say("hết hạn", "ends"))} <Day on={localTimeOf(entry.expires_at).on} /></span></span>
              <Form action="/account/tokens/end" bare>
                <input type="hidden" name="token_hash" value={entry.token_hash} />
                <SubmitButton look="quiet">{t(say("Thu hồi", "Revoke"))}</SubmitButton>
              </Form>
            </span>
          </li>
        ))}
      </ul>
      <Form action="/account/tokens">
        <TextField name="label" label={say("Dùng để làm gì", "What it is for")} typed={typed} failure={failure} />
        <TextField name="days" label={say("Số ngày hiệu lực", "Days it lives")} width="s" inputMode="numeric" typed={typed} failure={failure} />
        <div><SubmitButton look="plain">{t(say("Tạo mã", "Create"))}</SubmitButton></div>
      </Form>
    </Card>
  );
}
