import { honourCatalogue } from "../../../engines/rulebook/index.ts";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Card, DateField, Day, ErrorSummary, Form, Select, SubmitButton, Table, Tag, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { honourName } from "../assess.ts";
import type { LocalRule, LocalRuleSays } from "../core/local-rules.ts";

const BASES = {
  all_members: say("tổng số thành viên", "all members"),
  present: say("số thành viên dự họp", "those present"),
  members_without_recused: say("tổng số thành viên, trừ người không được bỏ phiếu", "all members but the recused"),
} as const;

type Row = LocalRule & { readonly says: LocalRuleSays };

/** The rules that the province or district has set where national law leaves them: the list, and the form of a new one. */
export function LocalRulesPage({ rules, today, mayDeclare, typed, failure }: { rules: readonly Row[]; today: PlainDate; mayDeclare: boolean; typed: Typed; failure: Failure | null }) {
  const { t, lang } = usePage();
  const covers = (row: Row) => row.from_on <= today && (row.to_on === null || today < row.to_on);
  const replaced = (row: Row) => rules.some((other) => other.rule === row.rule && other.from_on > row.from_on && covers(other));
  return (
    <>
      <h1>{t(say("Quy định của địa phương", "Local rules"))}</h1>
      <p>{t(say(
        "Nơi luật để tỉnh, huyện quy định thì quy định ấy có hiệu lực như ghi dưới đây. Quy định của địa phương chỉ được chặt hơn luật: khai báo rộng hơn sẽ bị từ chối kèm điều luật.",
        "Where the law leaves a matter to the province or district, their rule applies as written here. A local rule may only narrow the law: a looser one is refused with the article.",
      ))}</p>
      <section class="card">
        <Table
          columns={[
            { head: t(say("Nội dung", "Rule")), cell: (row: Row) => <RuleText says={row.says} /> },
            { head: t(say("Văn bản", "Instrument")), cell: (row) => row.instrument },
            { head: t(say("Từ ngày", "From")), cell: (row) => <Day on={row.from_on} /> },
            { head: t(say("Không còn từ ngày", "No longer from")), cell: (row) => <Day on={row.to_on} /> },
            { head: t(say("Hiện nay", "Now")), cell: (row) => {
              if (covers(row) && !replaced(row)) return <Tag look="ok">{t(say("đang áp dụng", "in force"))}</Tag>;
              return <Tag look="info">{t(covers(row) ? say("đã thay thế", "replaced") : row.from_on > today ? say("chưa đến ngày", "not yet") : say("đã hết", "ended"))}</Tag>;
            } },
            ...(mayDeclare ? [{ head: t(say("Chấm dứt", "End")), cell: (row: Row) => (row.to_on === null ? <EndForm id={row.id} /> : null) }] : []),
          ]}
          rows={rules}
          empty={say("Chưa khai báo quy định nào.", "No local rule is declared.")}
        />
      </section>
      {mayDeclare && (
        <div class="after">
          <Card title={t(say("Khai báo quy định mới", "Declare a rule"))}>
            <ErrorSummary failure={failure} />
            <Form action="/local-rules">
              <Select
                name="rule" label={say("Về việc", "Matter")} typed={typed} failure={failure}
                options={[
                  { value: "grassroots_fighter_cap", label: t(say("Tỷ lệ Chiến sĩ thi đua cơ sở trên số Lao động tiên tiến", "Share of grassroots emulation fighters among advanced labourers")) },
                  { value: "council_vote", label: t(say("Tỷ lệ phiếu của Hội đồng đối với một danh hiệu, hình thức", "The council's vote for an honour")) },
                  { value: "processing", label: t(say("Thời hạn giải quyết hồ sơ, theo thủ tục của địa phương", "Working days for a received dossier")) },
                  { value: "public_notice", label: t(say("Thời gian công khai lấy ý kiến trước khi trình Hội đồng", "Public notice before the council")) },
                ]}
              />
              <Select
                name="honour" label={say("Danh hiệu, hình thức", "Honour")} hint={say("Chỉ cần khi khai báo tỷ lệ phiếu, thời gian công khai hoặc thời hạn giải quyết", "Only for a council's vote, a public notice or the days for a dossier")} typed={typed} failure={failure} optional
                options={honourCatalogue().map((entry) => ({ value: entry.id, label: honourName(entry.id, lang) }))}
              />
              <TextField name="value" label={say("Tỷ lệ, số ngày", "Share or days")} hint={say("Tỷ lệ danh sách: 12,5. Tỷ lệ phiếu: 70%, 2/3 hoặc >50%. Công khai: số ngày làm việc, từ 0 đến 60. Giải quyết hồ sơ: từ 1 đến 250", "Of a list: 12.5. Of a vote: 70%, 2/3 or >50%. Of a notice: working days, 0 to 60. For a dossier: 1 to 250")} typed={typed} failure={failure} width="s" />
              <Select name="base" label={say("Tính trên", "Taken of")} typed={typed} failure={failure} optional options={(Object.keys(BASES) as (keyof typeof BASES)[]).map((base) => ({ value: base, label: t(BASES[base]) }))} />
              <TextField name="quorum" label={say("Số dự họp tối thiểu", "Quorum")} hint={say("Ví dụ 2/3 tổng số thành viên: ghi 2/3", "For example 2/3 of all members: write 2/3")} typed={typed} failure={failure} width="s" optional />
              <TextField name="instrument" label={say("Văn bản: số, ngày, nơi ban hành", "Instrument: number, date, issuer")} hint={say("Ví dụ: Quyết định 12/2021/QĐ-UBND ngày 05/03/2021 của UBND tỉnh", "For example: Decision 12/2021/QĐ-UBND of 05/03/2021, People's Committee of the province")} typed={typed} failure={failure} />
              <div class="two">
                <DateField name="from_on" label={say("Có hiệu lực từ ngày", "In force from")} typed={typed} failure={failure} />
                <DateField name="to_on" label={say("Không còn hiệu lực từ ngày", "No longer in force from")} typed={typed} failure={failure} optional />
              </div>
              <SubmitButton>{t(say("Khai báo", "Declare"))}</SubmitButton>
            </Form>
          </Card>
        </div>
      )}
    </>
  );
}

