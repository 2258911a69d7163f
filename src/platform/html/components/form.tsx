import type { ComponentChildren } from "preact";
import { formatDate, parsePlainDate } from "../../../kernel/plain-date.ts";
import { say, type Text } from "../../../kernel/text.ts";
import type { Failure } from "../../command/failure.ts";
import { type Children, usePage } from "../page.tsx";

/** What a person typed before, by field name: forms show it again after a failure, nothing is lost. */
export type Typed = Readonly<Record<string, unknown>>;

const words = {
  problem: say("Chưa thực hiện được", "There is a problem"),
  optional: say("không bắt buộc", "optional"),
  choose: say("Chọn…", "Choose…"),
  dateHint: say("Ví dụ 20/12/2021", "For example 20/12/2021"),
};

/** A form that posts, with its CSRF token and transaction id. `bare` leaves out the usual spacing. */
export function Form(props: Children & { action: string; bare?: boolean; upload?: boolean; id?: string; live?: string }) {
  const page = usePage();
  return (
    <form
      method="post"
      action={props.action}
      id={props.id}
      class={props.bare ? "bare" : "form"}
      encType={props.upload ? "multipart/form-data" : undefined}
      data-live={props.live}
      noValidate
    >
      <input type="hidden" name="csrf" value={page.csrf} />
      <input type="hidden" name="transaction_id" value={page.newTransactionId()} />
      {props.children}
    </form>
  );
}

/** The button that sends a form. */
export function SubmitButton(props: Children & { look?: "main" | "plain" | "quiet" | "danger"; name?: string; value?: string; confirm?: string }) {
  const look = props.look ?? "main";
  const css = look === "main" ? "btn" : look === "quiet" ? "quiet" : `btn ${look}`;
  return (
    <button type="submit" class={css} name={props.name} value={props.value} data-confirm={props.confirm}>
      {props.children}
    </button>
  );
}

/** What went wrong, above the form, each sentence leading to its field. */
export function ErrorSummary({ failure }: { failure: Failure | null | undefined }) {
  const { t } = usePage();
  if (!failure) return null;
  const entries = Object.entries(failure.fields ?? {});
  return (
    <div class="errors" role="alert" tabIndex={-1}>
      <h2>{t(words.problem)}</h2>
      <p>{t(failure.message)}</p>
      {entries.length > 0 && (
        <ul>
          {entries.map(([name, text]) => (
            <li><a href={`#f-${name}`}>{t(text)}</a></li>
          ))}
        </ul>
      )}
    </div>
  );
}

type FieldProps = {
  name: string;
  label: Text;
  hint?: Text;
  failure?: Failure | null;
  typed?: Typed;
  optional?: boolean;
};

function Labelled(props: FieldProps & { children: (attributes: { id: string; "aria-describedby"?: string; "aria-invalid"?: boolean }) => ComponentChildren }) {
  const { t } = usePage();
  const id = `f-${props.name}`;
  const error = props.failure?.fields?.[props.name];
  const described = [props.hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={id}>
        {t(props.label)}
        {props.optional && <span class="muted small"> ({t(words.optional)})</span>}
      </label>
      {props.hint && <p class="hint" id={`${id}-hint`}>{t(props.hint)}</p>}
      {error && <p class="error" id={`${id}-error`}>{t(error)}</p>}
      {props.children({ id, ...(described ? { "aria-describedby": described } : {}), ...(error ? { "aria-invalid": true } : {}) })}
    </div>
  );
}

/** Gives what was typed for a field as text. Paths like `criteria.0.text` look into lists. */
export function typedText(typed: Typed | undefined, name: string): string {
  let value: unknown = typed;
  for (const key of name.split(".")) {
    value = value !== null && typeof value === "object" ? (value as Record<string, unknown>)[key] : undefined;
  }
  if (value === null || value === undefined || typeof value === "object") return "";
  return String(value);
}

/** One line of text. */
export function TextField(
  props: FieldProps & { type?: "text" | "password"; autocomplete?: string; width?: "s" | "m"; inputMode?: "numeric" | "text" | "email"; value?: string },
) {
  return (
    <Labelled {...props}>
      {(attributes) => (
        <input
          {...attributes}
          name={props.name}
          // The types of JSX tell text and password apart by attributes that neither uses here.
          type={(props.type ?? "text") as "text"}
          value={props.type === "password" ? "" : (props.value ?? typedText(props.typed, props.name))}
          autocomplete={props.autocomplete ?? "off"}
          inputMode={props.inputMode}
          class={props.width ? `w-${props.width}` : undefined}
          spellcheck={false}
        />
      )}
    </Labelled>
  );
}

/** A date, typed as dd/mm/yyyy: a plain field keeps also what is not a date, so that nothing typed is lost. */
export function DateField(props: FieldProps) {
  const typed = typedText(props.typed, props.name);
  const date = parsePlainDate(typed);
  return <TextField {...props} width="s" inputMode="numeric" hint={props.hint ?? words.dateHint} value={date ? formatDate(date) : typed} />;
}

/** Several lines of text. */
export function TextArea(props: FieldProps & { rows?: number }) {
  return (
    <Labelled {...props}>
      {(attributes) => (
        <textarea {...attributes} name={props.name} rows={props.rows ?? 4}>{typedText(props.typed, props.name)}</textarea>
      )}
    </Labelled>
  );
}

export type Option = { value: string; label: string; group?: string };

/** One choice out of a list; `blank` starts with none chosen. */
export function Select(props: FieldProps & { options: readonly Option[]; blank?: boolean }) {
  const { t } = usePage();
  const chosen = typedText(props.typed, props.name);
  const groups = [...new Set(props.options.map((option) => option.group))];
  const shown = (group: string | undefined) =>
    props.options
      .filter((option) => option.group === group)
      .map((option) => <option value={option.value} selected={option.value === chosen}>{option.label}</option>);
  return (
    <Labelled {...props}>
      {(attributes) => (
        <select {...attributes} name={props.name}>
          {(props.blank ?? true) && <option value="">{t(words.choose)}</option>}
          {groups.map((group) => (group === undefined ? shown(group) : <optgroup label={group}>{shown(group)}</optgroup>))}
        </select>
      )}
    </Labelled>
  );
}

/** A single box to tick. */
export function Checkbox(props: { name: string; label: Text; typed?: Typed; value?: string; checked?: boolean; hint?: Text }) {
  const { t } = usePage();
  const typed = typedText(props.typed, props.name);
  const checked = props.checked ?? (typed === "on" || typed === "true");
  const id = `f-${props.name}${props.value ? `-${props.value}` : ""}`;
  return (
    <div class="check">
      <input type="checkbox" id={id} name={props.name} value={props.value ?? "on"} checked={checked} />
      <label for={id}>
        {t(props.label)}
        {props.hint && <span class="hint">{t(props.hint)}</span>}
      </label>
    </div>
  );
}

/** A file to choose. */
export function FileField(props: FieldProps & { accept: string }) {
  return (
    <Labelled {...props}>{(attributes) => <input {...attributes} type="file" name={props.name} accept={props.accept} />}</Labelled>
  );
}
