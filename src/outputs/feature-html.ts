import { mediaPath } from "../assets/media-path.js";
import type { Edition } from "../model/feature.js";
import type { Figure } from "../model/figure.js";
import type { SitePath } from "../model/ids.js";
import type { Block, Turn } from "../model/interview.js";
import type { RichText } from "../model/rich-text.js";
import { absoluteAddress, fragment } from "../render/address.js";
import { escapeAttribute, showRichText } from "../render/show-rich-text.js";
import type { ViewContext } from "../render/view-context.js";
import { guestPath } from "../site/routes.js";

/** A whole interview as plain HTML for feeds: no classes, no ids, every address absolute. */
export function featureHtml(edition: Edition, context: ViewContext): string {
  const writer = new FeatureWriter(edition, context);
  const { masthead, interview } = edition;
  return [
    masthead.cover && writer.figure(masthead.cover),
    writer.text(masthead.standfirst),
    writer.blocks(interview.intro),
    ...interview.sections.map(({ title, lead, exchanges }) => [
      title === null ? null : `<h2>${escapeAttribute(title)}</h2>\n`,
      writer.blocks(lead),
      exchanges
        .map(({ questions, replies }) => [...questions, ...replies].map((turn) => writer.turn(turn)).join(""))
        .join("<hr>\n"),
    ]),
    writer.text(interview.notes),
    writer.text(masthead.edited),
  ]
    .flat()
    .filter((part) => part !== null)
    .join("");
}

class FeatureWriter {
  readonly #edition: Edition;
  readonly #context: ViewContext;

  constructor(edition: Edition, context: ViewContext) {
    this.#edition = edition;
    this.#context = context;
  }

  text(text: RichText): string {
    return showRichText(text, {
      atHome: false,
      addressOf: ({ target, suffix }) =>
        this.#absolute(target.to === "path" ? target.path : this.#pathOf(target.file)) + suffix,
    });
  }

  turn({ speaker, blocks }: Turn): string {
    const label = `<strong>${escapeAttribute(speaker.name)}</strong>`;
    const body = this.blocks(blocks);
    // The name stands in the first paragraph, for feed readers set paragraphs far apart.
    return body.startsWith("<p>") ? `<p>${label} ${body.slice(3)}` : `<p>${label}</p>\n${body}`;
  }

  blocks(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#block(block)).join("");
  }

  figure({ picture, alt, caption, credit }: Figure): string {
    const size =
      picture.width === null || picture.height === null
        ? ""
        : ` width="${picture.width}" height="${picture.height}"`;
    const src = escapeAttribute(this.#absolute(mediaPath(picture.file)));
    const words = [caption, credit]
      .filter((each) => each !== null)
      .map(escapeAttribute)
      .join(" · ");
    const figcaption = words === "" ? "" : `<figcaption>${words}</figcaption>`;
    return `<figure><img src="${src}" alt="${escapeAttribute(alt)}"${size}>${figcaption}</figure>\n`;
  }

  #block(block: Block): string {
    switch (block.kind) {
      case "prose":
        return this.text(block.html);
      case "figure":
        return this.figure(block.figure);
      case "pull-quote": {
        const href = escapeAttribute(this.#absolute(this.#edition.path) + fragment(block.answer));
        const name = `<a href="${href}">${escapeAttribute(block.name)}</a>`;
        return `<blockquote><p>${escapeAttribute(block.text)}</p><p>${name}</p></blockquote>\n`;
      }
    }
  }

  #pathOf(file: Parameters<typeof mediaPath>[0]): SitePath {
    const { guestOfFile, site } = this.#context;
    const guest = guestOfFile.get(file);
    if (guest !== undefined) return this.#context.listPath(guestPath(guest), this.#edition.language);
    return site.addresses.get(file) ?? mediaPath(file);
  }

  #absolute(path: SitePath): string {
    return absoluteAddress(path, this.#context.site.settings);
  }
}
