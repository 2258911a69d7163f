import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { accountCommands } from "./commands.ts";
import { NewUserForm, UserPage, UsersPage, userWords } from "./pages/users-page.tsx";
import type { UnitTree } from "./port.ts";
import { accountQueries } from "./queries.ts";

/** The administrator's pages: users, their roles, passwords and locks. */
export function userRoutes(web: Web, tree: UnitTree) {
  const routes = web.routes();
  const [createUser, grantRole, revokeRole, setPassword, , disableUser] = accountCommands(tree);
  const [browseUsers] = accountQueries(tree);
  const idOf = (c: Request): string => c.req.param("id") ?? "";

  routes.get("/users", (c) => web.show(c, browseUsers, { search: c.req.query("search") }, (list, t) => ({ title: t(userWords.users), content: <UsersPage list={list} /> })));

  routes.get("/users/new", (c) => showNew(c, {}, null));

  async function showNew(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const allowed = await web.query(c, browseUsers, {});
    if (!allowed.ok) return web.failure(c, allowed.error);
    return web.page(c, say("Tạo tài khoản", "Create a user")[c.var.visit.lang], <NewUserForm typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/users", (c) =>
    web.submit(c, createUser, {
      input: ({ fields }) => fields,
      next: (made) => `/users/${made.id}`,
      done: say("Đã tạo tài khoản. Hãy giao vai trò.", "The user is created. Now grant a role."),
      again: (failure, { fields }) => showNew(c, fields, failure),
    }),
  );

  routes.get("/users/:id", (c) => showUser(c, { from_on: c.var.visit.caller.clock.today() }, null));

  async function showUser(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, browseUsers, { user_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    const [user] = found.value.users;
    if (user === undefined) return web.failure(c, { code: "not_found", message: say("Không có tài khoản này.", "No such user.") });
    return web.page(c, user.name, <UserPage user={user} units={found.value.units} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/users/:id/roles", (c) =>
    web.submit(c, grantRole, {
      input: ({ fields }) => ({ ...fields, user_id: idOf(c) }),
      next: () => `/users/${idOf(c)}`,
      done: say("Đã giao vai trò.", "The role is granted."),
      again: (failure, { fields }) => showUser(c, fields, failure),
    }),
  );

  routes.post("/users/:id/roles/:grant/end", (c) =>
    web.submit(c, revokeRole, {
      input: ({ fields }) => ({ grant_id: c.req.param("grant"), unit_id: fields["unit_id"] }),
      next: () => `/users/${idOf(c)}`,
      done: say("Đã thôi giao vai trò.", "The role is ended."),
      again: (failure) => showUser(c, {}, failure),
    }),
  );

  routes.post("/users/:id/password", (c) =>
    web.submit(c, setPassword, {
      input: ({ fields }) => ({ user_id: idOf(c), password: fields["password"] }),
      next: () => `/users/${idOf(c)}`,
      done: say("Đã đặt lại mật khẩu.", "The password is reset."),
      again: (failure) => showUser(c, {}, failure),
    }),
  );

  routes.post("/users/:id/lock", (c) =>
    web.submit(c, disableUser, {
      input: ({ fields }) => ({ user_id: idOf(c), disabled: fields["disabled"] }),
      next: () => `/users/${idOf(c)}`,
      done: say("Đã ghi.", "Done."),
      again: (failure) => showUser(c, {}, failure),
    }),
  );

  return routes;
}
