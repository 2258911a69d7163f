import { eq } from "drizzle-orm";
import { ballotIdOf, readPublicKey, verifyToken } from "../../engines/ballots/index.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { CHOICES, type Choice } from "./core/motion.ts";
import { ballotBox, ballotKeys, motions } from "./tables.ts";

/** What a device casts: nothing in it or around it says who. */
export type Cast = { readonly ballot_id: string; readonly token: string; readonly signature: string; readonly choice: Choice };

/** What came of it. `again`: the same ballot lies in the box already, so nothing was done and nothing is lost. */
export type CastAnswer = "taken" | "again" | "used_otherwise" | "not_open" | "not_ours";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Takes what was sent; gives it as a Cast, or null when it is none. */
export function readCast(json: unknown): Cast | null {
  if (json === null || typeof json !== "object") return null;
  const { ballot_id, token, signature, choice, ...more } = json as Record<string, unknown>;
  const known = CHOICES.find((entry) => entry === choice);
  if (typeof ballot_id !== "string" || !UUID.test(ballot_id) || typeof token !== "string" || token.length > 300 || typeof signature !== "string" || signature.length > 800 || known === undefined) return null;
  return Object.keys(more).length > 0 ? null : { ballot_id, token, signature, choice: known };
}

/**
 * Puts a ballot into its box. The one declared exception to the rule that every change is a command: no actor, no
 * cookie, no action, no log entry, no time and no number are written, because each of them would help to join a
 * member and a choice. The token is its own key against repeating.
 */
export function castBallot(database: Pick<Database, "inLocality">, locality: string, cast: Cast): Promise<CastAnswer> {
  return database.inLocality(locality, (tx) => putIn(tx, locality, cast));
}

async function putIn(tx: Tx, locality_id: string, { ballot_id, ...ballot }: Cast): Promise<CastAnswer> {
  // Held shared: the box cannot be closed between the look and the putting in.
  const [motion] = await tx.select({ status: motions.status }).from(motions).where(eq(motions.id, ballot_id)).for("share");
  const [key] = await tx.select({ public_key: ballotKeys.public_key }).from(ballotKeys).where(eq(ballotKeys.motion_id, ballot_id));
  const publicKey = key === undefined ? null : readPublicKey(key.public_key);
  if (motion === undefined || publicKey === null) return "not_ours";
  if (ballotIdOf(ballot.token) !== ballot_id || !verifyToken(publicKey, ballot.token, ballot.signature)) return "not_ours";
  const [lying] = await tx.select({ choice: ballotBox.choice }).from(ballotBox).where(eq(ballotBox.token, ballot.token));
  if (lying !== undefined) return lying.choice === ballot.choice ? "again" : "used_otherwise";
  if (motion.status !== "voting") return "not_open";
  const put = await tx.insert(ballotBox).values({ locality_id, motion_id: ballot_id, ...ballot }).onConflictDoNothing().returning({ choice: ballotBox.choice });
  if (put.length === 1) return "taken";
  // The same token came at the same moment and was first; what lies in the box is what that one chose.
  const [first] = await tx.select({ choice: ballotBox.choice }).from(ballotBox).where(eq(ballotBox.token, ballot.token));
  return first?.choice === ballot.choice ? "again" : "used_otherwise";
}
