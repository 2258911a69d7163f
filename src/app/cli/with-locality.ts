import { err, ok, type Result } from "../../kernel/result.ts";
import { type Lang, say, type Text } from "../../kernel/text.ts";
import { INSTALLATION } from "../../platform/command/actor.ts";
import type { Caller } from "../../platform/command/context.ts";
import type { Engine } from "../../platform/command/execute.ts";
import type { Failure } from "../../platform/command/failure.ts";
import { type Installation, joinInstallation } from "../installation.ts";
import { clockOf, type LocalityEntry, readLocalities } from "../localities.ts";
import { makeEngine } from "../services.ts";
import { readSettings } from "../settings.ts";

/** What administration from the shell works with: commands run as the installation itself, in one locality. */
export type Shell = { readonly installation: Installation; readonly engine: Engine; readonly caller: Caller };

/** Opens the installation that the environment names, does the work, and closes it. Fails with the sentence of either. */
export async function withInstallation<T>(work: (installation: Installation) => Promise<Result<T, Text>>): Promise<Result<T, Text>> {
  const settings = readSettings(process.env);
  if (!settings.ok) return err(say(settings.error, settings.error));
  const joined = await joinInstallation(settings.value);
  if (!joined.ok) return err(say(joined.error, joined.error));
  try {
    return await work(joined.value);
  } finally {
    await joined.value.close();
  }
}

/** The same within one locality: the one with this code, or the only one when no code is given. */
export function withLocality<T>(code: string | undefined, work: (shell: Shell) => Promise<Result<T, Text>>): Promise<Result<T, Text>> {
  return withInstallation(async (installation) => {
    const chosen = chooseLocality(await readLocalities(installation.database), code);
    if (!chosen.ok) return chosen;
    const { code: own, name, name_en } = chosen.value;
    return work({
      installation,
      engine: makeEngine(installation.database),
      caller: { locality: { code: own, name, name_en }, clock: clockOf(chosen.value), actor: INSTALLATION },
    });
  });
}

/** Takes the localities and a code, if any; gives the one meant. */
export function chooseLocality(localities: readonly LocalityEntry[], code: string | undefined): Result<LocalityEntry, Text> {
  const known = localities.map((entry) => entry.code).join(", ");
  const [first] = localities;
  if (first === undefined) return err(say("Chưa có địa phương nào: hãy mở sản phẩm trong trình duyệt và lập địa phương trước.", "There is no locality yet: open the product in a browser and set one up first."));
  if (code === undefined) {
    return localities.length === 1 ? ok(first) : err(say(`Có nhiều địa phương: hãy thêm --locality MÃ (${known}).`, `There are several localities: add --locality CODE (${known}).`));
  }
  const found = localities.find((entry) => entry.code === code);
  return found === undefined ? err(say(`Không có địa phương “${code}”. Hiện có: ${known}.`, `There is no locality “${code}”. There are: ${known}.`)) : ok(found);
}

/** Takes a failed command; gives its sentence, with the fields it points at. */
export function sentenceOf(failure: Failure): Text {
  const fields = Object.entries(failure.fields ?? {});
  if (fields.length === 0) return failure.message;
  const list = (lang: Lang) => fields.map(([path, text]) => `${path}: ${text[lang]}`).join(" ");
  return say(list("vi"), list("en"));
}
