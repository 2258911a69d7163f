/**
 * `npm run bench ballots [members] [dossiers]`: a council of 15 votes in secret on 100 dossiers, each with its own key
 * and token, by role: the member's device (the code of the browser, here in Node's V8), the server, the verifier.
 * Beside it, when belenios-tool (Debian's) is on the PATH, the same votes as ONE Belenios election with a question for
 * each dossier, which is what is cheapest there. Both must count the same.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acceptBallot, type BallotRecord, CHOICES, type Choice, countVotes, decideOutcome, FORMAT, inBoardOrder, makeBallotKey, readPublicKey, signBlinded, verifyRecord } from "../src/engines/ballots/index.ts";
import { plainDate } from "../src/kernel/plain-date.ts";
import { seededPrng } from "../src/kernel/prng.ts";
import { unwrap } from "../src/kernel/result.ts";
import { finish, prepare } from "../src/platform/html/client/ballot/prepare.ts";

const [members = 15, dossiers = 100] = process.argv.slice(2).map(Number);
const GROUP = "BELENIOS-2048";
/** The strength of both: RSA of 2048 bits, a group of 2048 bits. */
const BITS = 2048;

type Times = { device: number; server: number; verifier: number };

const random = seededPrng(2021);
const votes: Choice[][] = Array.from({ length: members }, () => Array.from({ length: dossiers }, () => CHOICES[random.below(3)] ?? "blank"));
const agreed = Array.from({ length: dossiers }, (_, dossier) => votes.filter((vote) => vote[dossier] === "agree").length);

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const begun = performance.now();
  const value = await work();
  return { ms: performance.now() - begun, value };
}

function line(name: string, ms: number, more = ""): void {
  process.stdout.write(`  ${name.padEnd(58)}${ms.toFixed(0).padStart(8)} ms${more}\n`);
}

async function ours(): Promise<Times & { keys: number }> {
  const made = await timed(() => Promise.all(Array.from({ length: dossiers }, () => makeBallotKey(BITS))));
  const keys = made.value;
  const papers = keys.map(({ publicKey }, dossier) => ({ ballot_id: `d-${dossier}`, public_key: publicKey }));
  const boxes = papers.map(({ ballot_id, public_key }) => {
    const publicKey = readPublicKey(public_key);
    if (publicKey === null) throw new Error("no key");
    return { open: { id: ballot_id, publicKey, options: CHOICES }, ballots: [] as { token: string; signature: string; choice: Choice }[] };
  });
  const times = { device: 0, server: 0, verifier: 0, keys: made.ms };
  for (const vote of votes) {
    for (const [dossier, paper] of papers.entries()) {
      const prepared = await timed(() => prepare(paper));
      const signed = await timed(() => unwrap(signBlinded(keys[dossier]?.privateKey ?? "", prepared.value.blinded)));
      const finished = await timed(() => finish({ ...prepared.value, ...paper, blind_signature: signed.value }));
      const box = boxes[dossier];
      const choice = vote[dossier] ?? "blank";
      const accepted = await timed(() => box && unwrap(acceptBallot(box.open, { ...finished.value, choice })));
      if (accepted.value) box?.ballots.push({ token: accepted.value.token, signature: accepted.value.signature, choice });
      times.device += prepared.ms + finished.ms;
      times.server += signed.ms + accepted.ms;
    }
  }
  const counted = await timed(() => boxes.map(({ open, ballots }, dossier) => publish(open.id, papers[dossier]?.public_key ?? "", ballots)));
  const verified = await timed(() => counted.value.map(verifyRecord));
  if (verified.value.some(({ valid, tally }, dossier) => !valid || tally.agree !== agreed[dossier])) throw new Error("our own count is wrong");
  return { ...times, server: times.server + counted.ms, verifier: verified.ms };
}

function publish(id: string, public_key: string, cast: BallotRecord["ballots"]): BallotRecord {
  const none = { agree: 0, disagree: 0, blank: 0 };
  const day = plainDate("2021-12-06");
  const council = { all: members, present: members, recused: 0 };
  const rule = { base: "all_members", at_least_percent: "90" } as const;
  const ballots = inBoardOrder(cast);
  const tally = countVotes(ballots, none, null);
  const ballot = { id, previous: null, title_sha256: null, options: CHOICES, opened_on: day, closed_on: day };
  return { format: FORMAT, ballot, public_key, members: council, roll: { size: members, issued: members }, rule, written: none, paper: null, ballots, tally, outcome: decideOutcome(rule, council, tally) };
}

/** Runs belenios-tool in a folder; gives what it prints. Throws with what it says when it fails. */
function belenios(cwd: string, args: readonly string[], input = ""): string {
  const done = spawnSync("belenios-tool", args, { cwd, input, encoding: "utf8", maxBuffer: 1 << 30, env: { ...process.env, BELENIOS_USE_URANDOM: "1" } });
  if (done.status !== 0) throw new Error(`belenios-tool ${args.join(" ")}: ${done.stderr}`);
  return done.stdout;
}

