import type { Web } from "../../platform/http/web.tsx";
import type { Installation } from "../installation.ts";
import type { LocalityEntry } from "../localities.ts";
import type { Settings } from "../settings.ts";

/** What the server knows of its own state while it starts and runs. */
export type ServerState = { ready: boolean; localities: LocalityEntry[]; reload(): Promise<void> };

/** What routes are mounted with. */
export type Site = { web: Web; installation: Installation; settings: Settings; state: ServerState };
