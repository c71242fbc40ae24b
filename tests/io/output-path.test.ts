import { describe, expect, test } from "vitest";
import { requireInside } from "../../src/io/output-path.js";

describe("the path of an output", () => {
  test.each([
    "index.html",
    "a/b/index.html",
    ".well-known/x",
    "a/..b/c",
    "a/...",
    ".gitignore",
    "书/头.html",
  ])("may be %s", (path) => {
    expect(() => {
      requireInside(path);
    }).not.toThrow();
  });

  test.each([
    "",
    ".",
    "..",
    "/etc/passwd",
    "a/",
    "a//b",
    "a/../b",
    "../a",
    "a/..",
    "./a",
    "a/.",
    "a\\b",
    "a\0b",
    ".git",
    ".git/config",
    ".colloquy.json",
    ".colloquy-stage/x",
  ])("is never %j", (path) => {
    expect(() => {
      requireInside(path);
    }).toThrow("Unexpected output path");
  });
});
