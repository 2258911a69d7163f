import { formatDate, type PlainDate } from "../../../kernel/plain-date.ts";
import { say } from "../../../kernel/text.ts";
import { Bar, DaysLeft, Tag, usePage } from "../../../platform/html/kit.ts";
import { type CampaignStatus, STATUS_NAMES } from "../core/campaign.ts";

/** How many of the called units responded, in words and as a bar. */
export function Responded({ called, responded, late }: { called: number; responded: number; late?: boolean }) {
  const { t } = usePage();
  const text = t(say(`${responded}/${called} đơn vị hưởng ứng`, `${responded} of ${called} units responded`));
  return (
    <>
      <span class="small muted line">{text}</span>
      <Bar percent={called === 0 ? 0 : (responded * 100) / called} label={text} late={late ?? false} />
    </>
  );
}

/** Where a campaign stands: a draft, running with the days left to respond, how many are still silent after that, or closed. */
export function StateTag({ status, days_left, silent }: { status: CampaignStatus; days_left: number; silent: number }) {
  const { t } = usePage();
  switch (status) {
    case "draft":
      return <Tag look="wait">{t(STATUS_NAMES.draft)}</Tag>;
    case "closed":
      return <Tag look="ok">{t(STATUS_NAMES.closed)}</Tag>;
    case "launched":
      if (silent === 0) return <Tag look="ok">{t(say("Đã đủ đơn vị", "All responded"))}</Tag>;
      if (days_left < 0) return <Tag look="wait">{t(say(`${silent} đơn vị chưa hưởng ứng`, `${silent} units silent`))}</Tag>;
      return <DaysLeft days={days_left} />;
  }
}

/** A stretch of days as offices write it. */
export function Period({ from_on, to_on }: { from_on: PlainDate; to_on: PlainDate }) {
  return <>{`${formatDate(from_on)} – ${formatDate(to_on)}`}</>;
}
