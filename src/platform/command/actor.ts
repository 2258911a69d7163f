/** One role on one unit and everything beneath it; when it is held for another, whom the actor stands in for. */
export type Grant = {
  readonly role: string;
  readonly unit_id: string;
  readonly acting_for: { readonly user_id: string; readonly name: string } | null;
};

/**
 * Who asks: a signed-in user with all roles at once, the public, or the installation itself
 * (shell access: administration only, never a decision on anybody's award).
 */
export type Actor =
  | { readonly kind: "user"; readonly id: string; readonly name: string; readonly grants: readonly Grant[]; readonly person_id: string | null }
  | { readonly kind: "public" }
  | { readonly kind: "installation" };

export const PUBLIC: Actor = { kind: "public" };
export const INSTALLATION: Actor = { kind: "installation" };

/** The id under which an actor stands in actions and files. */
export function actorIdOf(actor: Actor): string {
  return actor.kind === "user" ? actor.id : actor.kind;
}

/** Says whether the actor holds one of the roles anywhere; for menus, never for permission. */
export function holdsAnywhere(actor: Actor, roles: readonly string[]): boolean {
  return actor.kind === "user" && actor.grants.some((grant) => roles.includes(grant.role));
}
