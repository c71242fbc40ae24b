import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";

/** What some suites need beyond Node. */
export interface Need {
  /** In words, for the line that says what was skipped: `the corpora in ../shared`. */
  readonly what: string;
  readonly isThere: boolean;
}

/** The interviews that are too many to lie in the project. */
export const corpora: Need = need("the corpora in ../shared", "../shared/corpora");

/** A need that is met if a path, seen from the project's folder, is there. */
export function need(what: string, path: string): Need {
  return { what, isThere: existsSync(join(import.meta.dirname, "..", path)) };
}

/**
 * A suite that is skipped, with one line that says so, where something it needs is missing.
 *
 * With `COLLOQUY_ALL=1`, as in continuous integration, it fails instead: nothing may be skipped there unseen.
 */
export function describeWith(needs: readonly Need[], name: string, suite: () => void): void {
  const missing = needs.filter(({ isThere }) => !isThere).map(({ what }) => what);
  if (missing.length === 0) {
    describe(name, suite);
    return;
  }
  if (process.env["COLLOQUY_ALL"] === "1") throw new Error(`"${name}" needs ${missing.join(" and ")}`);
  process.stderr.write(`skipped: ${name} (needs ${missing.join(" and ")})\n`);
  describe.skip(name, suite);
}
