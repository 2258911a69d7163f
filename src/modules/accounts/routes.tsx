import { say } from "../../kernel/text.ts";
import { runCommand } from "../../platform/command/execute.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { accountCommands } from "./commands.ts";
import { revokeApiToken } from "./commands-tokens.ts";
import { AccountPage } from "./pages/account-page.tsx";
import type { UnitTree } from "./port.ts";
import { accountQueries } from "./queries.ts";
import { userRoutes } from "./routes-users.tsx";

/** One's own account, and the administrator's care of all users. */
export function accountRoutes(web: Web, tree: UnitTree) {
  const routes = web.routes();
  const [, , , , changePassword, , delegate, revokeDelegation, createApiToken] = accountCommands(tree);
  const [, ownAccount] = accountQueries(tree);

  routes.get("/account", (c) => showAccount(c, { days: "90" }, null, null));

  async function showAccount(c: Request, typed: Typed, failure: Failure | null, token: string | null): Promise<Response> {
    const view = await web.query(c, ownAccount, {});
    if (!view.ok) return web.failure(c, view.error);
    const title = say("Tài khoản của tôi", "My account")[c.var.visit.lang];
    return web.page(c, title, <AccountPage view={view.value} typed={typed} failure={failure} token={token} />, failure ? 422 : 200);
  }

  routes.post("/account/password", (c) =>
    web.submit(c, changePassword, {
      input: ({ fields }) => ({ current: fields["current"], password: fields["password"] }),
      next: () => "/account",
      done: say("Đã đổi mật khẩu.", "The password is changed."),
      again: (failure) => showAccount(c, {}, failure, null),
    }),
  );

  routes.post("/account/delegations", (c) =>
    web.submit(c, delegate, {
      input: ({ fields: { what, ...rest } }) => {
        const [role, unit_id] = String(what ?? "").split(" ");
        return { ...rest, role, unit_id };
      },
      next: () => "/account",
      done: say("Đã ủy quyền. Người làm thay đã nhận thông báo.", "Delegated. Who acts for you has been notified."),
      again: (failure, { fields }) => showAccount(c, fields, roleAsWhat(failure), null),
    }),
  );

  routes.post("/account/delegations/:id/end", (c) =>
    web.submit(c, revokeDelegation, {
      input: () => ({ delegation_id: c.req.param("id") }),
      next: () => "/account",
      done: say("Đã thu hồi ủy quyền.", "The delegation is revoked."),
    }),
  );

  // Not `submit`: the token is shown on the answer itself and never travels in an address or a cookie.
  routes.post("/account/tokens", async (c) => {
    const received = await web.receive(c);
    if (!received.ok) return web.failure(c, received.error);
    const { fields } = received.value;
    const transactionId = typeof fields["transaction_id"] === "string" ? fields["transaction_id"] : undefined;
    const result = await runCommand(web.engine, c.var.visit.caller, createApiToken, { label: fields["label"], days: fields["days"] }, transactionId);
    if (!result.ok) return showAccount(c, fields, result.error, null);
    // A repeat of the same form gives no token: it was shown, and is kept nowhere.
    return showAccount(c, { days: "90" }, null, result.value?.token ?? null);
  });

  routes.post("/account/tokens/end", (c) =>
    web.submit(c, revokeApiToken, {
      input: ({ fields }) => ({ token_hash: fields["token_hash"] }),
      next: () => "/account",
      done: say("Đã thu hồi mã truy cập.", "The token is revoked."),
    }),
  );

  routes.route("/", userRoutes(web, tree));
  return routes;
}

/** Role and unit are one field of the form. */
function roleAsWhat(failure: Failure): Failure {
  if (failure.fields === undefined) return failure;
  return { ...failure, fields: Object.fromEntries(Object.entries(failure.fields).map(([name, text]) => [name === "role" || name === "unit_id" ? "what" : name, text])) };
}
