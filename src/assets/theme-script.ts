import type { Output } from "../model/output.js";
import type { AssetFile } from "./asset-file.js";

/**
 * A file of the theme as it is published: as it is, but for the theme's own scripts, whose notes and indents are for
 * those who write them. These keep to what can be told line by line: notes on lines of their own, and no text over
 * several lines. A site's own script is not touched.
 */
export function publishedAsset({ path, bytes, own }: AssetFile): Output {
  if (own || !path.endsWith(".js")) return { path, bytes };
  const source = new TextDecoder().decode(bytes);
  return { path, content: source.replace(/^\s*(?:\/\/.*|\/\*\*.*\*\/)$/gm, "").replace(/^\s+/gm, "") };
}
