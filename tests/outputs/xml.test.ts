import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeXml, xml } from "../../src/outputs/xml.js";

/** What an XML reader makes of escaped text. */
function unescape(text: string): string {
  return text.replace(
    /&(?:#(\d+)|(amp|lt|gt|quot));/g,
    (_, code: string | undefined, name: string | undefined) =>
      code === undefined
        ? ({ amp: "&", lt: "<", gt: ">", quot: '"' }[name ?? ""] ?? "")
        : String.fromCharCode(Number(code)),
  );
}

/** Characters that XML 1.0 allows. */
function allowed(text: string): string {
  return Array.from(text)
    .filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x20) return code === 9 || code === 10 || code === 13;
      return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
    })
    .join("");
}

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({
    unit: fc.constantFrom("<", ">", "&", '"', "'", "]", "\r", "\n", "\t", "\u0000", "\ud800", "字"),
  }),
);

describe("writing XML", () => {
  it("keeps every allowed character of any text, and no other", () => {
    fc.assert(
      fc.property(anyText, anyText, (value, text) => {
        const written = writeXml(xml("a", { b: value }, text));
        const match =
          /^<\?xml version="1\.0" encoding="utf-8"\?>\n<a b="([^<"\r\n\t]*)">([^<\r]*)<\/a>\n$/.exec(written);
        expect(match).not.toBeNull();
        const [, inAttribute = "", inside = ""] = match ?? [];
        expect(inside).not.toContain("]]>");
        expect(unescape(inAttribute)).toBe(allowed(value));
        expect(unescape(inside)).toBe(allowed(text));
      }),
    );
  });

  it("leaves out attributes that are absent, and breaks lines only between elements", () => {
    const written = writeXml(xml("a", { x: null }, xml("b", {}), xml("c", {}, "t", xml("d", {}))));
    expect(written).toBe('<?xml version="1.0" encoding="utf-8"?>\n<a>\n  <b/>\n  <c>t<d/></c>\n</a>\n');
  });
});
