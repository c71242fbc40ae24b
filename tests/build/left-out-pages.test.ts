import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { optionalPages } from "../../src/model/settings.js";
import { changed, goodSite } from "./good-site.js";
import { buildOf, checkOf, diskWith, inspectOf } from "./in-memory.js";

const lamps = "content/features/lamps.md";
const about = "content/pages/about.md";
const site = {
  ...goodSite,
  ...changed(lamps, ["topics:", "series: {name: Night work, part: 1}\ntopics:"]),
};

const settings = (yaml: string) => changed("content/site.yaml", ["language: en", `language: en\n${yaml}`]);

/** The pages that a page links to, as paths of the site. */
function linksOf(path: string, html: string): string[] {
  const base = new URL(path, "https://talks.example");
  return [...html.matchAll(/<(?:a|link)\b[^>]*? href="([^"]*)"/g)]
    .map(([, href = ""]) => new URL(href, base))
    .filter(({ origin }) => origin === base.origin)
    .map(({ pathname }) => pathname.replace(/\/$/, "/index.html"));
}

describe("a site that leaves pages out", () => {
  test("has none of a kind that it leaves out, and all of the others", async () => {
    const { dist, problems } = await buildOf(
      diskWith(site, settings("pages: {guests: false, topics: false, series: false, archive: false}")),
    );
    expect(problems).toEqual([]);
    expect([...dist.keys()].filter((path) => path.endsWith(".html"))).toEqual([
      "/404.html",
      "/about/index.html",
      "/features/duty/index.html",
      "/features/index.html",
      "/features/lamps/index.html",
      "/index.html",
    ]);
  });

  test("links to nothing that is not there, whichever kinds it leaves out", async () => {
    const choice = fc.record(Object.fromEntries(optionalPages.map((kind) => [kind, fc.boolean()])));
    const formats = fc.subarray(["rss", "atom"]);
    await fc.assert(
      fc.asyncProperty(choice, formats, fc.boolean(), async (pages, feeds, sitemap) => {
        const yaml = `pages: ${JSON.stringify(pages)}\nfeeds: {formats: [${feeds.join(", ")}]}\nsitemap: ${String(sitemap)}`;
        const { dist, problems } = await buildOf(diskWith(site, settings(yaml)));
        expect(problems).toEqual([]);
        for (const [path, text] of dist) {
          if (path.endsWith(".html"))
            expect(linksOf(path, text).filter((link) => !dist.has(link))).toEqual([]);
          const named = [...text.matchAll(/[">]https:\/\/talks\.example(\/[^"<#\s]*)["<#]/g)].map(
            ([, at = ""]) => at,
          );
          for (const each of named) expect(dist.keys()).toContain(each.replace(/\/$/, "/index.html"));
        }
        expect(dist.has("/feed.xml")).toBe(feeds.includes("rss"));
        expect(dist.has("/atom.xml")).toBe(feeds.includes("atom"));
        expect(dist.has("/sitemap.xml")).toBe(sitemap);
      }),
      { numRuns: 12 },
    );
  });

  test("still names guests, topics and series where it has no pages for them", async () => {
    const { dist } = await buildOf(
      diskWith(site, settings("pages: {guests: false, topics: false, series: false}")),
    );
    const page = dist.get("/features/lamps/index.html") ?? "";
    for (const name of ["Abe Lund", "light", "Night work"]) {
      expect(page).toContain(name);
      expect(page).not.toContain(`>${name}</a>`);
    }
    expect(dist.get("/index.html")).not.toContain("People who sat down with us");
  });

  test("reports a link to a page that it leaves out, and which setting brings it back", async () => {
    const files = [
      changed(about, [
        "About us.",
        "[Abe](../guests/abe.md), [light](/topics/light), [2024](/archive/2024/)",
      ]),
      settings("pages: {guests: false, topics: false, archive: false}"),
    ];
    const fs = diskWith(site, ...files);
    expect(await checkOf(fs)).toEqual([
      `${about}:5:1 error left-out-link`,
      `${about}:5:26 error left-out-link`,
      `${about}:5:50 error left-out-link`,
    ]);
    const { diagnostics } = await buildOf(fs);
    expect(diagnostics[0]?.message).toBe(
      'Unexpected link to "../guests/abe.md", a page that this site leaves out',
    );
    expect(diagnostics[0]?.help).toContain("`guests: false`");
  });

  test("may have a page of its own at an address that it leaves free", async () => {
    const own = { "content/pages/guests.md": "---\ntitle: Who sat here\n---\n\nAbe and Bea.\n" };
    expect((await buildOf(diskWith(site, own))).problems).not.toEqual([]);
    const { dist, problems } = await buildOf(diskWith(site, own, settings("pages: {guests: false}")));
    expect(problems).toEqual([]);
    expect(dist.get("/guests/index.html")).toContain("Abe and Bea.");
  });

  test("says in the model that a guest has no page", async () => {
    const { model } = await inspectOf(diskWith(site, settings("pages: {guests: false}")));
    expect(model.guests.map(({ path }) => path)).toEqual([null, null]);
  });

  test("has every feature on one page of a list, but not on its first page", async () => {
    const { dist } = await buildOf(diskWith(site, settings("pagination: {features: all, home: 1}")));
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [
        `content/features/n${n}.md`,
        goodSite[lamps].replace("On lamps", `Night ${n}.`),
      ]),
    );
    const all = await buildOf(diskWith(site, many, settings("pagination: all")));
    expect(dist.get("/index.html")).toContain("On lamps");
    expect(all.dist.has("/features/page/2/index.html")).toBe(false);
    for (let n = 0; n < 30; n++) expect(all.dist.get("/features/index.html")).toContain(`Night ${n}.`);
    expect([...(all.dist.get("/index.html") ?? "").matchAll(/>Night \d+\.</g)]).toHaveLength(20);
  });
});
