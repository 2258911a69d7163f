import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import type { Sent } from "../../../platform/http/forms.ts";
import type { Request, Web } from "../../../platform/http/web.tsx";
import { draftPact, recordPactSignature, signPact } from "./commands-pacts.ts";
import { fieldsOf, FRESH, type Given, inForm, inPlace, typedRows, uploaded } from "./forms.ts";
import { words } from "./messages.ts";
import { PactPage } from "./pages/pact-page.tsx";
import { clusterPact } from "./query-pact.ts";

/** The pact of a cluster's year: the page, drafting, signing here, entering from paper. */
export function pactRoutes(web: Web) {
  const routes = web.routes();
  const idOf = (c: Request): string => c.req.param("id") ?? "";
  const yearOf = (c: Request): string => c.req.query("year") || c.var.visit.caller.clock.today().slice(0, 4);
  const here = (c: Request): string => `/clusters/${idOf(c)}/pact?year=${yearOf(c)}`;
  const asked = (c: Request) => ({ cluster_id: idOf(c), year: yearOf(c) });

  routes.get("/clusters/:id/pact", (c) => showPact(c, FRESH));

  async function showPact(c: Request, given: Given): Promise<Response> {
    const found = await web.query(c, clusterPact, asked(c));
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, `${words.pact[c.var.visit.lang]}: ${found.value.cluster.name}`, <PactPage view={found.value} given={given} />, given.failure ? 422 : 200);
  }

  routes.post("/clusters/:id/pact", (c) =>
    web.submit(c, draftPact, {
      input: ({ fields }) => ({ ...asked(c), targets: fields["targets"], articles: articlesIn(fields).map((entry) => entry.row) }),
      next: () => here(c),
      done: say("Đã lưu bản soạn giao ước.", "The draft is saved."),
      again: (failure, { fields }) => showPact(c, { typed: fields, failure: inPlace(failure, "articles", articlesIn(fields).map((entry) => entry.place)), form: "draft" }),
    }),
  );

  /** The pact that stands for the year, as the signing commands name it. */
  const pactOf = async (c: Request): Promise<string> => {
    const found = await web.query(c, clusterPact, asked(c));
    return found.ok ? (found.value.pact?.id ?? "") : "";
  };
  const again = (c: Request, form: string) => (failure: Failure, { fields }: Sent) => showPact(c, { typed: fields, failure: inForm(failure, form), form });

  routes.post("/clusters/:id/pact/signatures", (c) =>
    web.submit(c, signPact, { input: async ({ fields }) => ({ ...fieldsOf(fields, "sign"), pact_id: await pactOf(c) }), next: () => here(c), done: say("Đã ký giao ước.", "The pact is signed."), again: again(c, "sign") }),
  );

  routes.post("/clusters/:id/pact/papers", (c) =>
    web.submit(c, recordPactSignature, {
      input: async ({ fields, files }) => ({ ...fieldsOf(fields, "enter"), pact_id: await pactOf(c), ...(await uploaded(files["enter.scan"], "scan")) }),
      next: () => here(c),
      done: say("Đã ghi chữ ký từ bản giấy.", "The signature is entered."),
      again: again(c, "enter"),
    }),
  );

  return routes;
}

function articlesIn(fields: Record<string, unknown>): { place: number; row: Record<string, unknown> }[] {
  return typedRows(fields["articles"], ["title", "text"]);
}
