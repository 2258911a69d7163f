import { lawProblems } from "../../engines/rulebook/index.ts";
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from "../demo/accounts.ts";
import { demonstrationState, loadDemonstration } from "../demo/year.ts";
import { type Installation, openInstallation } from "../installation.ts";
import { signerOf } from "../log/signer.ts";
import { startSequencer } from "../log/sequencer.ts";
import { closeDueNotices } from "../../modules/notices/index.ts";
import { INSTALLATION } from "../../platform/command/actor.ts";
import { type Engine, runCommand } from "../../platform/command/execute.ts";
import { clockOf, type LocalityEntry } from "../localities.ts";
import { sendWaitingMail } from "../notices.ts";
import { isLoopback, readSettings, type Settings } from "../settings.ts";
import { makeServer } from "../web/server.tsx";
import { bind } from "./listen.ts";

const HELP = `thidua start [--empty | --demo]

  --empty   không nạp dữ liệu trình diễn; mở trang thiết lập / without the demonstration
  --demo    nạp dữ liệu trình diễn cả khi không ở loopback / load it also off loopback

PORT (3000), HOST (127.0.0.1), DATA_DIR (./data), DATABASE_URL, BASE_URL, TRUST_PROXY, SMTP_URL`;

/** `thidua start`: serves until it is told to stop. Gives 1 with one clear sentence when it cannot start. */
export async function run(args: string[]): Promise<number | undefined> {
  const unknown = args.find((arg) => !["--empty", "--demo", "--help"].includes(arg));
  if (args.includes("--help") || unknown !== undefined) {
    process.stdout.write(`${HELP}\n`);
    return unknown === undefined ? 0 : 2;
  }
  const settings = readSettings(process.env);
  if (!settings.ok) return refuse(settings.error);
  const [problem] = lawProblems();
  if (problem !== undefined) return refuse(`Dữ liệu pháp luật có mâu thuẫn, không thể xét hồ sơ: ${problem}. / The law's data contradict themselves: ${problem}.`);
  const { host, port } = settings.value;
  // The port is taken first: a second start must not touch the data of the first.
  const holder = await bind(host, port);
  if (holder === null) {
    return refuse(`Cổng ${port} đang được chương trình khác dùng: hãy đặt PORT khác. / Port ${port} is in use: set another PORT.`);
  }
  const installation = await openInstallation(settings.value);
  if (!installation.ok) {
    await holder.close();
    return refuse(installation.error);
  }
  const ended = await serveInstallation(installation.value, settings.value, args, holder);
  if (ended !== null) {
    await holder.close();
    await installation.value.close();
    return refuse(ended);
  }
  return undefined;
}

/** Serves an opened installation; gives a sentence when it may not, null when it goes on running. */
async function serveInstallation(installation: Installation, settings: Settings, args: readonly string[], holder: NonNullable<Awaited<ReturnType<typeof bind>>>): Promise<string | null> {
  const sequencer = startSequencer(installation.database, signerOf(installation.secrets));
  const server = makeServer(installation, settings, { afterCommit: sequencer.poke });
  holder.use(server.app.fetch as (request: Request, env: object) => Response | Promise<Response>);
  await server.state.reload();
  const found = await demonstrationState(server.engine);
  const loopback = isLoopback(settings.host);
  if (found !== "absent" && !loopback && !args.includes("--demo")) {
    await sequencer.stop();
    return "Cơ sở dữ liệu này là bản trình diễn: chỉ phục vụ trên máy này, hoặc thêm --demo. / This database is a demonstration: serve it on loopback, or say --demo.";
  }
  const wanted = args.includes("--demo") || (!args.includes("--empty") && installation.kind === "embedded" && loopback && server.state.localities.length === 0);
  if (found === "unfinished" || (wanted && found === "absent")) {
    const started = performance.now();
    await loadDemonstration(installation, server.engine, (sentence) => process.stdout.write(`  ${sentence}\n`));
    await server.state.reload();
    process.stdout.write(`  … xong sau ${Math.round((performance.now() - started) / 1000)} giây. / done.\n`);
  }
  server.state.ready = true;
  greet(settings, installation.kind, server.state.localities.some((locality) => locality.demonstration_on !== null));

  const mail = settings.smtp_url === null ? null : setInterval(() => void sendMail(installation, settings, server.state.localities.map((locality) => locality.code)), 30_000);
  mail?.unref();
  const daily = setInterval(() => void endDueNotices(server.engine, server.state.localities), 600_000);
  daily.unref();
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // Whatever hangs, an answer that was given is on disk: ten seconds are enough for the rest.
    setTimeout(() => process.exit(1), 10_000).unref();
    server.state.ready = false;
    if (mail) clearInterval(mail);
    clearInterval(daily);
    await holder.close();
    await sequencer.stop();
    await installation.close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  return null;
}

/** Ends the public notices whose last day has passed, in every locality: names leave the portal though nobody looks. */
async function endDueNotices(engine: Engine, localities: readonly LocalityEntry[]): Promise<void> {
  for (const locality of localities) {
    await runCommand(engine, { locality, clock: clockOf(locality), actor: INSTALLATION }, closeDueNotices, {}).catch((error: unknown) => {
      process.stderr.write(`notices: ${error instanceof Error ? error.message : String(error)}\n`);
    });
  }
}

async function sendMail(installation: Installation, settings: Settings, codes: readonly string[]): Promise<void> {
  if (settings.smtp_url === null) return;
  for (const code of codes) {
    await sendWaitingMail(installation.database, code, settings.smtp_url, settings.base_url, `thi-dua@${new URL(settings.base_url).hostname}`).catch((error: unknown) => {
      process.stderr.write(`mail: ${error instanceof Error ? error.message : String(error)}\n`);
    });
  }
}

function greet(settings: Settings, kind: string, demonstration: boolean): void {
  const lines = ["", `  Mở / open      ${settings.base_url}`, `  Dữ liệu / data ${kind === "embedded" ? settings.data_dir : "DATABASE_URL"}`];
  if (demonstration) {
    lines.push("", `  Tài khoản trình diễn (mật khẩu chung: ${DEMONSTRATION_PASSWORD}) / demonstration accounts:`);
    for (const account of DEMONSTRATION_ACCOUNTS) lines.push(`    ${account.username.padEnd(12)} ${account.about.vi}`);
  } else {
    lines.push(`  Lần đầu: ${settings.base_url}/set-up`);
  }
  if (!isLoopback(settings.host) && settings.base_url.startsWith("http:")) {
    lines.push("", "  Cảnh báo: http không mã hóa ngoài máy này: bỏ phiếu kín, làm việc ngoại tuyến và khóa truy cập sẽ không hoạt động. Hãy đặt BASE_URL=https://… sau một proxy.");
  }
  lines.push("", "  Ctrl-C để dừng. / Ctrl-C stops.", "");
  process.stdout.write(`${lines.join("\n")}\n`);
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
