import { describe, expect, it } from "vitest";
import { calendarDate, languageTag } from "../../src/model/ids.js";
import { lampSite } from "../render/lamp-site.js";
import { edition, en, feature, freePage, masthead, settings, site, zh } from "../render/site-builder.js";
import { renderSite } from "./built-in-theme.js";

const pages = renderSite(lampSite());
const pageAt = (path: string, of = pages): string => of.get(path) ?? `no page at ${path}`;

/** The languages of the switch: where each leads, and what is said where the page is not written in it. */
function switchOf(html: string): string[] {
  const [, list = ""] = /<nav class="languages"[^>]*>(.*?)<\/nav>/s.exec(html) ?? [];
  return [...list.matchAll(/<a ([^>]*)>(.*?)<\/a>/gs)].map(([, attributes = "", words = ""]) => {
    const [, href = ""] = /href="([^"]*)"/.exec(attributes) ?? [];
    const current = attributes.includes("aria-current") ? " (here)" : "";
    return `${words.replace(/<[^>]*>/g, "")} → ${href}${current}`;
  });
}

/** `hreflang` and address of each alternate of a page. */
function alternatesOf(html: string): Map<string, string> {
  const found = html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g);
  return new Map([...found].map(([, language = "", address = ""]) => [language, address]));
}

describe("the switch of languages", () => {
  it("leads to the same page in each language of the site", () => {
    expect(switchOf(pageAt("/features/lamp/"))).toEqual([
      "简体中文 → index.html (here)",
      "English → ../../en/features/lamp/index.html",
    ]);
    expect(switchOf(pageAt("/en/guests/"))).toEqual([
      "简体中文 → ../../guests/index.html",
      "English → index.html (here)",
    ]);
  });

  it("says in a language's own words that a page is not written in it, and leads to its front page", () => {
    expect(switchOf(pageAt("/features/wick/"))).toEqual([
      "简体中文 本页没有译文 → ../../index.html",
      "English → index.html (here)",
    ]);
    expect(switchOf(pageAt("/imprint/"))).toEqual([
      "简体中文 → index.html (here)",
      "English Not translated → ../en/index.html",
    ]);
  });

  it("names a language that the site has not, where a feature is written in it", () => {
    const french = renderSite(
      site({ features: [feature(edition("nuit", { language: languageTag("fr") }))] }),
    );
    expect(switchOf(pageAt("/features/nuit/", french))).toHaveLength(3);
  });

  it("is not there on a site in one language, nor on the page for what is not there", () => {
    const one = renderSite(site({ settings: settings({ languages: [zh] }), pages: [freePage("about")] }));
    for (const html of [...one.values(), pageAt("/404.html")]) expect(switchOf(html)).toEqual([]);
  });
});

describe("alternates for search engines", () => {
  it("are reciprocal, name the page itself, and have one address for everyone else", () => {
    const byAddress = new Map(
      [...pages.values()].flatMap((html) => {
        const [, canonical] = /<link rel="canonical" href="([^"]+)">/.exec(html) ?? [];
        return canonical === undefined ? [] : [[canonical, alternatesOf(html)] as const];
      }),
    );
    for (const [address, alternates] of byAddress) {
      if (alternates.size === 0) continue;
      expect([...alternates.values()], address).toContain(address);
      for (const other of alternates.values())
        expect(byAddress.get(other), `${address} and ${other}`).toEqual(alternates);
    }
    expect(Object.fromEntries(alternatesOf(pageAt("/en/features/lamp/")))).toEqual({
      "zh-Hans": "https://lamp.example/features/lamp/",
      en: "https://lamp.example/en/features/lamp/",
      "x-default": "https://lamp.example/features/lamp/",
    });
  });

  it("are not there for a page in one language", () => {
    expect(alternatesOf(pageAt("/features/wick/")).size).toBe(0);
  });
});

describe("what stands in for a translation", () => {
  it("is marked with the language that it is in, in words of the page", () => {
    expect(pageAt("/")).toContain('<span class="in-language">英语</span>');
    expect(pageAt("/archive/")).toContain('<span class="in-language">英语</span>');
    expect(pageAt("/guests/mara-finch/")).toContain('<span class="in-language">英语</span>');
    expect(pageAt("/en/")).not.toContain("in-language");
  });
});

describe("a translation that is older than its original", () => {
  const words = "The original was changed on March 9, 2024. This translation is older.";

  it("says on which day the original was changed", () => {
    expect(pageAt("/en/features/lamp/")).toContain(words);
    expect(pageAt("/features/lamp/")).not.toContain('class="outdated"');
  });

  it("says nothing once it was worked on", () => {
    const original = edition("lamp", { masthead: masthead({ updated: calendarDate("2024-03-09") }) });
    const translation = edition("lamp", {
      language: en,
      original: false,
      masthead: masthead({ updated: calendarDate("2024-03-09") }),
    });
    const current = renderSite(site({ features: [feature(original, [translation])] }));
    expect(pageAt("/en/features/lamp/", current)).not.toContain('class="outdated"');
  });
});

describe("a draft", () => {
  it("is kept from search engines", () => {
    const publication = { status: "draft", publishAt: null, expires: null } as const;
    const drafts = renderSite(site({ features: [feature(edition("lamp", { publication }))] }));
    expect(pageAt("/features/lamp/", drafts)).toContain('<meta name="robots" content="noindex">');
    expect(pageAt("/features/lamp/")).not.toContain("noindex");
  });
});
