import { mediaPath } from "../assets/media-path.js";
import type { Figure, Picture } from "../model/figure.js";
import type { CalendarDate, FilePath, LanguageTag, SitePath } from "../model/ids.js";
import type { Page } from "../model/page.js";
import type { Reference, RichText } from "../model/rich-text.js";
import type { OptionalPages } from "../model/settings.js";
import { guestPath } from "../site/routes.js";
import { fragment, relativeAddress } from "./address.js";
import { showRichText } from "./show-rich-text.js";
import type { ViewContext } from "./view-context.js";
import type { DateView, FigureView, PictureView } from "./views/common.js";
import type { Words } from "./words.js";

/** One page's point of view: its language, and how everything else is addressed from it. */
export class ViewScope {
  readonly context: ViewContext;
  readonly page: Page;
  readonly language: LanguageTag;
  readonly words: Words;

  constructor(page: Page, context: ViewContext) {
    this.page = page;
    this.context = context;
    this.language = page.language;
    this.words = context.words(page.language);
  }

  /** The address of a page or file. */
  href(to: SitePath): string {
    return relativeAddress(this.page.path, to, this.context.site.settings);
  }

  /** The address of a place in a page: `#…` alone where it is this one. */
  anchorHref(to: SitePath, id: string): string {
    return (to === this.page.path ? "" : this.href(to)) + fragment(id);
  }

  /** The address of a list or a guest in this page's language. @param path - In the site's own language. */
  listHref(path: string): string {
    return this.href(this.context.listPath(path, this.language));
  }

  /**
   * The address of a page that the site may do without; `null` where it does.
   *
   * @param kind - Of which kind the page is.
   * @param path - In the site's own language.
   */
  optionalHref(kind: OptionalPages, path: string): string | null {
    return this.context.site.settings.pages[kind] ? this.listHref(path) : null;
  }

  /** The language of a text where it is not the page's, else `null`. */
  foreign(language: LanguageTag): LanguageTag | null {
    return language === this.language ? null : language;
  }

  /** A day as the page's language writes it. */
  day(date: CalendarDate): DateView {
    return this.context.dates(this.language).day(date);
  }

  /** A picture of the content. */
  picture(picture: Picture, alt: string): PictureView {
    const { file, width, height } = picture;
    return { src: this.href(mediaPath(file)), alt, width, height };
  }

  /** A picture with its words. */
  figure({ picture, alt, caption, credit }: Figure): FigureView {
    return { picture: this.picture(picture, alt), caption, credit };
  }

  /**
   * A text as HTML.
   *
   * @param text - The text.
   * @param home - The address of the page that the text belongs to; its ids are left out elsewhere.
   */
  html(text: RichText, home: SitePath): string {
    return showRichText(text, {
      atHome: home === this.page.path,
      addressOf: (reference) => this.#addressOf(reference),
    });
  }

  #addressOf({ target, suffix }: Reference): string {
    const path = target.to === "path" ? target.path : this.pathOfFile(target.file);
    return path === this.page.path && suffix.startsWith("#") ? suffix : this.href(path) + suffix;
  }

  /** Where a file of the content is published. A guest's file leads to the guest's page in this language. */
  pathOfFile(file: FilePath): SitePath {
    const guest = this.context.guestOfFile.get(file);
    if (guest !== undefined) return this.context.listPath(guestPath(guest), this.language);
    return this.context.site.addresses.get(file) ?? mediaPath(file);
  }
}
