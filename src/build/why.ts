import { nearest } from "../diagnostics/nearest.js";
import { whereAllowed, type FileSystem } from "../io/file-system.js";
import { hasOutput, readManifest } from "../io/output-manifest.js";
import { filePath, sitePath } from "../model/ids.js";
import { percentDecoded } from "../model/percent-decoded.js";
import type { Site } from "../model/site.js";
import { outputPath } from "../outputs/output-path.js";
import type { Why } from "./options.js";
import type { ReadSite } from "./site-engine.js";
import type { PlannedOutput } from "./site-rendering.js";

/**
 * Say why an output has to be made anew, or that it does not.
 *
 * @param typed - Its address, with or without the site's own, or a file that it is made from.
 * @param read - The site.
 * @param folder - Where it is written.
 * @returns `undefined` where there is no site to speak of.
 */
export function whyMade(typed: string, read: ReadSite, folder: OutputFolder): Why | undefined {
  const { rendering, loaded } = read;
  const { site, pages } = loaded;
  if (!site || !rendering) return undefined;
  const file = typed.replace(/^\.\//, "");
  const others = [...rendering.others()];
  for (const path of pathsMeant(file, site)) {
    const planned = rendering.plannedAt(path);
    if (planned) return { page: addressOf(path), reasons: reasonsOf(planned, folder) };
    const other = others.find((each) => each.path === path || ("copyOf" in each && each.copyOf === file));
    if (other) return { page: addressOf(other.path), reasons: ["always"] };
  }
  const addresses = pages.map(({ path }) => path);
  return { page: null, nearest: nearest(typed, addresses) ?? null };
}

interface OutputFolder {
  readonly fs: FileSystem;
  readonly out: string;
}

function reasonsOf({ path, reasons, look }: PlannedOutput, { fs, out }: OutputFolder): readonly string[] {
  const names = reasons();
  if (names.length > 0) return names;
  const { kept } = look();
  if (!kept) return ["new"];
  // What is remembered was perhaps made for another folder, or is gone from this one, or may not be seen there.
  const isThere = whereAllowed(() => {
    const manifest = readManifest(fs, out);
    return "entries" in manifest && hasOutput(fs, out, manifest, { path, kept });
  });
  return isThere === true ? [] : ["output folder"];
}

/** The outputs that may be meant, the likeliest first. */
function pathsMeant(typed: string, { addresses, settings: { basePath } }: Site): readonly string[] {
  const page = addresses.get(filePath(typed));
  if (page !== undefined) return [outputPath(page)];
  const address = addressTyped(typed);
  const inSite = address.startsWith(basePath) ? [address.slice(basePath.length - 1)] : [];
  return [...inSite, address].flatMap((each) => [
    outputPath(sitePath(each)),
    outputPath(sitePath(`${each}/`)),
  ]);
}

/** The path of an address, which may have been copied from a browser. */
function addressTyped(typed: string): string {
  const path = /^https?:/.test(typed) && URL.canParse(typed) ? new URL(typed).pathname : typed;
  return `/${(percentDecoded(path) ?? path).replace(/^\/+/, "")}`;
}

function addressOf(path: string): string {
  return `/${path.replace(/(?<=^|\/)index\.html$/, "")}`;
}
