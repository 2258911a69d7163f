import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { anyone, mayAt, unitsHeld } from "../../platform/command/policy.ts";
import { findRoot, findUnit, listPeople, listUnits, peopleById, peopleNames, subtree, unitNames, unitsAbove } from "../organizations/index.ts";
import { reaches } from "./core/scoring.ts";
import { nearestTitles } from "./core/similar.ts";
import { follow, INITIATIVE_ACTIONS, INITIATIVE_STATUSES, type InitiativeAction } from "./core/status.ts";
import { words } from "./messages.ts";
import { READERS, RECEIVERS, WRITERS } from "./permissions.ts";
import { actionsOf, authorsOf, findInitiative, type Initiative, listInitiatives, recognitionsOf, reviewsOf, titlesToCompare, unitOfInitiative } from "./store.ts";

const PAGE_SIZE = 50;

/** Initiatives: the recognised ones for everybody, the others for who may see their units. Search needs no diacritics. */
export const browseInitiatives = defineQuery({
  name: "browse_initiatives",
  title: say("Danh sách sáng kiến", "The list of initiatives"),
  input: z.strictObject({
    year: field.maybe(field.whole(1990, 2100)), status: field.maybe(field.choice(INITIATIVE_STATUSES)), unit_id: field.maybe(field.id()), search: field.maybe(field.text(80)), page: field.maybe(field.whole(1, 100_000)),
  }),
  policy: anyone,
  async run(context, input) {
    const today = context.clock.today();
    const readable = unitsHeld(context, READERS);
    const page = input.page ?? 1;
    const { rows, count } = await listInitiatives(context.tx, { ...input, scope: readable.length === 0 ? null : subtree(readable, today) }, PAGE_SIZE, (page - 1) * PAGE_SIZE);
    const names = await unitNames(context.tx, rows.map((row) => row.unit_id), today);
    const authors = await authorsOf(context.tx, rows.map((row) => row.id));
    const people = await peopleNames(context.tx, authors.map((author) => author.person_id));
    return ok({
      rows: rows.map((row) => ({ ...row, unit_name: names.get(row.unit_id) ?? "", authors: authors.filter((author) => author.initiative_id === row.id).map((author) => people.get(author.person_id) ?? "") })),
      count, page, pages: Math.max(1, Math.ceil(count / PAGE_SIZE)), filter: input, sees_all: readable.length > 0, may_draft: unitsHeld(context, WRITERS)[0] ?? null,
    });
  },
});

/** One initiative whole. The public sees a recognised one without the council's marks and without what others resemble it. */
export const initiativePage = defineQuery({
  name: "initiative_page",
  title: say("Một sáng kiến", "One initiative"),
  input: z.strictObject({ initiative_id: field.id() }),
  policy: anyone,
  async run(context, input) {
    const { tx } = context;
    const initiative = await findInitiative(tx, input.initiative_id);
    const reader = initiative !== null && (await mayAt(context, initiative.unit_id, READERS));
    if (initiative === null || (!reader && initiative.status !== "recognised")) return fail("not_found", words.none.vi, words.none.en);
    const today = context.clock.today();
    const authors = await authorsOf(tx, [initiative.id]);
    const people = await peopleById(tx, authors.map((author) => author.person_id), today);
    const names = await peopleNames(tx, authors.map((author) => author.person_id));
    const near = reader ? nearestTitles(initiative.title, await titlesToCompare(tx, initiative.id)) : [];
    const units = await unitNames(tx, [initiative.unit_id, ...near.map((other) => other.unit_id)], today);
    const reviews = reader ? await reviewsOf(tx, initiative.id) : [];
    const moves = await movesOf(context, initiative);
    return ok({
      initiative, unit_name: units.get(initiative.unit_id) ?? "",
      authors: authors.map((author) => ({ ...author, full_name: names.get(author.person_id) ?? "", place: placeOf(people.get(author.person_id)) })),
      reviews: reviews.map((review) => ({ ...review, reached: reaches(review.mean, review.threshold) })),
      recognitions: await recognitionsOf(tx, initiative.id),
      similar: near.map((other) => ({ ...other, unit_name: units.get(other.unit_id) ?? "" })),
      actions: reader ? await actionsOf(tx, initiative.id) : [],
      moves, recognisers: moves.includes("recognise") ? await recognisersOf(context, initiative) : [], root_id: (await findRoot(tx))?.id ?? null,
    });
  },
});

