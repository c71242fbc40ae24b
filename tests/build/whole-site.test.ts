import { afterEach, describe, expect, test, vi } from "vitest";
import { changed, goodSite } from "./good-site.js";
import { buildOf, checkOf, diskWith, inspectOf } from "./in-memory.js";

const lamps = "content/features/lamps.md";

describe("a whole site", () => {
  test("has a file for each page and nothing else, and no problems", async () => {
    const { dist, problems, report } = await buildOf(diskWith(goodSite));
    expect(problems).toEqual([]);
    const pages = [...dist.keys()].filter((path) => !path.startsWith("/assets/"));
    expect(pages).toEqual([
      "/404.html",
      "/about/index.html",
      "/archive/2024/index.html",
      "/archive/index.html",
      "/atom.xml",
      "/features/duty/index.html",
      "/features/index.html",
      "/features/lamps/index.html",
      "/feed.xml",
      "/guests/abe/index.html",
      "/guests/bea/index.html",
      "/guests/index.html",
      "/index.html",
      "/robots.txt",
      "/sitemap.xml",
      "/topics/index.html",
      "/topics/light/index.html",
    ]);
    expect(dist.get("/features/duty/index.html")).toContain('id="first-bea"');
    expect(report?.removed).toEqual([]);
  });

  test("loses the pages of a feature that is deleted, and writes what did not change no second time", async () => {
    const fs = diskWith(goodSite, changed(lamps, ["duty/index.md#first", "/about/"]));
    await buildOf(fs);
    expect((await buildOf(fs)).report).toMatchObject({ written: [], removed: [] });
    fs.remove("/site/content/features/duty");
    fs.remove("/site/content/guests/bea.md");
    const { dist, problems, report } = await buildOf(fs);
    expect(problems).toEqual([]);
    expect(report?.removed).toEqual(["features/duty/index.html", "guests/bea/index.html"]);
    expect(dist.has("/features/duty/index.html")).toBe(false);
  });

  test("translates what has a translation, and shows guests as each language writes them", async () => {
    const files = [
      changed("content/site.yaml", ["language: en", "language: en\nlanguages: [en, zh-Hans]"]),
      { "content/guests/abe.zh-Hans.md": "---\nname: 阿伯\n---\n" },
      {
        "content/features/lamps.zh-Hans.md": goodSite[lamps]
          .replace("On lamps", "灯")
          .replace("Abe Lund:", "阿伯："),
      },
    ];
    const { dist, problems } = await buildOf(diskWith(goodSite, ...files));
    expect(problems).toEqual([]);
    expect(dist.get("/zh-Hans/features/lamps/index.html")).toMatch(/<html[^>]* lang="zh-Hans"/);
    expect(dist.get("/zh-Hans/guests/abe/index.html")).toContain("阿伯");
    expect(dist.get("/guests/abe/index.html")).toContain("Abe Lund");
  });
});

describe("guests", () => {
  test("stand in the order of their surnames as they are read", async () => {
    const names = {
      "zeng-guofan": "曾国藩",
      "shan-xiong": "单雄",
      "deng-an": "邓安",
      "ceng-lou": "层楼",
      "liu-yi": "刘一",
    };
    const files = Object.fromEntries(
      Object.entries(names).map(([id, name]) => [`content/guests/${id}.md`, `---\nname: ${name}\n---\n`]),
    );
    const { model } = await inspectOf(
      diskWith(goodSite, changed("content/site.yaml", ["language: en", "language: zh-Hans"]), files),
    );
    expect(model.guests.map(({ name }) => name)).toEqual([
      "Abe Lund",
      "Bea Moss",
      "层楼",
      "邓安",
      "刘一",
      "单雄",
      "曾国藩",
    ]);
  });

  const talk = (title: string, date: string, guest: string) =>
    `---\ntitle: ${title}\ndate: ${date}\nguests: [${guest}]\n---\n\n## One\n\nHost: Who?\n\nCy Thorn: Me.\n`;

  test("who have no file are one person in all features that name them, described as in the newest", async () => {
    const fs = diskWith(goodSite, {
      "content/features/a.md": talk("A", "2024-01-01", "{ name: Cy Thorn, role: Baker }"),
      "content/features/b.md": talk("B", "2024-05-01", "{ name: Cy  Thorn, role: Miller }").replace(
        "Cy  ",
        "Cy ",
      ),
    });
    expect(await checkOf(fs)).toEqual([]);
    const { model } = await inspectOf(fs);
    const cy = model.guests.filter(({ name }) => name === "Cy Thorn");
    expect(cy).toMatchObject([{ id: "cy-thorn", role: "Miller", oneOff: true, features: ["b", "a"] }]);
  });

  test("have the features that they are in, newest first, as those have them", async () => {
    const { model } = await inspectOf(diskWith(goodSite));
    expect(model.guests.map(({ id, features }) => [id, features])).toEqual([
      ["abe", ["lamps", "duty"]],
      ["bea", ["duty"]],
    ]);
  });
});

describe("the day of a build", () => {
  const lateOnMay31 = Date.parse("2024-05-31T20:00:00Z");
  const scheduled = [
    changed(lamps, ["date:", "publishAt: 2024-06-01\ndate:"]),
    changed("content/features/duty/index.md", ["date:", "expires: 2024-05-31\ndate:"]),
    { "content/guests/bea.md": goodSite["content/guests/bea.md"] },
  ];

  test.each([
    ["UTC", ["duty"]],
    ["America/New_York", ["duty"]],
    ["Asia/Shanghai", ["lamps"]],
  ])("is that of the site's time zone: %s", async (timezone, slugs) => {
    const zone = changed("content/site.yaml", ["language:", `timezone: ${timezone}\nlanguage:`]);
    const { model } = await inspectOf(diskWith(goodSite, ...scheduled, zone), { now: lateOnMay31 });
    expect(model.features.map(({ slug }) => slug)).toEqual(slugs);
  });

  test("changes nothing about the date of a feature", async () => {
    for (const timezone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
      const zone = changed("content/site.yaml", ["language:", `timezone: ${timezone}\nlanguage:`]);
      const { model } = await inspectOf(diskWith(goodSite, zone));
      expect(model.features.map(({ date }) => date)).toEqual(["2024-03-01", "2024-02-01"]);
    }
  });
});

describe("the same content", () => {
  afterEach(() => vi.unstubAllEnvs());

  test("gives the same bytes in whatever order the disk lists it", async () => {
    const forth = await buildOf(diskWith(goodSite));
    expect(forth.dist.size).toBeGreaterThan(15);
    const reversed = Object.fromEntries(Object.entries(goodSite).reverse());
    expect((await buildOf(diskWith(reversed))).dist).toEqual(forth.dist);
    const rotated = Object.entries(goodSite);
    rotated.push(...rotated.splice(0, 3));
    expect((await buildOf(diskWith(Object.fromEntries(rotated)))).dist).toEqual(forth.dist);
  });

  test.each(["Pacific/Kiritimati", "America/Los_Angeles"])(
    "gives the same bytes on a machine in the time zone %s",
    async (zone) => {
      const { dist } = await buildOf(diskWith(goodSite));
      vi.stubEnv("TZ", zone);
      expect((await buildOf(diskWith(goodSite))).dist).toEqual(dist);
    },
  );

  test("gives the same bytes at whatever hour of the day, and on another day too", async () => {
    const { dist } = await buildOf(diskWith(goodSite));
    const later = await buildOf(diskWith(goodSite), { now: Date.parse("2031-01-01T23:59:59Z") });
    expect(later.dist).toEqual(dist);
  });
});
