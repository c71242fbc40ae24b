import { cruise, type IConfiguration, type IViolation } from "dependency-cruiser";
import { ESLint } from "eslint";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { catalogue } from "../src/diagnostics/catalogue.js";

const project = dirname(import.meta.dirname);
const rules = createRequire(import.meta.url)("../.dependency-cruiser.cjs") as IConfiguration;
const temporary = mkdtempSync(join(tmpdir(), "architecture-"));
afterAll(() => rmSync(temporary, { recursive: true }));

describe("the rooms of src", () => {
  test("import only from the rooms above them, in no circle, and keep to their own side of the system", async () => {
    expect(described(await violations(project))).toEqual([]);
  });

  test.each([
    ["order-model", { "src/model/a.ts": 'import "../io/b.js";', "src/io/b.ts": "export {};" }],
    ["order-diagnostics", { "src/diagnostics/a.ts": 'import "../cli/b.js";', "src/cli/b.ts": "export {};" }],
    ["order-build", { "src/build/a.ts": 'import "../index.js";', "src/index.ts": "export {};" }],
    [
      "order-interview",
      {
        "src/interview/a.ts": 'import type { B } from "../site/b.js";\nexport type A = B;',
        "src/site/b.ts": "export type B = 1;",
      },
    ],
    ["no-cycles", { "src/io/a.ts": 'import "./b.js";', "src/io/b.ts": 'import "./a.js";' }],
    ["disk-in-io", { "src/content/a.ts": 'import "node:fs";' }],
    ["disk-in-io", { "src/content/a.ts": 'import "node:fs/promises";' }],
    ["process-in-cli", { "src/site/a.ts": 'import "node:process";' }],
    ["known-rooms", { "src/utils/a.ts": 'import "../model/b.js";', "src/model/b.ts": "export {};" }],
    ["no-tests", { "src/io/a.ts": 'import "../../tests/b.js";', "tests/b.ts": "export {};" }],
  ])("are guarded: %s catches a violation", async (rule, files) => {
    const folder = mkdtempSync(join(temporary, "x-"));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    cpSync(join(project, "tsconfig.json"), join(folder, "tsconfig.json"));
    writeFileSync(join(folder, "package.json"), '{"type": "module"}');
    expect((await violations(folder)).map((violation) => violation.rule.name)).toContain(rule);
  });
});

describe("the lint rules", () => {
  const lint = new ESLint({ cwd: project });

  test.each([
    ["src/model/ids.ts", "export const x = process.env;", "no-restricted-globals"],
    ["src/model/ids.ts", "export const x = Date.now();", "no-restricted-properties"],
    ["src/model/ids.ts", "export const x = new Date();", "no-restricted-syntax"],
    ["src/model/ids.ts", "export const x = Math.random();", "no-restricted-properties"],
    ["src/model/ids.ts", "export const x = (y: any) => y;", "@typescript-eslint/no-explicit-any"],
    ["src/model/ids.ts", "export function undocumented(): void {}", "jsdoc/require-jsdoc"],
    ["src/model/ids.ts", "console.log(1);", "no-console"],
  ])("refuse in %s: %s", async (filePath, text, rule) => {
    const [result] = await lint.lintText(`${text}\n`, { filePath: join(project, filePath) });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(rule);
  });

  test("let the command read the process", async () => {
    const filePath = join(project, "src/cli/main.ts");
    const [result] = await lint.lintText("export const x = process.env;\n", { filePath });
    expect(result?.messages.map(({ ruleId }) => ruleId)).not.toContain("no-restricted-globals");
  });
});

describe("the catalogue of diagnostics", () => {
  test("has each code in one area only", () => {
    const folder = join(project, "src/diagnostics/codes");
    const codes = readdirSync(folder).flatMap((name) =>
      [...readFileSync(join(folder, name), "utf8").matchAll(/^ {2}"?([a-z][a-z0-9-]*)"?: entry\b/gm)].map(
        ([, code = ""]) => code,
      ),
    );
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect([...codes].sort()).toEqual(Object.keys(catalogue).sort());
  });
});

describe("the source", () => {
  test("is where the architecture says it is", () => {
    for (const name of ["content", "templates", "src", "tests"])
      expect(existsSync(join(project, name)), name).toBe(true);
  });
});

async function violations(folder: string): Promise<readonly IViolation[]> {
  const ruleSet = { forbidden: rules.forbidden ?? [] };
  const { output } = await cruise(
    ["src"],
    { ...rules.options, baseDir: folder, ruleSet, validate: true },
    {},
    { tsConfig: { options: {} } },
  );
  if (typeof output === "string") throw new Error(output);
  return output.summary.violations;
}

function described(found: readonly IViolation[]): string[] {
  return found.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}
