/**
 * The outcome of something that may fail for a reason a person can act on.
 * A bug throws; what can be expected is a value (STYLE habit 7).
 */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Takes a value, gives a successful Result of it. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** Takes an error, gives a failed Result of it. */
export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}

/** Gives the value of a Result; throws when it failed. Only for places where failing would be a bug. */
export function unwrap<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value;
  throw new Error(`unexpected failure: ${JSON.stringify(result.error)}`);
}

/** Marks a branch that the types make impossible. Takes the impossible value, never returns. */
export function unreachable(value: never): never {
  throw new Error(`unreachable value: ${JSON.stringify(value)}`);
}
