import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/** The root of the checkout. */
export const ROOT = join(import.meta.dirname, "../..");

/** Folders that hold nothing written by hand. */
const MADE = new Set(["node_modules", "build", "generated", "data", ".git", "screenshots"]);

/** Gives the paths, from the root, of all files below the given folders and files whose name matches. */
export function filesBelow(places: readonly string[], name: RegExp): string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (!stat.isDirectory()) {
      if (name.test(path)) found.push(relative(ROOT, path));
      return;
    }
    for (const entry of readdirSync(path).sort()) if (!MADE.has(entry) && !entry.startsWith(".build")) walk(join(path, entry));
  };
  for (const place of places) walk(join(ROOT, place));
  return found;
}

/** Reads a file by its path from the root. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** Takes TypeScript and calls `visit` for every node of its tree, with the line it stands on. */
export function walkSource(path: string, text: string, visit: (node: ts.Node, line: number) => void): void {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const walk = (node: ts.Node): void => {
    visit(node, source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1);
    ts.forEachChild(node, walk);
  };
  walk(source);
}
