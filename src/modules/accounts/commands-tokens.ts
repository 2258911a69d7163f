import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import { signedIn } from "../../platform/command/policy.ts";
import { apiTokens } from "./tables.ts";

/** Ends one's own API token at once; it is named by its hash, the only thing that is kept of it. */
export const revokeApiToken = defineCommand({
  name: "revoke_api_token",
  title: say("Thu hồi mã truy cập API", "Revoke an API token"),
  input: z.strictObject({ token_hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  policy: signedIn,
  async run(context, input) {
    if (context.actor.kind !== "user") return fail("forbidden", "Cần đăng nhập.", "Sign in first.");
    const revoked = await context.tx
      .update(apiTokens)
      .set({ revoked_at: systemClock.now() })
      .where(and(eq(apiTokens.token_hash, input.token_hash), eq(apiTokens.user_id, context.actor.id), isNull(apiTokens.revoked_at)))
      .returning({ label: apiTokens.label });
    if (revoked.length === 0) return fail("not_found", "Không có mã truy cập này của bạn.", "No such token of yours.");
    context.act({ subject_kind: "user", subject_id: context.actor.id, action: "revoke_api_token", payload: { label: revoked[0]?.label ?? "" } });
    return ok({ label: revoked[0]?.label ?? "" });
  },
});
