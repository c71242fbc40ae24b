import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { settingsSchema } from "../../src/config/settings-schema.js";
import { featureSchema } from "../../src/content/schema/feature.js";
import { guestSchema } from "../../src/content/schema/guest.js";
import { pageSchema } from "../../src/content/schema/page.js";
import { sectionSchema } from "../../src/content/schema/section.js";
import { colloquy } from "./harness.js";

const pageNamed = (name: string): string =>
  readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");

/** The part of a page from a heading or a sentence up to one of the next. */
function part(page: string, from: string, to: RegExp): string {
  const start = page.indexOf(from);
  const rest = page.slice(start + from.length);
  const end = rest.search(to);
  return start < 0 ? "" : rest.slice(0, end < 0 ? undefined : end);
}

describe("docs/commands.md", () => {
  const page = pageNamed("commands.md");

  it.each(["build", "preview", "check", "inspect", "import"])("names every option of %s", async (command) => {
    const chapter = part(page, `\n## colloquy ${command}\n`, /\n## /);
    expect(chapter).not.toBe("");
    for (const option of await optionsOf([command])) expect(chapter).toContain(`\`${option}`);
  });

  it.each(["site", "feature", "guest", "page"])("names every option of new %s", async (kind) => {
    const chapter = part(page, `\`colloquy new ${kind} `, /\n`colloquy new |\n## /);
    expect(chapter).not.toBe("");
    for (const option of await optionsOf(["new", kind])) expect(chapter).toContain(`\`${option}`);
  });
});

async function optionsOf(command: readonly string[]): Promise<string[]> {
  const { out } = await colloquy([...command, "--help"]);
  const options = Array.from(out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm), ([, option = ""]) => option);
  expect(options).toContain("--help");
  return options.filter((option) => option !== "--help");
}

describe("the pages on content", () => {
  const content = pageNamed("content.md");

  it.each([
    ["content.md", part(content, "\n### Guest\n", /\n### /), guestSchema.shape],
    ["content.md", part(content, "\n### Feature\n", /\n### /), featureSchema.shape],
    ["content.md", part(content, "\n### Section\n", /\n### /), sectionSchema.shape],
    ["content.md", part(content, "\n### Page\n", /\n## /), pageSchema.shape],
    ["site-settings.md", pageNamed("site-settings.md"), settingsSchema.shape],
  ])("name every key: %s", (_, chapter, shape) => {
    const known = Object.keys(shape);
    expect(known.filter((key) => !new RegExp(`\`${key}[\`.]`).test(chapter))).toEqual([]);
  });
});
