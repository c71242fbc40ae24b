import type { SiteSettings } from "../model/settings.js";
import { sourcesIn, type AssetFile } from "./asset-file.js";
import { defaultLook } from "../config/defaults.js";
import { looksOf } from "./look.js";

/**
 * The style sheet of a site, of which a page asks for one: the parts in `styles/`, in the order of their names, then
 * the site's custom properties, then its look over the one that a site has by default.
 *
 * @param files - The files of `templates/`, the site's own among them. Where they have an `assets/style.css`, that is
 *   used instead of the parts.
 */
export function styleSheet(files: readonly AssetFile[], { theme }: SiteSettings): string {
  const parts = [...sourcesIn("styles/", files)].flatMap(([path, css]) =>
    path.endsWith(".css") && (theme.writing === "vertical" || path !== verticalPart) ? [css] : [],
  );
  const style = sourcesIn(stylePath, files).get(stylePath) ?? parts.join("\n");
  const looks = looksOf(files);
  const layers = [...new Set([defaultLook, theme.look])].map((name) =>
    inItsLayer(name, looks.get(name) ?? ""),
  );
  return withoutNotes(style + customProperties(theme.properties) + layers.join(""));
}

/** Where the style sheet is published, without the leading `/`. */
export const stylePath = "assets/style.css";

/** For the sites that set talk in columns, and weight for all others. */
const verticalPart = "styles/83-vertical.css";

/** A rule outside of all layers, so that it goes before the theme's own. The settings refused what could leave it. */
function customProperties(properties: Readonly<Record<string, string>>): string {
  const lines = Object.entries(properties).map(([name, value]) => `  --${name}: ${value};\n`);
  return lines.length === 0 ? "" : `\n:root {\n${lines.join("")}}\n`;
}

/** The look last: a brace that is missing in it spoils nothing else. */
function inItsLayer(name: string, look: string): string {
  return look === "" ? "" : `\n@layer ${name === defaultLook ? "default-look" : "look"} {\n${look}}\n`;
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
    .replace(/([{};,])[ \t]*\r?\n/g, "$1")
    .replace(/"(?:[^"\\\n]|\\.)*"|;(?=\})|(?<=,)[ \t]+|\s+(?=[>~]\s)|(?<=\s[>~])\s+/g, (piece) =>
      piece.startsWith('"') ? piece : "",
    );
}
