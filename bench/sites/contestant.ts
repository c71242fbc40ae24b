import type { CorpusGuest } from "../corpus/corpus.js";

/** A program to start. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** How a program that keeps a site up to date is started, and where its pages show. */
export interface Watching {
  readonly command: Command;
  /** Where its pages are shown, with a slash at the end; absent where they are only written to the disk. */
  readonly address?: string;
  /** A page's text as it is now; empty where it is not there yet. @param page - `features/f00001/index.html`. */
  readonly read: (page: string) => Promise<string>;
}

/**
 * A generator that takes part. All of them get the same texts in `content/features/`, and a file for each guest.
 * Folders of sites are absolute.
 */
export interface Contestant {
  readonly id: "colloquy" | "hugo" | "eleventy";
  readonly name: string;
  readonly version: string;
  /** What a site needs besides its texts: settings and a theme. */
  readonly theme: string;
  /** Builds the whole site, with whatever the program keeps from the last time. */
  build(site: string): Command;
  /** Where the pages are after a build. */
  output(site: string): string;
  /** Everything that a build leaves: the site, caches. Without them the next build is a cold one. */
  leftovers(site: string): readonly string[];
  guestFile(site: string, id: string): string;
  guestText(guest: CorpusGuest): string;
  /** @param port - A free one of this machine. */
  watch(site: string, port: number): Watching;
}
