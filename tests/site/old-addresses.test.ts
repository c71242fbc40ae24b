import { expect, test } from "vitest";
import { buildOf, diskWith } from "../build/in-memory.js";
import { changed, goodSite } from "../build/good-site.js";

const withAliases = (...aliases: string[]) =>
  changed("content/features/lamps.md", ["topics:", `aliases: [${aliases.join(", ")}]\ntopics:`]);

test.each(["/features/duty/", "/feed.xml", "/sitemap.xml", "/404.html"])(
  "an old address that is %s is reported where it is typed",
  async (alias) => {
    const { problems, diagnostics } = await buildOf(diskWith(goodSite, withAliases("/old/", alias)));
    expect(problems).toEqual(["content/features/lamps.md:5:18 error duplicate-address"]);
    expect(diagnostics[0]?.message).toContain(`"${alias}"`);
  },
);

test("an old address that nothing else has is led on from", async () => {
  const { problems, dist } = await buildOf(diskWith(goodSite, withAliases("/old/")));
  expect(problems).toEqual([]);
  expect(dist.get("/old/index.html")).toContain("features/lamps/");
});
