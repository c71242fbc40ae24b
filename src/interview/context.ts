import type { Slugger } from "../content/slug.js";
import type { Diagnostic, Where } from "../diagnostics/diagnostic.js";
import type { MarkdownParser } from "../markdown/markdown-parser.js";
import type { FilePath } from "../model/ids.js";
import type { Picture } from "../model/figure.js";
import type { SiteSettings } from "../model/settings.js";
import type { GuestDirectory } from "./guest-directory.js";

/** What a feature is interpreted with: everything beyond its own files. */
export interface InterviewContext {
  readonly directory: GuestDirectory;
  readonly settings: SiteSettings;
  /** For the ids of guests without a file, and of series. */
  readonly slugger: Slugger;
  /** A picture file of the site; `undefined` where there is none of this name. */
  readonly pictures: (file: FilePath) => Picture | undefined;
  /** All picture files of the site, to suggest from; asked only when one is missing. */
  readonly pictureFiles: () => Iterable<FilePath>;
  /** Who parses Markdown; by default the fast parser, where it can. */
  readonly parser?: MarkdownParser | undefined;
}

/** Changes a diagnostic's severity to what the site has set; nothing for `off`. */
export function bySetting(
  diagnostic: Diagnostic,
  setting: "error" | "warning" | "off",
): readonly Diagnostic[] {
  return setting === "off" ? [] : [{ ...diagnostic, severity: setting }];
}

/** Where something stands in a text. */
export type InText = Extract<Where, { source: unknown }>;
