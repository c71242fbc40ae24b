import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const command = join(import.meta.dirname, "../../lib/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "threads-"));
const site = join(folder, "site");
const numbers = Array.from({ length: 300 }, (_, index) => index);

describe("a build with several threads", () => {
  beforeAll(() => {
    expect(colloquy("new", "site", site).status).toBe(0);
    for (const number of numbers) writeFeature(number, "Said on the quay.");
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test("has the bytes of one with a single thread, whatever it knows already", () => {
    for (const threads of [2, 3, 5]) {
      expect(build("--threads", String(threads)).status).toBe(0);
      const alone = join(folder, "alone");
      expect(build("--threads", "1", "--no-cache", "--out", alone).status).toBe(0);
      expect(filesOf(join(site, "dist"))).toEqual(filesOf(alone));
      for (const number of numbers.slice(0, 200)) writeFeature(number, `Said to ${threads} people.`);
      if (threads === 3) forget();
    }
  });

  test("says what is wrong as one with a single thread does", () => {
    for (const number of numbers) if (number % 37 === 0) writeFeature(number, "See [there](../nowhere.md).");
    writeFileSync(
      join(site, "content/features/no-guests.md"),
      "---\ntitle: Nobody\n---\n\nMara Oduya: Well.\n",
    );
    const [alone, together] = ["1", "4"].map((threads) => {
      forget();
      return build("--json", "--threads", threads);
    });
    expect(alone?.status).toBe(1);
    expect(alone?.stdout).toContain("nowhere.md");
    expect(together?.stdout).toBe(alone?.stdout);
  });

  // Whoever has time takes what is to be done next; a machine that is busy may let one thread do it all.
  test("reads and renders in each of them", { retry: 5 }, () => {
    rmSync(join(site, "content/features"), { recursive: true });
    mkdirSync(join(site, "content/features"));
    for (let number = 0; number < 1_200; number++) writeFeature(number, "Said at length.");
    const profiles = mkdtempSync(join(folder, "profiles-"));
    const flags = ["--cpu-prof", "--cpu-prof-interval", "200", "--cpu-prof-dir", profiles];
    expect(run(...flags, command, "build", "--root", site, "--threads", "2").status).toBe(0);
    for (const work of ["interpretFeature", "featureView"]) {
      const busy = readdirSync(profiles).filter((name) =>
        readFileSync(join(profiles, name), "utf8").includes(`"functionName":"${work}"`),
      );
      expect(busy).toHaveLength(2);
    }
  });

  test("is not begun with a number that makes no sense", () => {
    const { status, stderr } = build("--threads", "0");
    expect(status).toBe(2);
    expect(stderr).toContain('Unexpected --threads "0", expected a number from 1 to 99');
  });
});

function writeFeature(number: number, answer: string): void {
  const text = `---
title: Conversation ${number}
date: 2025-03-01
guests:
  - mara-oduya
---

Interviewer: What is number ${number}?

Mara Oduya: ${answer}
`;
  writeFileSync(join(site, `content/features/conversation-${number}.md`), text);
}

function forget(): void {
  rmSync(join(site, ".colloquy"), { recursive: true });
}

function build(...args: string[]): ReturnType<typeof run> {
  return colloquy("build", "--root", site, ...args);
}

function colloquy(...args: string[]): ReturnType<typeof run> {
  return run(command, ...args);
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, args, { encoding: "utf8" });
}

function filesOf(dist: string): Record<string, string> {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(dist.length), readFileSync(path, "base64")]));
}