function theirs(cwd: string): Times & { setup: number } {
  const run = (args: readonly string[], input?: string) => belenios(cwd, args, input);
  const spent = (work: () => void): number => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  };
  const uuid = run(["setup", "generate-token"]).trim();
  const options = ["--uuid", uuid, "--group", GROUP];
  const rename = (ending: string, name: string) => renameSync(join(cwd, readdirSync(cwd).find((file) => file.endsWith(ending)) ?? ending), join(cwd, name));
  const setup = spent(() => {
    writeFileSync(join(cwd, "voters.txt"), votes.map((_, at) => `v${at}@example.vn,v${at}\n`).join(""));
    run(["setup", "generate-credentials", ...options, "--file", "voters.txt"]);
    rename(".pubcreds", "public_creds.json");
    run(["setup", "generate-trustee-key", "--group", GROUP]);
    rename(".pubkey", "public_keys.jsons");
    run(["setup", "make-trustees"]);
    const questions = Array.from({ length: dossiers }, (_, at) => ({ answers: CHOICES, min: 1, max: 1, question: `d-${at}` }));
    writeFileSync(join(cwd, "questions.json"), JSON.stringify({ description: "", name: "b", questions, administrator: "a", credential_authority: "c" }));
    run(["setup", "make-election", ...options, "--template", "questions.json"]);
    run(["archive", "init"]);
    for (const file of ["election.json", "trustees.json", "public_creds.json"]) rmSync(join(cwd, file), { force: true });
  });
  rename(".privcreds", "credentials.txt");
  const credentials = readFileSync(join(cwd, "credentials.txt"), "utf8").trim().split("\n").map((text) => text.split(" ")[1] ?? "");
  const times = { device: 0, server: 0, verifier: 0, setup };
  for (const [at, vote] of votes.entries()) {
    writeFileSync(join(cwd, "credential"), `${credentials[at]}\n`);
    writeFileSync(join(cwd, "choice"), JSON.stringify(vote.map((chosen) => CHOICES.map((choice) => (choice === chosen ? 1 : 0)))));
    let ballot = "";
    times.device += spent(() => {
      ballot = run(["election", "generate-ballot", "--privcred", "credential", "--ballot", "choice"]);
    });
    times.server += spent(() => run(["archive", "add-event", "--type=Ballot"], ballot));
  }
  // A server checks the proofs of every ballot that it takes: the tool does so for all of them at once.
  times.server += spent(() => run(["election", "verify"]));
  times.server += spent(() => {
    const event = (type: string, text: string) => run(["archive", "add-event", `--type=${type}`], text);
    event("EndBallots", "");
    event("EncryptedTally", run(["election", "compute-encrypted-tally"]));
    const key = readdirSync(cwd).find((file) => file.endsWith(".privkey")) ?? "";
    event("PartialDecryption", run(["election", "decrypt", "--privkey", key, "--trustee-id", "1"]));
    const result = run(["election", "compute-result"]);
    const { result: counted } = JSON.parse(result) as { result: number[][] };
    if (counted.some(([agree], dossier) => Number(agree) !== agreed[dossier])) throw new Error("Belenios counts otherwise");
    event("Result", result);
  });
  times.verifier = spent(() => run(["election", "verify"]));
  return times;
}

const mine = await ours();
process.stdout.write(`${members} members × ${dossiers} dossiers, RSA-${BITS}; one core unless said otherwise\nthidua\n`);
line("device, each member: blind and finalize, in a worker", mine.device / members);
line("server: blind signing, taking into the box, counting", mine.server);
line("server: keys, made ahead on all cores", mine.keys);
line("verifier", mine.verifier);
if (spawnSync("belenios-tool", ["--version"]).status !== 0) {
  process.stdout.write("belenios-tool is not on the PATH (Debian: apt-get install belenios-tool): no comparison.\n");
} else {
  const folder = mkdtempSync(join(tmpdir(), "thidua-belenios-"));
  try {
    const peer = theirs(folder);
    const ratio = (their: number, our: number): string => `   ${(their / our).toFixed(1)} × ours`;
    process.stdout.write(`belenios-tool ${spawnSync("belenios-tool", ["--version"], { encoding: "utf8" }).stdout.trim()}, ${GROUP}, one trustee\n`);
    line("device, each member: encrypt, prove and sign", peer.device / members, ratio(peer.device, mine.device));
    line("server: checking ballots, adding up, decrypting", peer.server, ratio(peer.server, mine.server));
    line("server, with the election's setup and our keys", peer.server + peer.setup, ratio(peer.server + peer.setup, mine.server + mine.keys));
    line("verifier", peer.verifier, ratio(peer.verifier, mine.verifier));
    const slower = peer.device < mine.device || peer.server < mine.server || peer.verifier < mine.verifier;
    process.stdout.write(`goal, at least as fast in every role: ${slower ? "MISSED" : "met"}\n`);
    if (slower) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
