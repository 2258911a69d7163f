import { decimal, toVietnamese } from "../../../kernel/decimal.ts";
import { type Lang, say } from "../../../kernel/text.ts";
import { Day, Tag, type TagLook, usePage } from "../../../platform/html/kit.ts";
import type { CardContent } from "../core/content.ts";
import { className } from "../core/card-classes.ts";
import type { FourNumbers } from "../core/four-numbers.ts";
import { type RoundStatus, ROUND_STATUS_NAMES, SCORE_STAGES, STAGE_NAMES } from "../core/round.ts";
import { words } from "../messages.ts";

/** Points as people read them; a dash where there are none. */
export function Points({ of }: { of: string | null | undefined }) {
  return <>{of === null || of === undefined ? "–" : toVietnamese(decimal(of))}</>;
}

const LOOKS: Readonly<Record<RoundStatus, TagLook>> = { self: "wait", cross: "wait", appraised: "wait", agreed: "info", published: "ok" };

/** What a criterion or a group is called in the visitor's language, where the card has a name in it. */
export function titleIn(notes: CardContent["leaves"], criterion: { readonly id: string; readonly title?: string | undefined }, lang: Lang): string {
  return (lang === "en" ? notes[criterion.id]?.title_en : undefined) ?? criterion.title ?? "";
}

/** Where a round stands. */
export function RoundTag({ status }: { status: RoundStatus }) {
  const { t } = usePage();
  return <Tag look={LOOKS[status]}>{t(ROUND_STATUS_NAMES[status])}</Tag>;
}

/** The four numbers side by side, named. */
export function Four({ of }: { of: FourNumbers }) {
  const { t } = usePage();
  return (
    <ul class="four">
      {SCORE_STAGES.map((stage) => <li><span class="small">{t(STAGE_NAMES[stage])}</span><b><Points of={of[stage]} /></b></li>)}
    </ul>
  );
}

type Proof = { id: string; title: string; document_number: string | null; document_on: Parameters<typeof Day>[0]["on"]; file_id: string | null; on_site: boolean };

/** Documents that prove something; the scan opens for whoever may see it. */
export function Proofs({ of, open }: { of: readonly Proof[]; open: boolean }) {
  const { t } = usePage();
  if (of.length === 0) return <p class="muted small">{t(say("Chưa có tài liệu minh chứng.", "No evidence yet."))}</p>;
  return (
    <ul class="plain-list small">
      {of.map((entry) => (
        <li>
          {entry.file_id !== null && open ? <a href={`/scores/evidence/${entry.id}`}>{entry.title}</a> : entry.title}
          {entry.document_number !== null && <> · {t(say("số", "no."))} {entry.document_number}</>}
          {entry.document_on !== null && <> · <Day on={entry.document_on} /></>}
          {entry.on_site && <> · <Tag look="info">{t(words.onSite)}</Tag></>}
          {entry.file_id !== null && !open && <span class="muted"> · {t(say("có bản quét, đăng nhập để xem", "scan kept; sign in to see it"))}</span>}
        </li>
      ))}
    </ul>
  );
}

/** A class in words; a dash when none was reached. */
export function ClassName({ of }: { of: string | null }) {
  const { lang } = usePage();
  return <>{of === null ? "–" : className(of, lang)}</>;
}
