import type { SiteSettings } from "../model/settings.js";
import { sourcesIn, type AssetFile } from "./asset-file.js";
import { looksOf } from "./look.js";

/**
 * The style sheet of a site, of which a page asks for one: the parts in `styles/`, in the order of their names, then
 * the site's custom properties, then its look.
 *
 * @param files - The files of `templates/`, the site's own among them. Where they have an `assets/style.css`, that is
 *   used instead of the parts.
 */
export function styleSheet(files: readonly AssetFile[], { theme }: SiteSettings): string {
  const parts = [...sourcesIn("styles/", files)].flatMap(([path, css]) =>
    path.endsWith(".css") ? [css] : [],
  );
  const style = sourcesIn(stylePath, files).get(stylePath) ?? parts.join("\n");
  return withoutNotes(
    style + customProperties(theme.properties) + inItsLayer(looksOf(files).get(theme.look) ?? ""),
  );
}

/** Where the style sheet is published, without the leading `/`. */
export const stylePath = "assets/style.css";

/** A rule outside of all layers, so that it goes before the theme's own. The settings refused what could leave it. */
function customProperties(properties: Readonly<Record<string, string>>): string {
  const lines = Object.entries(properties).map(([name, value]) => `  --${name}: ${value};\n`);
  return lines.length === 0 ? "" : `\n:root {\n${lines.join("")}}\n`;
}

/** The look last: a brace that is missing in it spoils nothing else. */
function inItsLayer(look: string): string {
  return look === "" ? "" : `\n@layer look {\n${look}}\n`;
}

/**
 * Comments on lines of their own and white space are for those who write CSS; a string of CSS cannot begin a line. A
 * line that ends otherwise than in a bracket, a semicolon or a comma may be half of a selector: its end is a space.
 */
function withoutNotes(css: string): string {
  return css
    .replace(/^[ \t]*\/\*[^]*?\*\/[ \t]*$/gm, "")
    .replace(/^\s+/gm, "")
    .replace(/^([\w-]+):[ \t]+/gm, "$1:")
    .replace(/[ \t]*\{[ \t]*$/gm, "{")
    .replace(/([{};,])[ \t]*\r?\n/g, "$1");
}
