import { say } from "../../../kernel/text.ts";
import { Card, DaysLeft, usePage } from "../../../platform/html/kit.ts";
import type { myReportsDue } from "../queries-reports.ts";
import type { View } from "./view.ts";

/** The figures that the visitor's own units have yet to report. */
export function Due({ due }: { due: View<typeof myReportsDue> }) {
  const { t } = usePage();
  if (due.length === 0) return null;
  return (
    <Card title={t(say("Số liệu đơn vị bạn cần báo cáo", "Figures your unit has to report"))}>
      <ul class="plain-list">
        {due.map((entry) => (
          <li>
            <a href={`/targets/report?unit=${entry.unit_id}&year=${entry.year}&month=${entry.month}`}>
              {t(say(`${entry.targets} chỉ tiêu, kỳ đến hết tháng ${entry.month}/${entry.year}`, `${entry.targets} targets, to the end of ${entry.month}/${entry.year}`))}
            </a>
            <span class="pair small"><span class="muted">{entry.unit_name}</span><span><DaysLeft days={entry.days_left} /></span></span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
