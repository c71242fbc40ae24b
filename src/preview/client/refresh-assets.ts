import type { Message } from "../messages.js";
import type { PageMemory } from "./page-memory.js";

type Asset = Extract<Message, { type: "assets" }>["assets"][number];

/** Show style sheets and pictures anew whose files have changed; a script needs the page to be loaded anew. */
export function refreshAssets(assets: readonly Asset[], memory: PageMemory): void {
  const changed = new Map(assets.map(({ path, hash }) => [path, hash]));
  const hashOf = (address: string): string | undefined => {
    const { origin, pathname } = new URL(address, location.href);
    return origin === location.origin ? changed.get(pathname) : undefined;
  };
  if ([...document.scripts].some(({ src }) => src !== "" && hashOf(src) !== undefined)) {
    location.reload();
    return;
  }
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"]')];
  const linked = sheets.filter(({ href }) => hashOf(href) !== undefined);
  // A sheet or a font that no page names itself is named by a sheet.
  const inSheets = assets.filter(({ path }) => /\.(?:css|woff2?|ttf|otf)$/.test(path));
  const stale = linked.length > 0 || inSheets.length === 0 ? linked : sheets;
  for (const sheet of stale) replaceSheet(sheet, hashOf(sheet.href) ?? inSheets[0]?.hash ?? "", memory);
  for (const image of document.images) refreshImage(image, hashOf);
}

/** The old sheet stays until the new one is there, so that nothing flickers. */
function replaceSheet(sheet: HTMLLinkElement, hash: string, memory: PageMemory): void {
  const next = sheet.cloneNode();
  if (!(next instanceof HTMLLinkElement)) return;
  next.href = withMark(sheet.href, hash);
  memory.standIn(next, sheet);
  for (const event of ["load", "error"]) next.addEventListener(event, () => sheet.remove());
  sheet.after(next);
}

function refreshImage(image: HTMLImageElement, hashOf: (address: string) => string | undefined): void {
  const hash = hashOf(image.currentSrc || image.src);
  if (hash === undefined) return;
  for (const source of image.closest("picture")?.querySelectorAll("source") ?? [])
    source.srcset = marked(source.srcset, hash);
  if (image.srcset !== "") image.srcset = marked(image.srcset, hash);
  image.src = withMark(image.src, hash);
}

function marked(srcset: string, hash: string): string {
  return srcset.replace(/(^|,\s*)(\S+)/g, (_, before: string, address: string) => {
    return before + withMark(new URL(address, location.href).href, hash);
  });
}

function withMark(address: string, hash: string): string {
  const url = new URL(address);
  url.searchParams.set("colloquy", hash);
  return url.href;
}
