import { nearest } from "../diagnostics/nearest.js";
import { filePath } from "../model/ids.js";
import type { Page } from "../model/page.js";
import type { LoadedSite } from "./loaded-site.js";
import type { Why } from "./options.js";
import type { ReadSite } from "./site-engine.js";

/** Say why a page has to be made anew, or that it does not. @param typed - Its address, or a file that it is made from. */
export function whyMade(typed: string, { loaded, rendering }: ReadSite): Why {
  const page = pageAt(typed, loaded);
  if (!page || !rendering)
    return {
      page: null,
      nearest:
        nearest(
          typed,
          loaded.pages.map(({ path }) => path),
        ) ?? null,
    };
  return { page: page.path, reasons: rendering.reasons(page) };
}

function pageAt(typed: string, { site, pages }: LoadedSite): Page | undefined {
  const path =
    site?.addresses.get(filePath(typed)) ?? `/${typed}`.replace(/^\/+/, "/").replace(/index\.html$/, "");
  return pages.find((page) => page.path === path || page.path === `${path}/`);
}
