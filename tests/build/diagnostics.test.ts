import { describe, expect, test } from "vitest";
import { drawPlaceholder } from "../../src/importers/placeholder-picture.js";
import { changed, goodSite } from "./good-site.js";
import { buildOf, checkOf, diskWith } from "./in-memory.js";

const lamps = "content/features/lamps.md";
const duty = "content/features/duty/index.md";
const about = "content/pages/about.md";
const first = "content/features/duty/10-first.md";

/** What a build says of the good site with some files changed; a check must say the same. */
async function problemsOf(...files: Parameters<typeof diskWith>): Promise<string[]> {
  const fs = diskWith(goodSite, ...files);
  const { problems } = await buildOf(fs);
  expect(await checkOf(fs)).toEqual(problems);
  return problems;
}

/** The words of the only problem. */
async function messageOf(...files: Parameters<typeof diskWith>): Promise<string> {
  const { diagnostics } = await buildOf(diskWith(goodSite, ...files));
  expect(diagnostics).toHaveLength(1);
  return `${diagnostics[0]?.message ?? ""} / ${diagnostics[0]?.related[0]?.place.file ?? ""}`;
}

describe("check and build", () => {
  test("find nothing in a good site", async () => {
    expect(await problemsOf()).toEqual([]);
  });

  test("report every mistake of a feature in one run, each at its line and column", async () => {
    const files = changed(
      lamps,
      ["2024-03-01", "2024-13-01"],
      ["topics:", "source: { name: A, urll: b }\ntopcis:"],
      ["Abe Lund:", "Abe Lumd:"],
      ["#first", "#frist"],
    );
    expect(await problemsOf(files)).toEqual([
      `${lamps}:3:7 error invalid-date`,
      `${lamps}:5:20 error unknown-key`,
      `${lamps}:6:1 error unknown-key`,
      `${lamps}:15:1 error unknown-speaker`,
      `${lamps}:15:41 error broken-anchor`,
    ]);
  });

  test("report mistakes of several files in one run", async () => {
    const files = [
      changed(lamps, ["[abe]", "[abf]"]),
      changed("content/pages/about.md", ["title:", "titel:"]),
      changed("content/guests/bea.md", ["role:", "roel:"]),
      changed("content/site.yaml", ["language: en", "language: en\npaginaton: {}"]),
    ];
    expect(await problemsOf(...files)).toEqual([
      `${lamps}:4:10 error unknown-guest`,
      "content/guests/bea.md:3:1 error unknown-key",
      "content/pages/about.md:1:1 error missing-key",
      "content/pages/about.md:2:1 error unknown-key",
      "content/site.yaml:4:1 error unknown-key",
    ]);
  });

  test("do not blame others for a file that cannot be read", async () => {
    expect(await problemsOf(changed(duty, ["2024-02-01", "2024-02-01\n\ttags: x"]))).toEqual([
      `${duty}:4:1 error tab-indentation`,
    ]);
    const fs = diskWith(goodSite);
    fs.deny("/site/content/features/duty");
    expect(await checkOf(fs)).toEqual(["content/features/duty:1:1 error unreadable"]);
  });

  test("do not take a misspelt guest for a second one of the same name", async () => {
    expect(await problemsOf(changed(lamps, ["[abe]", "[abe, aeb]"]))).toEqual([
      `${lamps}:4:15 error unknown-guest`,
    ]);
  });
});

