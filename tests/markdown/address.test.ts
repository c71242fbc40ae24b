import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAddress } from "../../src/markdown/address.js";
import { filePath } from "../../src/model/ids.js";

const file = filePath("content/features/tide/10-boats.md");
const page = filePath("content/features/tide/index.md");

function target(typed: string): string {
  const address = readAddress(typed, file, page);
  if (address.kind === "inside") {
    return `${address.target.to === "file" ? address.target.file : address.target.path} ${address.suffix}`.trim();
  }
  return address.kind === "foreign" ? address.url : address.kind;
}

describe("an address", () => {
  it.each([
    ["../../guests/wu-yan.md#early", "content/guests/wu-yan.md #early"],
    ["duty-1.jpg", "content/features/tide/duty-1.jpg"],
    ["./duty-1.jpg?x=1", "content/features/tide/duty-1.jpg ?x=1"],
    ["pictures\\duty-1.jpg", "content/features/tide/pictures/duty-1.jpg"],
    ["%E6%BD%AE.jpg", "content/features/tide/潮.jpg"],
    ["潮 水.jpg", "content/features/tide/潮 水.jpg"],
    ["100%.md", "content/features/tide/100%.md"],
    ["../../../site.css", "site.css"],
    ["/guests/", "/guests/"],
    ["/guests/wu-yan", "/guests/wu-yan"],
    ["/", "/"],
    ["/a/./b/../c/", "/a/c/"],
    ["#early", "content/features/tide/index.md #early"],
    ["?q", "content/features/tide/index.md ?q"],
  ])("inside the site: %s", (typed, expected) => {
    expect(target(typed)).toBe(expected);
  });

  it.each([
    ["https://example.org/a b?c=d#e", "https://example.org/a%20b?c=d#e"],
    ["HTTPS://example.org", "https://example.org"],
    ["//example.org/x", "https://example.org/x"],
    ["\\\\example.org\\x", "https://example.org/x"],
    ["/\\example.org", "https://example.org"],
    ["mailto:ann@example.org", "mailto:ann@example.org"],
    ["tel:+441234", "tel:+441234"],
  ])("elsewhere: %s", (typed, expected) => {
    expect(target(typed)).toBe(expected);
  });

  it.each([
    "../../../../etc/passwd",
    "..\\..\\..\\..\\etc\\passwd",
    "%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "..%2f..%2f..%2f..%2fetc/passwd",
    "..%5c..%5c..%5c..%5cetc",
    "/../secret",
    "a%00.md",
  ])("out of the site's folder: %s", (typed) => {
    expect(target(typed)).toBe("outside");
  });

  it.each([
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "java\tscript\t:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:x",
    "view-source:x",
    "C:\\pictures\\a.jpg",
  ])("by a scheme that no page may use: %j", (typed) => {
    expect(target(typed)).toBe("scheme");
  });

  it("decodes the fragment", () => {
    expect(readAddress("a.md#%E6%BD%AE", file)).toMatchObject({ fragment: "潮", suffix: "#%E6%BD%AE" });
    expect(readAddress("a.md", file)).toMatchObject({ fragment: null });
  });

  it("inside the site never has a step upwards, nor a scheme in its path, whatever was typed", () => {
    const piece = fc.constantFrom(
      "..",
      "/",
      "\\",
      "%2e",
      "%2f",
      "%5c",
      ".",
      "a",
      ":",
      "#",
      "?",
      "%00",
      "\n",
      " ",
      "%",
      "javascript",
      "http",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const address = readAddress(pieces.join(""), file, page);
        if (address.kind === "inside") {
          const path = address.target.to === "file" ? address.target.file : address.target.path;
          expect(path.split(/[/\\]/)).not.toContain("..");
          expect(path.startsWith("//")).toBe(false);
          expect(path.startsWith("/")).toBe(address.target.to === "path");
        } else if (address.kind === "foreign") expect(address.url).toMatch(/^(?:https?|mailto|tel):/);
      }),
      { numRuns: 2000 },
    );
  });
});
