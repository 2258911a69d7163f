import { readableCode } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type Lang, say, type Text } from "../../kernel/text.ts";
import { foldForSearch } from "../../kernel/vietnamese.ts";
import { listUsers, ROLES, type Role } from "../../modules/accounts/index.ts";
import { findRoot, listUnits } from "../../modules/organizations/index.ts";
import { runCommand } from "../../platform/command/execute.ts";
import { systemRandom } from "../../platform/clock/random.ts";
import { registry } from "../services.ts";
import { type Arguments, complain, langOf, readArguments, readStandardInput, tell, wantsHelp } from "./arguments.ts";
import { sentenceOf, type Shell, withLocality } from "./with-locality.ts";

const USAGE = say(
  `Cách dùng:
  thidua user add TÊN_ĐĂNG_NHẬP --name "HỌ VÀ TÊN" [--role VAI_TRÒ --unit MÃ|TÊN] [--password-stdin]
  thidua user role TÊN_ĐĂNG_NHẬP VAI_TRÒ [--unit MÃ|TÊN]
  thidua user password TÊN_ĐĂNG_NHẬP [--password-stdin]
  thidua user disable|enable TÊN_ĐĂNG_NHẬP
  thidua user list
Không ghi --unit thì vai trò có hiệu lực trên cả địa phương. Nhiều địa phương: thêm --locality MÃ.
Vai trò: ${ROLES.join(", ")}.`,
  `Usage:
  thidua user add USERNAME --name "FULL NAME" [--role ROLE --unit CODE|NAME] [--password-stdin]
  thidua user role USERNAME ROLE [--unit CODE|NAME]
  thidua user password USERNAME [--password-stdin]
  thidua user disable|enable USERNAME
  thidua user list
Without --unit a role holds for the whole locality. Several localities: add --locality CODE.
Roles: ${ROLES.join(", ")}.`,
);

/** What a subcommand takes after its name: how many words, and which options. */
const SHAPES: Readonly<Record<string, { words: number; values: readonly string[]; flags: readonly string[] }>> = {
  add: { words: 1, values: ["name", "role", "unit", "locality"], flags: ["password-stdin"] },
  role: { words: 2, values: ["unit", "locality"], flags: [] },
  password: { words: 1, values: ["locality"], flags: ["password-stdin"] },
  list: { words: 0, values: ["locality"], flags: [] },
  disable: { words: 1, values: ["locality"], flags: [] },
  enable: { words: 1, values: ["locality"], flags: [] },
};

/** `thidua user`: administers accounts with the right of the shell. Gives 0, or 2 with one sentence. */
export async function run(args: string[]): Promise<number> {
  const lang = langOf(args);
  if (wantsHelp(args)) {
    tell(USAGE[lang]);
    return 0;
  }
  const [name = "", ...rest] = args;
  const shape = Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined;
  if (shape === undefined) return complain(USAGE[lang]);
  const read = readArguments(rest, shape);
  if (!read.ok) return complain(read.error[lang]);
  if (read.value.positionals.length !== shape.words) return complain(USAGE[lang]);
  const checked = checkWords(name, read.value);
  if (!checked.ok) return complain(checked.error[lang]);
  const given = read.value.flags.has("password-stdin") ? (await readStandardInput()).replace(/\r?\n$/, "") : null;
  const outcome = await withLocality(read.value.values["locality"], (shell) => administer(shell, name, read.value, given, lang));
  if (!outcome.ok) return complain(outcome.error[lang]);
  for (const line of outcome.value) tell(line);
  return 0;
}

/** What can be seen wrong before anything is opened. */
function checkWords(name: string, { positionals, values }: Arguments): Result<null, Text> {
  if (name === "add" && values["name"] === undefined) return err(say("Thiếu --name: họ và tên của người dùng.", "--name is missing: the user's full name."));
  if (name === "add" && values["unit"] !== undefined && values["role"] === undefined) return err(say("--unit cần có --role.", "--unit needs --role."));
  const role = name === "role" ? positionals[1] : values["role"];
  if (role !== undefined && !isRole(role)) {
    return err(say(`Không có vai trò “${role}”. Các vai trò: ${ROLES.join(", ")}.`, `There is no role “${role}”. There are: ${ROLES.join(", ")}.`));
  }
  return ok(null);
}

function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word);
}

