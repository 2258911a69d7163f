/** What the form of a dossier sends, by field name; every value is text or a list of text. */
export type FactFields = Readonly<Record<string, unknown>>;

const textOf = (fields: FactFields, name: string): string => (typeof fields[name] === "string" ? (fields[name] as string).trim() : "");
const listOf = (fields: FactFields, name: string): string[] => {
  const value = fields[name];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : typeof value === "string" && value !== "" ? [value] : [];
};

/**
 * Turns the form of a dossier into the stated facts of contracts/check.md, `candidate`. What was left
 * open stays out, so that the check is unknown and never passed. `date` reads a typed date and gives
 * back the text itself when it is none, for the rulebook to refuse it with its path.
 */
export function factsFromForm(fields: FactFields, year: number, date: (text: string) => string): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  const rating = textOf(fields, "rating");
  if (rating) facts["rating"] = rating;
  const before = [1, 2].flatMap((back) => {
    const value = textOf(fields, `rating_before_${back}`);
    return value ? [[String(year - back), value] as const] : [];
  });
  if (before.length > 0) facts["ratings"] = Object.fromEntries(before);
  const disciplined = textOf(fields, "disciplined");
  if (disciplined === "no") facts["discipline"] = [];
  if (disciplined === "yes") {
    const on = textOf(fields, "discipline_on");
    const ends_on = textOf(fields, "discipline_ends_on");
    facts["discipline"] = [{ form: textOf(fields, "discipline_form") || "reprimand", ...(on ? { on: date(on) } : {}), ...(ends_on ? { ends_on: date(ends_on) } : {}) }];
  }
  const pending = tickedOf(fields, "pending");
  if (pending !== null) facts["pending"] = pending;
  const scope = textOf(fields, "initiative_scope");
  if (scope === "none") facts["initiatives"] = [];
  else if (scope) facts["initiatives"] = [{ year, scope, kind: textOf(fields, "initiative_kind") || "initiative" }];
  const deed = textOf(fields, "deed");
  if (deed) facts["achievement"] = deed;
  const type = textOf(fields, "commendation_type");
  if (type) facts["type"] = type;
  const members = memberFigures(fields);
  if (Object.keys(members).length > 0) facts["members"] = members;
  const family = textOf(fields, "years_as_cultured_family");
  if (family) facts["years_as_cultured_family"] = family.split(/[\s,;]+/).filter(Boolean).map(wholeOrText);
  const violations = tickedOf(fields, "violations");
  if (violations !== null) facts["violations"] = violations;
  return withUnshown(facts, readUnshown(fields["unshown"]));
}

/** Takes the boxes of a list that were ticked; gives the list, empty where only "none" was, null where nothing was said. What stands beside "none" is kept. */
function tickedOf(fields: FactFields, name: string): string[] | null {
  const ticked = listOf(fields, name);
  return ticked.length === 0 ? null : ticked.filter((word) => word !== "none");
}

/** A typed whole number as a number, thousands grouped or not; anything else stays text, for the rulebook to refuse it as it was typed. */
function wholeOrText(typed: string): number | string {
  const digits = typed.replace(/[.\s](?=\d{3}(\D|$))/g, "");
  return /^\d{1,9}$/.test(digits) ? Number(digits) : typed;
}

function memberFigures(fields: FactFields): Record<string, unknown> {
  const figures: Record<string, unknown> = {};
  for (const name of ["total", "completed", "advanced_labourers", "grassroots_fighters"]) {
    const value = textOf(fields, `members_${name}`);
    if (value) figures[name] = wholeOrText(value);
  }
  const disciplined = textOf(fields, "members_disciplined");
  if (disciplined === "none") figures["disciplined"] = [];
  else if (disciplined) figures["disciplined"] = [disciplined];
  return figures;
}

/** The inverse of factsFromForm: takes stated facts, gives the fields that a form shows again. */
export function formFromFacts(facts: Readonly<Record<string, unknown>>, year: number): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  if (facts["rating"]) fields["rating"] = facts["rating"];
  const ratings = (facts["ratings"] ?? {}) as Record<string, string>;
  for (const back of [1, 2]) if (ratings[String(year - back)]) fields[`rating_before_${back}`] = ratings[String(year - back)];
  const [discipline] = (facts["discipline"] ?? []) as { form?: string; on?: string; ends_on?: string }[];
  if (facts["discipline"] !== undefined) fields["disciplined"] = discipline ? "yes" : "no";
  if (discipline) Object.assign(fields, { discipline_form: discipline.form, discipline_on: discipline.on, discipline_ends_on: discipline.ends_on });
  const pending = facts["pending"] as string[] | undefined;
  if (pending !== undefined) fields["pending"] = pending.length === 0 ? ["none"] : pending;
  const initiatives = facts["initiatives"] as Stated[] | undefined;
  if (initiatives !== undefined) {
    const shown = initiatives.find((one) => isOfYear(one, year));
    if (shown !== undefined || initiatives.length === 0) fields["initiative_scope"] = shown?.["scope"] ?? "none";
    if (shown?.["kind"]) fields["initiative_kind"] = shown["kind"];
  }
  if (facts["achievement"]) fields["deed"] = facts["achievement"];
  if (facts["type"]) fields["commendation_type"] = facts["type"];
  const members = (facts["members"] ?? {}) as Record<string, unknown>;
  for (const name of ["total", "completed", "advanced_labourers", "grassroots_fighters"]) if (members[name] !== undefined) fields[`members_${name}`] = members[name];
  const disciplined = members["disciplined"] as string[] | undefined;
  if (disciplined !== undefined) fields["members_disciplined"] = worstShown(disciplined);
  const family = facts["years_as_cultured_family"] as number[] | undefined;
  if (family) fields["years_as_cultured_family"] = family.join(", ");
  const violations = facts["violations"] as string[] | undefined;
  if (violations !== undefined) fields["violations"] = violations.length === 0 ? ["none"] : violations;
  return fields;
}

