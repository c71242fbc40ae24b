import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  brokenLinks,
  buildCorpus,
  checkHtml,
  pagesOf,
  type BuiltSite,
  type PrintedTurn,
} from "./built-site.js";
import { haveCorpora, readCorpus } from "./corpora.js";
import { countBitcoin, countChangelog, countUsesThis } from "./counts.js";

// Warnings that are true of these texts: pictures that lie elsewhere, links without an address, a talk without times
// that ends on a host's words.
const corpora = [
  {
    name: "usesthis",
    files: 260,
    options: [],
    // The folder has texts only: each picture that they show is a stand-in, and is named.
    warnings: ["empty-link", "missing-credit", "placeholder-picture", "undefined-reference"],
  },
  { name: "bitcointranscripts", files: 121, options: [], warnings: [] },
  {
    name: "changelog",
    files: 105,
    options: ["--date", "2020-01-01"],
    warnings: ["answer-before-question", "unanswered-question"],
  },
] as const;

describe.skipIf(!haveCorpora).each(corpora)(
  "the site of the folder $name",
  ({ name, files, options, warnings }) => {
    let site: BuiltSite;
    beforeAll(() => {
      site = buildCorpus(name, "en", options);
    });
    afterAll(() => {
      rmSync(site.root, { recursive: true });
    });

    it("is imported and built without an error, and with true warnings only", () => {
      expect(site.ended).toEqual({ import: 0, build: 0, inspect: 0 });
      expect(site.printed.features).toHaveLength(files);
      const { diagnostics } = site.printed;
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(
        [...new Set(diagnostics.map(({ code }) => code))].filter((code) => !warnings.includes(code as never)),
      ).toEqual([]);
      expect(diagnostics.filter(({ code }) => code !== "placeholder-picture").length).toBeLessThan(25);
    });

    it("has every turn of the source with its speaker and its time", () => {
      const texts = readCorpus(name).filter(({ path }) => name === "usesthis" || path.includes("/"));
      const all = texts.map(({ text }) => text);
      const counted = texts.map(({ text }) => {
        if (name === "usesthis") return countUsesThis(text).flatMap(() => [null, null]);
        return (name === "changelog" ? countChangelog(text, all) : countBitcoin(text)).map(
          ({ time }) => time,
        );
      });
      const printed = site.printed.features.map((feature) =>
        feature.sections.flatMap(({ turns }) => turns).map(({ time }) => time),
      );
      expect(sorted(printed)).toEqual(sorted(counted));
      const speechless = turnsOf(site).filter(({ speaker }) => speaker.name === "");
      expect(speechless).toEqual([]);
    });

    it("has no link or fragment that leads nowhere", () => {
      const { checked, broken } = brokenLinks(site.dist);
      expect(broken).toEqual([]);
      expect(checked).toBeGreaterThan(3000);
    });

    it("has pages in which the Nu checker finds nothing, the longest among them", () => {
      const pages = pagesOf(site.dist);
      const step = Math.max(1, Math.floor(pages.length / 36));
      const sample = pages.filter((_, index) => index < 4 || index % step === 0);
      expect(sample.length).toBeGreaterThanOrEqual(36);
      expect(checkHtml(site.dist, sample)).toEqual([]);
    });
  },
);

const turnsOf = ({ printed }: BuiltSite): PrintedTurn[] =>
  printed.features.flatMap(({ sections }) => sections.flatMap(({ turns }) => turns));

/** Features in no order of the texts' own: compared as what they have. */
const sorted = (features: readonly (readonly (number | null)[])[]): string[] =>
  features.map((times) => `${times.length}: ${times.join(" ")}`).sort();
