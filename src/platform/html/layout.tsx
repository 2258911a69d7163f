import { formatDate } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import { Form, SubmitButton } from "./components/form.tsx";
import { type Children, usePage } from "./page.tsx";

const words = {
  emulation: say("Thi đua, khen thưởng", "Emulation and commendation"),
  main: say("Chính", "Main"),
  skip: say("Đến nội dung chính", "Skip to the content"),
  demonstration: say("Dữ liệu trình diễn, ngày trình diễn", "Demonstration data, demonstration date"),
  changeDate: say("Đổi ngày", "Change the date"),
  signIn: say("Đăng nhập", "Sign in"),
  signOut: say("Đăng xuất", "Sign out"),
  other: say("English", "Tiếng Việt"),
  log: say("Nhật ký minh bạch", "Transparency log"),
  standards: say("Tiêu chuẩn khen thưởng", "Standards"),
  election: say("Bầu cử", "Election"),
  verify: say("Xác minh giấy khen", "Verify a certificate"),
  api: say("Giao diện lập trình", "API"),
  committee: say("Cơ quan thường trực: Phòng Nội vụ", "Standing body: Home Affairs Office"),
  account: say("Tài khoản", "Account"),
};

/** The whole page around its content: the authority first, one woven band, the menu, the demonstration's strip. */
export function Layout({ title, wide, children }: Children & { title: string; wide?: boolean }) {
  const page = usePage();
  const { t, lang, locality } = page;
  const name = lang === "vi" ? locality.name : locality.name_en;
  const otherLang = lang === "vi" ? "en" : "vi";
  const switched = `${page.path.split("?")[0]}?lang=${otherLang}`;
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{`${title} · ${name}`}</title>
        <link rel="stylesheet" href="/assets/look.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="alternate" type="application/atom+xml" href="/feed.atom" />
        <script src="/assets/enhance.js" defer />
      </head>
      <body>
        <a class="skip" href="#main">{t(words.skip)}</a>
        <header class="top">
          <div class="wrap">
            <a class="who" href="/">
              {name}
              <small>{t(words.emulation)}</small>
            </a>
            <nav aria-label={t(words.main)}>
              {page.navigation.map((entry) => (
                <a href={entry.href} aria-current={entry.current ? "page" : undefined}>{t(entry.label)}</a>
              ))}
            </nav>
            <div class="me">
              {page.actor.kind === "user" ? (
                <>
                  <a href="/account" title={t(words.account)}>{page.actor.name}</a>
                  <Form action="/sign-out" bare>
                    <SubmitButton look="quiet">{t(words.signOut)}</SubmitButton>
                  </Form>
                </>
              ) : (
                <a href="/sign-in">{t(words.signIn)}</a>
              )}
            </div>
          </div>
        </header>
        <div class="band" />
        {page.demonstration_on !== null && (
          <div class="demo">
            <div class="wrap">
              {t(words.demonstration)} <b>{formatDate(page.demonstration_on)}</b>. <a href="/demonstration">{t(words.changeDate)}</a>
            </div>
          </div>
        )}
        <main id="main" class={wide ? "wrap wide" : "wrap"} tabIndex={-1}>
          {page.notice !== null && <p class="notice" role="status">{page.notice}</p>}
          {children}
        </main>
        <footer>
          <div class="wrap">
            <span>{name}. {t(words.committee)}.</span>
            <nav>
              <a href="/verify">{t(words.verify)}</a>
              <a href="/standards">{t(words.standards)}</a>
              <a href="/election/calendar">{t(words.election)}</a>
              <a href="/log">{t(words.log)}</a>
              <a href="/api/docs">{t(words.api)}</a>
              <a href={switched} hreflang={otherLang}>{t(words.other)}</a>
            </nav>
          </div>
        </footer>
      </body>
    </html>
  );
}
