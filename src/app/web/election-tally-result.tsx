import { writeCitation } from "../../engines/calendar/index.ts";
import { type CandidateResult, type Problem, percentText, type TallyInput, type TallyOutput } from "../../engines/tally/index.ts";
import { say } from "../../kernel/text.ts";
import { Card, Day, Facts, Table, Tag, usePage } from "../../platform/html/kit.ts";
import { OUTCOMES } from "./election-words.ts";

/** Who is elected and why, what does not agree, what follows, each with its citation. */
export function TallyResult({ input, output }: { input: TallyInput; output: TallyOutput }) {
  const { t, lang } = usePage();
  const { outcome, totals, candidates, seats, elected, short, problems, next, cite } = output;
  const names = new Map(input.candidates.map(({ id, name }) => [id, name]));
  const { name, meaning, look } = OUTCOMES[outcome];
  const percent = (text: string) => `${lang === "vi" ? text.replace(".", ",") : text}\u2009%`;
  const count = (value: number) => value.toLocaleString(lang === "vi" ? "vi-VN" : "en-GB");
  return (
    <section id="result" class="stackable">
      <div class={`verdict ${look}`} role="status">
        <h2>{t(name)}</h2>
        <p>{t(meaning)} {t(say(`Trúng cử ${elected.length}/${seats}, còn thiếu ${short}.`, `${elected.length} of ${seats} elected, ${short} short.`))}</p>
        {next.kind !== "none" && (
          <p>
            {t(next.kind === "rerun" ? say("Bầu cử lại cho cả đơn vị", "A rerun of the whole constituency") : say(`Bầu cử thêm ${next.seats} đại biểu`, `An extra election of ${next.seats}`))}
            {t(say(", chậm nhất ngày ", ", at the latest on "))}<b><Day on={next.latest_on} /></b>{": "}
            {next.candidates.map((id) => names.get(id) ?? id).join(", ")}.
          </p>
        )}
        <p class="small">{t(say("Căn cứ: ", "Basis: "))}{cite.map((one) => writeCitation(one, lang)).join("; ")}</p>
      </div>
      {problems.length > 0 && (
        <Card title={t(say("Điều không khớp trong biên bản", "What does not agree in the minutes"))}>
          <ul class="find">
            {problems.map((problem: Problem) => (
              <li>
                <span class={`ic ${problem.severity === "error" ? "no" : "q"}`} aria-hidden="true">{problem.severity === "error" ? "✕" : "!"}</span>
                <div>
                  <b>{problem.area}</b>: {problem.text}{" "}
                  <Tag look={problem.severity === "error" ? "bad" : "wait"}>{t(problem.severity === "error" ? say("lỗi", "error") : say("cần giải trình", "to be explained"))}</Tag>
                  <span class="cite">{problem.cite.map((one) => writeCitation(one, lang)).join("; ")} · {problem.id}</span>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t(say("Người ứng cử, theo số phiếu", "Candidates, by votes"))}>
        <Table
          columns={[
            { head: t(say("Họ và tên", "Name")), cell: (row: CandidateResult) => <>{names.get(row.id) ?? row.id} {row.elected && <Tag look="ok">{t(say("trúng cử", "elected"))}</Tag>}</> },
            { head: t(say("Số phiếu", "Votes")), cell: (row) => count(row.votes), num: true },
            { head: t(say("Tỷ lệ trên phiếu hợp lệ", "Of valid ballots")), cell: (row) => percent(row.percent_of_valid), num: true },
            { head: t(say("Vì sao", "Why")), cell: (row) => row.reason },
          ]}
          rows={candidates}
        />
      </Card>
      <Card title={t(say("Số liệu của đơn vị bầu cử", "Figures of the constituency"))}>
        <Facts
          facts={[
            [t(say("Cử tri trong danh sách", "Listed voters")), count(totals.listed)],
            [t(say("Đã đi bầu", "Voted")), `${count(totals.voted)} (${percent(totals.turnout_percent)})`],
            [t(say("Phiếu phát ra", "Ballots issued")), count(totals.issued)],
            [t(say("Phiếu thu vào", "Ballots collected")), count(totals.collected)],
            [t(say("Phiếu hợp lệ", "Valid")), `${count(totals.valid)} (${percent(percentText(totals.valid, totals.collected))})`],
            [t(say("Phiếu không hợp lệ", "Invalid")), `${count(totals.invalid)} (${percent(totals.invalid_percent)})`],
          ]}
        />
      </Card>
    </section>
  );
}
