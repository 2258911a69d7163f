import { say } from "../../../kernel/text.ts";
import type { Result } from "../../../kernel/result.ts";
import { Card, Kpi, Table, Tag, usePage } from "../../../platform/html/kit.ts";
import type { campaignBurden } from "../queries.ts";

type Answer = Awaited<ReturnType<typeof campaignBurden.run>>;
type BurdenView = Answer extends Result<infer V, infer _E> ? V : never;

/** The burden meter of a campaign: what is asked, of how many, how often, and what nobody used. */
export function BurdenCard({ view }: { view: BurdenView }) {
  const { t } = usePage();
  const { burden } = view;
  return (
    <Card title={t(say("Phong trào này đòi hỏi bao nhiêu", "What this campaign asks of units"))}>
      <div class="grid g-3">
        <Kpi figure={burden.cells.toLocaleString("vi-VN")} name={t(say("ô số liệu trong năm", "cells in the year"))} />
        <Kpi figure={burden.per_unit.toLocaleString("vi-VN")} name={t(say("ô mỗi đơn vị", "cells for each unit"))} />
        <Kpi figure={burden.unused_cells.toLocaleString("vi-VN")} name={t(say("ô chưa ai dùng đến", "cells that nobody used"))} />
      </div>
      {burden.unused_cells > 0 && view.campaign.status === "draft" && <p class="warn">{t(say("Có cột chưa ai dùng đến: cân nhắc bỏ trước khi phát động.", "Some columns were never used: consider leaving them out before the launch."))}</p>}
      <details>
        <summary>{t(say("Từng cột", "Each column"))}</summary>
        <Table
          columns={[
            { head: t(say("Cột", "Column")), cell: (row: BurdenView["burden"]["columns"][number]) => (row.kind === "response" ? t(say("Bản hưởng ứng", "The response")) : row.title) },
            { head: t(say("Đơn vị", "Units")), cell: (row) => row.units, num: true },
            { head: t(say("Lần một năm", "Times a year")), cell: (row) => row.times, num: true },
            { head: t(say("Ô", "Cells")), cell: (row) => row.cells, num: true },
            { head: t(say("Đã điền", "Filled")), cell: (row) => row.filled ?? "–", num: true },
            { head: t(say("Dùng vào", "Used by")), cell: (row) => (row.unused ? <Tag look="wait">{t(say("chưa ai dùng", "nobody"))}</Tag> : row.used_by === null || row.used_by.length === 0 ? "–" : row.used_by.join("; ")) },
          ]}
          rows={burden.columns}
        />
      </details>
    </Card>
  );
}
