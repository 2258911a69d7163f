import type { CheckOutput } from "../../../engines/rulebook/index.ts";
import { formatDate, type PlainDate } from "../../../kernel/plain-date.ts";
import { say } from "../../../kernel/text.ts";
import { usePage } from "../../../platform/html/kit.ts";
import { writeCitation } from "../../honours/index.ts";
import { VERDICTS } from "./words.ts";

const ICONS = { pass: { css: "ok", sign: "✓", text: say("Đạt", "Met") }, fail: { css: "no", sign: "✕", text: say("Không đạt", "Not met") }, unknown: { css: "q", sign: "?", text: say("Chưa rõ", "Not known") } } as const;

const STANDINGS = {
  verified: null,
  local: say("quy định của địa phương", "local rule"),
  unverified: say("chưa đối chiếu văn bản: chỉ cảnh báo, không loại ai", "not verified: warns, never refuses"),
} as const;

/** What the law says of a dossier: the verdict first, each check as a sentence with its article beneath, what would mend it. */
export function Findings({ output, reckoned_on }: { output: CheckOutput; reckoned_on: PlainDate }) {
  const { t } = usePage();
  const verdict = VERDICTS[output.verdict];
  const deciding = output.checks.filter((check) => !check.alternative);
  const others = output.checks.filter((check) => check.alternative);
  const open = deciding.filter((check) => check.result !== "pass");
  const css = output.verdict === "eligible" ? "verdict ok" : output.verdict === "undetermined" ? "verdict q" : "verdict";
  return (
    <div>
      <div class={css}>
        <b>{t(verdict.text)}.</b>{" "}
        {open.length === 0
          ? t(say("Mọi điều kiện đều đạt.", "Every condition is met."))
          : t(say(`${open.length} điều kiện chưa đạt hoặc chưa rõ.`, `${open.length} conditions are not met or not known.`))}
        {output.remedy.length > 0 && <ul class="remedy">{output.remedy.map((sentence) => <li>{sentence}</li>)}</ul>}
      </div>
      <ul class="find">{deciding.map((check) => <FindingLine check={check} />)}</ul>
      {others.length > 0 && (
        <details>
          <summary>{t(say("Các cách đạt khác của tiêu chuẩn này", "Other ways to qualify"))}</summary>
          <ul class="find also">{others.map((check) => <FindingLine check={check} />)}</ul>
        </details>
      )}
      <p class="small muted">
        {t(say(`Theo quy định có hiệu lực ngày ${formatDate(reckoned_on)}.`, `By the law in force on ${formatDate(reckoned_on)}.`))}{" "}
        <a href={`/standards/${output.honour}?on=${reckoned_on}`}>{t(say("Xem toàn bộ tiêu chuẩn", "See the whole standard"))}</a>
      </p>
    </div>
  );
}

function FindingLine({ check }: { check: CheckOutput["checks"][number] }) {
  const { t, lang } = usePage();
  const icon = ICONS[check.result];
  const standing = STANDINGS[check.status];
  return (
    <li>
      <span class={`ic ${icon.css}`} role="img" aria-label={t(icon.text)}>{icon.sign}</span>
      <div>
        <b>{check.needed}</b> {check.found}
        <span class="cite">
          {check.cite.map((cite) => writeCitation(cite, lang)).join("; ")}
          {standing && ` (${t(standing)})`}
        </span>
      </div>
    </li>
  );
}
