import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { WrongRun } from "../measure/run-process.js";
import { featurePage, type BenchSite } from "./write-site.js";

/** What a site must have besides what its corpus says. */
export interface Expected {
  /** Texts that pages must hold, by the slug of a feature. */
  readonly texts?: ReadonlyMap<string, string>;
}

/**
 * Look whether the last build made the site that it was given, so that no time is that of a broken one. Throws
 * `WrongRun` where it did not.
 */
export function checkSite(site: BenchSite, { texts = new Map() }: Expected = {}): void {
  const { contestant, corpus, folder } = site;
  const output = contestant.output(folder);
  const complain = (what: string): never => {
    throw new WrongRun(`${contestant.name} made a wrong site of ${corpus.plan.name}: ${what}`);
  };
  const read = (path: string): string => {
    try {
      return readFileSync(join(output, path), "utf8");
    } catch {
      return complain(`${path} is missing`);
    }
  };
  const mustHave = (path: string, text: string): void => {
    if (!read(path).includes(text)) complain(`${path} has no "${text}"`);
  };

  const count = corpus.plan.features;
  if (!read("index.html").includes("</html>")) complain("index.html is cut off");
  if (count === 0) return;

  const pages = readdirSync(join(output, "features"), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== "page",
  ).length;
  if (pages !== count) complain(`it has ${pages} pages of features, not ${count}`);
  for (const index of [0, Math.floor(count / 3), count - 1]) {
    const { slug, title, guests, body } = corpus.feature(index);
    const page = featurePage(slug);
    mustHave(page, title);
    mustHave(page, lastSentence(body));
    for (const { name } of guests) mustHave(page, name);
  }
  const newest = corpus.feature(count - 1);
  mustHave("index.html", newest.title);
  mustHave("features/index.html", newest.title);
  const feed = read("feed.xml");
  if (!feed.includes(newest.title)) complain(`the feed has no "${newest.title}"`);
  const items = feed.split("<item>").length - 1;
  if (items !== Math.min(20, count)) complain(`the feed has ${items} items`);
  for (const [slug, text] of texts) mustHave(featurePage(slug), text);
}

/** The end of the text, without marks and quotes: the sentence before the one that is changed. */
function lastSentence(body: string): string {
  const paragraphs = body.trim().split("\n\n");
  const plain = /[^.。*`[\]()-]+[.。]$/u.exec(paragraphs.at(-2) ?? "")?.[0] ?? "";
  return plain.trim().slice(-24);
}
