import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FileSystem } from "../io/file-system.js";
import type { MarkdownParser } from "../markdown/markdown-parser.js";
import type { WriteReport } from "../io/site-draft.js";

/** What is built, and as of when. */
export interface SiteOptions {
  /** Absolute path of the site's folder, the one with `content/` in it; with `/`. */
  readonly root: string;
  /** The path at which the site will live: starts and ends with `/`. Default: that of `url` in `site.yaml`. */
  readonly base?: string;
  /** Take in drafts, and what is not to be published yet. */
  readonly drafts?: boolean;
  /** The moment of the build, in milliseconds since 1970; decides only which day it is for `publishAt` and `expires`. */
  readonly now?: number;
  /** Who parses Markdown: `remark` by the grammar itself, or the default `fast`, which has the same result sooner. */
  readonly parser?: MarkdownParser;
  /**
   * Keep in `.colloquy` in the site's folder what was understood of it, so that the next time only what changed is
   * made anew.
   */
  readonly cache?: boolean;
  /**
   * How many threads build the site at most, at least 1. Default: as many as pay, which is one in a small site. The
   * site is the same.
   */
  readonly threads?: number;
  /** Default: the real one. */
  readonly fs?: FileSystem;
  /** Told from time to time how far the work is. */
  readonly onProgress?: (progress: Progress) => void;
}

/** What a build needs to know. */
export interface BuildOptions extends SiteOptions {
  /** Absolute path of the output folder. Default: `dist` in the site's folder. */
  readonly out?: string;
  /**
   * Say why a page, or another output, is made anew or is not: its address, with or without the site's own, or a file
   * that it is made from, relative to the site's folder.
   */
  readonly why?: string;
  /** Write nothing if there are warnings. */
  readonly strict?: boolean;
  /** Folders that must not be written into, such as the home folder. */
  readonly keepOff?: readonly string[];
  /** Another build is writing the folder; this one waits for it. */
  readonly onWait?: (holder: string) => void;
}

/** How far a build is. */
export interface Progress {
  /** What it is doing, in a word or two: `Rendering pages`. */
  readonly stage: string;
  readonly done: number;
  /** Absent where it is not known. */
  readonly total?: number | undefined;
}

/** What a check found. */
export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: { readonly features: number; readonly guests: number; readonly pages: number };
}

/** What became of a build. */
export interface BuildResult extends CheckResult {
  /** `null` where nothing was written: there were errors (or warnings, with `strict`), or the disk refused. */
  readonly report: WriteReport | null;
  /** Present where it was asked for and there is a site to speak of. */
  readonly why?: Why;
}

/** Why a page, or another output, was made anew. */
export type Why =
  | {
      /** Its address in the site, with `/` before it. */
      readonly page: string;
      /**
       * Names of what it is made from and what has changed since it was made last; empty where nothing has. Alone
       * stand `new` (it was not made before, or that is not remembered), `output folder` (it is as it was made last,
       * but the folder has it otherwise or not at all) and `always` (it costs next to nothing, and is made in every
       * build).
       */
      readonly reasons: readonly string[];
    }
  /** The site has no such page. */
  | { readonly page: null; readonly nearest: string | null };
