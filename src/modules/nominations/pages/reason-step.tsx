import { say, type Text } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Form, SubmitButton, usePage } from "../../../platform/html/kit.ts";

/** A step that was refused: its path, and the reason that was typed for it. */
export type RefusedStep = { path: string; reason: string };

/** A step that needs its reason, about one dossier where `id` names it; when it was refused it stands open with what was typed and what is wrong. */
export function ReasonStep(props: { id: string | null; action: string; label: Text; button?: Text; refused: RefusedStep | null; failure: Failure | null }) {
  const { t } = usePage();
  const { id, action, label } = props;
  const mine = props.refused?.path === action ? props.refused : null;
  const wrong = mine === null ? undefined : props.failure?.fields?.["reason"];
  // Several of these stand on one page: only the one that was refused bears the id that the summary leads to.
  const at = mine === null ? `f-reason-${action.split("/").slice(2).join("-")}` : "f-reason";
  return (
    <details open={mine !== null}>
      <summary>{t(label)}</summary>
      <Form action={action}>
        {id !== null && <input type="hidden" name="nomination_ids[]" value={id} />}
        <div class={wrong === undefined ? "field" : "field wrong"}>
          <label for={at}>{t(say("Lý do", "Reason"))}</label>
          {wrong !== undefined && <p class="error" id={`${at}-error`}>{t(wrong)}</p>}
          <textarea id={at} name="reason" rows={3} {...(wrong === undefined ? {} : { "aria-invalid": true, "aria-describedby": `${at}-error` })}>{mine?.reason ?? ""}</textarea>
        </div>
        <div><SubmitButton look="plain">{t(props.button ?? label)}</SubmitButton></div>
      </Form>
    </details>
  );
}
