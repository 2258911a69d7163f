import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openInstallation } from "../../src/app/installation.ts";
import { makeEngine, registry } from "../../src/app/services.ts";
import { unwrap } from "../../src/kernel/result.ts";
import { systemClock } from "../../src/platform/clock/clock.ts";
import { type Actor, INSTALLATION } from "../../src/platform/command/actor.ts";
import { runCommand } from "../../src/platform/command/execute.ts";
import { localities } from "../../src/platform/command/tables.ts";
import { socketFolderOf } from "../../src/platform/database/embedded/folders.ts";
import { freePort, Product } from "../support/killable-product.ts";
import { ROOT } from "../support/sources.ts";
import { userActor } from "../support/world.ts";

let folder: string;
let product: Product;
let token: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "thidua-shell-"));
  product = new Product(join(folder, "data"), await freePort());
  const settings = { port: product.port, host: "127.0.0.1", data_dir: product.dataDir, database_url: null, base_url: product.url, trust_proxy: false, smtp_url: null };
  const installation = unwrap(await openInstallation(settings, { poolSize: 4 }));
  const locality = { code: "TT", name: "Huyện Thử", name_en: "Test District" };
  await installation.database.inInstallation((tx) => tx.insert(localities).values({ ...locality, created_at: systemClock.now() }));
  const run = async (actor: Actor, name: string, input: unknown): Promise<{ id: string; token: string }> => {
    const command = registry.commands.get(name);
    if (command === undefined) throw new Error(`no command ${name}`);
    return unwrap(await runCommand(makeEngine(installation.database), { locality, clock: systemClock, actor }, command, input)) as { id: string; token: string };
  };
  const { id: root } = await run(INSTALLATION, "found_locality", { name: locality.name, from_on: "2000-01-01" });
  await run(INSTALLATION, "found_unit", { name: "Xã Đồng Lạc", code: "02047", kind: "commune", parent_id: root, from_on: "2000-01-01" });
  const { id } = await run(INSTALLATION, "create_user", { username: "quantri", name: "Quản trị Mẫu", password: "mat-khau-dai" });
  await run(INSTALLATION, "grant_role", { user_id: id, role: "administrator", unit_id: root, from_on: "2021-01-01" });
  ({ token } = await run(userActor(id), "create_api_token", { label: "Thử", days: 2 }));
  await installation.close();
});
afterAll(async () => {
  await product.stop();
  for (const name of readdirSync(folder)) rmSync(socketFolderOf(join(folder, name)), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command line as a person does; gives what it said. */
function thidua(args: readonly string[], options: { input?: string; data?: string } = {}): Promise<{ status: number | null; out: string; told: string }> {
  const env = { ...process.env, DATA_DIR: options.data ?? product.dataDir, PORT: String(product.port), BASE_URL: product.url, DATABASE_URL: "", THIDUA_TOKEN: token };
  const child = spawn(process.execPath, [join(ROOT, "bin/thidua.mjs"), ...args], { env });
  let out = "";
  let told = "";
  child.stdout.on("data", (chunk: Buffer) => { out += chunk.toString(); });
  child.stderr.on("data", (chunk: Buffer) => { told += chunk.toString(); });
  child.stdin.end(options.input ?? "");
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, out, told })));
}

