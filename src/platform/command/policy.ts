import type { Grant } from "./actor.ts";
import type { ReadContext } from "./context.ts";

/**
 * Who may run a command or a query, as a value: the same value decides, is listed in the API's
 * description, and drives the test of every role against every command.
 */
export type Policy<I> =
  | { readonly kind: "public" }
  | { readonly kind: "signed_in" }
  /** Shell access only: administration that must work before anybody can sign in. */
  | { readonly kind: "installation" }
  /** One of the roles, held on the unit that the input concerns or on one above it. */
  | {
      readonly kind: "roles";
      readonly roles: readonly string[];
      readonly unit: (context: ReadContext, input: I) => Promise<string | null> | string | null;
      /** Whether the installation itself may run it too. */
      readonly installation?: boolean;
    };

export const anyone: Policy<unknown> = { kind: "public" };
export const signedIn: Policy<unknown> = { kind: "signed_in" };
export const installationOnly: Policy<unknown> = { kind: "installation" };

/** Takes policy, context and input; gives whether the actor may, and by which grant. */
export async function judge<I>(
  policy: Policy<I>,
  context: ReadContext,
  input: I,
): Promise<{ allowed: boolean; grant: Grant | null }> {
  const { actor } = context;
  switch (policy.kind) {
    case "public":
      return { allowed: true, grant: null };
    case "signed_in":
      return { allowed: actor.kind === "user", grant: null };
    case "installation":
      return { allowed: actor.kind === "installation", grant: null };
    case "roles": {
      if (actor.kind === "installation") return { allowed: policy.installation === true, grant: null };
      if (actor.kind !== "user") return { allowed: false, grant: null };
      const candidates = actor.grants.filter((grant) => policy.roles.includes(grant.role));
      if (candidates.length === 0) return { allowed: false, grant: null };
      const unit_id = await policy.unit(context, input);
      if (unit_id === null) return { allowed: false, grant: null };
      for (const grant of candidates) {
        if (await context.isWithin(unit_id, grant.unit_id)) return { allowed: true, grant };
      }
      return { allowed: false, grant: null };
    }
  }
}

/** Says whether the actor holds one of the roles on the unit or above it: for buttons and seats; the command decides again. */
export async function mayAt(context: ReadContext, unit_id: string, roles: readonly string[]): Promise<boolean> {
  return (await judge({ kind: "roles", roles, unit: () => unit_id }, context, {})).allowed;
}

/** Gives the units on which the actor holds one of the roles, each once. */
export function unitsHeld(context: ReadContext, roles: readonly string[]): string[] {
  if (context.actor.kind !== "user") return [];
  return [...new Set(context.actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.unit_id))];
}
