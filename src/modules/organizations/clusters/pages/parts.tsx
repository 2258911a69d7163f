import { say } from "../../../../kernel/text.ts";
import { Breadcrumb, Tag, type TagLook, usePage } from "../../../../platform/html/kit.ts";
import { EVENT_STATE_NAMES, type EventState } from "../core/events.ts";
import { words } from "../messages.ts";

const LOOKS: Readonly<Record<EventState, TagLook>> = { done: "ok", late: "bad", next: "wait", later: "info", cancelled: "info" };

/** Where an event stands, as a tag. */
export function StateTag({ state }: { state: EventState }) {
  const { t } = usePage();
  return <Tag look={LOOKS[state]}>{t(EVENT_STATE_NAMES[state])}</Tag>;
}

/** The way back from a page of a cluster. */
export function Trail({ cluster, year }: { cluster: { id: string; name: string }; year: number | null }) {
  const { t } = usePage();
  return <Breadcrumb trail={[{ href: "/clusters", label: t(words.clusters) }, { href: `/clusters/${cluster.id}${year === null ? "" : `?year=${year}`}`, label: cluster.name }]} />;
}

/** Links to a kept scan, where the visitor may read it. */
export function Scan({ cluster_id, year, file_id }: { cluster_id: string; year: number; file_id: string | null }) {
  const { t } = usePage();
  return file_id === null ? null : <a href={`/clusters/${cluster_id}/files/${file_id}?year=${year}`}>{t(say("Bản quét", "Scan"))}</a>;
}

/** Units as options of a choice. */
export function optionsOf(units: readonly { id: string; name: string }[]): { value: string; label: string }[] {
  return units.map(({ id, name }) => ({ value: id, label: name }));
}
