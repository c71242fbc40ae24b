import { describe, expect, test } from "vitest";
import { check } from "../../src/build/index.js";
import { diskWith } from "./in-memory.js";
import { goodSite } from "./good-site.js";

async function problemsOf(theme: string): Promise<string[]> {
  const settings = `title: Talks\nurl: https://talks.example/\nlanguage: en\n${theme}`;
  const { diagnostics } = await check({
    root: "/site",
    fs: diskWith(goodSite, { "content/site.yaml": settings }),
    now: Date.parse("2024-06-01T12:00:00Z"),
  });
  return diagnostics
    .filter(({ code }) => /look|property|css/.test(code))
    .map(({ code, severity, place }) => `${severity} ${code} ${place.line}:${place.column}`);
}

describe("what is wrong with how a site looks is reported where the settings say it", () => {
  test("a look that is not there", async () => {
    expect(await problemsOf("theme:\n  look: nightdesk\n")).toEqual(["error unknown-look 5:9"]);
    expect(await problemsOf("theme: {look: nightdesk}\n")).toEqual(["error unknown-look 4:15"]);
  });

  test("a property that nothing asks for, with and without dashes", async () => {
    const theme = "theme:\n  properties:\n    accent: teal\n    acent: teal\n    --hairlin: red\n";
    expect(await problemsOf(theme)).toEqual(["warning unknown-property 7:5", "warning unknown-property 8:5"]);
  });

  test.each(["teal; color: red", "teal}", "{teal", "url(x)", "teal /* so */"])(
    "a value that could leave its declaration: %s",
    async (value) => {
      const theme = `theme:\n  properties:\n    accent: ${JSON.stringify(value)}\n`;
      expect(await problemsOf(theme)).toEqual(["error unfit-css 6:13"]);
    },
  );
});
