import { createHash } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { and, eq, lt, sql } from "drizzle-orm";
import type { Random } from "../../kernel/prng.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type Clock, instantAfter } from "../../platform/clock/clock.ts";
import { type Failure, fail } from "../../platform/command/failure.ts";
import type { Database } from "../../platform/database/database.ts";
import { loginSessions, signInAttempts, users } from "./tables.ts";

/** Failed tries that are allowed for one user name from one source within the window. */
const MOST_FAILURES = 8;
const WINDOW_MINUTES = 15;
const SESSION_DAYS = 0.5;

/** Takes a token; gives what is stored of it: the SHA-256, in hex. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Takes a password; gives its argon2id hash with the library's defaults (19 MiB, 2 passes). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"));
}

/** Gives a new token: the locality's code, so that it is found without a session, then 32 random bytes. */
export function newToken(locality: string, random: Random): string {
  return `${locality}.${Buffer.from(random.bytes(32)).toString("base64url")}`;
}

/**
 * Signs a user in. Takes the machine's clock (a demonstration's date must not end sessions). Gives
 * the session's token; `refused` when name or password is wrong, told the same way for both, or when
 * there were too many tries. Not a command: a failed try must be counted, so it may not roll back.
 */
export async function signIn(
  database: Database,
  locality: string,
  clock: Clock,
  random: Random,
  input: { username: string; password: string; source: string },
): Promise<Result<{ token: string; user_id: string }, Failure>> {
  const username = input.username.trim().toLowerCase().normalize("NFC");
  const key = `${username} ${input.source}`;
  const found = await database.inLocality(locality, async (tx) => {
    const since = new Date(clock.now_ms() - WINDOW_MINUTES * 60_000).toISOString();
    await tx.delete(signInAttempts).where(lt(signInAttempts.first_failed_at, since));
    const [attempts] = await tx.select().from(signInAttempts).where(eq(signInAttempts.key, key));
    const [user] = await tx.select().from(users).where(eq(users.username, username));
    return { blocked: (attempts?.failures ?? 0) >= MOST_FAILURES, user };
  });
  if (found.blocked) {
    return fail("refused", `Đã sai quá ${MOST_FAILURES} lần. Hãy thử lại sau ${WINDOW_MINUTES} phút.`, `Too many failed tries. Try again in ${WINDOW_MINUTES} minutes.`);
  }
  // An unknown name costs the same time as a wrong password.
  const stored = found.user?.password_hash ?? (await decoy());
  const right = await verify(stored, input.password.normalize("NFC"));
  const { user } = found;
  if (user === undefined || !right || user.disabled_at !== null) {
    await database.inLocality(locality, (tx) =>
      tx
        .insert(signInAttempts)
        .values({ locality_id: locality, key, failures: 1, first_failed_at: clock.now() })
        .onConflictDoUpdate({ target: [signInAttempts.locality_id, signInAttempts.key], set: { failures: sql`${signInAttempts.failures} + 1` } }),
    );
    return fail("refused", "Tên đăng nhập hoặc mật khẩu không đúng.", "The user name or the password is wrong.");
  }
  const token = newToken(locality, random);
  await database.inLocality(locality, async (tx) => {
    await tx.delete(signInAttempts).where(eq(signInAttempts.key, key));
    await tx.delete(loginSessions).where(and(eq(loginSessions.user_id, user.id), lt(loginSessions.expires_at, clock.now())));
    await tx.insert(loginSessions).values({
      locality_id: locality, token_hash: hashOfToken(token), user_id: user.id,
      created_at: clock.now(), expires_at: instantAfter(clock, SESSION_DAYS),
    });
  });
  return ok({ token, user_id: user.id });
}

/** Ends the session of a token. */
export async function signOut(database: Database, locality: string, token: string): Promise<void> {
  await database.inLocality(locality, (tx) => tx.delete(loginSessions).where(eq(loginSessions.token_hash, hashOfToken(token))));
}

let decoyHash: Promise<string> | null = null;
function decoy(): Promise<string> {
  decoyHash ??= hash("no user has this password");
  return decoyHash;
}
