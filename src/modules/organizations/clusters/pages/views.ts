import type { View } from "../../pages/view.ts";
import type { Given } from "../forms.ts";
import type { clusterPage } from "../query-cluster.ts";
import type { clusterEvent } from "../query-event.ts";

/** What the page of a cluster shows. */
export type ClusterView = View<typeof clusterPage>;

/** What the page of an event shows. */
export type EventView = View<typeof clusterEvent>;

/** An event with what was typed into one of its forms. */
export type ShownEvent = { view: EventView; given: Given };
