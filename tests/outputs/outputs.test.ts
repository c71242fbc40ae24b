import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { calendarDate, filePath, languageTag, sitePath } from "../../src/model/ids.js";
import type { Output } from "../../src/model/output.js";
import { atomOutputs } from "../../src/outputs/feed-atom.js";
import { rssOutputs } from "../../src/outputs/feed-rss.js";
import { PageRenderer } from "../../src/outputs/html.js";
import { mediaOutputs } from "../../src/outputs/media.js";
import { noonOf } from "../../src/outputs/moment.js";
import { redirectOutputs } from "../../src/outputs/redirects.js";
import { robotsOutputs } from "../../src/outputs/robots.js";
import { sitemapOutputs } from "../../src/outputs/sitemap.js";
import { loadTheme } from "../../src/render/theme.js";
import { planPages } from "../../src/site/plan-pages.js";
import { lampFeature, lampSite } from "../render/lamp-site.js";
import {
  context,
  edition,
  en,
  feature,
  freePage,
  masthead,
  prose,
  question,
  section,
  settings,
  site,
} from "../render/site-builder.js";
import { themeFiles } from "../render/theme-files.js";

function contentOf(outputs: readonly Output[], path: string): string {
  const output = outputs.find((each) => each.path === path);
  if (!output || !("content" in output))
    throw new Error(`no ${path} among ${outputs.map((each) => each.path).join()}`);
  return output.content;
}

const hasXmllint = spawnSync("xmllint", ["--version"]).error === undefined;

