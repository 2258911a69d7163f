import { say } from "../../../kernel/text.ts";
import { Card, usePage } from "../../../platform/html/kit.ts";
import type { targetsOfCampaign } from "../queries.ts";
import type { View } from "./view.ts";
import { TargetTable } from "./year-page.tsx";

/** The targets that a campaign was to move, with what came of them; for the campaign's page. Nothing when there are none. */
export function TargetsOfCampaign({ view }: { view: View<typeof targetsOfCampaign> }) {
  const { t } = usePage();
  if (view.rows.length === 0) return null;
  const { exceeded, met, not_met } = view.counts;
  return (
    <Card title={t(say("Chỉ tiêu mà phong trào thúc đẩy", "Targets this campaign was to move"))}>
      <p class="muted">{t(say(`${view.rows.length} chỉ tiêu: vượt ${exceeded}, đạt ${met}, không đạt ${not_met}.`, `${view.rows.length} targets: ${exceeded} exceeded, ${met} met, ${not_met} not met.`))}</p>
      <TargetTable rows={view.rows} caption={t(say("Kế hoạch và kết quả", "Plans and results"))} />
    </Card>
  );
}
