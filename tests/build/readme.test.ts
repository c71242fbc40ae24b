import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { check } from "../../src/index.js";
import { reportPretty } from "../../src/cli/report-pretty.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const [, feature = ""] = /```markdown\n([\s\S]*?)```/.exec(readme) ?? [];

async function reportOn(text: string): Promise<string> {
  const fs = new MemoryFileSystem();
  fs.write("/site/content/site.yaml", "title: Talks\nurl: https://www.example.com/\nlanguage: en\n");
  fs.write("/site/content/guests/ines-falk.md", "---\nname: Ines Falk\nrole: Harbour pilot\n---\n");
  fs.write("/site/content/features/one-morning.md", text);
  const { diagnostics } = await check({ root: "/site", fs });
  return reportPretty(diagnostics, {
    write: () => undefined,
    isTerminal: false,
    hasColor: false,
    columns: 80,
  });
}

describe("the README", () => {
  it("shows a feature in which nothing is wrong", async () => {
    expect(feature).toContain("> [!quote] Ines Falk");
    expect(await reportOn(feature)).toBe("");
  });

  it("shows the report that its three slips bring up", async () => {
    const slips = feature
      .replace("id: ines-falk", "id: ines-flak")
      .replace("\nInes Falk: At", "\nInes Flak: At")
      .replace("> The water is quiet", "> The water is still");
    const report = await reportOn(slips);
    expect(report).not.toBe("");
    expect(readme).toContain(report);
  });
});
