import { type Lang, say, type Text } from "../../kernel/text.ts";
import { verifyBackup } from "./verify/backup.ts";
import { verifyBallots } from "./verify/ballots.ts";
import { verifyCertificateFile } from "./verify/certificate.ts";
import { verifyPublishedLog } from "./verify/log.ts";
import { parseOptions, type VerifyAnswer } from "./verify/options.ts";

const USAGE = say(
  "Cách dùng: thidua verify certificate TỆP [--key KHÓA] [--checkpoint TỆP] [--site URL] | thidua verify log THƯ_MỤC|URL [--key KHÓA] [--since TỆP] | thidua verify ballots TỆP|URL | thidua verify backup TỆP. KHÓA là tệp chứa khóa công khai, mỗi dòng một khóa, hoặc chính khóa đó.",
  "Usage: thidua verify certificate FILE [--key KEY] [--checkpoint FILE] [--site URL] | thidua verify log DIR|URL [--key KEY] [--since FILE] | thidua verify ballots FILE|URL | thidua verify backup FILE. KEY is a file of public keys, one a line, or such a key itself.",
);

/**
 * `thidua verify`: takes the arguments after it; writes the answer as one line of JSON to standard
 * output and gives 0, or writes one sentence to standard error and gives 2 when the input is wrong.
 */
export async function run(args: string[]): Promise<number> {
  const lang: Lang = args.includes("--lang=en") || args[args.indexOf("--lang") + 1] === "en" ? "en" : "vi";
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(`${USAGE[lang]}\n`);
    return 0;
  }
  const [subject = "", ...rest] = args;
  const answer = await answerFor(subject, rest);
  for (const note of answer.notes) process.stderr.write(`${note[lang]}\n`);
  if (!answer.ok) {
    process.stderr.write(`${answer.error[lang]}\n`);
    return 2;
  }
  process.stdout.write(`${JSON.stringify(answer.value)}\n`);
  return 0;
}

async function answerFor(subject: string, rest: string[]): Promise<VerifyAnswer> {
  if (subject !== "certificate" && subject !== "log" && subject !== "ballots" && subject !== "backup") return refuse(USAGE);
  const options = parseOptions(rest, OPTIONS[subject]);
  if (!options.ok) return refuse(options.error);
  switch (subject) {
    case "certificate":
      return verifyCertificateFile(options.value);
    case "log":
      return verifyPublishedLog(options.value);
    case "ballots":
      return verifyBallots(options.value);
    case "backup":
      return verifyBackup(options.value);
  }
}

const OPTIONS = { certificate: ["key", "checkpoint", "site"], log: ["key", "since"], ballots: [], backup: [] } as const;

function refuse(error: Text): VerifyAnswer {
  return { ok: false, error, notes: [] };
}
