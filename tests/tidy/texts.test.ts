import ts from "typescript";
import { describe, expect, it } from "vitest";
import { registry } from "../../src/app/services.ts";
import { filesBelow, textOf, walkSource } from "../support/sources.ts";

/** Letters that occur in Vietnamese and never in English. */
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

/** Gives the words of a text argument when they are written on the spot, with placeholders for what is filled in. */
function wordsOf(node: ts.Expression | undefined): string | null {
  if (node === undefined) return "";
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join("");
  return null;
}

/** Takes source; gives what is wrong with its calls of `say`. */
function faults(path: string, text: string): string[] {
  const found: string[] = [];
  walkSource(path, text, (node, line) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== "say") return;
    const [vi, en] = [wordsOf(node.arguments[0]), wordsOf(node.arguments[1])];
    if (vi === "" || en === "") found.push(`${path}:${line} one wording is missing`);
    if (vi !== null && vi !== vi.normalize("NFC")) found.push(`${path}:${line} the Vietnamese is not in NFC`);
    if (en !== null && vi !== null && VIETNAMESE.test(en.replace(NAMES, "")) && en === vi) found.push(`${path}:${line} the English is the Vietnamese`);
  });
  return found;
}

/** Names that stay as they are in English. */
const NAMES = /Thi Đua|[\w/]+\/(?:NĐ-CP|TT-[A-ZĐ]+)/g;

describe("texts", () => {
  it("stand in both languages wherever something is said", () => {
    const files = filesBelow(["src"], /\.tsx?$/).filter((path) => !/\.test\.tsx?$/.test(path));
    expect(files.flatMap((path) => faults(path, textOf(path)))).toEqual([]);
  });

  it("would be caught when one language is missing or copied", () => {
    const planted = ['say("Đồng ý", "Agree");', 'say("Đồng ý");', 'say("Đồng ý", "");', 'say("Đồng ý", "Đồng ý");', `say("${"Đồng ý".normalize("NFD")}", "Agree");`].join("\n");
    expect(faults("planted.ts", planted)).toEqual([
      "planted.ts:2 one wording is missing", "planted.ts:3 one wording is missing", "planted.ts:4 the English is the Vietnamese", "planted.ts:5 the Vietnamese is not in NFC",
    ]);
  });

  it("name every command and query", () => {
    const all = [...registry.commands.values(), ...registry.queries.values()];
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter(({ title }) => title.vi.trim() === "" || title.en.trim() === "" || title.vi === title.en).map(({ name }) => name)).toEqual([]);
    expect(all.filter(({ name }) => !/^[a-z][a-z0-9_]*$/.test(name)).map(({ name }) => name)).toEqual([]);
  });
});
