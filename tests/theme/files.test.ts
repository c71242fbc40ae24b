import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { publishedAsset } from "../../src/assets/theme-script.js";
import { builtInStyle } from "./built-in-style.js";

const theme = fileURLToPath(new URL("../../templates/", import.meta.url));
const read = (path: string) => readFileSync(theme + path, "utf8");
const files = readdirSync(theme, { recursive: true, encoding: "utf8" }).map((path) =>
  path.replaceAll("\\", "/"),
);
const templates = files.filter((path) => path.endsWith(".hbs"));
const locales = files.filter((path) => path.startsWith("locales/") && path.endsWith(".yaml"));
const wordsOf = (path: string) => parse(read(path)) as Record<string, string | Record<string, string>>;

describe("the templates", () => {
  it.each(templates)("%s has no script, style or handler of its own", (path) => {
    const source = read(path).replace('<script src="{{assets.script}}" async></script>', "");
    expect(source).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
  });

  it.each(templates)("%s writes with three braces only what is HTML by its name", (path) => {
    const raw = [...read(path).matchAll(/\{\{\{([^}]+)\}\}\}/g)].map(([, name = ""]) => name);
    for (const name of raw) expect(name).toMatch(/(Html|(^|\.)html|^body)$/);
  });

  it.each(templates)("%s asks only for words that every locale has", (path) => {
    const keys = [...read(path).matchAll(/[{(]t "([^"]+)"/g)].map(([, key = ""]) => key);
    for (const locale of locales) expect(Object.keys(wordsOf(locale))).toEqual(expect.arrayContaining(keys));
  });
});

describe("the style sheets", () => {
  it.each(files.filter((path) => path.endsWith(".css")))("%s knows no left and right", (path) => {
    const sided =
      /(?:margin|padding|border|inset|scroll-[a-z]+)-(?:left|right)|(?<![\w-])(?:left|right):|text-align: (?:left|right)|(?:margin|padding|inset):(?: [^\s;]+){4};/g;
    expect(read(path).match(sided)).toBeNull();
  });
});

describe("the locales", () => {
  const english = wordsOf("locales/en.yaml");

  it.each(locales)("%s has the same keys as the English one", (path) => {
    expect(Object.keys(wordsOf(path)).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(locales)("%s has exactly the plural forms of its language", (path) => {
    const language = path.replace(/^locales\/|\.yaml$/g, "");
    const forms = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
    for (const words of Object.values(wordsOf(path))) {
      if (typeof words !== "string") expect(Object.keys(words).sort()).toEqual(forms);
    }
  });

  it.each(locales)("%s uses the same values as the English one", (path) => {
    for (const [key, words] of Object.entries(wordsOf(path))) {
      expect([key, valuesIn(words)]).toEqual([key, valuesIn(english[key] ?? "")]);
    }
  });
});

describe("the assets", () => {
  /** A script as a site has it. */
  const published = (name: string): string => {
    const output = publishedAsset({
      path: `assets/${name}`,
      bytes: readFileSync(`${theme}assets/${name}`),
      own: false,
    });
    return "content" in output ? output.content : "";
  };

  it("load nothing from anywhere else", () => {
    for (const [, address = ""] of builtInStyle.matchAll(/url\("([^"]+)"\)/g)) {
      expect(files).toContain(`assets/${address}`);
    }
    expect(builtInStyle).not.toMatch(/@import|https?:/);
  });

  it("leave a feature's page 10 kB of the 60 that it may have over the wire", () => {
    // Accents are fetched only where there are any.
    const fonts = files
      .filter((path) => /\/newsreader-\w+\.woff2$/.test(path))
      .map((path) => statSync(theme + path).size);
    const text = [builtInStyle, published("script.js")].map((source) => gzipSync(source).length);
    expect(fonts).toHaveLength(3);
    expect([...fonts, ...text].reduce((sum, size) => sum + size, 0)).toBeLessThan(50_000);
  });

  it("keep the script that every page has under 2 kB over the wire", () => {
    expect(gzipSync(published("script.js")).length).toBeLessThan(2048);
  });

  it.each(["share.js", "keys.js", "recording.js", "reader.css"])(
    "fetch %s only when it is asked for",
    (name) => {
      for (const path of templates) expect(read(path)).not.toContain(name);
      expect(read("assets/script.js")).toContain(name.endsWith(".js") ? "${name}.js" : name);
    },
  );

  it.each(files.filter((path) => /^assets\/.*\.js$/.test(path)))(
    "publish %s with nothing lost but notes",
    (path) => {
      const source = published(path.replace("assets/", ""));
      expect(() => new Script(source)).not.toThrow();
      expect(source).not.toMatch(/^\s*\/\//m);
      // A text over several lines would lose its indents.
      for (const [, text = ""] of read(path).matchAll(/`([^`]*)`/g)) expect(text).not.toContain("\n");
    },
  );

  it("carry the licence of the fonts", () => {
    expect(read("assets/fonts/newsreader-license.txt")).toContain("SIL OPEN FONT LICENSE");
  });
});

/** The names of the values in a text, in all its plural forms together. */
function valuesIn(words: string | Record<string, string>): string[] {
  const text = typeof words === "string" ? words : Object.values(words).join(" ");
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))].sort();
}
