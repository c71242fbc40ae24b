import { describe, expect, it } from "vitest";
import { idsOfPage } from "../../src/interview/anchors.js";
import { guestId } from "../../src/model/ids.js";
import { lampSite } from "../render/lamp-site.js";
import {
  answer,
  edition,
  feature,
  guest,
  masthead,
  appearance,
  profile,
  question,
  section,
  site,
} from "../render/site-builder.js";
import { builtInTheme, renderSite } from "./built-in-theme.js";

const pages = [...renderSite(lampSite()), ...renderSite(site())];

describe("the built-in theme", () => {
  it("passes every check of templates and words", () => {
    expect(builtInTheme.diagnostics).toEqual([]);
  });
});

describe.each(pages)("the page %s", (_, html) => {
  it("has one headline, and no heading that skips a level", () => {
    const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    });
  });

  it("has no address twice, and every link into the page leads somewhere", () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const fragments = [...html.matchAll(/\shref="#([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(expect.arrayContaining(fragments));
  });

  it("shows no value that is none", () => {
    expect(html).not.toMatch(/\[object|\bundefined\b|\bNaN\b|\bnull\b|href=""|src=""|<p[^>]*>\s*<\/p>/);
  });
});

describe("a feature", () => {
  const guests = ["ann", "bo"].map((id) => guest(id, profile(id.toUpperCase())));
  const cast = [appearance("ann", "ANN"), appearance("bo", "BO")];
  const talk = [
    { questions: [question("t-q", "Why?")], replies: [answer("t-ann", "ann", "Because.")] },
    { questions: [question("t-q-2", "And you?")], replies: [answer("t-bo", "bo", "No.")] },
  ];

  /** The page of a feature with this cast and these sections. */
  function pageOf(people: typeof cast, sections: ReturnType<typeof section>[]): string {
    const shown = edition("talk", { sections, masthead: masthead({ guests: people }) });
    return renderSite(site({ guests, features: [feature(shown)] })).get("/features/talk/") ?? "";
  }

  it("offers no readings to compare where one guest speaks", () => {
    const html = pageOf(cast.slice(0, 1), [section("t", "Talk", talk.slice(0, 1))]);
    expect(html).not.toContain('class="readings"');
  });

  it("has an empty target for every reading before the interview", () => {
    const html = pageOf(cast, [section("t", "Talk", talk)]);
    const interview = html.indexOf('class="interview"');
    for (const id of ["read", "by-ann", "by-bo"]) {
      const target = html.indexOf(`id="${id}"`);
      expect(target).toBeGreaterThan(0);
      expect(target).toBeLessThan(interview);
    }
    expect(html).toContain('<a href="#by-bo" data-seat="2"');
  });

  it("has no id of its own that a section could have", () => {
    const html = pageOf(cast, [section("t", "Talk", talk)]);
    const ids = [...html.matchAll(/\sid="([^".]+)"/g)].map(([, id]) => id);
    const taken = new Set([...idsOfPage(["ann", "bo"]), "t", "t-q", "t-ann", "t-q-2", "t-bo"]);
    expect(ids.filter((id) => !taken.has(id ?? ""))).toEqual([]);
  });

  it("names the speaker of every answer in words and in the guest's seat", () => {
    const html = pageOf(cast, [section("t", "Talk", talk)]);
    expect(html).toMatch(
      /id="t-bo" data-seat="2">\s*<p class="speaker">[^]*?<span class="name"><bdi>BO<\/bdi><\/span>/,
    );
  });

  it("sets a question as a heading below its section's", () => {
    expect(pageOf(cast, [section("t", "Talk", talk)])).toContain('<h3 class="asked">Why?</h3>');
  });

  it("sets a question as a heading below the headline where there are no sections", () => {
    const untitled = { ...section("t", "Talk", talk), title: null };
    expect(pageOf(cast, [untitled])).toContain('<h2 class="asked">Why?</h2>');
  });

  it("says who declined to answer", () => {
    const declining = { ...section("t", "Talk", talk.slice(0, 1)), declined: [guestId("bo")] };
    expect(pageOf(cast, [declining])).toMatch(/class="declined">BO/);
  });
});