function RuleText({ says }: { says: LocalRuleSays }) {
  const { t, lang } = usePage();
  const name = honourName(says.honour, lang);
  switch (says.kind) {
    case "quota":
      return <>{t(say(`${name}: không quá ${says.percent.replace(".", ",")} % số Lao động tiên tiến`, `${name}: at most ${says.percent} % of the advanced labourers`))}</>;
    case "vote": {
      const base = BASES[says.vote.base ?? "all_members"];
      const quorum = says.vote.quorum;
      return (
        <>
          {t(say(`Phiếu cho ${name}: từ ${says.vote.threshold} ${base.vi}`, `Vote for ${name}: ${says.vote.threshold} of ${base.en}`))}
          {quorum !== undefined && t(say(`, họp khi có ít nhất ${quorum} thành viên`, `, with a quorum of ${quorum}`))}
        </>
      );
    }
    case "processing":
      return <>{t(say(`${name}: giải quyết hồ sơ trong ${says.days} ngày làm việc kể từ ngày nhận`, `${name}: a dossier is worked on within ${says.days} working days of its receipt`))}</>;
    case "notice":
      return (
        <>
          {t(says.days === 0
            ? say(`${name}: không phải công khai lấy ý kiến trước khi trình Hội đồng`, `${name}: no public notice before the council`)
            : say(`${name}: công khai lấy ý kiến ${says.days} ngày làm việc trước khi trình Hội đồng`, `${name}: ${says.days} working days of public notice before the council`))}
        </>
      );
  }
}

function EndForm({ id }: { id: string }) {
  const { t } = usePage();
  const label = t(say("Không còn hiệu lực từ ngày, ví dụ 01/01/2022", "No longer in force from, for example 01/01/2022"));
  return (
    <Form action={`/local-rules/${id}/end`} bare>
      <span class="inline">
        <input name="to_on" aria-label={label} placeholder="dd/mm/yyyy" inputMode="numeric" />
        <SubmitButton look="plain">{t(say("Chấm dứt", "End"))}</SubmitButton>
      </span>
    </Form>
  );
}
