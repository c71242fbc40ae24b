import { describe, expect, test } from "vitest";
import { changingWord, makeCorpus, type CorpusPlan } from "../../bench/corpus/corpus.js";
import { checkOf, diskWith } from "../build/in-memory.js";

const articles: CorpusPlan = { name: "test", features: 600, form: "article" };
const transcripts: CorpusPlan = { name: "test", features: 20, form: "transcript" };
const all = (plan: CorpusPlan) =>
  Array.from({ length: plan.features }, (_, n) => makeCorpus(plan).feature(n));

describe("a corpus", () => {
  test("is the same each time", () => {
    expect(makeCorpus(articles).feature(77)).toEqual(makeCorpus(articles).feature(77));
  });

  test("takes Chinese and English in turn, with three guests each and texts that all differ", () => {
    const features = all(articles);
    expect(features.slice(0, 4).map(({ language }) => language)).toEqual(["en", "zh-Hans", "en", "zh-Hans"]);
    expect(new Set(features.map(({ guests }) => new Set(guests).size))).toEqual(new Set([3]));
    for (const field of ["slug", "title", "body"] as const) {
      expect(new Set(features.map((feature) => feature[field])).size).toBe(articles.features);
    }
    // Not only as wholes: sequences of neighbouring seeds must not be one sequence, a step apart.
    const openings = features.map(({ body }) => body.slice(0, 60));
    expect(new Set(openings).size).toBeGreaterThan(articles.features / 2);
  });

  test("has texts of the size that the tables say", () => {
    const mean = (plan: CorpusPlan) =>
      all(plan).reduce((sum, { body }) => sum + Buffer.byteLength(body), 0) / plan.features;
    expect(mean(articles)).toBeGreaterThan(8_200);
    expect(mean(articles)).toBeLessThan(9_400);
    expect(mean(transcripts)).toBeGreaterThan(54_000);
    expect(mean(transcripts)).toBeLessThan(60_000);
  });

  test("hears each guest in about sixty features, and no guest in none", () => {
    const { cast, guests } = makeCorpus(articles);
    const heard = new Map(guests.map(({ id }) => [id, 0]));
    for (let n = 0; n < articles.features; n++) {
      for (const { id } of cast(n)) heard.set(id, (heard.get(id) ?? 0) + 1);
    }
    expect(Math.min(...heard.values())).toBeGreaterThanOrEqual(40);
    expect(Math.max(...heard.values())).toBeLessThanOrEqual(80);
    expect(new Set(guests.map(({ name }) => name)).size).toBe(guests.length);
  });

  test("has one word in each feature that is there to be changed, and none of it in the future", () => {
    for (const { body, date } of [...all(articles), ...all(transcripts)]) {
      expect(body.split(changingWord)).toHaveLength(2);
      expect(date < "2025-01-01" && date >= "2004-01-01").toBe(true);
    }
  });

  test.each([articles, transcripts])("is a site in which nothing is wrong: $form", async (plan) => {
    const small = makeCorpus({ ...plan, features: 8 });
    const files: Record<string, string> = {
      "content/site.yaml": "title: Test\nurl: https://bench.example/\nlanguage: en\n",
    };
    for (const { id, name } of small.guests) files[`content/guests/${id}.md`] = `---\nname: ${name}\n---\n`;
    for (let n = 0; n < 8; n++) {
      const { slug, title, date, language, guests, body } = small.feature(n);
      const ids = guests.map(({ id }) => id).join(", ");
      files[`content/features/${slug}.md`] =
        `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\nlanguage: ${language}\nguests: [${ids}]\n---\n\n${body}`;
    }
    expect(await checkOf(diskWith(files))).toEqual([]);
  });
});
