import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const project = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "package-"));
const inFolder = { cwd: folder, encoding: "utf8", stdio: "pipe" } as const;

/** What `npm run prepare` makes the package of. */
const inputs = [
  ...["src", "scripts", "templates", "tsconfig.json", "tsconfig.build.json", "package.json"],
  ...["README.md", "CHANGELOG.md", "LICENSE"],
];

beforeAll(() => {
  // In a copy, so that the modules in lib/ stay as the other suites have them.
  const copy = join(folder, "copy");
  mkdirSync(copy);
  for (const name of inputs) cpSync(join(project, name), join(copy, name), { recursive: true });
  symlinkSync(join(project, "node_modules"), join(copy, "node_modules"));
  execFileSync("npm", ["pack", "--pack-destination", folder], { cwd: copy, stdio: "pipe" });
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
  writeFileSync(join(folder, "package.json"), '{"private": true, "type": "module"}');
  execFileSync("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball}`], inFolder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the packed package, installed elsewhere", () => {
  test("is put together as package.json says", async () => {
    const { messages } = await publint({
      pkgDir: join(folder, "node_modules/colloquy"),
      strict: true,
      pack: false,
    });
    expect(messages).toEqual([]);
  });

  test("makes a site and builds it", () => {
    execFileSync("npx", ["colloquy", "new", "site", "site"], inFolder);
    execFileSync("npx", ["colloquy", "build", "--strict", "--root", "site"], inFolder);
    expect(existsSync(join(folder, "site/dist/index.html"))).toBe(true);
  });

  test("starts from a few files, and names whose code is in them", () => {
    const lib = join(folder, "node_modules/colloquy/lib");
    const modules = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".js"),
    );
    const chunks = modules.filter((path) => /^(?:chunks|cli)\b/.test(path) || path === "index.js");
    expect(chunks.length).toBeLessThan(60);
    // What is left beside them is what a browser loads, and what runs in a thread.
    expect(modules.filter((path) => !chunks.includes(path) && !/client|-thread\.js$/.test(path))).toEqual([]);
    const licenses = readFileSync(join(lib, "THIRD-PARTY-LICENSES.txt"), "utf8");
    expect(licenses).toMatch(/^zod 4\./m);
    expect(licenses).toMatch(/^handlebars 4\./m);
  });

  test("is a library with types", () => {
    writeFileSync(
      join(folder, "use.ts"),
      `import { build } from "colloquy";
const result = await build({ root: process.cwd() + "/site" });
const features: number = result.counts.features;
// @ts-expect-error A root is a string; were the types lost, this would be no error.
void build({ root: 1 });
console.log(features);
`,
    );
    const compiler = join(project, "node_modules/typescript/bin/tsc");
    const options = ["--strict", "--module", "nodenext", "--target", "es2022", "--types", "node"];
    const types = ["--typeRoots", join(project, "node_modules/@types")];
    execFileSync(
      process.execPath,
      [compiler, ...options, ...types, "--noEmit", "--ignoreConfig", "use.ts"],
      inFolder,
    );
    const program = `import { build } from "colloquy"; console.log((await build({ root: process.cwd() + "/site" })).counts.features);`;
    expect(execFileSync(process.execPath, ["--input-type=module", "-e", program], inFolder)).toBe("1\n");
  });

  test("holds what is needed to run, and nothing of how it was made", () => {
    const names = readdirSync(join(folder, "node_modules/colloquy")).sort();
    expect(names).toEqual(
      expect.arrayContaining(["LICENSE", "README.md", "lib", "package.json", "templates"]),
    );
    for (const name of ["src", "tests", "content", "dist"]) expect(names).not.toContain(name);
  });
});
