import { eq } from "drizzle-orm";
import { z } from "zod";
import { ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { findProgramme, programmeOfYear, unitOfProgramme } from "./store-programmes.ts";
import { programmeContents, programmeLaunchers, programmes } from "./tables.ts";

const programmeFields = {
  theme: field.text(300),
  launched_at_event: field.maybe(field.text(300)),
  aims: field.list(field.text(300), 20),
  occasions: field.list(field.text(300), 20),
  registration_due_on: field.date(),
  school_registration_due_on: field.maybe(field.date()),
  /** Numbered from 1 in this order. */
  contents: field.list(z.strictObject({ title: field.text(600) }), 30),
  launchers: field.list(z.strictObject({ name: field.text(200), lawful: field.flag() }), 20),
};
type ProgrammeInput = z.output<z.ZodObject<typeof programmeFields>>;

/** Drafts the programme of a year: theme, contents, who launches it, until when titles are registered. */
export const draftProgramme = defineCommand({
  name: "draft_programme",
  title: say("Soạn chương trình thi đua năm", "Draft the year's programme"),
  input: z.strictObject({ unit_id: field.id(), year: field.whole(1990, 2100), ...programmeFields }),
  policy: { kind: "roles", roles: ["officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const earlier = await programmeOfYear(context.tx, input.unit_id, input.year);
    if (earlier !== null) return failField("year", `Năm ${input.year} đã có chương trình: “${earlier.theme}”.`, `There is a programme for ${input.year} already: “${earlier.theme}”.`);
    const checked = checkProgramme(input);
    if (!checked.ok) return checked;
    const id = context.newId();
    await context.tx.insert(programmes).values({ locality_id: context.locality.code, id, unit_id: input.unit_id, year: input.year, ...columnsOf(input) });
    await insertParts(context, id, input);
    context.act({ subject_kind: "programme", subject_id: id, action: "draft", unit_id: input.unit_id, payload: { year: input.year } });
    return ok({ id, year: input.year });
  },
});

/** Changes a programme that is not launched yet. */
export const reviseProgramme = defineCommand({
  name: "revise_programme",
  title: say("Sửa chương trình thi đua năm", "Revise the year's programme"),
  input: z.strictObject({ programme_id: field.id(), ...programmeFields }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfProgramme(context, input.programme_id) },
  async run(context, input) {
    const programme = await findProgramme(context.tx, input.programme_id);
    if (programme === null) return fail("not_found", "Không có chương trình này.", "No such programme.");
    if (programme.launched_on !== null) return fail("conflict", "Chương trình đã phát động, không sửa được nữa.", "The programme is launched and stands as it is.");
    const checked = checkProgramme(input);
    if (!checked.ok) return checked;
    await context.tx.update(programmes).set(columnsOf(input)).where(eq(programmes.id, programme.id));
    await context.tx.delete(programmeContents).where(eq(programmeContents.programme_id, programme.id));
    await context.tx.delete(programmeLaunchers).where(eq(programmeLaunchers.programme_id, programme.id));
    await insertParts(context, programme.id, input);
    context.act({ subject_kind: "programme", subject_id: programme.id, action: "revise", unit_id: programme.unit_id });
    return ok({ id: programme.id, year: programme.year });
  },
});

/** Launches the programme: from now on it is public and its deadlines bind. */
export const launchProgramme = defineCommand({
  name: "launch_programme",
  title: say("Phát động chương trình thi đua năm", "Launch the year's programme"),
  input: z.strictObject({ programme_id: field.id() }),
  policy: { kind: "roles", roles: ["officer", "chair"], unit: (context, input) => unitOfProgramme(context, input.programme_id) },
  async run(context, input) {
    const programme = await findProgramme(context.tx, input.programme_id);
    if (programme === null) return fail("not_found", "Không có chương trình này.", "No such programme.");
    if (programme.launched_on !== null) return fail("conflict", "Chương trình này đã phát động rồi.", "This programme is launched already.");
    const launched_on = context.clock.today();
    await context.tx.update(programmes).set({ launched_on }).where(eq(programmes.id, programme.id));
    context.act({ subject_kind: "programme", subject_id: programme.id, action: "launch", unit_id: programme.unit_id, payload: { year: programme.year } });
    context.log({ type: "programme_launched", facts: { programme_id: programme.id, year: programme.year, theme: programme.theme, launched_on } });
    return ok({ id: programme.id, year: programme.year });
  },
});

function columnsOf(input: ProgrammeInput) {
  return {
    theme: input.theme, launched_at_event: input.launched_at_event ?? null, aims: input.aims, occasions: input.occasions,
    registration_due_on: input.registration_due_on, school_registration_due_on: input.school_registration_due_on ?? null,
  };
}

/** Several bodies launch together, but one of them has the power by law: the others stand beside it. */
function checkProgramme(input: ProgrammeInput): Result<null, Failure> {
  if (input.contents.length === 0) return failField("contents.0.title", "Chưa có nội dung thi đua nào.", "No content yet: at least one is needed.");
  if (input.launchers.length === 0) return failField("launchers.0.name", "Chưa ghi cơ quan phát động.", "Name who launches it.");
  const lawful = input.launchers.filter((launcher) => launcher.lawful).length;
  if (lawful !== 1) {
    return failField("launchers.0.name", `Phải chọn đúng một nơi phát động có thẩm quyền theo luật; đang chọn ${lawful}.`, `Mark exactly one body as the lawful launcher; ${lawful} are marked.`);
  }
  return ok(null);
}

async function insertParts(context: CommandContext, programme_id: string, input: ProgrammeInput): Promise<void> {
  const locality_id = context.locality.code;
  await context.tx.insert(programmeContents).values(input.contents.map((content, index) => ({ locality_id, programme_id, no: index + 1, title: content.title })));
  await context.tx.insert(programmeLaunchers).values(input.launchers.map((launcher, index) => ({ locality_id, programme_id, seq: index + 1, ...launcher })));
}
