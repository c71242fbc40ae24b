import { describe, expect, test } from "vitest";
import { readFileSync } from "node:fs";
import { commands } from "../../src/cli/commands.js";
import { wantsColor } from "../../src/cli/process-environment.js";
import { version } from "../../src/model/program.js";
import { FileError } from "../../src/io/file-system.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { aWarning, anError, colloquy } from "./harness.js";

describe("the command line", () => {
  test("shows an overview that names every command", async () => {
    const { code, out } = await colloquy(["--help"]);
    expect(code).toBe(0);
    for (const { name } of commands) expect(out).toContain(`\n  ${name} `);
    expect(out).toContain("\n  colloquy preview --open ");
  });

  test.each(commands.map(({ name }) => name))("shows the help of %s, with examples", async (name) => {
    for (const args of [
      [name, "--help"],
      ["help", name],
    ]) {
      const { code, out, err } = await colloquy(args);
      expect(code).toBe(0);
      expect(out).toContain(`Usage: colloquy ${name}`);
      expect(out).toContain("Examples:\n  colloquy ");
      expect(err).toBe("");
    }
  });

  test("refuses a command that it does not know, and suggests the nearest", async () => {
    const { code, out, err } = await colloquy(["biuld"]);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain('Unexpected command "biuld"');
    expect(err).toContain('did you mean "build"?');
  });

  test.each([
    [["build", "--otu", "x"], "--out"],
    [["check", "--strcit"], "--strict"],
    [["new", "fature"], "feature"],
  ])("refuses %j and suggests %s", async (args, suggestion) => {
    const { code, err, asked } = await colloquy(args);
    expect(code).toBe(2);
    expect(err).toContain(suggestion);
    expect(asked).toBeUndefined();
  });

  test.each([
    ["a surplus word", ["build", "somewhere"]],
    ["an option without its value", ["build", "--out"]],
    ["a format that there is not", ["check", "--format", "xml"]],
    ["a base that is no path", ["build", "--base", "talks"]],
    ["a parser that there is not", ["build", "--parser", "marked"]],
    ["a date that is none", ["import", "x.txt", "--date", "May"]],
    ["a day that the calendar has not", ["import", "x.txt", "--date", "2024-13-01"]],
    ["nothing to make", ["new"]],
  ])("refuses %s", async (_, args) => {
    expect((await colloquy(args)).code).toBe(2);
  });

  test.each(["build", "check", "inspect", "preview"])(
    "refuses for %s a root that is no folder",
    async (name) => {
      const fs = new MemoryFileSystem({ "/desk/novel.txt": "all I have" });
      for (const root of ["nowhere", "novel.txt"]) {
        const { code, out, err, asked } = await colloquy([name, "--root", root], { fs });
        expect({ code, out, asked }).toEqual({ code: 2, out: "", asked: undefined });
        expect(err).toBe(`Unexpected --root "${root}", expected a folder; /desk/${root} is none\n`);
      }
    },
  );

  test("says what to report after a bug, and ends with 70", async () => {
    const cause = new TypeError("x is undefined");
    const { code, out, err } = await colloquy(["build", "--root", "my site"], {
      fs: new MemoryFileSystem({ "/desk/my site/readme.txt": "" }),
      throws: new Error("Broken", { cause }),
    });
    expect(code).toBe(70);
    expect(out).toBe("");
    for (const part of [
      "a bug in colloquy",
      version,
      "Node v0 on test",
      "'my site'",
      "Error: Broken",
      "x is undefined",
    ])
      expect(err).toContain(part);
  });

  test("calls a disk that refuses no bug", async () => {
    const throws = FileError.of("EACCES", "read", "/desk/content");
    const { code, err } = await colloquy(["build"], { throws });
    expect({ code, err }).toEqual({ code: 1, err: "Could not read /desk/content: no permission (EACCES)\n" });
  });

  test("has the version of the package", () => {
    const packed: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(packed).toMatchObject({ version });
  });
});

describe("colloquy build", () => {
  test("builds the folder it is in, into dist, and says what was made on the error stream", async () => {
    const { code, out, err, asked } = await colloquy(["build"]);
    expect(asked).toMatchObject({ root: "/desk", out: "/desk/dist", keepOff: ["/home/me"] });
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toBe("dist: 1 feature, 2 guests, 3 pages (files: 1 written, 2 unchanged)\n");
  });

  test("takes folders as seen from the working directory, a base and drafts", async () => {
    const args = [
      "build",
      "--root",
      "../site",
      "--out",
      "./a/../b",
      "--base",
      "/t/",
      "--drafts",
      "--parser",
      "remark",
    ];
    const { asked } = await colloquy(args, { fs: new MemoryFileSystem({ "/site/readme.txt": "" }) });
    expect(asked).toMatchObject({
      root: "/site",
      out: "/desk/b",
      base: "/t/",
      drafts: true,
      parser: "remark",
    });
  });

  test("ends with 1 after errors and says that nothing was written", async () => {
    const { code, err } = await colloquy(["build"], { built: { diagnostics: [anError()], report: null } });
    expect(code).toBe(1);
    expect(err).toMatch(/1 error\. Nothing was written\.\n$/);
  });

  test("ends with 0 after warnings, unless it is strict", async () => {
    const built = { diagnostics: [aWarning()] };
    expect((await colloquy(["build"], { built })).code).toBe(0);
    const strict = await colloquy(["build", "--strict"], { built });
    expect(strict.code).toBe(1);
    expect(strict.asked).toMatchObject({ strict: true });
  });

  test("says all of it as JSON, and only that on the output", async () => {
    const { out } = await colloquy(["build", "--json"], { built: { diagnostics: [aWarning()] } });
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      out: "/desk/dist",
      features: 1,
      report: { written: ["index.html"] },
      diagnostics: [{ code: "not-utf8", severity: "warning", line: 1 }],
    });
  });

  test("draws a line over itself on a terminal and takes it away, and draws none in a pipe", async () => {
    const { err } = await colloquy(["build"], { isTerminal: true });
    expect(err).toMatch(/^\r\u001b\[2KRendering pages 1\/3\r\u001b\[2Kdist: /);
    expect((await colloquy(["build"])).err).not.toContain("\r");
  });

  test("is quiet if it is asked to and all is well", async () => {
    expect((await colloquy(["build", "--quiet"])).err).toBe("");
    expect(
      (await colloquy(["build", "--quiet"], { built: { diagnostics: [anError()], report: null } })).err,
    ).not.toBe("");
  });
});

