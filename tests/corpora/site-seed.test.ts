import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { brokenLinks, buildCorpus, checkHtml, pagesOf, type BuiltSite } from "./built-site.js";
import { haveCorpora, readCorpus } from "./corpora.js";

describe.skipIf(!haveCorpora)("the site of the newspaper feature that was pasted", () => {
  const [input] = haveCorpora ? readCorpus("seed") : [];
  if (!input) return;
  const lines = input.text.split("\n").filter((line) => line.trim() !== "");
  let site: BuiltSite;
  let page: string;
  beforeAll(() => {
    site = buildCorpus(`seed/${input.path}`, "zh-Hans", ["--title", "三人谈", "--date", "2024-03-01"]);
    const folder = site.printed.features[0]?.slug ?? "";
    page = plain(readFileSync(join(site.dist, "features", folder, "index.html"), "utf8"));
  });
  afterAll(() => {
    rmSync(site.root, { recursive: true });
  });

  it("is imported and built without a diagnostic", () => {
    expect(site.ended).toEqual({ import: 0, build: 0, inspect: 0 });
    // Pictures and scan are not in the text: each stand-in is named, and nothing else is wrong.
    expect(
      site.printed.diagnostics.map(({ code, severity, file }) => [code, severity, file.split("/").at(-1)]),
    ).toEqual([
      ["placeholder-picture", "warning", "facsimile.svg"],
      ["placeholder-picture", "warning", "picture-1.svg"],
      ["placeholder-picture", "warning", "picture-2.svg"],
    ]);
  });

  it("has three sections with their titles, and a question with three answers in each, word for word", () => {
    const [feature] = site.printed.features;
    const titles = lines.filter((_, index) => lines[index + 1]?.startsWith("记者:"));
    expect(feature?.sections.map(({ title }) => title)).toEqual(titles);
    expect(feature?.guests).toEqual(["liu-guanghui", "chen-gang", "gong-hongbo"]);
    const said = feature?.sections.flatMap(({ turns }) =>
      turns.map(({ speaker, text }) => `${speaker.name}:${text}`),
    );
    const typed = lines.filter((line) => /^(?:记者|刘光辉|陈刚|巩洪波):/u.test(line));
    expect(said).toEqual(typed.map((line) => line.replace(/\([^()]*\)$/u, "")));
    expect(said).toHaveLength(12);
  });

  it("shows the guests with their roles, the captions, the credits, the byline and the scan's caption", () => {
    const guests = lines.slice(lines.indexOf("本期嘉宾") + 1).slice(0, 3);
    for (const guest of guests) {
      const [, name = "", role = ""] = /^(\S+|\S \S) (\S+)$/u.exec(guest) ?? [];
      expect(page).toContain(plain(name));
      expect(page).toContain(plain(role));
    }
    for (const caption of lines.slice(0, 2)) {
      const [, words = "", credit = ""] = /^(.*。)(\S+) 摄$/u.exec(caption) ?? [];
      expect(page).toContain(plain(words));
      expect(page).toContain(credit);
    }
    const [, source = "", author = ""] = /\((\S+) (\S+)\)$/u.exec(lines.at(-2) ?? "") ?? [];
    expect([page.includes(source), page.includes(author)]).toEqual([true, true]);
    expect(page).toContain(lines.at(-1));
    expect(page).toContain(plain(lines[2] ?? ""));
  });

  it("has no link that leads nowhere, and no page in which the Nu checker finds anything", () => {
    expect(brokenLinks(site.dist).broken).toEqual([]);
    expect(checkHtml(site.dist, pagesOf(site.dist))).toEqual([]);
  });
});

const plain = (html: string): string => html.replace(/<[^>]*>|\s+/gu, "");
