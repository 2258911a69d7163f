import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Day, Facts, Form, Link, SubmitButton, Tag, usePage } from "../../../platform/html/kit.ts";
import { words } from "../messages.ts";
import type { programmePage } from "../queries.ts";
import { Responded } from "./parts.tsx";
import type { View } from "./view.ts";

type ProgrammeView = View<typeof programmePage>;

/** The year's programme: theme, contents with their campaigns, who launched it, until when titles are registered. */
export function ProgrammePage({ view }: { view: ProgrammeView }) {
  const { t } = usePage();
  const { programme } = view;
  const outside = view.campaigns.filter((campaign) => campaign.kind === "campaign" && !view.contents.some((content) => content.no === campaign.content_no));
  return (
    <>
      <Breadcrumb trail={[{ href: "/campaigns", label: t(words.campaigns) }]} />
      {view.years.length > 1 && (
        <nav class="chips" aria-label={t(words.year)}>
          {view.years.map((entry) => <a href={`/programmes/${entry.year}`} aria-current={entry.year === programme.year ? "true" : undefined}>{entry.year}</a>)}
        </nav>
      )}
      <p class="muted small">
        {programme.launched_on === null ? <Tag look="wait">{t(say("Bản nháp", "Draft"))}</Tag> : <>{t(say("Phát động ngày", "Launched on"))} <Day on={programme.launched_on} />{programme.launched_at_event === null ? "" : `, ${programme.launched_at_event}`}</>}
      </p>
      <h1>{`“${programme.theme}”`}</h1>
      <div class="grid g-2">
        <div class="side">
          <Card title={t(say("Các nội dung thi đua", "Contents"))}>
            <ol class="contents">
              {view.contents.map((content) => {
                const campaigns = view.campaigns.filter((campaign) => campaign.kind === "campaign" && campaign.content_no === content.no);
                return (
                  <li>
                    <div>
                      {content.title}
                      {campaigns.map((campaign) => (
                        <span class="line"><a href={`/campaigns/${campaign.id}`}>{campaign.title}</a></span>
                      ))}
                    </div>
                    <div class="go">{campaigns.length > 0 && <Responded called={sum(campaigns, "called")} responded={sum(campaigns, "responded")} />}</div>
                  </li>
                );
              })}
            </ol>
          </Card>
          {outside.length > 0 && (
            <Card title={t(say("Phong trào khác trong năm", "Other campaigns of the year"))}>
              <ul class="plain-list">
                {outside.map((campaign) => <li><a href={`/campaigns/${campaign.id}`}>{campaign.title}</a> <Responded called={campaign.called} responded={campaign.responded} /></li>)}
              </ul>
            </Card>
          )}
        </div>
        <aside class="side">
          <ProgrammeActions view={view} />
          <Card title={t(say("Cùng phát động", "Launched by"))}>
            <ul class="plain-list">
              {view.launchers.map((launcher) => (
                <li>{launcher.name}{launcher.lawful && <span class="line small muted">{t(say("Có thẩm quyền phát động theo luật", "Has the power by law"))}</span>}</li>
              ))}
            </ul>
          </Card>
          <Card title={t(say("Hạn đăng ký danh hiệu", "Registration of titles"))}>
            <Facts
              facts={[
                [t(say("Theo năm công tác", "Calendar-year units")), <Day on={programme.registration_due_on} />],
                programme.school_registration_due_on === null ? null : [t(say("Theo năm học", "School-year units")), <Day on={programme.school_registration_due_on} />],
              ]}
            />
          </Card>
          <Listed title={t(say("Chào mừng", "Occasions"))} list={programme.occasions} />
          <Listed title={t(say("Cùng với", "Aims beside"))} list={programme.aims} />
        </aside>
      </div>
    </>
  );
}

function sum(list: readonly { called: number; responded: number }[], key: "called" | "responded"): number {
  return list.reduce((total, entry) => total + entry[key], 0);
}

function Listed({ title, list }: { title: string; list: readonly string[] }) {
  if (list.length === 0) return null;
  return (
    <Card title={title}>
      <ul class="plain-list">{list.map((line) => <li>{line}</li>)}</ul>
    </Card>
  );
}

function ProgrammeActions({ view }: { view: ProgrammeView }) {
  const { t } = usePage();
  const { may, programme } = view;
  if (!may.launch && !may.revise && !may.draft_campaign) return null;
  return (
    <Card title={t(say("Thao tác", "Actions"))}>
      <div class="work">
        {may.launch && (
          <Form action={`/programmes/${programme.year}/launch`} bare>
            <input type="hidden" name="programme_id" value={programme.id} />
            <SubmitButton confirm={t(say("Phát động chương trình?", "Launch the programme?"))}>{t(say("Phát động", "Launch"))}</SubmitButton>
          </Form>
        )}
        {may.revise && <Link href={`/programmes/${programme.year}/edit`} look="btn plain">{t(say("Sửa bản nháp", "Edit the draft"))}</Link>}
        {may.draft_campaign && <Link href="/campaigns/new">{t(say("Soạn phong trào", "Draft a campaign"))}</Link>}
        {may.draft_campaign && <Link href="/programmes/new">{t(say("Soạn chương trình năm khác", "Draft another year"))}</Link>}
      </div>
    </Card>
  );
}