describe("colloquy check", () => {
  test("draws each problem with its place, its frame, its help and its other half", async () => {
    const { code, out, err } = await colloquy(["check"], { built: { diagnostics: [anError()] } });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err)
      .toBe(`content/features/100%, a:b.md:1:1 error Unexpected byte at offset 3, expected UTF-8 [not-utf8]
> 1 | 记者：请谈谈，100%。
    | ^^^^
  2 | 刘：好
  content/x.md:4:2 the other one
  help: Save the file as UTF-8 in your editor.
1 error in 1 feature and 2 guests.
`);
  });

  test("uses colours where they are wanted only", async () => {
    const built = { diagnostics: [anError()] };
    expect((await colloquy(["check"], { built, hasColor: true })).err).toContain("\u001b[31m");
    expect((await colloquy(["check"], { built })).err).not.toContain("\u001b");
  });

  test.each([["--format", "json"], ["--json"]])("prints JSON (%s)", async (...args) => {
    const { code, out, err } = await colloquy(["check", ...args], { built: { diagnostics: [anError()] } });
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(JSON.parse(out)).toEqual({
      version: 1,
      diagnostics: [
        {
          code: "not-utf8",
          severity: "error",
          message: "Unexpected byte at offset 3, expected UTF-8",
          help: "Save the file as UTF-8 in your editor.",
          file: "content/features/100%, a:b.md",
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 3,
          related: [{ message: "the other one", file: "content/x.md", line: 4, column: 2 }],
        },
      ],
    });
  });

  test("prints workflow commands for GitHub, with what means something there escaped", async () => {
    const { out } = await colloquy(["check", "--format", "github"], { built: { diagnostics: [aWarning()] } });
    expect(out).toBe(
      "::warning file=content/features/100%25%2C a%3Ab.md,line=1,endLine=1,col=1,endColumn=3,title=not-utf8::" +
        "Unexpected byte at offset 3, expected UTF-8%0ASave the file as UTF-8 in your editor.\n",
    );
  });

  test("prints SARIF", async () => {
    const { out } = await colloquy(["check", "--format", "sarif"], {
      built: { diagnostics: [anError(), aWarning()] },
    });
    const log: unknown = JSON.parse(out);
    expect(log).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          columnKind: "utf16CodeUnits",
          tool: {
            driver: {
              name: "colloquy",
              rules: [{ id: "not-utf8", defaultConfiguration: { level: "error" } }],
            },
          },
          results: [{ ruleId: "not-utf8", ruleIndex: 0, level: "error" }, { level: "warning" }],
        },
      ],
    });
    expect(out).toContain('"uri": "content/features/100%25%2C%20a%3Ab.md"');
    expect(out).toContain('"endColumn": 3');
  });

  test("prints an empty report where nothing is wrong", async () => {
    expect((await colloquy(["check"])).err).toBe("No problems in 1 feature and 2 guests.\n");
    expect((await colloquy(["check", "--format", "github"])).out).toBe("");
  });
});

describe("colloquy inspect", () => {
  test("shows who speaks when", async () => {
    const { out } = await colloquy(["inspect"]);
    expect(out).toBe(`Talks

The clock (2024-03-01) /features/clock/
  Quay
    question Interviewer  #quay-q
    answer   Abe Lund  #quay-abe

Guests
  Abe Lund (abe): clock
`);
  });

  test("prints the whole model as JSON", async () => {
    const { out } = await colloquy(["inspect", "--json"], { built: { diagnostics: [anError()] } });
    expect(JSON.parse(out)).toMatchObject({ site: { title: "Talks" } });
  });
});

describe("colours", () => {
  test.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: "1" }, true, false],
    [{ NO_COLOR: "" }, true, true],
    [{ NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
    [{ FORCE_COLOR: "1" }, false, true],
    [{ FORCE_COLOR: "0" }, true, false],
    [{ TERM: "dumb" }, true, false],
  ])("%j on a terminal: %s gives %s", (env, isTerminal, wanted) => {
    expect(wantsColor(env, isTerminal)).toBe(wanted);
  });
});
