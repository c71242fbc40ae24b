import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Output } from "../model/output.js";
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";
import { captionOutputs } from "../outputs/captions.js";
import { atomOutputs } from "../outputs/feed-atom.js";
import { rssOutputs } from "../outputs/feed-rss.js";
import { htmlOutputs } from "../outputs/html.js";
import { mediaOutputs } from "../outputs/media.js";
import { redirectOutputs } from "../outputs/redirects.js";
import { robotsOutputs } from "../outputs/robots.js";
import { sitemapOutputs } from "../outputs/sitemap.js";
import { ViewContext } from "../render/view-context.js";
import { programName } from "../model/program.js";
import { PageFacts, type SourceKeys } from "../graph/page-facts.js";
import type { LoadedTheme } from "./load-theme.js";
import type { PageMemory } from "./page-memory.js";

/** Render everything that a site consists of. What is wrong with templates shows only here. */
export function renderSite(
  site: Site,
  pages: readonly Page[],
  { theme, assets, keyOf }: LoadedTheme,
  known: PageMemory,
  keys: Omit<SourceKeys, "templates">,
): { outputs: Output[]; diagnostics: Diagnostic[] } {
  const context = new ViewContext(site, {
    locales: theme.locales,
    generator: programName,
    assets: { style: assets.style, script: assets.script, icon: assets.icon },
  });
  const facts = new PageFacts(context, { ...keys, templates: keyOf });
  const html = htmlOutputs(pages, context, theme, known.forPages(facts));
  const outputs = [
    ...html.outputs,
    ...pages.flatMap((page) => (page.kind === "feature" ? captionOutputs(page.edition) : [])),
    ...redirectOutputs(context),
    ...rssOutputs(context),
    ...atomOutputs(context),
    ...sitemapOutputs(pages, site.settings),
    ...robotsOutputs(site.settings),
    ...mediaOutputs(site),
    ...assets.outputs,
  ];
  return { outputs, diagnostics: html.diagnostics };
}
