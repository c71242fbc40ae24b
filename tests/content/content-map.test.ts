import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { findSettings, mapContent } from "../../src/content/content-map.js";
import { isIgnoredFile } from "../../src/content/ignored-file.js";
import { filePath, languageTag } from "../../src/model/ids.js";

const languages = ["zh-Hans", "en"].map(languageTag);

function map(...paths: string[]) {
  const { value, diagnostics } = mapContent(paths.map((path) => filePath(`content/${path}`)), languages);
  if (value === undefined) throw new Error("no map");
  return { ...value, problems: diagnostics.map(({ code, place }) => `${place.file} ${code}`), diagnostics };
}

describe("mapContent", () => {
  it("knows guests, pages, and features as files and as folders; pictures are no documents", () => {
    const { guests, pages, features, problems } = map(
      "site.yaml", "guests/wu-tong.md", "guests/wu-tong.jpg", "pages/about.md", "features/kate.md", "features/duty/index.md",
      "features/duty/20-b.md", "features/duty/10-a.md", "features/duty/one.jpg",
    );
    expect(problems).toEqual([]);
    expect(guests).toEqual([{ entry: "wu-tong", translation: null, file: "content/guests/wu-tong.md" }]);
    expect(pages.map(({ entry }) => entry)).toEqual(["about"]);
    expect(features).toMatchObject([
      { entry: "duty", file: "content/features/duty/index.md", sections: [{ entry: "a" }, { entry: "b" }] },
      { entry: "kate", file: "content/features/kate.md", sections: null },
    ]);
  });

  it("orders sections by number, then those without one by name", () => {
    const { features } = map("features/d/index.md", "features/d/b.md", "features/d/100-x.md", "features/d/20-y.md", "features/d/a.md", "features/d/3_z.md");
    expect(features[0]?.sections?.map(({ entry }) => entry)).toEqual(["z", "y", "x", "a", "b"]);
  });

  it("takes a folder with an index alone for a feature that is one file", () => {
    expect(map("features/d/index.md", "features/d/a.jpg").features).toMatchObject([{ entry: "d", sections: null }]);
  });

  it("puts translations behind their original, with their own sections", () => {
    const { features, guests, problems } = map(
      "features/d/index.en.md", "features/d/index.md", "features/d/10-a.md", "features/d/10-a.EN.md", "guests/wu.en.md", "guests/wu.md",
    );
    expect(problems).toEqual([]);
    expect(guests.map(({ translation }) => translation)).toEqual([null, "en"]);
    expect(features).toMatchObject([
      { translation: null, sections: [{ file: "content/features/d/10-a.md" }] },
      { translation: "en", sections: [{ file: "content/features/d/10-a.EN.md", translation: "en" }] },
    ]);
  });

  it("takes a dot in a name for a language only where it looks like one", () => {
    expect(map("pages/v1.2.md", "pages/notes.draft.md").pages.map(({ entry }) => entry)).toEqual(["notes.draft", "v1.2"]);
    expect(map("pages/about.md", "pages/about.fr.md")).toMatchObject({
      problems: ["content/pages/about.fr.md undeclared-language"],
      pages: [{ entry: "about" }],
    });
  });

  it("takes every language for one of the site's where its languages are not known", () => {
    const { value, diagnostics } = mapContent(["content/pages/a.md", "content/pages/a.fr.md"].map(filePath), null);
    expect(diagnostics).toEqual([]);
    expect(value?.pages.map(({ translation }) => translation)).toEqual([null, "fr"]);
  });

  it("reports translations without an original, and originals without a translation", () => {
    expect(map("guests/wu.en.md").problems).toEqual(["content/guests/wu.en.md missing-original"]);
    expect(map("features/d/index.en.md").problems).toEqual(["content/features/d/index.en.md missing-original"]);
    expect(map("features/d/index.md", "features/d/1-a.md", "features/d/1-a.en.md").problems).toEqual([
      "content/features/d/1-a.en.md missing-index",
    ]);
    expect(map("features/d/index.md", "features/d/index.en.md", "features/d/1-a.md", "features/d/2-b.en.md").problems).toEqual([
      "content/features/d/1-a.md untranslated-section",
      "content/features/d/2-b.en.md missing-original",
    ]);
  });

  it("reports a folder of sections without an index, once", () => {
    expect(map("features/d/1-a.md", "features/d/2-b.md").problems).toEqual(["content/features/d/1-a.md missing-index"]);
  });

  it("reports two files of one document and names both", () => {
    const { problems, diagnostics, features } = map("features/d.md", "features/d/index.md");
    expect(problems).toEqual(["content/features/d/index.md duplicate-document"]);
    expect(diagnostics[0]?.message).toContain("content/features/d.md");
    expect(features).toHaveLength(1);
    expect(map("guests/Wu Tong.md", "guests/wu-tong.md").problems).toHaveLength(1);
  });

  it("reports names in another case or with another ending", () => {
    expect(map("features/d/Index.md", "features/d/1-a.md").problems).toEqual(["content/features/d/Index.md wrong-file-name"]);
    const { diagnostics } = map("guests/wu.markdown", "pages/about.MD");
    expect(diagnostics.map(({ params }) => params)).toEqual([
      { found: "wu.markdown", expected: "wu.md" },
      { found: "about.MD", expected: "about.md" },
    ]);
  });

  it("reports a folder that is named like a file", () => {
    expect(map("features/d.md/index.md", "features/d.md/a.jpg").problems).toContain("content/features/d.md folder-named-as-file");
  });

  it("says where Markdown that nothing reads would be read", () => {
    const expected = (path: string) => map(path).diagnostics.map(({ code, params }) => [code, (params as { expected: string[] }).expected]);
    expect(expected("duty.md")).toEqual([["unread-file", ["content/features/duty.md", "content/guests/duty.md", "content/pages/duty.md"]]]);
    expect(expected("feature/duty.md")).toEqual([["unread-file", ["content/features/duty.md"]]]);
    expect(expected("guests/wu/index.md")).toEqual([["unread-file", ["content/guests/wu.md"]]]);
    expect(expected("features/d/deep/a.md")).toEqual([["unread-file", ["content/features/d/a.md"]]]);
    expect(expected("guests/index.md")).toEqual([["unread-file", ["content/pages/guests.md"]]]);
  });

  it("gives ids that are fit for addresses, whatever the file's name", () => {
    const entry = (name: string) => map(`guests/${name}.md`).guests[0]?.entry;
    expect(entry("陈刚")).toBe("陈刚");
    expect(entry("Chen Gang")).toBe("chen-gang");
    expect(entry('"Jo" O’Neill')).toBe("jo-oneill");
    expect(entry("e\u0301va")).toBe("éva");
    expect(entry("🎙️")).toMatch(/^[0-9a-f]{8}$/);
    expect(entry("\u202eevil")).toBe("evil");
    expect(entry("con")).toBe("con-1");
  });

  it("passes over hidden files and what editors leave behind", () => {
    for (const name of [".DS_Store", "wu.md~", "#wu.md#", ".wu.md.swp", ".git/HEAD", "wu.md.bak", "4913", "~$wu.docx"]) {
      expect(isIgnoredFile(`content/guests/${name}`)).toBe(true);
    }
    expect(isIgnoredFile("content/guests/wu.md")).toBe(false);
    expect(map("guests/#wu.md#", "guests/.wu.md", "guests/wu.md~")).toMatchObject({ guests: [], problems: [] });
  });

  it("gives the same map in whatever order the files come, and loses none", () => {
    const step = fc.constantFrom("index.md", "index.en.md", "10-a.md", "a.md", "a.en.md", "b.jpg", "Index.md", "x y.md", "c.fr.md");
    const path = fc.tuple(fc.constantFrom("", "features/", "features/d/", "guests/", "pages/", "features/d.md/", "other/"), step).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 16 }), fc.func(fc.integer()), (paths, rank) => {
        const one = map(...paths);
        const other = map(...[...paths].sort((a, b) => rank(a) - rank(b)));
        expect(other).toEqual(one);
        const placed = new Set<string>([
          ...[...one.guests, ...one.pages, ...one.features].map(({ file }) => file),
          ...one.features.flatMap(({ sections }) => (sections ?? []).map(({ file }) => file)),
          ...one.diagnostics.map(({ place }) => place.file),
        ]);
        // Sections of a folder without an index are reported by the first of them.
        const silent = paths.filter((name) => name.endsWith(".md") && !placed.has(`content/${name}`) && !/^features\/(?:d|d\.md)\/[^/]+$/.test(name));
        expect(silent).toEqual([]);
      }),
    );
  });
});

describe("findSettings", () => {
  it("finds site.yaml and names what was meant for it", () => {
    expect(findSettings([filePath("content/site.yaml")]).value).toBe("content/site.yaml");
    expect(findSettings([filePath("content/site.yml")]).diagnostics).toMatchObject([
      { code: "missing-settings", params: { found: "site.yml" }, place: { file: "content/site.yml" } },
    ]);
    expect(findSettings([]).diagnostics).toMatchObject([{ params: { found: null } }]);
  });
});
