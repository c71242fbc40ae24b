import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pictureSize } from "../../src/assets/picture-size.js";
import { checkLook } from "../../src/assets/check-look.js";
import { themeAssets } from "../../src/assets/theme-assets.js";
import type { SiteSettings } from "../../src/model/settings.js";
import { settings } from "../render/site-builder.js";

const utf8 = new TextEncoder();

/** The start of a PNG of a size: enough for its header to be read. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** The start of a JPEG of 40 × 30 stored pixels with an orientation in its Exif metadata. */
function jpeg(orientation: number): Uint8Array {
  const tiff = [
    0x4d,
    0x4d,
    0,
    0x2a,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  const app1 = [0xff, 0xe1, 0, exif.length + 2, ...exif];
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0];
  return Uint8Array.from([0xff, 0xd8, ...app1, ...frame, 0xff, 0xd9]);
}

describe("a picture's size", () => {
  it("is read from the header", () => {
    expect(pictureSize(png(1200, 800))).toEqual({ width: 1200, height: 800 });
  });

  it.each([1, 2, 3, 4])("is as stored for the orientation %i", (orientation) => {
    expect(pictureSize(jpeg(orientation))).toEqual({ width: 40, height: 30 });
  });

  it.each([5, 6, 7, 8])("is turned for the orientation %i", (orientation) => {
    expect(pictureSize(jpeg(orientation))).toEqual({ width: 30, height: 40 });
  });

  it("is an SVG's view box where it names no size", () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 48"></svg>';
    expect(pictureSize(utf8.encode(svg))).toEqual({ width: 64, height: 48 });
  });

  it("is a problem, not a crash, for anything else", () => {
    expect(pictureSize(utf8.encode("not a picture"))).toHaveProperty("problem");
    expect(pictureSize(png(0, 0))).toHaveProperty("problem");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(32), (bytes, kept) => {
        for (const each of [
          bytes,
          Buffer.concat([png(3, 4).slice(0, kept), bytes]),
          Buffer.concat([jpeg(6).slice(0, kept + 20), bytes]),
        ]) {
          const size = pictureSize(each);
          expect("problem" in size || size.width === null || size.width > 0).toBe(true);
        }
      }),
    );
  });
});

describe("a theme's assets", () => {
  const file = (path: string, text: string, own = false) => ({ path, bytes: utf8.encode(text), own });
  const files = [
    file("styles/20-b.css", "b{}\n"),
    file("styles/10-a.css", "a{}\n"),
    file("assets/script.js", "1"),
    file("assets/script.js", "2", true),
    file("pages/home.hbs", ""),
  ];
  const styleOf = (all: typeof files, theme: Partial<SiteSettings["theme"]> = {}) =>
    themeAssets([...all].reverse(), settings({ theme: { ...settings().theme, ...theme } })).outputs.at(-1);

  it("are published with the site's own in place of the theme's", () => {
    const { outputs, style, script, icon } = themeAssets([...files].reverse(), settings());
    expect(outputs).toEqual([
      { path: "assets/script.js", bytes: utf8.encode("2") },
      { path: "assets/style.css", content: "a{}b{}" },
    ]);
    expect([style, script, icon]).toEqual(["/assets/style.css", "/assets/script.js", "/assets/icon.svg"]);
  });

  it("have one style sheet, of which a site replaces one part, adds one, or replaces all", () => {
    const own = [file("styles/10-a.css", "own{}\n", true), file("styles/99-own.css", "last{}\n", true)];
    expect(styleOf([...files, ...own])).toHaveProperty("content", "own{}b{}last{}");
    const whole = file("assets/style.css", "whole{}", true);
    expect(styleOf([...files, ...own, whole])).toHaveProperty("content", "whole{}");
  });

  it("are published without the notes of who wrote the style sheet", () => {
    const noted =
      '/* one\n   two */\na > b,\n[c~="d"] ~ e {\n  /* here */\n  content: "/* not, here */"; /* nor here */\n  font: 1em x, y;\n}\n';
    expect(styleOf([file("styles/10-a.css", noted)])).toHaveProperty(
      "content",
      'a>b,[c~="d"]~e{content:"/* not, here */"; /* nor here */\nfont:1em x,y}',
    );
  });

  it("have the site's custom properties at the end of the style sheet, before the look in its layer", () => {
    const looks = [file("looks/table.css", ":root {}\n"), file("looks/noon.css", "built-in")];
    expect(styleOf([...files, ...looks], { properties: { accent: "teal" } })).toHaveProperty(
      "content",
      "a{}b{}:root{--accent:teal}@layer default-look{:root {}}",
    );
    const own = file("looks/noon.css", "own", true);
    expect(styleOf([...files, ...looks, own], { look: "noon" })).toHaveProperty(
      "content",
      "a{}b{}@layer default-look{:root {}}@layer look{own}",
    );
  });

  it("have the part for columns only where the site asks for columns", () => {
    const all = [file("styles/82-compare.css", "c{}\n"), file("styles/83-vertical.css", "v{}\n")];
    expect(styleOf(all)).toHaveProperty("content", "c{}");
    expect(styleOf(all, { writing: "vertical" })).toHaveProperty("content", "c{}v{}");
  });
});

describe("the look of a site", () => {
  const files = [
    { path: "styles/10-a.css", bytes: utf8.encode("a { color: var(--accent) }"), own: false },
    { path: "looks/table.css", bytes: utf8.encode(":root { --accent: red; --ink: black }"), own: false },
    { path: "looks/night-desk.css", bytes: utf8.encode(""), own: true },
  ];
  const problems = (look: string, properties: Record<string, string>) =>
    checkLook(files, settings({ theme: { ...settings().theme, look, properties } }), {
      ofLook: () => ({ file: "content/site.yaml" }),
      ofProperty: () => ({ file: "content/site.yaml" }),
    }).map(({ code, message }) => [code, message]);

  it("is one that the theme or the site has", () => {
    expect(problems("table", {})).toEqual([]);
    expect(problems("night-desk", { accent: "teal" })).toEqual([]);
    expect(problems("nightdesk", {})).toEqual([
      [
        "unknown-look",
        'Unexpected look "nightdesk", expected "night-desk" or "table"; did you mean "night-desk"?',
      ],
    ]);
  });

  it("is changed by properties that something asks for", () => {
    expect(problems("table", { acent: "teal" })).toEqual([
      [
        "unknown-property",
        'Unexpected property "acent", expected one that the style sheet uses; did you mean "accent"?',
      ],
    ]);
  });
});