/** What the form of an application offers: the unit's people; of an existing one its authors too, wherever they work. */
export const initiativeChoices = defineQuery({
  name: "initiative_choices",
  title: say("Các lựa chọn khi lập đơn sáng kiến", "What the form of an initiative offers"),
  input: z.strictObject({ unit_id: field.maybe(field.id()), initiative_id: field.maybe(field.id()) }),
  policy: {
    kind: "roles", roles: ["clerk", "head"],
    unit: (context, input) => (input.initiative_id === undefined ? (input.unit_id ?? unitsHeld(context, ["clerk", "head"])[0] ?? null) : unitOfInitiative(context, input.initiative_id)),
  },
  async run(context, input) {
    const today = context.clock.today();
    const own = unitsHeld(context, ["clerk", "head"]);
    const initiative = input.initiative_id === undefined ? null : await findInitiative(context.tx, input.initiative_id);
    const unit = await findUnit(context.tx, initiative?.unit_id ?? input.unit_id ?? own[0] ?? "", today);
    if (unit === null) return fail("not_found", "Đơn vị không còn vào hôm nay.", "The unit does not exist today.");
    const authors = initiative === null ? [] : await authorsOf(context.tx, [initiative.id]);
    const listed = await listPeople(context.tx, today, { units: subtree([unit.id], today) });
    const elsewhere = await peopleById(context.tx, authors.map((author) => author.person_id), today);
    const people = new Map([...listed, ...elsewhere.values()].map((person) => [person.id, { id: person.id, full_name: person.full_name, title: person.title, unit_name: person.unit_name }]));
    const units = await listUnits(context.tx, today, { ids: own });
    return ok({ unit: { id: unit.id, name: unit.name }, units: units.map(({ id, name }) => ({ id, name })), people: [...people.values()], initiative, authors });
  },
});

function placeOf(person: { title: string; unit_name: string } | undefined): string | null {
  return person === undefined ? null : `${person.title}, ${person.unit_name}`;
}

/** What the proposing unit does itself; all else is done by who receives. */
const BY_WRITERS: ReadonlySet<InitiativeAction> = new Set<InitiativeAction>(["revise", "submit", "withdraw"]);

/** Gives what the actor may do now, by the same table and roles that the commands ask. */
async function movesOf(context: ReadContext, initiative: Initiative): Promise<InitiativeAction[]> {
  const writes = await mayAt(context, initiative.unit_id, WRITERS);
  const receives = await mayAt(context, initiative.unit_id, RECEIVERS);
  return INITIATIVE_ACTIONS.filter((action) => follow(initiative.status, action) !== null && (BY_WRITERS.has(action) ? writes : receives));
}

/** Gives the unit itself and the units above it on which the actor may recognise, the nearest first. */
async function recognisersOf(context: ReadContext, initiative: Initiative): Promise<{ id: string; name: string }[]> {
  const today = context.clock.today();
  const own = (await unitNames(context.tx, [initiative.unit_id], today)).get(initiative.unit_id) ?? "";
  const found: { id: string; name: string }[] = [];
  for (const unit of [{ id: initiative.unit_id, name: own }, ...(await unitsAbove(context.tx, initiative.unit_id, today))]) {
    if (await mayAt(context, unit.id, RECEIVERS)) found.push({ id: unit.id, name: unit.name });
  }
  return found;
}