async function administer(shell: Shell, name: string, { positionals, values }: Arguments, given: string | null, lang: Lang): Promise<Result<string[], Text>> {
  if (name === "list") return listAll(shell, lang);
  const username = (positionals[0] ?? "").trim().toLowerCase();
  const role = name === "role" ? positionals[1] : values["role"];
  // The unit is looked up before the account is made: a mistyped one leaves nothing half done.
  const unit = role === undefined ? ok(null) : await findUnit(shell, values["unit"]);
  if (!unit.ok) return unit;
  const lines: string[] = [];
  const password = given ?? generatePassword();
  let user_id: string;
  if (name === "add") {
    const created = await runNamed(shell, "create_user", { username, name: values["name"], password });
    if (!created.ok) return created;
    user_id = created.value.id;
    lines.push(lang === "vi" ? `Đã tạo tài khoản ${username}.` : `User ${username} created.`);
  } else {
    const found = (await shell.engine.database.inLocality(shell.caller.locality.code, (tx) => listUsers(tx))).find((user) => user.username === username);
    if (found === undefined) return err(say(`Không có tài khoản “${username}”.`, `There is no user “${username}”.`));
    user_id = found.id;
  }
  if (name === "password") {
    const changed = await runNamed(shell, "set_password", { user_id, password });
    if (!changed.ok) return changed;
    lines.push(lang === "vi" ? `Đã đặt lại mật khẩu của ${username}.` : `The password of ${username} is set.`);
  }
  if ((name === "add" || name === "password") && given === null) {
    lines.push(lang === "vi" ? `Mật khẩu (chỉ hiện một lần): ${password}` : `Password (shown once): ${password}`);
  }
  if (name === "disable" || name === "enable") {
    const changed = await runNamed(shell, "disable_user", { user_id, disabled: name === "disable" });
    if (!changed.ok) return changed;
    const done = name === "disable" ? say("Đã khóa tài khoản", "Disabled user") : say("Đã mở khóa tài khoản", "Enabled user");
    lines.push(`${done[lang]} ${username}.`);
  }
  if (role !== undefined && unit.value !== null) {
    const granted = await runNamed(shell, "grant_role", { user_id, role, unit_id: unit.value.id, from_on: shell.caller.clock.today() });
    if (!granted.ok) return granted;
    lines.push(lang === "vi" ? `Đã giao vai trò ${role} tại ${unit.value.name}.` : `Role ${role} granted at ${unit.value.name}.`);
  }
  return ok(lines);
}

/** Twelve characters that survive being read out over the telephone, in three groups. */
function generatePassword(): string {
  return (readableCode(12, systemRandom).match(/.{4}/g) ?? []).join("-");
}

async function runNamed(shell: Shell, name: string, input: unknown): Promise<Result<{ id: string }, Text>> {
  const command = registry.commands.get(name);
  if (command === undefined) throw new Error(`no command ${name}`);
  const outcome = await runCommand(shell.engine, shell.caller, command, input);
  return outcome.ok ? ok(outcome.value as { id: string }) : err(sentenceOf(outcome.error));
}

async function findUnit(shell: Shell, asked: string | undefined): Promise<Result<{ id: string; name: string }, Text>> {
  const { locality, clock } = shell.caller;
  return shell.engine.database.inLocality(locality.code, async (tx) => {
    if (asked === undefined) {
      const root = await findRoot(tx);
      return root === null ? err(say("Chưa lập cây đơn vị của địa phương.", "The locality's unit tree is not set up yet.")) : ok(root);
    }
    const units = await listUnits(tx, clock.today());
    const exact = units.filter((unit) => unit.code === asked || unit.id === asked);
    const named = exact.length > 0 ? exact : units.filter((unit) => foldForSearch(unit.name) === foldForSearch(asked));
    const [unit] = named;
    if (unit === undefined) return err(say(`Hôm nay không có đơn vị nào mang mã hay tên “${asked}”.`, `No unit has the code or name “${asked}” today.`));
    if (named.length === 1) return ok({ id: unit.id, name: unit.name });
    const list = named.map((entry) => entry.code ?? entry.id).join(", ");
    return err(say(`Có ${named.length} đơn vị tên “${asked}”: hãy dùng mã (${list}).`, `${named.length} units are named “${asked}”: use the code (${list}).`));
  });
}

async function listAll(shell: Shell, lang: Lang): Promise<Result<string[], Text>> {
  const users = await shell.engine.database.inLocality(shell.caller.locality.code, (tx) => listUsers(tx));
  const disabled = lang === "vi" ? "đã khóa" : "disabled";
  return ok(users.map((user) => [user.username, user.name, user.email ?? "", user.disabled_at === null ? "" : disabled].join("\t").trimEnd()));
}