describe("addresses and links", () => {
  test("two features at one address are an error that names both files", async () => {
    const other = { "content/features/lights.md": goodSite[lamps].replace("date:", "slug: lamps\ndate:") };
    expect(await problemsOf(other)).toEqual(["content/features/lights.md:1:1 error duplicate-address"]);
    expect(await messageOf(other)).toBe(
      'Unexpected second page at "/features/lamps/", which content/features/lamps.md already has / content/features/lamps.md',
    );
  });

  test("addresses that differ in case only are one address", async () => {
    const aliases = changed(lamps, ["date:", "aliases: [/ABOUT/]\ndate:"]);
    expect(await problemsOf(aliases)).toEqual([`${lamps}:3:11 error duplicate-address`]);
  });

  test("an old address of a free page is claimed as one of a feature is", async () => {
    const page = changed(about, ["title: About", "title: About\naliases: [/old/, /old, /FEATURES/lamps]"]);
    expect(await problemsOf(page)).toEqual([`${about}:3:24 error duplicate-address`]);
    const feature = changed(lamps, ["date:", "aliases: [/old/]\ndate:"]);
    const both = changed(about, ["title: About", "title: About\naliases: /Old/index.html"]);
    expect(await problemsOf(feature, both)).toEqual([`${about}:3:10 error duplicate-address`]);
  });

  test("an old address of a free page may be linked to, and leads to the page from there", async () => {
    const page = changed(about, ["title: About", "title: About\naliases: /who"]);
    const { problems, dist } = await buildOf(
      diskWith(goodSite, page, changed(lamps, ["duty/index.md#first", "/who/"])),
    );
    expect(problems).toEqual([]);
    expect(dist.get("/who/index.html")).toContain("url=../about/index.html");
  });

  test("an old address in a translation of a free page leads to the translation", async () => {
    const site = changed("content/site.yaml", ["language: en", "language: en\nlanguages: [en, fr]"]);
    const french = { "content/pages/about.fr.md": "---\ntitle: À propos\naliases: /qui/\n---\n\nNous.\n" };
    const { dist } = await buildOf(diskWith(goodSite, site, french));
    expect(dist.get("/qui/index.html")).toContain("url=../fr/about/index.html");
  });

  test("a link to a draft says that it is one, and so does a link to one of its sections", async () => {
    const draft = changed(duty, ["date:", "status: draft\ndate:"]);
    expect(await problemsOf(draft)).toEqual([`${lamps}:14:41 error hidden-link`]);
    const section = changed(lamps, ["index.md#first", "10-first.md"]);
    expect(await problemsOf(draft, section)).toEqual([`${lamps}:14:41 error hidden-link`]);
    expect(await checkOf(diskWith(goodSite, draft), { drafts: true })).toEqual([]);
  });

  test("a broken link, a broken anchor and a link out of the site are errors with what is near", async () => {
    expect(await messageOf(changed(lamps, ["duty/index.md#first", "../pages/abuot.md"]))).toContain(
      'did you mean "content/pages/about.md"?',
    );
    expect(await messageOf(changed(lamps, ["#first", "#frist"]))).toContain('did you mean "#first"?');
    expect(await problemsOf(changed(lamps, ["duty/index.md", "../../../x.md"]))).toEqual([
      `${lamps}:14:41 error link-outside`,
    ]);
  });

  test("a link by address is as good as one by file", async () => {
    for (const link of [
      "/about/",
      "/about",
      "/features/duty/#first-abe",
      "/guests/abe/",
      "/feed.xml",
      "/sitemap.xml",
      "/old/",
    ])
      expect({
        link,
        problems: await problemsOf(
          changed(lamps, ["date:", "aliases: [/old/]\ndate:"], ["duty/index.md#first", link]),
        ),
      }).toEqual({
        link,
        problems: [],
      });
  });
});

describe("the words of an interview", () => {
  test("a pull quote that nobody said shows the nearest passage", async () => {
    const quote = changed(lamps, [
      "Abe Lund:",
      "> [!quote] Abe Lund\n> The wick is short tonight.\n\nAbe Lund:",
    ]);
    const { problems, diagnostics } = await buildOf(diskWith(goodSite, quote));
    expect(problems).toEqual([`${lamps}:14:1 error unsaid-quote`]);
    expect(JSON.stringify(diagnostics)).toContain("The wick is long tonight");
  });

  test("a missing picture names the nearest one, and the place in the text", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>';
    const picture = changed(lamps, ["See [", '\n\n![A lamp](lapms.svg "A lamp. Photo: Ona Wick")\n\nSee [']);
    const message = await messageOf(picture, { "content/features/lamps.svg": svg });
    expect(message).toContain('did you mean "lamps.svg"?');
  });

  test("a placeholder that the import drew is a warning at its file, as long as it is shown", async () => {
    const file = "content/features/lamps.svg";
    const shown = changed(lamps, ["See [", '\n\n![A lamp](lamps.svg "A lamp. Photo: Ona Wick")\n\nSee [']);
    const drawn = { [file]: drawPlaceholder("Picture to be supplied") };
    expect(await problemsOf(shown, drawn)).toEqual([`${file}:1:1 warning placeholder-picture`]);
    expect(await problemsOf(drawn)).toEqual([]);
    const own = { [file]: '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"/>' };
    expect(await problemsOf(shown, own)).toEqual([]);
  });

  test("a speaker nearly like another is named with the nearest", async () => {
    expect(await messageOf(changed(first, ["Bea Moss:", "Bea Mos:"]))).toContain('did you mean "Bea Moss"?');
  });
});

