import { say } from "../../kernel/text.ts";

/** Every command of `thidua`: what it is for, and where it lives. Modules load only when asked for. */
const COMMANDS: Record<string, { about: { vi: string; en: string }; load: () => Promise<{ run(args: string[]): Promise<number | undefined> }> }> = {
  start: { about: say("khởi động (mặc định của npm start)", "start the product"), load: () => import("./start.ts") },
  check: { about: say("xét một người, tập thể theo luật", "check a candidate against the law"), load: () => import("./check.ts") },
  bonus: { about: say("tiền thưởng của một danh hiệu, hình thức", "the reward money of an award"), load: () => import("./bonus.ts") },
  "ballot-count": { about: say("kết quả bỏ phiếu của Hội đồng", "the outcome of a council's vote"), load: () => import("./ballot-count.ts") },
  score: { about: say("chấm điểm, xếp loại, xếp hạng theo bảng chấm", "points, class and rank by a scorecard"), load: () => import("./score.ts") },
  calendar: { about: say("lịch bầu cử theo luật", "the legal calendar of an election"), load: () => import("./calendar.ts") },
  tally: { about: say("kiểm biên bản kiểm phiếu, xác định người trúng cử", "check counting minutes and find who is elected"), load: () => import("./tally.ts") },
  verify: { about: say("xác minh giấy khen, nhật ký, phiếu kín", "verify a certificate, the log or a ballot"), load: () => import("./verify.ts") },
  user: { about: say("tài khoản: add, role, password, list", "users: add, role, password, list"), load: () => import("./user.ts") },
  backup: { about: say("sao lưu toàn bộ ra một tệp", "back everything up into one file"), load: () => import("./backup.ts") },
  restore: { about: say("khôi phục từ tệp sao lưu", "restore from a backup file"), load: () => import("./restore.ts") },
  api: { about: say("gọi một lệnh hay truy vấn của sản phẩm đang chạy", "call a command or query of the running product"), load: () => import("./api.ts") },
};

/** Takes the arguments after `thidua`; gives the exit status, or undefined when the product goes on running. */
export async function main(args: string[]): Promise<number | undefined> {
  const [name, ...rest] = args;
  const english = args.includes("--lang=en") || args[args.indexOf("--lang") + 1] === "en";
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(`${help(english)}\n`);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const known = Object.keys(COMMANDS).join(", ");
    process.stderr.write(english ? `No command “${name}”. There are: ${known}.\n` : `Không có lệnh “${name}”. Các lệnh: ${known}.\n`);
    return 2;
  }
  const { run } = await command.load();
  return run(rest);
}

function help(english: boolean): string {
  const lines = Object.entries(COMMANDS).map(([name, { about }]) => `  ${name.padEnd(14)}${english ? about.en : about.vi}`);
  return english
    ? `thidua <command> …\n\n${lines.join("\n")}\n\n--lang en gives English texts. thidua <command> --help says more.`
    : `thidua <lệnh> …\n\n${lines.join("\n")}\n\n--lang en để đọc tiếng Anh. thidua <lệnh> --help để biết thêm.`;
}
