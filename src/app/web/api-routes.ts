import { z } from "zod";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { type Failure, statusOf } from "../../platform/command/failure.ts";
import type { Request } from "../../platform/http/web.tsx";
import { registry } from "../services.ts";
import { VERSION } from "../version.ts";
import type { Site } from "./site.ts";

/** The API, derived from the registry: a query is read by GET or POST, a command is POSTed, both as the token's user. */
export function apiRoutes({ web, settings }: Site) {
  const routes = web.routes();
  const problem = (c: Request, failure: Failure) =>
    c.json(
      { error: { code: failure.code, message: failure.message[c.var.visit.lang], fields: Object.fromEntries(Object.entries(failure.fields ?? {}).map(([path, text]) => [path, text[c.var.visit.lang]])) } },
      failure.code === "forbidden" && c.var.visit.caller.actor.kind === "public" ? 401 : statusOf(failure),
    );

  routes.get("/api/openapi.json", (c) => c.json(describe(settings.base_url)));
  routes.get("/api/v1/queries/:name", async (c) => {
    const query = registry.queries.get(c.req.param("name"));
    if (query === undefined) return c.json({ error: { code: "not_found", message: "no such query" } }, 404);
    const result = await runQuery(web.engine, c.var.visit.caller, query, web.asked(c));
    return result.ok ? c.json({ data: publicValue(result.value) }) : problem(c, result.error);
  });
  routes.post("/api/v1/commands/:name", async (c) => {
    const command = registry.commands.get(c.req.param("name"));
    if (command === undefined) return c.json({ error: { code: "not_found", message: "no such command" } }, 404);
    // A cookie alone is not enough here: another site's page could send it.
    if (!c.var.visit.byToken) return c.json({ error: { code: "forbidden", message: "a bearer token is needed" } }, 401);
    let body: unknown;
    try {
      body = await c.req.json();
    } catch {
      return c.json({ error: { code: "invalid", message: "the body is not JSON" } }, 422);
    }
    const transactionId = z.uuid().safeParse(c.req.header("idempotency-key"));
    const result = await runCommand(web.engine, c.var.visit.caller, command, body, transactionId.success ? transactionId.data : undefined);
    return result.ok ? c.json({ data: publicValue(result.value) }) : problem(c, result.error);
  });
  return routes;
}

/** Bytes travel as base64. */
function publicValue(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null, (_key, entry: unknown) => (entry instanceof Uint8Array ? Buffer.from(entry).toString("base64") : entry)));
}

type Operation = { name: string; title: { vi: string; en: string }; input: z.ZodType; policy: { kind: string; roles?: readonly string[] } };

function describe(baseUrl: string): unknown {
  const answer = { "200": { description: "OK", content: { "application/json": { schema: { type: "object", properties: { data: {} } } } } }, "401": { description: "no or wrong token" }, "403": { description: "not allowed" }, "404": { description: "not found" }, "409": { description: "not possible now, or refused by a binding check" }, "422": { description: "wrong input, with a sentence for each field" } };
  const who = (operation: Operation) => (operation.policy.kind === "roles" ? `roles: ${(operation.policy.roles ?? []).join(", ")}` : operation.policy.kind);
  const shape = (operation: Operation) => z.toJSONSchema(operation.input, { io: "input", unrepresentable: "any" });
  const paths: Record<string, unknown> = {};
  for (const command of registry.commands.values()) {
    paths[`/api/v1/commands/${command.name}`] = {
      post: {
        operationId: command.name, summary: command.title.en, description: `${command.title.vi}. (${who(command)})`, tags: ["commands"], security: [{ token: [] }],
        parameters: [{ name: "Idempotency-Key", in: "header", schema: { type: "string", format: "uuid" }, description: "a repeat with the same key changes nothing and gives the first answer" }],
        requestBody: { required: true, content: { "application/json": { schema: shape(command) } } }, responses: answer,
      },
    };
  }
  for (const query of registry.queries.values()) {
    const schema = shape(query) as { properties?: Record<string, unknown>; required?: string[] };
    paths[`/api/v1/queries/${query.name}`] = {
      get: {
        operationId: query.name, summary: query.title.en, description: `${query.title.vi}. (${who(query)})`, tags: ["queries"],
        parameters: Object.entries(schema.properties ?? {}).map(([name, property]) => ({ name, in: "query", schema: property })), responses: answer,
      },
    };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Thi Đua", version: VERSION, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    servers: [{ url: baseUrl }],
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
    paths,
  };
}
