import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import type { Sent } from "../../../platform/http/forms.ts";
import type { Request, Web } from "../../../platform/http/web.tsx";
import { cancelClusterEvent, holdClusterEvent, moveClusterEvent, remindClusterWith } from "./commands-events.ts";
import { recordInspection, setInspectionPairs } from "./commands-inspections.ts";
import { fieldsOf, FRESH, type Given, inForm, inPlace, typedRows, uploaded } from "./forms.ts";
import { EventPage } from "./pages/event-page.tsx";
import type { HoldersPort } from "./port.ts";
import { clusterEvent } from "./query-event.ts";

const PAIR = ["inspector_unit_id", "unit_id"] as const;

/** One event of a cluster: its page, moving, cancelling, reminding, holding; inspections in pairs. */
export function eventRoutes(web: Web, holders: HoldersPort) {
  const routes = web.routes();
  const event_id = (c: Request): string => c.req.param("event") ?? "";
  const here = (c: Request) => () => `/clusters/${c.req.param("id") ?? ""}/events/${event_id(c)}`;
  const at = "/clusters/:id/events/:event";

  routes.get(at, (c) => showEvent(c, FRESH));

  async function showEvent(c: Request, given: Given): Promise<Response> {
    const found = await web.query(c, clusterEvent, { event_id: event_id(c) });
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, `${found.value.event.title}: ${found.value.cluster.name}`, <EventPage view={found.value} given={given} />, given.failure ? 422 : 200, { wide: true });
  }

  const again = (c: Request, form: string) => (failure: Failure, { fields }: Sent) => showEvent(c, { typed: fields, failure: inForm(failure, form), form });

  routes.post(`${at}/move`, (c) =>
    web.submit(c, moveClusterEvent, { input: ({ fields }) => ({ ...fieldsOf(fields, "move"), event_id: event_id(c) }), next: here(c), done: say("Đã đổi lịch.", "The event is moved."), again: again(c, "move") }),
  );
  routes.post(`${at}/cancellation`, (c) =>
    web.submit(c, cancelClusterEvent, { input: ({ fields }) => ({ ...fieldsOf(fields, "cancel"), event_id: event_id(c) }), next: here(c), done: say("Đã bỏ khỏi lịch.", "The event is cancelled."), again: again(c, "cancel") }),
  );
  routes.post(`${at}/reminder`, (c) =>
    web.submit(c, remindClusterWith(holders), { input: () => ({ event_id: event_id(c) }), next: here(c), done: say("Đã nhắc các thành viên.", "The members are reminded."), again: again(c, "remind") }),
  );
  routes.post(`${at}/holding`, (c) =>
    web.submit(c, holdClusterEvent, {
      input: async ({ fields, files }) => ({ ...fieldsOf(fields, "hold"), event_id: event_id(c), ...(await uploaded(files["hold.minutes"], "minutes")) }),
      next: here(c),
      done: say("Đã ghi kết quả.", "The event is entered as held."),
      again: again(c, "hold"),
    }),
  );
  routes.post(`${at}/pairs`, (c) =>
    web.submit(c, setInspectionPairs, {
      input: ({ fields }) => ({ event_id: event_id(c), pairs: typedRows(fields["pairs"], PAIR).map((entry) => entry.row) }),
      next: here(c),
      done: say("Đã phân công kiểm tra chéo.", "The pairs are set."),
      again: (failure, { fields }) => showEvent(c, { typed: fields, failure: inPlace(failure, "pairs", typedRows(fields["pairs"], PAIR).map((entry) => entry.place)), form: "pairs" }),
    }),
  );
  routes.post(`${at}/inspections`, (c) =>
    web.submit(c, recordInspection, {
      input: async ({ fields, files }) => ({ ...inspectionIn(fields), event_id: event_id(c), ...(await uploaded(files["inspect.minutes"], "minutes")) }),
      next: here(c),
      done: say("Đã ghi kết quả kiểm tra.", "The inspection is entered."),
      again: (failure, sent) => again(c, "inspect")(atPair(failure), sent),
    }),
  );

  return routes;
}

/** The form chooses inspector and inspected as one. */
function inspectionIn(fields: Record<string, unknown>): Record<string, unknown> {
  const { pair, ...rest } = fieldsOf(fields, "inspect");
  const [inspector_unit_id, unit_id] = String(pair ?? "").split(" ");
  return { ...rest, inspector_unit_id, unit_id };
}

function atPair(failure: Failure): Failure {
  if (failure.fields === undefined) return failure;
  const named = Object.entries(failure.fields).map(([name, text]) => [PAIR.some((own) => own === name) ? "pair" : name, text] as const);
  return { ...failure, fields: Object.fromEntries(named) };
}
