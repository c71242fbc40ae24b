import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const command = join(import.meta.dirname, "../../lib/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "command-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the command as a process", () => {
  test("shows help and the version on the output", () => {
    expect(colloquy("--version")).toMatchObject({ status: 0, stdout: "0.1.0\n", stderr: "" });
    expect(colloquy("--help").stdout).toMatch(/^Usage: colloquy <command>/);
  });

  test("shows help on the error stream, and ends with 2, if nothing is asked", () => {
    const { status, stdout, stderr } = colloquy();
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^Usage: colloquy <command>/);
  });

  test("ends with 2 after a typo", () => {
    expect(colloquy("chekc")).toMatchObject({ status: 2, stdout: "" });
    expect(colloquy("chekc").stderr).toContain('did you mean "check"?');
  });

  test("makes a site that builds without a word of warning, in both languages", () => {
    for (const language of ["en", "zh-Hans"]) {
      const site = join(folder, language);
      expect(colloquy("new", "site", site, "--language", language).status).toBe(0);
      const { status, stderr } = colloquy("build", "--strict", "--root", site);
      expect({ status, stderr }).toMatchObject({
        status: 0,
        stderr: expect.not.stringContaining("warning") as string,
      });
      expect(readdirSync(join(site, "dist"))).toContain("index.html");
    }
  });

  test("checks, builds and inspects what it has made, and is done the second time at once", () => {
    const site = join(folder, "again");
    colloquy("new", "site", site);
    expect(colloquy("check", "--strict", "--json", "--root", site).stdout).toBe(
      '{\n  "version": 1,\n  "diagnostics": []\n}\n',
    );
    colloquy("build", "--root", site);
    expect(JSON.parse(colloquy("build", "--json", "--root", site).stdout)).toMatchObject({
      report: { written: [] },
    });
    expect(JSON.parse(colloquy("inspect", "--json", "--root", site).stdout)).toMatchObject({ version: 1 });
  });

  test("says why a page is made anew", () => {
    const site = join(folder, "why");
    colloquy("new", "site", site);
    const why = (page: string): string => colloquy("build", "--quiet", "--why", page, "--root", site).stdout;
    expect(why("/")).toBe("/: it was not made before, or that is not remembered.\n");
    expect(why("/")).toBe("/: nothing that it is made from has changed.\n");
    appendFileSync(join(site, "content/site.yaml"), "\ntagline: Said at night\n");
    expect(why("/index.html")).toContain("/: changed since it was made last:\n  settings\n");
    expect(colloquy("build", "--quiet", "--why", "/guest/", "--root", site)).toMatchObject({
      stdout: "The site has no such page; did you mean /guests/?\n",
      status: 2,
    });
    expect(why(join(site, "content/pages/about.md"))).toBe(
      "/about/: nothing that it is made from has changed.\n",
    );
    rmSync(join(site, "dist/index.html"));
    expect(why("/")).toContain("did not have it as it was made last");
    appendFileSync(join(site, "content/site.yaml"), "\ntitle: [\n");
    expect(why("/")).toBe("");
  });

  test("says what is no site, and ends with 1", () => {
    mkdirSync(join(folder, "no-site"));
    const { status, stderr } = colloquy("build", "--root", join(folder, "no-site"));
    expect(status).toBe(1);
    expect(stderr).toContain("[no-content]");
  });

  test("ends with 2 where there is no folder at all, also as a preview that would wait for it", () => {
    for (const command of ["build", "preview"]) {
      const { status, stdout, stderr } = colloquy(command, "--root", join(folder, "nowhere"));
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toContain('nowhere", expected a folder');
    }
  });

  test("does not mind a reader that stops reading", async () => {
    const site = join(folder, "pipe");
    colloquy("new", "site", site);
    const child = spawn(process.execPath, [command, "inspect", "--json", "--root", site], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.destroy();
    await new Promise((resolve) => child.on("exit", resolve));
    expect(errors).toBe("");
  });
});

function colloquy(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: "utf8",
    cwd: folder,
  });
  return { status, stdout, stderr };
}
