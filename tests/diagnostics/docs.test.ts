import { readFileSync } from "node:fs";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue.js";
import { fileCodes } from "../../src/diagnostics/codes/files.js";
import { frontMatterCodes } from "../../src/diagnostics/codes/front-matter.js";
import { importCodes } from "../../src/diagnostics/codes/import.js";
import { interviewCodes } from "../../src/diagnostics/codes/interview.js";
import { ioCodes } from "../../src/diagnostics/codes/io.js";
import { markdownCodes } from "../../src/diagnostics/codes/markdown.js";
import { pictureCodes } from "../../src/diagnostics/codes/pictures.js";
import { siteCodes } from "../../src/diagnostics/codes/site.js";
import { templateCodes } from "../../src/diagnostics/codes/templates.js";
import type { CatalogueEntry } from "../../src/diagnostics/entry.js";

const docs = new URL("../../docs/diagnostics.md", import.meta.url);
const marker =
  "<!-- What follows is made from src/diagnostics/codes by `npx vitest run tests/diagnostics/docs.test.ts -u`. -->";

type Codes = Readonly<
  Record<string, Pick<CatalogueEntry<never>, "severity" | "about" | "example" | "instead">>
>;

/** As a reader meets them, not as the catalogue has them. */
const chapters: readonly (readonly [title: string, codes: Codes])[] = [
  ["Files", fileCodes],
  ["Front matter and settings", frontMatterCodes],
  ["Speakers, turns, figures", interviewCodes],
  ["Markdown", markdownCodes],
  ["The site", siteCodes],
  ["Pictures", pictureCodes],
  ["Templates and words", templateCodes],
  ["Import", importCodes],
  ["Reading and writing", ioCodes],
];

function reference(): string {
  return chapters.map(([title, codes]) => `## ${title}\n\n${chapter(codes)}`).join("\n\n");
}

function chapter(codes: Codes): string {
  return Object.entries(codes)
    .map(([code, { severity, about, example, instead }]) =>
      [`### ${code}`, `_${severity}_ · ${about}`, fenced(example), "Instead:", fenced(instead)].join("\n\n"),
    )
    .join("\n\n");
}

/** An example may hold a fence itself. */
function fenced(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text}\n${fence}`;
}

describe("docs/diagnostics.md", () => {
  it("lists every code with what it means, an example, and the example mended", async () => {
    const [written = ""] = readFileSync(docs, "utf8").split(marker);
    const whole = await format(`${written.trimEnd()}\n\n${marker}\n\n${reference()}\n`, {
      parser: "markdown",
      printWidth: 110,
    });
    await expect(whole).toMatchFileSnapshot(docs.pathname);
  });

  it("has a chapter for every code of the catalogue", () => {
    const inChapters = chapters.flatMap(([, codes]) => Object.keys(codes));
    expect(inChapters.sort()).toEqual(Object.keys(catalogue).sort());
  });
});
