import type { Result } from "../../kernel/result.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import type { Failure } from "../../platform/command/failure.ts";
import { refuseUncleared } from "./clearances/gate.ts";
import { refuseWhileOnNotice } from "./commands-notice.ts";
import type { Nomination } from "./core/dossier.ts";

/**
 * Refuses dossiers that may not go before the council or be recommended yet: a public notice or a clearance comes first by
 * a local rule, or is still running. The simplified procedure decides at once and knows neither (Law 15/2003/QH11 article 85,
 * second-hand; Law 06/2022/QH15 article 85, not read).
 */
export async function refuseBeforeItsSteps(context: ReadContext, list: readonly Nomination[]): Promise<Result<null, Failure>> {
  const usual = list.filter((nomination) => nomination.procedure === "usual");
  const noticed = await refuseWhileOnNotice(context, usual);
  return noticed.ok ? refuseUncleared(context, usual) : noticed;
}
