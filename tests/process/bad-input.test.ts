import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changed, goodSite } from "../build/good-site.js";

const command = join(import.meta.dirname, "../../lib/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "bad-input-"));
const good = join(folder, "good");
const lamps = "content/features/lamps.md";

beforeAll(() => {
  put(good, goodSite);
  expect(build(good)).toMatchObject({ status: 0, problems: [] });
});
afterAll(() => {
  if (canMount) spawnSync("umount", [disk]);
  rmSync(folder, { recursive: true });
});

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A bad input: its name, the files of it, and what is said: `file:line:column code`. */
const texts: readonly [string, Files, ...string[]][] = [
  [
    "a front matter that is never closed",
    changed(lamps, ["[light]\n---\n", "[light]\n"]),
    `${lamps}:1:1 unclosed-front-matter`,
  ],
  ["a tab before a key", changed(lamps, ["date:", "\tdate:"]), `${lamps}:3:1 tab-indentation`],
  [
    "a tab inside a list",
    changed(lamps, ["guests: [abe]", "guests:\n  - id: abe\n\trole: Keeper"]),
    `${lamps}:6:1 tab-indentation`,
  ],
  ["a full-width colon after a key", changed(lamps, ["title: ", "title："]), `${lamps}:2:6 full-width-colon`],
  [
    "front matter that is a program",
    { [lamps]: `---js\n{ title: require("fs").writeFileSync("pwned", "") }\n---\n\nHost: Hello\n` },
    `${lamps}:1:1 front-matter-language`,
  ],
  [
    "ten thousand aliases",
    changed(lamps, [
      "topics: [light]",
      `custom:\n  a: &a [x]\n  b: [${Array(10_000).fill("*a").join(", ")}]`,
    ]),
    `${lamps}:7:2007 yaml-alias`,
  ],
  [
    "aliases of aliases that grow a thousand million times",
    changed(lamps, [
      "topics: [light]",
      [
        "custom:",
        "  a0: &a0 [x]",
        ...Array.from(
          { length: 9 },
          (_, n) => `  a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(", ")}]`,
        ),
      ].join("\n"),
    ]),
    `${lamps}:9:27 yaml-alias`,
  ],
  [
    "bytes that are no UTF-8",
    { [lamps]: Buffer.concat([Buffer.from(`${goodSite[lamps]}Host: `), Buffer.from([0xc3, 0x28])]) },
    `${lamps}:15:7 not-utf8`,
  ],
  ["a NUL", { [lamps]: `${goodSite[lamps]}\nHost: \0 hello\n` }, `${lamps}:16:7 nul-character`],
  [
    "a text of 50 MB",
    { "content/features/big.md": Buffer.alloc(50_000_000, "a") },
    "content/features/big.md:1:1 file-too-large",
  ],
  ["an empty file", { [lamps]: "" }, `${lamps}:1:1 empty-file`],
  ["empty settings", { "content/site.yaml": "" }, "content/site.yaml:1:1 empty-file"],
  [
    "a folder named like a file",
    { "content/features/x.md/index.md": "x" },
    "content/features/x.md:1:1 folder-named-like-file",
  ],
  ["a slug that leads up", changed(lamps, ["date:", "slug: ..\ndate:"]), `${lamps}:3:7 unfit-slug`],
  ["a slug with a slash", changed(lamps, ["date:", "slug: ../../etc\ndate:"]), `${lamps}:3:7 unfit-slug`],
  [
    "the id of a section that leads up",
    changed("content/features/duty/10-first.md", ["title:", "id: ..\ntitle:"]),
    "content/features/duty/10-first.md:2:5 unfit-slug",
  ],
  [
    "links and pictures that lead out of the site",
    {
      [lamps]: `${goodSite[lamps]}\n[a](../../../../etc/passwd) ![b](../../../b.png)\n[c](/etc/passwd) [d](file:///etc/passwd)\n`,
    },
    `${lamps}:16:1 link-outside`,
    `${lamps}:16:29 link-outside`,
    `${lamps}:17:1 broken-link`,
    `${lamps}:17:18 link-scheme`,
  ],
  [
    "names that differ only in what an address cannot hold",
    { "content/features/a\u202eb.md": goodSite[lamps], "content/features/a?b.md": goodSite[lamps] },
    "content/features/a<U+202E>b.md:1:1 duplicate-document",
  ],
  [
    "a template that calls a partial that is not there",
    { "templates/pages/home.hbs": "<p>\n  {{> cards/lamp}}\n</p>\n" },
    "templates/pages/home.hbs:2:3 unknown-partial",
  ],
  [
    "a template with a block that is never closed",
    { "templates/pages/home.hbs": "<p>\n  {{#if page}}\n</p>\n" },
    "templates/pages/home.hbs:2:3 template-syntax",
  ],
  [
    "a template that asks for a field that is not there",
    { "templates/pages/home.hbs": "<p>\n  {{site.titel}}\n</p>\n" },
    "templates/pages/home.hbs:2:5 unknown-field",
  ],
  [
    "three different mistakes in one feature",
    changed(lamps, ["2024-03-01", "2024-13-01"], ["topics:", "topcis:"], ["Abe Lund:", "Abe Lumd:"]),
    `${lamps}:3:7 invalid-date`,
    `${lamps}:5:1 unknown-key`,
    `${lamps}:14:1 unknown-speaker`,
  ],
];

describe("a build with bad input", () => {
  test.each(texts)("names the place of %s, and leaves the last site alone", (...[, files, ...expected]) => {
    const site = copyOfGood();
    put(site, files);
    const before = snapshot(site);
    const { status, problems, stderr, seconds } = build(site);
    expect({ status, problems }).toEqual({ status: 1, problems: expected });
    expectClear(stderr);
    expect(snapshot(site)).toEqual(before);
    expect(existsSync(join(site, "pwned"))).toBe(false);
    expect(seconds).toBeLessThan(20);
  });

  test.each([
    ["a byte order mark", (text: string) => `\ufeff${text}`],
    ["lines that end in CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["lines that end in CR", (text: string) => text.replaceAll("\n", "\r")],
  ])("takes %s as if it were not there, and keeps places right", (_, alter) => {
    const site = copyOfGood();
    const before = snapshot(site);
    put(site, Object.fromEntries(Object.entries(goodSite).map(([file, text]) => [file, alter(text)])));
    expect(build(site)).toMatchObject({ status: 0, problems: [] });
    expect(snapshot(site)).toEqual(before);
    const { [lamps]: text = "" } = changed(lamps, ["[abe]", "[abf]"], ["Abe Lund:", "Abe Lumd:"]);
    put(site, { [lamps]: alter(text) });
    expect(build(site)).toMatchObject({
      status: 1,
      problems: [`${lamps}:4:10 unknown-guest`, `${lamps}:14:1 unknown-speaker`],
    });
  });

  test("builds names with quotation marks, slashes, emoji and right-to-left letters, each at a plain address", () => {
    const site = copyOfGood();
    const text = goodSite[lamps].replace("duty/index.md", "../features/duty/index.md");
    const names = [`it's "q"`, "🎈", "灯 会", "مصباح", "c?d#e%41"];
    put(site, Object.fromEntries(names.map((name) => [`content/features/${name}.md`, text])));
    put(
      site,
      changed(
        lamps,
        ["[abe]", `[abe, { name: "O'Neil / 'Ox' Ade" }, { name: 🎈 }, { name: شهد }]`],
        ["Abe Lund:", "O'Neil / 'Ox' Ade: So\n\n🎈: Up\n\nشهد: نعم\n\nAbe Lund:"],
      ),
    );
    expect(build(site)).toMatchObject({ status: 0, problems: [] });
    const folders = [...readdirSync(join(site, "dist/features")), ...readdirSync(join(site, "dist/guests"))];
    expect(folders).toEqual(
      expect.arrayContaining(["its-q", "灯-会", "مصباح", "c-d-e-41", "oneil-ox-ade", "شهد"]),
    );
    for (const each of folders) expect(each).toMatch(/^[\p{Ll}\p{Lo}\p{M}\d._-]+$/u);
  });

  test("never opens what a symbolic link out of the site leads to", () => {
    const site = copyOfGood();
    const secret = join(folder, "secret");
    put(secret, { "x.md": "---\ntitle: Secret\n---\n" });
    symlinkSync(join(secret, "x.md"), join(site, "content/pages/x.md"));
    symlinkSync(secret, join(site, "content/features/all"));
    const before = snapshot(site);
    const { status, problems, stderr } = build(site);
    expect({ status, problems }).toEqual({
      status: 1,
      problems: ["content/features/all:1:1 symlink-outside", "content/pages/x.md:1:1 symlink-outside"],
    });
    expectClear(stderr);
    expect(snapshot(site)).toEqual(before);
  });

  test("does not miss settings in a folder that lies outside of the site", () => {
    const site = copyOfGood();
    renameSync(join(site, "content"), join(folder, "content-outside"));
    symlinkSync(join(folder, "content-outside"), join(site, "content"));
    expect(build(site)).toMatchObject({ status: 1, problems: ["content:1:1 symlink-outside"] });
  });

  test.each(["content", "content/features", ".", "..", "templates/x"])("refuses to write into %s", (out) => {
    const site = copyOfGood();
    const before = snapshot(site);
    const content = snapshot(site, "content");
    const { status, stderr } = build(site, "--out", join(site, out));
    expect(status).toBe(1);
    expect(stderr).toContain("[output-folder]");
    expectClear(stderr);
    expect(snapshot(site)).toEqual(before);
    expect(snapshot(site, "content")).toEqual(content);
  });

  test("stops before an output folder with somebody else's page in it", () => {
    const site = copyOfGood();
    put(site, { "public/index.html": "mine" });
    const { status, stderr } = build(site, "--out", join(site, "public"));
    expect(status).toBe(1);
    expect(stderr).toContain("[output-foreign]");
    expect(snapshot(site, "public")).toHaveLength(1);
  });
});

test("the locale and the time zone of the machine change no byte", () => {
  const site = copyOfGood();
  const before = snapshot(site);
  for (const [TZ, locale] of [
    ["Pacific/Kiritimati", "tr_TR.UTF-8"],
    ["America/Los_Angeles", "C"],
  ] as const) {
    const env = { ...process.env, TZ, LANG: locale, LC_ALL: locale };
    // A file that did not change keeps its time stamp, too.
    expect(run(["build", "--no-cache", "--root", site], { env })).toMatchObject({ status: 0, problems: [] });
    expect(snapshot(site)).toEqual(before);
  }
});

/** Root may do anything, until it gives that up. @see capabilities(7), CAP_DAC_OVERRIDE */
const withoutRights =
  process.getuid?.() === 0 ? ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] : [];
const hasRights =
  process.platform === "win32" || spawnSync(withoutRights[0] ?? "true", ["--version"]).status !== 0;

describe.skipIf(hasRights)("a build by somebody who may not", () => {
  test.each([
    ["a file of the content", lamps, 0o000, `${lamps}:1:1 unreadable`],
    ["a folder of the content", "content/features/duty", 0o000, "content/features/duty:1:1 unreadable"],
    ["the whole content", ".", 0o000, "content:1:1 unreadable"],
    ["the output", "dist", 0o555, "dist:1:1 write-failed"],
  ])("says what cannot be had: %s", (_, path, mode, expected) => {
    const site = copyOfGood();
    put(site, changed("content/pages/about.md", ["About us.", "About you."]));
    const before = snapshot(site);
    const { mode: usual } = statSync(join(site, path));
    chmodSync(join(site, path), mode);
    const { status, problems, stderr } = run(["build", "--root", site], { by: withoutRights });
    chmodSync(join(site, path), usual);
    expect({ status, problems: problems.map((one) => one.replace(`${site}/`, "")) }).toEqual({
      status: 1,
      problems: [expected],
    });
    expectClear(stderr);
    expect(stderr).toContain("no permission (EACCES)");
    expect(snapshot(site)).toEqual(before);
  });
});

const disk = join(folder, "disk");
const canMount = mount();

describe.skipIf(!canMount)("a build on a full disk", () => {
  test("says so, and leaves the last site as it was and nothing beside it", () => {
    cpSync(good, disk, { recursive: true, preserveTimestamps: true });
    put(disk, changed("content/pages/about.md", ["About us.", "About you.\n".repeat(500)]));
    const before = snapshot(disk);
    spawnSync("dd", ["if=/dev/zero", `of=${join(disk, "fill")}`, "bs=1k"]);
    const names = readdirSync(disk);
    const { status, stderr } = build(disk);
    expect(status).toBe(1);
    expect(stderr).toContain("no space left on the disk (ENOSPC) [write-failed]");
    expectClear(stderr);
    expect(snapshot(disk)).toEqual(before);
    expect(readdirSync(disk)).toEqual(names);
  });

  test("says so in the midst of writing, too", () => {
    const before = snapshot(disk);
    const names = readdirSync(disk);
    // Room for the lock and the first outputs, and for no more.
    const fill = readFileSync(join(disk, "fill"));
    writeFileSync(join(disk, "fill"), fill.subarray(0, fill.length - 12_288));
    const { status, stderr } = build(disk);
    expect(status).toBe(1);
    expect(stderr).toContain("no space left on the disk (ENOSPC) [write-failed]");
    expect(snapshot(disk)).toEqual(before);
    expect(readdirSync(disk)).toEqual(names);
    rmSync(join(disk, "fill"));
    expect(build(disk)).toMatchObject({ status: 0, problems: [] });
    expect(readFileSync(join(disk, "dist/about/index.html"), "utf8")).toContain("About you.");
  });
});

function mount(): boolean {
  mkdirSync(disk);
  return spawnSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", disk]).status === 0;
}

let copies = 0;

function copyOfGood(): string {
  const site = join(folder, `site-${++copies}`);
  cpSync(good, site, { recursive: true, preserveTimestamps: true });
  return site;
}

function put(site: string, files: Files): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), content);
  }
}

