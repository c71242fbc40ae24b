import GithubSlugger from "github-slugger";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const project = dirname(import.meta.dirname);
const pages = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(project, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** The text without code, in which brackets are no links and `#` is no heading. */
function proseOf(page: string): string {
  return readFileSync(join(project, page), "utf8").replace(/^(`{3,})[\s\S]*?^\1$/gm, "");
}

function anchorsOf(page: string): Set<string> {
  const slugger = new GithubSlugger();
  return new Set(Array.from(proseOf(page).matchAll(/^#+ (.+)$/gm), ([, title = ""]) => slugger.slug(title)));
}

describe("the documentation", () => {
  it.each(pages)("has no link that leads nowhere: %s", (page) => {
    const text = proseOf(page).replace(/`[^`\n]*`/g, "");
    const links = Array.from(text.matchAll(/\]\((?!https?:)([^)\s]*)\)/g), ([, link = ""]) => link);
    const broken = links.filter((link) => {
      const [path = "", fragment] = link.split("#");
      const target = path === "" ? page : join(dirname(page), path);
      if (!existsSync(join(project, target))) return true;
      return fragment !== undefined && !anchorsOf(target).has(fragment);
    });
    expect(broken).toEqual([]);
  });
});
