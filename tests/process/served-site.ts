import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "../../src/index.js";
import type { RunningPreview } from "./running-preview.js";

/** What a build from nothing writes: each file's bytes by its path in the output folder. */
export type BuiltSite = ReadonlyMap<string, Buffer>;

/** Build the site that a preview shows, beside it; throws where there are errors. */
export async function buildBeside({ root }: Pick<RunningPreview, "root">): Promise<BuiltSite> {
  const out = join(root, "built");
  const { report, diagnostics } = await build({ root, out });
  if (report === null) throw new Error(`Not built: ${diagnostics.map(({ message }) => message).join("; ")}`);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(out.length + 1));
  const own = paths.filter((path) => !path.startsWith(".colloquy"));
  const built = new Map(own.map((path) => [path, readFileSync(join(out, path))]));
  rmSync(out, { recursive: true });
  return built;
}

/** The paths at which a preview serves other bytes than a build wrote; a page's script taken out. */
export async function differences({ address }: RunningPreview, built: BuiltSite): Promise<string[]> {
  const different: string[] = [];
  for (const [path, bytes] of built) {
    const response = await fetch(new URL(encodeURI(path), address));
    const served = Buffer.from(await response.arrayBuffer());
    const same = path.endsWith(".html")
      ? withoutScript(served.toString()) === bytes.toString()
      : served.equals(bytes);
    if (!same || response.status !== 200) different.push(path);
  }
  return different;
}

/** A page as a build writes it. */
export function withoutScript(page: string): string {
  return page.replace(
    /<script src="\/__colloquy\/client\/first\.js" data-colloquy-page="[^"]*"><\/script>/,
    "",
  );
}
