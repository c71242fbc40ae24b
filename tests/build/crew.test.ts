import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { build } from "../../src/build/index.js";
import { goodSite } from "./good-site.js";

const folder = mkdtempSync(join(tmpdir(), "crew-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("a build that is to have several threads", () => {
  // Not compiled, the program has no module that Node could start in a thread.
  test("does everything itself where none can be started", async () => {
    expect(existsSync(join(import.meta.dirname, "../../src/build/crew-thread.js"))).toBe(false);
    for (const cache of [true, false]) {
      const sites = await Promise.all([1, 3].map((threads) => builtWith({ threads, cache })));
      expect(sites[1]?.features).toContain("wick is long tonight");
      expect(sites[1]).toEqual(sites[0]);
    }
  });
});

async function builtWith(options: { readonly threads: number; readonly cache: boolean }) {
  const root = join(folder, `${options.threads}-${options.cache}`);
  for (const [file, text] of Object.entries(goodSite)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const { diagnostics, report } = await build({ root, now: 0, ...options });
  const page = join(root, "dist/features/lamps/index.html");
  return { diagnostics, written: report?.written, features: readFileSync(page, "utf8") };
}
