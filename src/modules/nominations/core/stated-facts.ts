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
  const matters = listOf(fields, "pending");
  if (matters.includes("none") && matters.length === 1) facts["pending"] = [];
  else if (matters.length > 0) facts["pending"] = matters.filter((matter) => matter !== "none");
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
  if (family) facts["years_as_cultured_family"] = family.split(/[\s,;]+/).filter(Boolean).map(Number);
  const violations = listOf(fields, "violations");
  if (violations.includes("none")) facts["violations"] = [];
  else if (violations.length > 0) facts["violations"] = violations;
  return facts;
}

function memberFigures(fields: FactFields): Record<string, unknown> {
  const figures: Record<string, unknown> = {};
  for (const name of ["total", "completed", "advanced_labourers", "grassroots_fighters"]) {
    const value = textOf(fields, `members_${name}`);
    if (value) figures[name] = Number(value);
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
  const initiatives = facts["initiatives"] as { scope?: string; kind?: string }[] | undefined;
  if (initiatives !== undefined) {
    fields["initiative_scope"] = initiatives[0]?.scope ?? "none";
    if (initiatives[0]?.kind) fields["initiative_kind"] = initiatives[0].kind;
  }
  if (facts["achievement"]) fields["deed"] = facts["achievement"];
  if (facts["type"]) fields["commendation_type"] = facts["type"];
  const members = (facts["members"] ?? {}) as Record<string, unknown>;
  for (const name of ["total", "completed", "advanced_labourers", "grassroots_fighters"]) if (members[name] !== undefined) fields[`members_${name}`] = members[name];
  const disciplined = members["disciplined"] as string[] | undefined;
  if (disciplined !== undefined) fields["members_disciplined"] = disciplined[0] ?? "none";
  const family = facts["years_as_cultured_family"] as number[] | undefined;
  if (family) fields["years_as_cultured_family"] = family.join(", ");
  const violations = facts["violations"] as string[] | undefined;
  if (violations !== undefined) fields["violations"] = violations.length === 0 ? ["none"] : violations;
  return fields;
}