/** Every file with its bytes and its time. */
function snapshot(site: string, below = "dist"): string[] {
  return readdirSync(join(site, below), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return `${path} ${statSync(path).mtimeMs} ${readFileSync(path, "base64")}`;
    })
    .sort();
}

function build(site: string, ...args: string[]) {
  return run(["build", "--root", site, ...args]);
}

/** @param by - A command that runs another. */
function run(
  args: readonly string[],
  { by = [], env }: { by?: readonly string[]; env?: NodeJS.ProcessEnv } = {},
) {
  const started = performance.now();
  const [program, ...rest] = [...by, process.execPath, command, ...args] as const;
  const { status, stderr } = spawnSync(program ?? process.execPath, rest, {
    encoding: "utf8",
    cwd: folder,
    ...(env ? { env } : {}),
  });
  const seconds = (performance.now() - started) / 1000;
  const problems = Array.from(
    stderr.matchAll(/^(\S.*?:\d+:\d+) (?:error|warning) .* \[([a-z\d-]+)\]$/gmu),
    ([, place = "", code = ""]) => `${place} ${code}`,
  );
  return { status, stderr, problems, seconds };
}

/** No stack trace, a code frame wherever a text is shown, and help with each problem. */
function expectClear(stderr: string): void {
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr).not.toContain("This is a bug");
  expect(stderr).not.toMatch(/[\u202a-\u202e\u0000]/u);
  const reports = stderr.split(/\n\n/);
  for (const report of reports) {
    expect(report).toContain("  help: ");
    if (/(?:not-utf8|tab-indentation|unknown-|invalid-|unfit-slug)/.test(report))
      expect(report).toMatch(/^> +\d+ \| .*\n +\| +\^+$/m);
  }
  expect(stderr).toMatch(/^\d+ errors?.* Nothing was written\.$/m);
}
