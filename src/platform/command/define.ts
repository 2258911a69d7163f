import type { z } from "zod";
import type { Result } from "../../kernel/result.ts";
import type { Text } from "../../kernel/text.ts";
import type { CommandContext, ReadContext } from "./context.ts";
import type { Failure } from "./failure.ts";
import type { Policy } from "./policy.ts";

/** One change that can be made: the only door to it, for the form, the API and the command line alike. */
export type Command<S extends z.ZodType = z.ZodType, O = unknown> = {
  readonly name: string;
  /** What it does, for the API's description and the audit page. */
  readonly title: Text;
  readonly input: S;
  readonly policy: Policy<z.output<S>>;
  /** True when the answer holds a secret that may be shown once and never kept. */
  readonly secretAnswer?: boolean;
  readonly run: (context: CommandContext, input: z.output<S>) => Promise<Result<O, Failure>>;
};

/** One thing that can be seen: pages, API reads and exports call only these. */
export type Query<S extends z.ZodType = z.ZodType, O = unknown> = {
  readonly name: string;
  readonly title: Text;
  readonly input: S;
  readonly policy: Policy<z.output<S>>;
  readonly run: (context: ReadContext, input: z.output<S>) => Promise<Result<O, Failure>>;
};

/** Takes the parts of a command; gives it typed by its schema. */
export function defineCommand<S extends z.ZodType, O>(command: Command<S, O>): Command<S, O> {
  return command;
}

/** Takes the parts of a query; gives it typed by its schema. */
export function defineQuery<S extends z.ZodType, O>(query: Query<S, O>): Query<S, O> {
  return query;
}

/** All commands and queries of the product, by name. */
export type Registry = {
  readonly commands: ReadonlyMap<string, Command>;
  readonly queries: ReadonlyMap<string, Query>;
};

/** Takes lists of commands and queries; gives the Registry; throws when two have one name. */
export function makeRegistry(commands: readonly unknown[], queries: readonly unknown[]): Registry {
  const byName = <T extends { name: string }>(list: readonly T[]): Map<string, T> => {
    const map = new Map<string, T>();
    for (const entry of list) {
      if (map.has(entry.name)) throw new Error(`two commands or queries are named ${entry.name}`);
      map.set(entry.name, entry);
    }
    return map;
  };
  // Each is typed by its own schema; the registry holds them as what they share.
  return { commands: byName(commands as Command[]), queries: byName(queries as Query[]) };
}