function expectWellFormed(content: string): void {
  if (!hasXmllint) return;
  const { status, stderr } = spawnSync("xmllint", ["--noout", "--nonet", "-"], {
    input: content,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
}

/** A site whose texts hold everything that breaks a feed. */
const nasty = site({
  features: [
    feature(
      edition("nasty", {
        masthead: masthead({ title: 'A & B < "C" \u0000\u000b ]]> \ud800', summary: "x\u0008y" }),
        sections: [section("s", "S & T", [{ questions: [question("q", "]]> <b>&amp;</b>")], replies: [] }])],
      }),
    ),
  ],
});

describe("feeds", () => {
  it("are well-formed whatever is typed", () => {
    for (const of of [lampSite(), nasty, site()]) {
      for (const output of [...rssOutputs(context(of)), ...atomOutputs(context(of))]) {
        expectWellFormed("content" in output ? output.content : "");
      }
    }
    expect(contentOf(rssOutputs(context(nasty)), "feed.xml")).toContain(
      '<title>A &amp; B &lt; "C"  ]]&gt; </title>',
    );
  });

  it("hold the newest features, at most as many as the settings say", () => {
    const of = lampSite({ settings: settings({ feeds: { items: 1, formats: ["rss", "atom"] } }) });
    const rss = contentOf(rssOutputs(context(of)), "feed.xml");
    expect(rss.match(/<item>/g)).toHaveLength(1);
    expect(rss).toContain('<guid isPermaLink="true">https://lamp.example/features/lamp/</guid>');
  });

  it("have all features in the site's own language, and in another only what is written in it", () => {
    const outputs = rssOutputs(context(lampSite()));
    expect(contentOf(outputs, "feed.xml")).toContain("<title>A Wick &amp; a Match</title>");
    const english = contentOf(outputs, "en/feed.xml");
    expect(english).toContain("<title>Lamps Go Out</title>");
    expect(english).not.toContain("<title>灯会自己灭</title>");
  });

  it("part exchanges by a rule, and nothing else", () => {
    const rss = contentOf(rssOutputs(context(lampSite())), "feed.xml");
    expect(rss).toContain("&lt;hr&gt;");
    expect(rss).not.toMatch(/(?:<content:encoded>|&lt;\/h2&gt;\s*)&lt;hr/);
  });

  it("name the guests, the topics and the whole text with absolute addresses", () => {
    const rss = contentOf(
      rssOutputs(context(lampSite({ settings: settings({ basePath: "/mag/" }) }))),
      "feed.xml",
    );
    expect(rss).toContain(
      '<podcast:person role="guest" href="https://lamp.example/mag/guests/lin-zhao/">林照</podcast:person>',
    );
    expect(rss).toContain(
      '<podcast:transcript url="https://lamp.example/mag/features/lamp/transcript.vtt" type="text/vtt" language="zh-Hans" rel="captions"/>',
    );
    expect(rss).toContain("<category>灯</category>");
    expect(rss).toContain('href="https://lamp.example/mag/features/wick/#wick-q"');
    expect(rss).toContain('src="https://lamp.example/mag/media/features/%E7%81%AF%201.jpg"');
    expect(rss).not.toMatch(/(href|src)="(?!https?:)/);
    expect(rss).not.toContain(' id="press"');
    expect(rss).toContain("<pubDate>Fri, 01 Mar 2024 12:00:00 +0800</pubDate>");
  });

  it("say in Atom when a feature was last changed, and its language where it is another", () => {
    const atom = contentOf(atomOutputs(context(lampSite())), "atom.xml");
    expect(atom).toContain("<id>https://lamp.example/features/lamp/</id>");
    expect(atom).toContain("<updated>2024-03-09T12:00:00+08:00</updated>");
    expect(atom).toContain('<entry xml:lang="en">');
  });
});

describe("a moment of a feed", () => {
  it("is noon of the day in the site's zone, summer and winter", () => {
    expect(noonOf(calendarDate("2024-07-01"), "Europe/Berlin").rfc3339).toBe("2024-07-01T12:00:00+02:00");
    expect(noonOf(calendarDate("2024-01-01"), "Europe/Berlin").rfc3339).toBe("2024-01-01T12:00:00+01:00");
    expect(noonOf(calendarDate("2024-02-29"), "UTC")).toEqual({
      rfc3339: "2024-02-29T12:00:00Z",
      rfc5322: "Thu, 29 Feb 2024 12:00:00 +0000",
    });
  });
});

describe("the sitemap", () => {
  const pages = planPages(lampSite());

  it("lists every page but the 404 page, with its languages and its last change", () => {
    const [output, ...others] = sitemapOutputs(pages, settings());
    expect(others).toEqual([]);
    const content = output && "content" in output ? output.content : "";
    expectWellFormed(content);
    expect(content.match(/<loc>/g)).toHaveLength(pages.length - 1);
    expect(content).not.toContain("404");
    expect(content).toContain(
      "<loc>https://lamp.example/features/lamp/</loc>\n    <lastmod>2024-03-09</lastmod>",
    );
    expect(content).toContain(
      '<xhtml:link rel="alternate" hreflang="en" href="https://lamp.example/en/features/lamp/"/>',
    );
  });

  it("becomes an index where there are more pages than one file may list", () => {
    const outputs = sitemapOutputs(pages, settings(), 10);
    expect(outputs).toHaveLength(Math.ceil((pages.length - 1) / 10) + 1);
    for (const output of outputs) expectWellFormed("content" in output ? output.content : "");
    expect(contentOf(outputs, "sitemap.xml")).toContain("<loc>https://lamp.example/sitemap-2.xml</loc>");
    const listed = outputs
      .slice(1)
      .map((output) => ("content" in output ? output.content : ""))
      .join("");
    expect(listed.match(/<loc>/g)).toHaveLength(pages.length - 1);
  });

  it("is named by robots.txt, which only a site at a root has", () => {
    expect(contentOf(robotsOutputs(settings()), "robots.txt")).toContain(
      "Sitemap: https://lamp.example/sitemap.xml\n",
    );
    expect(robotsOutputs(settings({ basePath: "/mag/" }))).toEqual([]);
  });
});

describe("an old address", () => {
  it("leads to the new one, from disk too", () => {
    const html = contentOf(redirectOutputs(context(lampSite())), "2024/lamp/index.html");
    expect(html).toContain('content="0; url=../../features/lamp/index.html"');
    expect(html).toContain('<link rel="canonical" href="https://lamp.example/features/lamp/">');
    expect(html).toContain('<html lang="zh-Hans" dir="ltr">');
  });

  it("may be a file or have no slash at its end", () => {
    const moved = { ...lampFeature, aliases: [sitePath("/old.html"), sitePath("/alt/")] };
    const paths = redirectOutputs(context(lampSite({ features: [moved] }))).map(({ path }) => path);
    expect(paths).toEqual(["old.html", "alt/index.html"]);
  });

  it("may be that of a free page", () => {
    const about = freePage("about", { title: "About <us>", language: en, aliases: [sitePath("/who/we/")] });
    const outputs = redirectOutputs(context(lampSite({ features: [], pages: [about] })));
    expect(outputs.map(({ path }) => path)).toEqual(["who/we/index.html"]);
    const html = contentOf(outputs, "who/we/index.html");
    expect(html).toContain('content="0; url=../../about/index.html"');
    expect(html).toContain("<title>About &lt;us&gt;</title>");
    expect(html).toContain('<html lang="en" dir="ltr">');
  });
});

describe("media", () => {
  it("are what pages show or link to, and nothing else", () => {
    const linked = prose(
      '<a href="',
      { kind: "reference", target: { to: "file", file: filePath("content/features/notes.pdf") }, suffix: "" },
      '"></a><a href="',
      { kind: "reference", target: { to: "file", file: filePath("content/features/draft.md") }, suffix: "" },
      '"></a>',
    );
    const withLink = feature(edition("linked", { intro: [linked] }));
    expect(mediaOutputs(lampSite({ features: [lampFeature, withLink] }))).toEqual([
      { path: "media/features/cover.jpg", copyOf: "content/features/cover.jpg" },
      { path: "media/features/lamp.mp3", copyOf: "content/features/lamp.mp3" },
      { path: "media/features/notes.pdf", copyOf: "content/features/notes.pdf" },
      { path: "media/features/灯 1.jpg", copyOf: "content/features/灯 1.jpg" },
    ]);
  });
});

describe("pages", () => {
  it("are written where servers look for them", () => {
    const theme = loadTheme(themeFiles()).value;
    const renderer = new PageRenderer(context(lampSite()), theme);
    const outputs = planPages(lampSite()).flatMap((page) => renderer.render(page) ?? []);
    expect(renderer.diagnostics).toEqual([]);
    const paths = outputs.map(({ path }) => path);
    expect(paths).toContain("index.html");
    expect(paths).toContain("features/lamp/index.html");
    expect(paths).toContain("en/guests/lin-zhao/index.html");
    expect(paths).toContain("404.html");
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("report a template's mistake once, however many pages it breaks", () => {
    const theme = loadTheme(themeFiles({ "layouts/base.hbs": "{{{bdy}}}" })).value;
    const renderer = new PageRenderer(context(lampSite()), theme);
    expect(planPages(lampSite()).flatMap((page) => renderer.render(page) ?? [])).toEqual([]);
    expect(renderer.diagnostics.map(({ code }) => code)).toEqual(["unknown-field"]);
  });
});

describe("outputs", () => {
  it("are the same bytes in any time zone", () => {
    const make = () => {
      const of = lampSite({ settings: settings({ languages: [settings().language, languageTag("en")] }) });
      const theme = loadTheme(themeFiles({ "pages/feature.hbs": "{{feature.date.text}}" })).value;
      return JSON.stringify([
        rssOutputs(context(of)),
        atomOutputs(context(of)),
        sitemapOutputs(planPages(of), of.settings),
        planPages(of).flatMap((page) => new PageRenderer(context(of), theme).render(page) ?? []),
      ]);
    };
    const before = process.env["TZ"];
    try {
      const made = ["UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"].map((zone) => {
        process.env["TZ"] = zone;
        return make();
      });
      expect(new Set(made).size).toBe(1);
    } finally {
      if (before === undefined) delete process.env["TZ"];
      else process.env["TZ"] = before;
    }
  });
});