describe("severity", () => {
  const unheard = { "content/guests/cy.md": "---\nname: Cy Thorn\n---\n" };
  const warning = "content/guests/cy.md:2:7 warning unheard-guest";

  test("a warning lets a site be written, unless the build is strict", async () => {
    const built = await buildOf(diskWith(goodSite, unheard));
    expect(built.problems).toEqual([warning]);
    expect(built.report).not.toBeNull();
    const strict = await buildOf(diskWith(goodSite, unheard), { strict: true });
    expect(strict).toMatchObject({ problems: [warning], report: null });
    expect(strict.dist.size).toBe(0);
  });

  test("a warning is muted for the site, or for a file", async () => {
    const site = changed("content/site.yaml", ["language:", "mute: [unheard-guest]\nlanguage:"]);
    expect(await problemsOf(unheard, site)).toEqual([]);
  });

  test("an error cannot be muted, and trying is an error", async () => {
    const site = changed("content/site.yaml", ["language:", "mute: [unknown-guest]\nlanguage:"]);
    const problems = await problemsOf(site, changed(lamps, ["[abe]", "[abf]"]));
    expect(problems.map((one) => one.split(" ").at(-1))).toEqual(["unknown-guest", "muted-error"]);
  });

  test("what is wrong in a draft is a warning, and an error once it is shown", async () => {
    const draft = changed(duty, ["2024-02-01", "2024-02-30\nstatus: draft"]);
    const files = [
      draft,
      changed(first, ["Bea Moss:", "Bea Mos:"]),
      changed(lamps, ["duty/index.md#first", "/about/"]),
    ];
    expect(await problemsOf(...files)).toEqual([
      `${first}:8:1 warning unknown-speaker`,
      `${duty}:3:7 warning invalid-date`,
    ]);
    expect(await checkOf(diskWith(goodSite, ...files), { drafts: true })).toEqual([
      `${first}:8:1 error unknown-speaker`,
      `${duty}:3:7 error invalid-date`,
    ]);
  });
});

describe("templates", () => {
  test("are wrong at their line and column, several in one run", async () => {
    expect(
      await problemsOf({
        "templates/pages/home.hbs": "<p>\n  {{site.titel}}\n</p>\n",
        "templates/pages/guest.hbs": "{{> cards/lamp}}",
        "templates/pages/topic.hbs": '\n\n<p>{{t "nonesuch"}}</p>',
      }),
    ).toEqual([
      "templates/pages/guest.hbs:1:1 error unknown-partial",
      "templates/pages/home.hbs:2:5 error unknown-field",
      "templates/pages/topic.hbs:3:8 error unknown-word",
    ]);
  });
});

test("a full disk and a refused one leave the last site as it was", async () => {
  const fs = diskWith(goodSite);
  const { dist } = await buildOf(fs);
  fs.write("/site/content/pages/about.md", `${goodSite["content/pages/about.md"]}\n${"More. ".repeat(2000)}`);
  fs.limit(fs.used + 4000);
  const full = await buildOf(fs);
  expect(full).toMatchObject({ problems: ["/site/dist:1:1 error write-failed"], report: null });
  expect(full.dist).toEqual(dist);
  fs.limit(Infinity);
  fs.deny("/site/dist/.colloquy-stage");
  expect((await buildOf(fs)).dist).toEqual(dist);
  fs.allow("/site/dist/.colloquy-stage");
  expect((await buildOf(fs)).dist.get("/about/index.html")).toContain("More. More.");
});
