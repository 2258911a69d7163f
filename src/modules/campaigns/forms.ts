import type { Typed } from "../../platform/html/kit.ts";
import { filledRows } from "../../platform/http/forms.ts";
import type { View } from "./pages/view.ts";
import type { campaignPage, programmePage } from "./queries.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Gives what was sent under a name as a list, blanks left out. */
export function listOf(value: unknown): unknown[] {
  return (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === "string" && entry.trim() !== "");
}

/** Gives the lines of a text field, blanks left out. */
function linesOf(value: unknown): string[] {
  return typeof value === "string" ? value.split(/\r?\n/).filter((line) => line.trim() !== "") : [];
}

/** Takes the form of a campaign; gives the command's input without the unit: blank rows are left out. */
export function campaignInput(fields: Fields): Record<string, unknown> {
  const { kinds, units, content, unit_id: _unit, ...rest } = fields;
  const [programme_id, content_no] = typeof content === "string" ? content.split(" ") : [];
  return {
    ...rest,
    programme_id,
    content_no,
    criteria: filledRows(fields["criteria"]),
    awards: filledRows(fields["awards"]),
    scope: [...listOf(kinds).map((unit_kind) => ({ unit_kind })), ...filledRows(units)],
  };
}

/** Takes the form of a campaign as it was sent; gives what the form shows again, row by row as the errors count them. */
export function typedCampaign(fields: Fields): Typed {
  return { ...fields, kinds: listOf(fields["kinds"]), units: filledRows(fields["units"]), criteria: filledRows(fields["criteria"]), awards: filledRows(fields["awards"]) };
}

/** Takes a campaign in draft; gives what its form shows. */
export function typedFromView(view: View<typeof campaignPage>): Typed {
  const { campaign } = view;
  return {
    ...campaign,
    content: view.programme === null || campaign.content_no === null ? "" : `${view.programme.id} ${campaign.content_no}`,
    criteria: view.criteria,
    awards: view.awards,
    kinds: view.scope.flatMap((row) => row.unit_kind ?? []),
    units: view.scope.flatMap((row) => (row.unit_id === null ? [] : [{ unit_id: row.unit_id }])),
  };
}

/** Takes the form of a programme; gives the command's input. The chosen launcher is the lawful one. */
export function programmeInput(fields: Fields): Record<string, unknown> {
  const { lawful, launchers, contents, aims, occasions, ...rest } = fields;
  // The radio counts the rows of the form, blank ones too; the mark goes with its row before blanks are left out.
  const marked = (Array.isArray(launchers) ? launchers : []).map((row: unknown, index) => ({ row, lawful: String(index) === lawful }));
  return {
    ...rest,
    launchers: marked.filter(({ row }) => filledRows([row]).length > 0).map(({ row, lawful: mark }) => ({ name: (row as Fields)["name"], lawful: mark })),
    contents: filledRows(contents),
    aims: linesOf(aims),
    occasions: linesOf(occasions),
  };
}

/** Takes the form of a programme as it was sent; gives what the form shows again. */
export function typedProgramme(fields: Fields): Typed {
  const input = programmeInput(fields) as { launchers: { lawful: boolean }[] };
  return { ...fields, ...input, aims: fields["aims"], occasions: fields["occasions"], lawful: input.launchers.findIndex((launcher) => launcher.lawful) };
}

/** Takes a programme in draft; gives what its form shows. */
export function typedFromProgramme(view: View<typeof programmePage>): Typed {
  const { programme, contents, launchers } = view;
  return { ...programme, contents, launchers, aims: programme.aims.join("\n"), occasions: programme.occasions.join("\n"), lawful: launchers.findIndex((launcher) => launcher.lawful) };
}
