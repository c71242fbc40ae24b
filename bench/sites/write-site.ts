import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Corpus, CorpusFeature, CorpusGuest } from "../corpus/corpus.js";
import type { Contestant } from "./contestant.js";

/** A contestant's folder with a corpus in it. */
export interface BenchSite {
  readonly contestant: Contestant;
  readonly folder: string;
  readonly corpus: Corpus;
}

/** Write a site anew. What was in the folder is deleted. */
export function writeSite(contestant: Contestant, folder: string, corpus: Corpus): BenchSite {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "content/features"), { recursive: true });
  cpSync(contestant.theme, folder, { recursive: true });
  const site = { contestant, folder, corpus };
  for (const guest of corpus.guests) writeGuest(site, guest);
  for (let index = 0; index < corpus.plan.features; index++) {
    const feature = corpus.feature(index);
    writeFileSync(featureFile(site, feature.slug), featureText(feature));
  }
  return site;
}

/** Where the text of a feature is. */
export function featureFile({ folder }: BenchSite, slug: string): string {
  return join(folder, "content/features", `${slug}.md`);
}

/** The page of a feature, as all contestants name it. */
export function featurePage(slug: string): string {
  return `features/${slug}/index.html`;
}

/** Front matter that all contestants read alike. */
function featureText({ title, date, language, guests, topics, body }: CorpusFeature): string {
  const ids = guests.map(({ id }) => id).join(", ");
  return `---
title: ${JSON.stringify(title)}
date: ${date}
language: ${language}
guests: [${ids}]
topics: [${topics.join(", ")}]
---

${body}`;
}

/** Write a guest's file; one that is there is replaced. */
export function writeGuest({ contestant, folder }: BenchSite, guest: CorpusGuest): void {
  const file = contestant.guestFile(folder, guest.id);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contestant.guestText(guest));
}

/** Change the one word of a feature that is there to be changed. */
export function changeWord(site: BenchSite, slug: string, word: string): void {
  const file = featureFile(site, slug);
  writeFileSync(file, readFileSync(file, "utf8").replace(/\bbenchword\w*/, word));
}

/** Make the next build a cold one. */
export function forget({ contestant, folder }: BenchSite): void {
  for (const path of contestant.leftovers(folder)) rmSync(path, { recursive: true, force: true });
}

/** How many pages of HTML the last build left. */
export function countPages({ contestant, folder }: BenchSite): number {
  const files = readdirSync(contestant.output(folder), { recursive: true, encoding: "utf8" });
  return files.filter((path) => path.endsWith(".html")).length;
}
