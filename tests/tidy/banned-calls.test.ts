import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesBelow, textOf, walkSource } from "../support/sources.ts";

/** What pure code may not do, by where it stands. */
type Ban = { readonly async: boolean; readonly crypto: boolean };

/** Gives what a file of kernel, an engine or a core may not do; null for files that are not held to purity. */
function banOn(path: string): Ban | null {
  if (/\.test\.tsx?$/.test(path)) return null;
  const engine = /^src\/engines\/([^/]+)\//.exec(path)?.[1];
  // These two work with proofs that are read piece by piece, and with keys.
  if (engine === "transparency" || engine === "ballots") return { async: false, crypto: false };
  return engine !== undefined || path.startsWith("src/kernel/") || /^src\/modules\/[^/]+\/core\//.test(path) ? { async: true, crypto: true } : null;
}

/** Takes source text and the ban on it; gives each breach with its line. */
function breaches(path: string, text: string, ban: Ban): string[] {
  const found: string[] = [];
  walkSource(path, text, (node, line) => {
    const breach = breachOf(node, ban);
    if (breach !== null) found.push(`${path}:${line} ${breach}`);
  });
  return found;
}

function breachOf(node: ts.Node, ban: Ban): string | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const from = node.moduleSpecifier.text;
    return from.startsWith("node:") && (ban.crypto || from !== "node:crypto") ? from : null;
  }
  if (ts.isIdentifier(node) && isValue(node) && (node.text === "Date" || node.text === "parseFloat")) return node.text;
  if (ts.isPropertyAccessExpression(node)) {
    const call = `${node.expression.getText()}.${node.name.text}`;
    if (call === "Math.random" || call === "Number.parseFloat") return call;
  }
  if (ban.async && node.kind === ts.SyntaxKind.AsyncKeyword) return "async";
  return null;
}

/** Whether a name is used as a value, not as a type or as a property of something else. */
function isValue(node: ts.Identifier): boolean {
  if (ts.isTypeReferenceNode(node.parent)) return false;
  if (ts.isPropertyAccessExpression(node.parent)) return node.parent.expression === node;
  return !ts.isPropertyAssignment(node.parent) || node.parent.initializer === node;
}

describe("pure code", () => {
  it("asks for no time, no chance, no float, no machine", () => {
    const held = filesBelow(["src"], /\.tsx?$/).flatMap((path) => {
      const ban = banOn(path);
      return ban === null ? [] : [{ path, ban }];
    });
    expect(held.length).toBeGreaterThan(60);
    expect(held.flatMap(({ path, ban }) => breaches(path, textOf(path), ban))).toEqual([]);
  });

  it("would be caught at each of these", () => {
    const planted = [
      'import { readFileSync } from "node:fs";',
      'import { createHash } from "node:crypto";',
      "export const now = new Date();",
      "export const then = Date.now();",
      "export const chance = Math.random();",
      'export const half = parseFloat("0.5") + Number.parseFloat("0.5");',
      "export async function later(): Promise<void> {}",
      "export type Day = Date; // a type is no call, and neither is the word Date in a comment",
    ].join("\n");
    const at = (path: string) => breaches(path, planted, banOn(path) as Ban);
    const strict = ["1 node:fs", "2 node:crypto", "3 Date", "4 Date", "5 Math.random", "6 parseFloat", "6 Number.parseFloat", "7 async"];
    for (const path of ["src/engines/rulebook/planted.ts", "src/modules/honours/core/planted.ts", "src/kernel/planted.ts"]) {
      expect(at(path)).toEqual(strict.map((breach) => `${path}:${breach}`));
    }
    const open = "src/engines/transparency/planted.ts";
    expect(at(open)).toEqual(["1 node:fs", "3 Date", "4 Date", "5 Math.random", "6 parseFloat", "6 Number.parseFloat"].map((breach) => `${open}:${breach}`));
  });
});
