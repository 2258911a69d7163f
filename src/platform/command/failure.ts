import { err, type Result } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";

/**
 * Why a command or a query gave no result, in words for the person who asked.
 * `invalid` wrong input, `forbidden` may not, `not_found` no such thing (or none that may be seen),
 * `conflict` the state does not allow it now, `refused` a binding check failed.
 */
export type Failure = {
  readonly code: "invalid" | "forbidden" | "not_found" | "conflict" | "refused";
  readonly message: Text;
  /** For `invalid`: the sentence for each field, by its path (`criteria.0.due_on`). */
  readonly fields?: Readonly<Record<string, Text>>;
};

/** Takes code and both wordings; gives the failed Result. */
export function fail(code: Failure["code"], vi: string, en: string): Result<never, Failure> {
  return err({ code, message: say(vi, en) });
}

/** Takes a field's path and both wordings; gives the failed Result that points at the field. */
export function failField(field: string, vi: string, en: string): Result<never, Failure> {
  const text = say(vi, en);
  return err({ code: "invalid", message: text, fields: { [field]: text } });
}

/** The HTTP status of each failure; the one place where they are mapped. */
export function statusOf(failure: Failure): 403 | 404 | 409 | 422 {
  switch (failure.code) {
    case "invalid":
      return 422;
    case "forbidden":
      return 403;
    case "not_found":
      return 404;
    case "conflict":
    case "refused":
      return 409;
  }
}