describe("the shell beside a running product", () => {
  beforeAll(() => product.start());

  it("makes an account with a role, and says its password once", async () => {
    const made = await thidua(["user", "add", "hoa", "--name", "Hoàng Thị Hoa", "--role", "clerk", "--unit", "xa dong lac"]);
    const [created = "", password = "", granted = ""] = made.out.trim().split("\n");
    expect([made.status, made.told, created, granted]).toEqual([0, "", "Đã tạo tài khoản hoa.", "Đã giao vai trò clerk tại Xã Đồng Lạc."]);
    expect(password).toMatch(/^Mật khẩu \(chỉ hiện một lần\): [2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(await thidua(["user", "list", "--lang", "en"])).toEqual({ status: 0, out: "hoa\tHoàng Thị Hoa\nquantri\tQuản trị Mẫu\n", told: "" });
    expect(await thidua(["user", "password", "hoa", "--password-stdin"], { input: "mat-khau-rat-dai\n" })).toEqual({ status: 0, out: "Đã đặt lại mật khẩu của hoa.\n", told: "" });
    expect((await thidua(["user", "disable", "hoa"])).status).toBe(0);
    expect((await thidua(["user", "list"])).out).toContain("hoa\tHoàng Thị Hoa\t\tđã khóa\n");
    expect((await thidua(["user", "enable", "hoa"])).status).toBe(0);
  });

  it("answers wrong arguments with one sentence, and leaves nothing half done", async () => {
    const wrong: [string[], string][] = [
      [["user", "add", "lan", "--lang", "en"], "--name is missing: the user's full name.\n"],
      [["user", "add", "hoa", "--name", "Hoa", "--lang", "en"], "username: The user name “hoa” is taken.\n"],
      [["user", "add", "lan", "--name", "Lan", "--role", "clerk", "--unit", "nowhere", "--lang", "en"], "No unit has the code or name “nowhere” today.\n"],
      [["user", "role", "nobody", "clerk", "--lang", "en"], "There is no user “nobody”.\n"],
      [["user", "list", "--locality", "XX", "--lang", "en"], "There is no locality “XX”. There are: TT.\n"],
      [["backup", join(folder, "no", "such", "folder"), "--lang", "en"], `There is no file or folder ${join(folder, "no", "such", "folder")}.\n`],
      [["api", "GET", "own_account", "--token", "TT.wrong", "--lang", "en"], "Sign in to do this.\n"],
    ];
    for (const [args, sentence] of wrong) expect(await thidua(args), args.join(" ")).toEqual({ status: 2, out: "", told: sentence });
    expect((await thidua(["user", "list"])).out).not.toContain("lan");
  });

  it("calls a query and a command, and a repeat under one id changes nothing", async () => {
    const units = await thidua(["api", "GET", "browse_units", "--data", "-"], { input: '{"kind": "commune"}' });
    expect([units.status, (JSON.parse(units.out) as { data: { rows: { name: string }[] } }).data.rows.map((row) => row.name)]).toEqual([0, ["Xã Đồng Lạc"]]);
    const input = JSON.stringify({ username: "minh", name: "Nông Văn Minh", password: "mat-khau-dai" });
    const create = () => thidua(["api", "POST", "create_user", "--data", "-", "--transaction-id", "01900000-0000-7000-8000-000000000001"], { input });
    const first = await create();
    expect(first.status).toBe(0);
    expect(await create()).toEqual(first);
    expect((await thidua(["user", "list"])).out.match(/minh/g)).toHaveLength(1);
  });

  it("backs up while the product runs; the archive is verified, and restored into a new folder", async () => {
    const file = join(folder, "all.thidua");
    const made = await thidua(["backup", file, "--lang", "en"]);
    expect([made.status, made.told]).toEqual([0, ""]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(["all.thidua", "data"]);
    const rows = Number(/(\d+) rows/.exec(made.out)?.[1]);

    const verified = await thidua(["verify", "backup", file]);
    expect(verified.status).toBe(0);
    expect(JSON.parse(verified.out)).toMatchObject({ complete: true, rows, localities: [{ code: "TT", name: "Huyện Thử" }], log: { consistent: true } });

    const data = join(folder, "restored");
    expect((await thidua(["restore", file], { data })).status).toBe(0);
    expect((await thidua(["user", "list"], { data })).out).toBe((await thidua(["user", "list"])).out);
    expect((await thidua(["restore", file, "--into-empty", "--lang", "en"], { data })).told).toMatch(/^This database holds data \(actions, /);
    expect((await thidua(["restore", file, "--lang", "en"])).told).toContain("is in use already");

    const damaged = join(folder, "damaged.thidua");
    writeFileSync(damaged, readFileSync(file).subarray(0, 2000));
    expect(JSON.parse((await thidua(["verify", "backup", damaged])).out)).toEqual({ complete: false, problem: { kind: "truncated", at: "gzip" } });
  });
});

describe("the shell by itself", () => {
  it("starts the database for one command and ends it, also for two at the same moment", async () => {
    await product.stop();
    const [first, second] = await Promise.all([thidua(["user", "list"]), thidua(["user", "list"])]);
    expect([first?.status, second?.status, first?.told, second?.told]).toEqual([0, 0, "", ""]);
    expect(first?.out).toBe(second?.out);
    expect(readdirSync(join(product.dataDir, "postgres"))).not.toContain("postmaster.pid");
  });

  it("does not make an installation out of a mistyped folder", async () => {
    const data = join(folder, "mistyped");
    const outcome = await thidua(["user", "list"], { data });
    expect([outcome.status, outcome.out]).toEqual([2, ""]);
    expect(outcome.told).toContain("set DATA_DIR");
    expect(readdirSync(folder)).not.toContain("mistyped");
  });

  it("explains every command in both languages", async () => {
    for (const name of ["user", "backup", "restore", "api", "verify"]) {
      const [vi, en] = await Promise.all([thidua([name, "--help"]), thidua([name, "--help", "--lang", "en"])]);
      expect([vi?.status, en?.status, vi?.out.startsWith("Cách dùng:"), en?.out.startsWith("Usage:")], name).toEqual([0, 0, true, true]);
    }
  });
});
