import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesContent, wholeOf } from "../../src/io/file-content.js";
import { readRange } from "../../src/preview/byte-range.js";
import { editorLinks } from "../../src/preview/editor-link.js";
import { isAllowedHost } from "../../src/preview/host-check.js";
import { locateFile } from "../../src/preview/locate-file.js";
import { mediaTypeOf } from "../../src/preview/media-type.js";
import { withPreviewScript } from "../../src/preview/page-script.js";

describe("a range of bytes", () => {
  test.each([
    ["bytes=0-99", { first: 0, last: 99 }],
    ["bytes=500-", { first: 500, last: 999 }],
    ["bytes=-10", { first: 990, last: 999 }],
    ["bytes=-5000", { first: 0, last: 999 }],
    ["bytes=990-5000", { first: 990, last: 999 }],
    ["bytes=0-0", { first: 0, last: 0 }],
    ["bytes=1000-", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=9-1", "whole"],
    ["bytes=0-1,5-6", "whole"],
    ["bytes=-", "whole"],
    ["lines=1-2", "whole"],
    [undefined, "whole"],
  ])("is read from %s", (header, expected) => {
    expect(readRange(header, 1000)).toEqual(expected);
  });

  test("lies inside the file, whatever is asked for", () => {
    const bound = fc.option(fc.nat(2000), { nil: "" });
    fc.assert(
      fc.property(bound, bound, fc.nat(1500), (from, to, size) => {
        const range = readRange(`bytes=${from}-${to}`, size);
        if (typeof range === "string") return;
        expect(range.first).toBeGreaterThanOrEqual(0);
        expect(range.last).toBeGreaterThanOrEqual(range.first);
        expect(range.last).toBeLessThan(size);
      }),
    );
  });
});

describe("the host of a request", () => {
  test.each([
    ["localhost:4100", true],
    ["LOCALHOST", true],
    ["talks.localhost:4100", true],
    ["127.0.0.1:4100", true],
    ["127.8.8.8", true],
    ["[::1]:4100", true],
    ["localhost.", true],
    ["rebound.example", false],
    ["localhost.example", false],
    ["127.0.0.1.example", false],
    ["192.168.0.7:4100", false],
    ["localhost@example", false],
    ["studio:4100", false],
    ["studio.local:4100", false],
    ["", false],
    [undefined, false],
  ])("%s is answered on the loopback: %s", (header, allowed) => {
    expect(isAllowedHost(header, "127.0.0.1", "studio")).toBe(allowed);
  });

  test("may be an address or the name that was given, where the preview is shown to others", () => {
    expect(isAllowedHost("192.168.0.7:4100", "0.0.0.0", "studio")).toBe(true);
    expect(isAllowedHost("desk.local:4100", "desk.local", "studio")).toBe(true);
    expect(isAllowedHost("rebound.example", "0.0.0.0", "studio")).toBe(false);
  });

  test.each([
    ["studio", "studio:4100", true],
    ["Studio", "STUDIO.local", true],
    ["studio.local", "studio.local:4100", true],
    ["studio.example.org", "studio.example.org", true],
    ["studio.example.org", "studio.local", true],
    ["studio", "studio.example", false],
    ["studio", "other.local", false],
    ["studio", "x.studio.local", false],
    ["studio.example.org", "example.org", false],
    ["", ".local", false],
  ])(
    "is known where the machine is %s and others may see the preview: %s, %s",
    (machine, header, allowed) => {
      expect(isAllowedHost(header, "0.0.0.0", machine)).toBe(allowed);
    },
  );
});

describe("an address", () => {
  const files = new Set(["index.html", "404.html", "a/index.html", "a/x.mp3", "书/index.html", "a b.txt"]);
  const at = (target: string, basePath = "/") => locateFile(target, basePath, (path) => files.has(path));

  test.each([
    ["/", "index.html"],
    ["/?q=1", "index.html"],
    ["/a/", "a/index.html"],
    ["/a/index.html", "a/index.html"],
    ["/a/x.mp3", "a/x.mp3"],
    ["/%E4%B9%A6/", "书/index.html"],
    ["/a%20b.txt", "a b.txt"],
  ])("%s is the file %s", (target, path) => {
    expect(at(target)).toEqual({ kind: "file", path });
  });

  test("without its slash is led to the folder, its query kept", () => {
    expect(at("/a?x=1")).toEqual({ kind: "redirect", to: "/a/?x=1" });
    expect(at("/", "/talks/")).toEqual({ kind: "redirect", to: "/talks/" });
    expect(at("/talks", "/talks/")).toEqual({ kind: "redirect", to: "/talks/" });
    expect(at("/talks/a/", "/talks/")).toEqual({ kind: "file", path: "a/index.html" });
  });

  test("never asks for a file outside, and never leads to another host", () => {
    const part = fc.constantFrom("..", ".", "%2e%2e", "a", "", "%2f", "%5c", "\\", "x", "?", "%00", "%");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const located = locateFile(`/${parts.join("/")}`, "/", (path) => {
          expect(`/${path}/`).not.toMatch(/\/\.{1,2}\/|\\|\0|^\/\//);
          return true;
        });
        if (located.kind === "redirect") expect(located.to).not.toMatch(/^\/\//);
      }),
    );
  });
});

test("a file is named by its ending, text with its charset", () => {
  expect(mediaTypeOf("a/index.html")).toBe("text/html; charset=utf-8");
  expect(mediaTypeOf("feed.xml")).toBe("application/xml; charset=utf-8");
  expect(mediaTypeOf("x.MP3")).toBe("audio/mpeg");
  expect(mediaTypeOf("_headers")).toBe("application/octet-stream");
});

describe("a link to an editor", () => {
  test("names the file, the line and the column, in a form of one's own, too", () => {
    expect(editorLinks("vscode", "/my site")?.("content/书.md", 3, 4)).toBe(
      "vscode://file/my%20site/content/%E4%B9%A6.md:3:4",
    );
    expect(editorLinks("vscode", "C:/site")?.("x.md", 1)).toBe("vscode://file/C:/site/x.md:1:1");
    expect(editorLinks("my-editor://{path}#{line}", "/s")?.("x.md", 7)).toBe("my-editor:///s/x.md#7");
  });

  test.each([
    "javascript:alert(1)//{path}",
    "JavaScript:x{path}",
    "data:{path}",
    "https://x/{path}",
    "emcs",
    "vscode://file",
  ])("cannot be %s", (editor) => {
    expect(editorLinks(editor, "/s")).toBeUndefined();
  });
});

test("a page gets one script and stays the same otherwise", () => {
  const script = /<script src="[^"]+" data-colloquy-page="m"><\/script>/;
  for (const page of ['<!doctype html>\n<html>\n<head lang="x">\n<title>书</title>', "<p>no head"]) {
    const sent = bytesContent(new TextEncoder().encode(page), "");
    const changed = new TextDecoder().decode(wholeOf(withPreviewScript(sent, "m")));
    expect(changed).toMatch(script);
    expect(changed.replace(script, "").replace(/^<!doctype html>(?=<p>)/, "")).toBe(page);
  }
});
