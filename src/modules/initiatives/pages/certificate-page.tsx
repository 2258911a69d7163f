import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Day, usePage } from "../../../platform/html/kit.ts";
import { SCOPE_NAMES } from "../core/status.ts";
import { words } from "../messages.ts";
import type { initiativePage } from "../queries.ts";
import { shownNumber } from "./initiative-page.tsx";
import type { View } from "./view.ts";

/** The recognitions of an initiative with a certificate for each author: the paper proves nothing by itself, the decision it names does. */
export function CertificatePage({ view }: { view: View<typeof initiativePage> }) {
  const { t, lang } = usePage();
  const { initiative } = view;
  return (
    <>
      <Breadcrumb trail={[{ href: "/initiatives", label: t(words.initiatives) }, { href: `/initiatives/${initiative.id}`, label: initiative.title }]} />
      {view.recognitions.map((recognition) => (
        <section class="seal">
          <p class="big">{recognition.recognised_by}</p>
          <h1>{t(words.certificate)}</h1>
          <p class="big">{initiative.title}</p>
          <p>{t(words.unit)}: {view.unit_name}. {t(words.year)}: {initiative.year}</p>
          <ul class="plain-list">
            {view.authors.map((author) => (
              <li>{author.full_name} ({shownNumber(author.share_percent, lang)} %) · <a href={`/initiatives/${initiative.id}/certificates/${recognition.scope}/${author.person_id}.pdf`}>{t(say("Giấy chứng nhận (PDF)", "Certificate (PDF)"))}<span class="unseen"> {author.full_name}</span></a></li>
            ))}
          </ul>
          <p>{t(words.scope)}: {t(SCOPE_NAMES[recognition.scope])}</p>
          <p>{t(say("Theo Quyết định số", "By decision number"))} {recognition.decision_number}, <Day on={recognition.decided_on} />{recognition.valid_until !== null && <>. {t(words.validUntil)} <Day on={recognition.valid_until} /></>}</p>
        </section>
      ))}
    </>
  );
}
