import { toString } from "mdast-util-to-string";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { beforeAll, describe, expect, it } from "vitest";

import { importMany } from "../../src/importers/import-many.js";
import type { Imported } from "../../src/importers/import-transcript.js";
import { letters, rebuild, wordsOf, type Rebuilt } from "../importers/rebuild.js";
import { countBitcoin, countChangelog, countUsesThis, type CountedTurn } from "./counts.js";
import { haveCorpora, readCorpus } from "./corpora.js";

const corpora = [
  { name: "changelog", files: 105, options: { date: "2020-01-01" }, count: countChangelog },
  { name: "bitcointranscripts", files: 121, options: {}, count: countBitcoin },
] as const;

describe.skipIf(!haveCorpora).each(corpora)("the folder $name", ({ name, files, options, count }) => {
  let texts: { path: string; text: string }[] = [];
  let imported: Imported;
  let counted: (text: string) => CountedTurn[];
  let features: Map<string, Rebuilt>;
  beforeAll(() => {
    texts = readCorpus(name).filter(({ path }) => path.includes("/"));
    const all = texts.map(({ text }) => text);
    counted = (text) => count(text, all);
    imported = importMany(texts, options);
    features = rebuild(imported);
  });

  it("is imported whole", () => {
    expect(texts).toHaveLength(files);
    expect(imported.diagnostics).toEqual([]);
    expect(features.size).toBe(files);
  });

  it("keeps every turn with its time, in order", () => {
    for (const { path, text } of texts) {
      const turns = features.get(path)?.turns ?? [];
      const expected = counted(text);
      expect
        .soft({ path, times: turns.map(({ time }) => time) })
        .toEqual({ path, times: expected.map(({ time }) => time) });
    }
  });

  it("gives every label of a text to one speaker, and keeps speakers apart", () => {
    for (const { path, text } of texts) {
      const turns = features.get(path)?.turns ?? [];
      const speakers = new Map<string, Set<string>>();
      for (const [index, { label }] of counted(text).entries()) {
        const turn = turns[index];
        const names = speakers.get(label) ?? new Set<string>();
        speakers.set(label, names.add(`${turn?.speaker.kind ?? "nobody"} ${turn?.speaker.id ?? ""}`));
      }
      for (const [label, names] of speakers)
        expect.soft({ path, label, names: names.size }).toEqual({ path, label, names: 1 });
      const people = new Set([...speakers.values()].flatMap((names) => [...names]));
      const persons = labelsOfDifferentPeople(counted(text));
      expect.soft({ path, people: people.size }).toEqual({ path, people: persons });
    }
  });

  it("loses and moves no sentence", () => {
    for (const { path, text } of texts) {
      const feature = features.get(path);
      expect
        .soft({ path, missing: feature && firstMissing(text, feature, counted(text)) })
        .toEqual({ path, missing: undefined });
    }
  });

  it("has no error", () => {
    for (const [path, { errors }] of features) {
      expect
        .soft({ path, errors: errors.map(({ place, message }) => `${place.line}: ${message}`) })
        .toEqual({ path, errors: [] });
    }
  });
});

/** How many people the labels of a text name, by what the corpora are known to do with them. */
function labelsOfDifferentPeople(turns: readonly CountedTurn[]): number {
  const labels = [...new Set(turns.map(({ label }) => label.replace(/^²/u, "").replace(/\s*[–-]$/u, "")))];
  const shorts = new Set(labels.flatMap((label) => /\(([A-Z0-9]+)\)$/u.exec(label)?.[1] ?? []));
  const whole = labels
    .filter((label) => !shorts.has(label))
    .map((label) => label.replace(/\s*\([A-Z0-9]+\)$/u, ""));
  return new Set(whole).size;
}

/** The first sentence of a source that its feature does not have after the one before it. */
function firstMissing(text: string, feature: Rebuilt, turns: readonly CountedTurn[]): string | undefined {
  const labels = [...new Set(turns.map(({ label }) => label))]
    .sort((a, b) => b.length - a.length)
    .map(escaped);
  const label = new RegExp(
    `^(?:${labels.join("|") || "(?!)"})(?=[\\s:–-]|$)[\\s:–-]*(?:[[(]?\\d+:\\d\\d(?::\\d\\d)?(?:\\.\\d+)?[\\])]?)?[\\s:]*`,
    "u",
  );
  const there = letters(wordsOf(feature));
  let from = 0;
  for (const line of proseOf(text).split("\n")) {
    for (const sentence of line.replace(label, "").split(/(?<=[.!?])\s+/u)) {
      const wanted = letters(sentence);
      if (wanted === "" || isNote(line)) continue;
      const at = there.indexOf(wanted, from);
      if (at === -1) return sentence;
      from = at + wanted.length;
    }
  }
  return undefined;
}

/** The words of a Markdown text, a line for each line of its paragraphs, by the reference parser. */
function proseOf(text: string): string {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/u, "").replace(/^###(?=\S)/gmu, "### ");
  const lines: string[] = [];
  visit(unified().use(remarkParse).parse(body), (node) => {
    if (node.type !== "paragraph" && node.type !== "heading" && node.type !== "code") return undefined;
    lines.push(toString(node, { includeHtml: false, includeImageAlt: false }));
    return SKIP;
  });
  return lines.join("\n");
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
/** These go into the front matter. */
const isNote = (line: string): boolean =>
  /^(?:podcast: http|transcript completed by|transcript by)/iu.test(line);

describe.skipIf(!haveCorpora)("the folder usesthis", () => {
  let texts: { path: string; text: string }[] = [];
  let features: Map<string, Rebuilt>;
  let imported: Imported;
  beforeAll(() => {
    texts = readCorpus("usesthis");
    imported = importMany(texts);
    features = rebuild(imported);
  });

  it("is imported whole, each with one guest", () => {
    expect(features.size).toBe(260);
    expect(imported.reports.filter(({ speakers }) => speakers.length !== 1)).toEqual([]);
    expect(imported.reports.filter(({ draft }) => draft)).toEqual([]);
  });

  it("keeps every question and its answer", () => {
    for (const { path, text } of texts) {
      const turns = features.get(path)?.turns ?? [];
      const questions = turns.filter(({ kind }) => kind === "question").map((turn) => letters(turn.text));
      expect.soft({ path, questions }).toEqual({ path, questions: countUsesThis(text).map(letters) });
      expect.soft({ path, answers: turns.length }).toEqual({ path, answers: questions.length * 2 });
    }
  });

  it("loses and moves no sentence", () => {
    for (const { path, text } of texts) {
      const feature = features.get(path);
      expect
        .soft({ path, missing: feature && firstMissing(text, feature, []) })
        .toEqual({ path, missing: undefined });
    }
  });

  it("has no error", () => {
    for (const [path, { errors }] of features) {
      expect
        .soft({ path, errors: errors.map(({ place, message }) => `${place.line}: ${message}`) })
        .toEqual({ path, errors: [] });
    }
  });
});
