import { createHash } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { Random } from "../../kernel/prng.ts";
import type { Tx } from "../database/database.ts";
import { commitments, logEntries, logPending } from "../log/tables.ts";
import { actorIdOf, type Grant } from "./actor.ts";
import type { Caller, CommandContext, NewAction, NewLogEntry, NewNotice, ReadContext } from "./context.ts";
import { actions, outbox } from "./tables.ts";

const CHUNK = 1000;

/** A fact that an entry hides, and the salt that opens it. */
type Opened = { fact: string; salt: string; value: string };

/**
 * What one command writes beside its own rows: actions, log entries, commitments and notices.
 * Held back until the command has succeeded, then written in few statements in its transaction.
 */
export class Ledger {
  private readonly actions: NewAction[] = [];
  private readonly notices: NewNotice[] = [];
  private readonly entries: { id: string; leaf: Uint8Array; opened: readonly Opened[] }[] = [];

  constructor(
    private readonly caller: Caller,
    private readonly command: string,
    private readonly grant: Grant | null,
    private readonly newId: () => string,
    private readonly random: Random,
  ) {}

  /** Takes what a query has; gives what a command has. */
  extend(context: ReadContext): CommandContext {
    return {
      ...context,
      random: this.random,
      grant: this.grant,
      newId: this.newId,
      act: (action) => void this.actions.push(action),
      notify: (notice) => void this.notices.push(notice),
      log: (entry) => {
        const id = this.newId();
        this.entries.push({ id, ...this.written(id, entry) });
        return id;
      },
    };
  }

  /** Writes everything. A command that acted on no subject leaves an action of its own: the audit trail has no hole. */
  async write(tx: Tx): Promise<void> {
    if (this.actions.length === 0) {
      this.actions.push({ subject_kind: "command", subject_id: this.newId(), action: this.command });
    }
    await this.writeActions(tx);
    await this.writeEntries(tx);
    await this.writeNotices(tx);
  }

  private async writeActions(tx: Tx): Promise<void> {
    const { locality, clock, actor } = this.caller;
    const next = await nextSequences(tx, locality.code, this.actions);
    const rows = this.actions.map((action) => {
      const key = `${action.subject_kind} ${action.subject_id}`;
      const seq = (next.get(key) ?? 0) + 1;
      next.set(key, seq);
      return {
        locality_id: locality.code,
        id: this.newId(),
        subject_kind: action.subject_kind,
        subject_id: action.subject_id,
        seq,
        action: action.action,
        command: this.command,
        actor_id: actorIdOf(actor),
        actor_name: actor.kind === "user" ? actor.name : "",
        acting_for_id: this.grant?.acting_for?.user_id ?? null,
        unit_id: action.unit_id ?? this.grant?.unit_id ?? null,
        payload: action.payload ?? {},
        done_on: clock.today(),
        done_at: clock.now(),
      };
    });
    for (const chunk of chunksOf(rows)) await tx.insert(actions).values(chunk);
  }

  /** The bytes of an entry: canonical JSON, personal facts only as commitments. */
  private written(id: string, entry: NewLogEntry): { leaf: Uint8Array; opened: readonly Opened[] } {
    if ("leaf" in entry) return entry;
    const opened = Object.entries(entry.personal ?? {}).map(([fact, value]) => ({
      fact,
      salt: Buffer.from(this.random.bytes(32)).toString("hex"),
      value,
    }));
    const text = canonicalJson({
      ...entry.facts,
      kind: entry.type,
      id,
      locality: this.caller.locality.code,
      logged_on: this.caller.clock.today(),
      commitments: Object.fromEntries(opened.map(({ fact, salt, value }) => [fact, commitmentOf(salt, value)])),
    });
    return { leaf: new TextEncoder().encode(text), opened };
  }

  private async writeEntries(tx: Tx): Promise<void> {
    const written_at = this.caller.clock.now();
    for (const chunk of chunksOf(this.entries)) {
      await tx.insert(logEntries).values(chunk.map(({ id, leaf }) => ({ id, leaf, written_at })));
      await tx.insert(logPending).values(chunk.map(({ id }) => ({ id })));
    }
    const rows = this.entries.flatMap(({ id, opened }) =>
      opened.map((commitment) => ({ locality_id: this.caller.locality.code, entry_id: id, ...commitment })),
    );
    for (const chunk of chunksOf(rows)) await tx.insert(commitments).values(chunk);
  }

  private async writeNotices(tx: Tx): Promise<void> {
    const rows = this.notices.map((notice) => ({
      locality_id: this.caller.locality.code,
      id: this.newId(),
      to_user_id: notice.to_user_id ?? null,
      to_address: notice.to_address ?? null,
      kind: notice.kind,
      payload: notice.payload,
      created_at: this.caller.clock.now(),
    }));
    for (const chunk of chunksOf(rows)) await tx.insert(outbox).values(chunk);
  }
}

/** Takes salt (hex) and value; gives the commitment: SHA-256 over both, in hex. Without the salt it says nothing. */
export function commitmentOf(salt: string, value: string): string {
  return createHash("sha256").update(Buffer.from(salt, "hex")).update(value, "utf8").digest("hex");
}

async function nextSequences(tx: Tx, locality: string, list: readonly NewAction[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const ids = [...new Set(list.map((action) => action.subject_id))];
  for (const chunk of chunksOf(ids)) {
    const rows = await tx
      .select({ kind: actions.subject_kind, id: actions.subject_id, seq: sql<number>`max(${actions.seq})::int` })
      .from(actions)
      .where(sql`${eq(actions.locality_id, locality)} and ${inArray(actions.subject_id, chunk)}`)
      .groupBy(actions.subject_kind, actions.subject_id);
    for (const row of rows) found.set(`${row.kind} ${row.id}`, row.seq);
  }
  return found;
}

function chunksOf<T>(list: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < list.length; start += CHUNK) chunks.push(list.slice(start, start + CHUNK));
  return chunks;
}
