import { describe, expect, it } from "vitest";
import { filesBelow, textOf } from "../support/sources.ts";

/** Folders in which people and machines keep their own things; what stands there is on no other machine. */
const FOLDERS = ["home", "root", "Users", "mnt", "media", "opt", "srv", "work", "workspace", "workspaces"];
const PATH = new RegExp(`(?<![\\w.$\\-}/)])/(?:${FOLDERS.join("|")})/[\\w.-]+`);
const DRIVE = /\b[A-Z]:\\\w/;

/** Gives the lines of a text that name a place on somebody's machine. */
function placesIn(path: string, text: string): string[] {
  return text.split("\n").flatMap((line, index) => (PATH.test(line) || DRIVE.test(line) ? [`${path}:${index + 1}`] : []));
}

describe("places on a machine", () => {
  it("are named nowhere in the repository", () => {
    const files = filesBelow(["src", "tests", "bin", "bench", "law", "docs", ".ci", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "package.json"], /\.(tsx?|mjs|cjs|md|ya?ml|json|css|sh)$/);
    expect(files.length).toBeGreaterThan(200);
    expect(files.flatMap((path) => placesIn(path, textOf(path)))).toEqual([]);
  });

  it("would be found, and addresses of pages are none", () => {
    const made = (folder: string) => `const at = "/${folder}/somebody/x";`;
    expect(placesIn("p", FOLDERS.map(made).join("\n"))).toHaveLength(FOLDERS.length);
    expect(placesIn("p", 'href="/campaigns/new" "https://example.vn/home/page" base + ")/root/x" "/tmp/x" "/proc/self/stat"')).toEqual([]);
  });
});
