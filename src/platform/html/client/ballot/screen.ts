import type { Lang, Text } from "../../../../kernel/text.ts";
import type { Choice, Paper } from "./protocol.ts";
import { choiceWords, words } from "./words.ts";

/** One line of a receipt. */
export type ReceiptLine = { readonly title: string; readonly code: string };

/**
 * Draws the voting page into its element. There is no form in it: nothing that is chosen could ever be sent by the
 * browser itself, with its cookie, whatever fails.
 */
export class Screen {
  constructor(
    private readonly root: HTMLElement,
    private readonly lang: Lang,
  ) {
    // What happens is read aloud as well.
    root.setAttribute("aria-live", "polite");
  }

  /** Shows one sentence, as a plain remark, a success or a warning; a count after it where something goes on. */
  say(text: Text, look: "" | "notice" | "warn" = "", count?: { readonly done: number; readonly of: number }): void {
    this.root.replaceChildren(this.sentence(text, look, count));
  }

  /** Shows a sentence and a button; gives when the button is pressed. */
  ask(text: Text, button: Text, look: "" | "notice" | "warn" = ""): Promise<void> {
    return new Promise((resolve) => {
      this.root.replaceChildren(this.sentence(text, look), this.actions([this.button(button, resolve)]));
    });
  }

  /** Puts a warning with the titles it is about above what is shown. */
  warn(text: Text, titles: readonly string[]): void {
    if (titles.length === 0) return;
    const list = make("ul", {}, ...titles.map((title) => make("li", {}, title)));
    this.root.prepend(make("div", { class: "warn" }, this.sentence(text), list));
  }

  /** Shows the ballots; gives the choices when every ballot has one and the button was pressed. */
  vote(papers: readonly Paper[]): Promise<ReadonlyMap<string, Choice>> {
    const fieldsets = papers.map((paper, at) => this.paper(paper, at));
    return new Promise((resolve) => {
      const press = () => {
        const choices = new Map<string, Choice>();
        for (const [at, { ballot_id, options }] of papers.entries()) {
          const chosen = fieldsets[at]?.querySelector<HTMLInputElement>("input:checked")?.value;
          const choice = options.find((option) => option === chosen);
          const error = fieldsets[at]?.querySelector<HTMLElement>(".error");
          if (error) error.hidden = choice !== undefined;
          if (choice !== undefined) choices.set(ballot_id, choice);
        }
        if (choices.size === papers.length) return resolve(choices);
        fieldsets.find((fieldset) => fieldset.querySelector("input:checked") === null)?.querySelector("input")?.focus();
      };
      this.root.replaceChildren(
        make("div", { class: "form" }, this.sentence(words.secret), ...fieldsets, this.actions([this.button(words.cast, press)])),
      );
    });
  }

  /** Shows that it is over, with `all` that every ballot is in the box, and the way to the receipt, which is shown once and leaves no trace behind it. */
  done(lines: readonly ReceiptLine[], boardAt: string, all: boolean): void {
    const show = () => this.receipt(lines, boardAt);
    const buttons = lines.length === 0 ? [] : [this.button(words.showReceipt, show, "btn plain")];
    const said = all ? [this.sentence(words.castDone, "notice")] : [];
    this.root.replaceChildren(...said, this.actions([...buttons, this.boardLink(boardAt)]));
  }

  private receipt(lines: readonly ReceiptLine[], boardAt: string): void {
    const list = lines.map(({ title, code }) => make("li", {}, title, make("span", { class: "line code" }, code)));
    const copied = make("span", { role: "status" });
    const copy = async () => {
      await navigator.clipboard.writeText(lines.map(({ title, code }) => `${code}  ${title}`).join("\n"));
      copied.textContent = words.copied[this.lang];
    };
    this.root.replaceChildren(
      make("h2", {}, words.receipt[this.lang]),
      this.sentence(words.receiptHint),
      make("ul", { class: "plain-list" }, ...list),
      this.actions([this.button(words.print, () => window.print(), "btn plain"), this.button(words.copy, () => void copy(), "btn plain"), copied, this.boardLink(boardAt)]),
    );
  }

  private paper({ title, options }: Paper, at: number): HTMLElement {
    const choices = options.map((option) => {
      const id = `ballot-${at}-${option}`;
      return make("div", { class: "check" }, make("input", { type: "radio", id, name: `ballot-${at}`, value: option }), make("label", { for: id }, choiceWords(option)[this.lang]));
    });
    const error = make("p", { class: "error", hidden: "", role: "alert" }, words.choose[this.lang]);
    const fieldset = make("fieldset", {}, make("legend", {}, title), error, ...choices);
    fieldset.addEventListener("change", () => {
      error.hidden = true;
    });
    return fieldset;
  }

  private sentence(text: Text, look = "", count?: { readonly done: number; readonly of: number }): HTMLElement {
    return make("p", look === "" ? {} : { class: look }, count === undefined ? text[this.lang] : `${text[this.lang]}: ${count.done}/${count.of}.`);
  }

  private button(text: Text, press: () => void, look = "btn"): HTMLElement {
    const button = make("button", { type: "button", class: look }, text[this.lang]);
    button.addEventListener("click", press);
    return button;
  }

  private boardLink(address: string): HTMLElement {
    return make("a", { href: address }, words.board[this.lang]);
  }

  private actions(parts: readonly HTMLElement[]): HTMLElement {
    return make("div", { class: "actions" }, ...parts);
  }
}

function make(tag: string, attributes: { readonly [name: string]: string }, ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
