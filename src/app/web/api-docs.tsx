import { say } from "../../kernel/text.ts";
import { Card, Table, usePage } from "../../platform/html/kit.ts";
import { registry } from "../services.ts";
import type { Site } from "./site.ts";

type Line = { name: string; title: { vi: string; en: string }; policy: { kind: string; roles?: readonly string[] } };

function ApiPage() {
  const { t } = usePage();
  const columns = (verb: string, base: string) => [
    { head: t(say("Địa chỉ", "Address")), cell: (row: Line) => <code>{verb} {base}{row.name}</code> },
    { head: t(say("Việc", "What")), cell: (row: Line) => t(row.title) },
    { head: t(say("Ai", "Who")), cell: (row: Line) => <span class="small">{row.policy.kind === "roles" ? (row.policy.roles ?? []).join(", ") : row.policy.kind}</span> },
  ];
  return (
    <>
      <h1>API</h1>
      <p>{t(say("Mọi lệnh và truy vấn của sản phẩm, cùng một cửa với các trang. Tạo mã truy cập ở trang Tài khoản, gửi kèm “Authorization: Bearer …”. Gửi lại cùng Idempotency-Key không đổi gì thêm.", "Every command and query of the product, the same door as the pages. Make a token on your account page and send it as “Authorization: Bearer …”. The same Idempotency-Key changes nothing twice."))} <a href="/api/openapi.json">OpenAPI 3.1</a></p>
      <div class="stackable">
        <Card title={t(say("Truy vấn", "Queries"))}><Table columns={columns("GET", "/api/v1/queries/")} rows={[...registry.queries.values()] as Line[]} /></Card>
        <Card title={t(say("Lệnh", "Commands"))}><Table columns={columns("POST", "/api/v1/commands/")} rows={[...registry.commands.values()] as Line[]} /></Card>
      </div>
    </>
  );
}

/** The API's description for people. */
export function apiDocsRoutes({ web }: Site) {
  const routes = web.routes();
  routes.get("/api/docs", (c) => web.page(c, "API", <ApiPage />));
  return routes;
}
