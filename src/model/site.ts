import type { Feature, HiddenEdition } from "./feature.js";
import type { Picture } from "./figure.js";
import type { Guest } from "./guest.js";
import type { FilePath, GuestId, LanguageTag, SitePath } from "./ids.js";
import type { TypedLink } from "./interview.js";
import type { RichText } from "./rich-text.js";
import type { SiteSettings } from "./settings.js";

/** A page that is no interview, in one language. */
export interface FreePage {
  readonly id: string;
  readonly language: LanguageTag;
  readonly original: boolean;
  readonly path: SitePath;
  /** Old addresses that lead here: those of the page's own file, so a translation has its own. */
  readonly aliases: readonly SitePath[];
  readonly file: FilePath;
  readonly title: string;
  readonly description: string;
  readonly body: RichText;
  /** Whether the page is named in the site's navigation; a smaller number stands earlier. */
  readonly navigation: number | null;
  readonly links: readonly TypedLink[];
  readonly custom: Readonly<Record<string, unknown>>;
}

/** Everything that is published, with its references resolved both ways, and what is not. */
export interface Site {
  readonly settings: SiteSettings;
  /** The features that are shown, newest first. */
  readonly features: readonly Feature[];
  /** Everyone who is a guest of a shown feature or has a file, in the order of the site's language. */
  readonly guests: readonly Guest[];
  /** The shown features of each guest, newest first. */
  readonly featuresOf: ReadonlyMap<GuestId, readonly Feature[]>;
  readonly pages: readonly FreePage[];
  /** The address of each content file that has one. A translation's file leads to the translation's address. */
  readonly addresses: ReadonlyMap<FilePath, SitePath>;
  readonly pictures: ReadonlyMap<FilePath, Picture>;
  /** What is not shown; whoever writes the site wants to know of it. */
  readonly hidden: readonly HiddenEdition[];
}
