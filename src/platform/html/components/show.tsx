import type { ComponentChildren } from "preact";
import { formatDate, type PlainDate } from "../../../kernel/plain-date.ts";
import { say, type Text } from "../../../kernel/text.ts";
import { type Children, usePage } from "../page.tsx";

/** A link that leads only inside the product, by http(s), or by mail: never `javascript:`. */
export function Link({ href, children, look, download }: Children & { href: string; look?: "btn" | "btn plain"; download?: boolean }) {
  const safe = /^(\/(?!\/)|#|\?|https?:\/\/|mailto:)/.test(href) ? href : "#";
  return <a href={safe} class={look} download={download}>{children}</a>;
}

/** Where the page stands. */
export function Breadcrumb({ trail }: { trail: readonly { href: string; label: string }[] }) {
  return (
    <p class="small crumbs">
      {trail.map((entry) => (
        <>
          <a href={entry.href}>{entry.label}</a>
          <span aria-hidden="true"> › </span>
        </>
      ))}
    </p>
  );
}

/** A white card. */
export function Card({ title, children, scroll }: Children & { title?: string; scroll?: boolean }) {
  return (
    <section class={scroll ? "card scroll" : "card"}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}

export type TagLook = "ok" | "wait" | "bad" | "info";

/** A state in one or two words. */
export function Tag({ look, children }: Children & { look: TagLook }) {
  return <span class={`tag t-${look}`}>{children}</span>;
}

/** A figure with its name; leads somewhere when `href` stands. */
export function Kpi({ figure, name, href }: { figure: ComponentChildren; name: ComponentChildren; href?: string }) {
  return (
    <div class="card">
      <div class="kpi">{figure}</div>
      {href ? <a href={href}>{name}</a> : name}
    </div>
  );
}

/** How far something has come, 0 to 100, said in words too. */
export function Bar({ percent, label, late }: { percent: number; label?: string; late?: boolean }) {
  const width = Math.max(0, Math.min(100, Math.floor(percent)));
  const css = late ? "bar late" : width === 100 ? "bar done" : "bar";
  return (
    <svg class={css} role="img" aria-label={label ?? `${width}\u2009%`} viewBox="0 0 100 8" preserveAspectRatio="none">
      <rect class="track" width="100" height="8" />
      <rect class="fill" width={width} height="8" />
    </svg>
  );
}

/** The steps of a dossier: what is past, where it stands, what comes. */
export function Steps({ steps }: { steps: readonly { label: string; state: "past" | "now" | "next" }[] }) {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li class={step.state === "past" ? "past" : undefined} aria-current={step.state === "now" ? "step" : undefined}>{step.label}</li>
      ))}
    </ol>
  );
}

/** A table; on a phone each row becomes a small card. Columns marked `num` hold figures. */
export function Table<R>(props: {
  caption?: string;
  columns: readonly { head: string; cell: (row: R) => ComponentChildren; num?: boolean }[];
  rows: readonly R[];
  empty?: Text;
}) {
  const { t } = usePage();
  return (
    <div class="scroll">
      <table class="stack">
        {props.caption && <caption>{props.caption}</caption>}
        <thead>
          <tr>{props.columns.map((column) => <th scope="col" class={column.num ? "num" : undefined}>{column.head}</th>)}</tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr>
              {props.columns.map((column) => <td class={column.num ? "num" : undefined} data-head={column.head}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {props.rows.length === 0 && <p class="muted">{t(props.empty ?? say("Chưa có gì ở đây.", "Nothing here yet."))}</p>}
    </div>
  );
}

/** Names and values in two columns. */
export function Facts({ facts }: { facts: readonly (readonly [string, ComponentChildren] | null)[] }) {
  return (
    <dl class="facts">
      {facts.map((fact) => fact && (
        <>
          <dt>{fact[0]}</dt>
          <dd>{fact[1]}</dd>
        </>
      ))}
    </dl>
  );
}

/** A date as offices write it; `–` when there is none. */
export function Day({ on }: { on: PlainDate | null | undefined }) {
  return on ? <time dateTime={on}>{formatDate(on)}</time> : <>–</>;
}

/** How many days are left, or late, as a tag. */
export function DaysLeft({ days }: { days: number }) {
  const { t } = usePage();
  if (days < 0) return <Tag look="bad">{t(say(`Trễ ${-days} ngày`, `${-days} days late`))}</Tag>;
  if (days === 0) return <Tag look="wait">{t(say("Hôm nay là hạn", "Due today"))}</Tag>;
  return <Tag look={days <= 7 ? "wait" : "info"}>{t(say(`Còn ${days} ngày`, `${days} days left`))}</Tag>;
}

/** Pages of a long list: links to those before and after, and which one this is. */
export function Pagination({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  const { t } = usePage();
  if (pages <= 1) return null;
  return (
    <nav class="pages" aria-label={t(say("Trang", "Pages"))}>
      {page > 1 && <a href={href(page - 1)} rel="prev">{t(say("‹ Trang trước", "‹ Previous"))}</a>}
      <span>{t(say(`Trang ${page}/${pages}`, `Page ${page} of ${pages}`))}</span>
      {page < pages && <a href={href(page + 1)} rel="next">{t(say("Trang sau ›", "Next ›"))}</a>}
    </nav>
  );
}