type Stated = Readonly<Record<string, unknown>>;
type Kind = "individual" | "collective" | "household";

/** Which facts the form of each kind of nominee has fields for; what else is stated passes through it untouched. */
const SHOWN: Readonly<Record<Kind, readonly string[]>> = {
  individual: ["pending", "achievement", "type", "rating", "ratings", "discipline", "initiatives"],
  collective: ["pending", "achievement", "type", "members"],
  household: ["pending", "achievement", "type", "years_as_cultured_family", "violations"],
};

const isOfYear = (initiative: Stated, year: number): boolean => (initiative["year"] ?? year) === year && initiative["scope"] !== undefined;
const entriesOf = (value: unknown): Stated[] => (Array.isArray(value) ? value.filter((entry): entry is Stated => typeof entry === "object" && entry !== null) : []);
const objectOf = (value: unknown): Stated => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Stated) : {});

/**
 * Takes stated facts and the kind of nominee; gives those that the form does not show (older ratings, a second initiative,
 * absences, …). The form carries them along in `unshown`, so that saving it loses nothing that was stated elsewhere.
 */
export function unshownFacts(facts: Stated, kind: Kind, year: number): Record<string, unknown> {
  const rest: Record<string, unknown> = Object.fromEntries(Object.entries(facts).filter(([name]) => !SHOWN[kind].includes(name)));
  if (kind === "individual") {
    const older = Object.entries(objectOf(facts["ratings"])).filter(([of]) => of !== String(year - 1) && of !== String(year - 2));
    if (older.length > 0) rest["ratings"] = Object.fromEntries(older);
    const initiatives = entriesOf(facts["initiatives"]);
    const shown = initiatives.findIndex((one) => isOfYear(one, year));
    if (initiatives.length > (shown < 0 ? 0 : 1)) rest["initiatives"] = initiatives.filter((_one, index) => index !== shown);
    const disciplines = entriesOf(facts["discipline"]).slice(1);
    if (disciplines.length > 0) rest["discipline"] = disciplines;
  }
  if (kind === "collective") {
    const forms = objectOf(facts["members"])["disciplined"];
    if (Array.isArray(forms) && forms.join() !== worstShown(forms) && forms.length > 0) rest["members"] = { disciplined: forms };
  }
  return rest;
}

/** How the form shows the disciplines of members: nobody, a reprimand only, or a warning or above. */
function worstShown(forms: readonly unknown[]): string {
  if (forms.length === 0) return "none";
  return forms.every((form) => form === "reprimand") ? "reprimand" : "warning";
}

function readUnshown(value: unknown): Stated {
  if (typeof value !== "string") return {};
  try {
    return objectOf(JSON.parse(value));
  } catch {
    return {};
  }
}

/** Joins what the form says with what it does not show; "not disciplined" speaks of all disciplines. */
function withUnshown(facts: Record<string, unknown>, unshown: Stated): Record<string, unknown> {
  const joined: Record<string, unknown> = { ...unshown, ...facts };
  if (unshown["ratings"] !== undefined) joined["ratings"] = { ...objectOf(unshown["ratings"]), ...objectOf(facts["ratings"]) };
  const forms = objectOf(unshown["members"])["disciplined"];
  const members = objectOf(facts["members"]);
  // The list stands while the form still says of it what it showed.
  if (Array.isArray(forms) && Array.isArray(members["disciplined"]) && worstShown(forms) === worstShown(members["disciplined"])) joined["members"] = { ...members, disciplined: forms };
  else if (Array.isArray(forms) && facts["members"] === undefined) delete joined["members"];
  if (unshown["initiatives"] !== undefined) joined["initiatives"] = [...entriesOf(facts["initiatives"]), ...entriesOf(unshown["initiatives"])];
  const disciplines = entriesOf(facts["discipline"]);
  if (disciplines.length > 0) joined["discipline"] = [...disciplines, ...entriesOf(unshown["discipline"])];
  else if (unshown["discipline"] !== undefined && facts["discipline"] === undefined) delete joined["discipline"];
  return joined;
}

const FIELD_OF_FACT: readonly (readonly [RegExp, string])[] = [
  [/^members\.disciplined.*/, "members_disciplined"], [/^members\.(\w+)$/, "members_$1"], [/^discipline\[\d+\]\.(\w+)$/, "discipline_$1"], [/^discipline$/, "disciplined"],
  [/^initiatives(\[\d+\])?(\.(year|scope))?$/, "initiative_scope"], [/^initiatives\[\d+\]\.kind$/, "initiative_kind"], [/^achievement$/, "deed"], [/^type$/, "commendation_type"],
  [/^(years_as_cultured_family|pending|violations)\[\d+\]$/, "$1"], [/^ratings.*/, "rating_before_1"],
];

/** Takes the path of a stated fact as the rulebook names it (`members.total`, `discipline[0].on`); gives the name of the form's field that states it. */
export function fieldOfFact(path: string, year: number): string {
  if (path === `ratings.${year - 2}`) return "rating_before_2";
  const [shape, name] = FIELD_OF_FACT.find(([shape]) => shape.test(path)) ?? [];
  return shape === undefined || name === undefined ? path : path.replace(shape, name);
}
