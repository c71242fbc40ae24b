import type { FeatureDocument } from "../content/document.js";
import type { PictureFront } from "../content/front-matter.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import { readAddress } from "../markdown/address.js";
import type { Figure, Picture } from "../model/figure.js";
import type { FilePath } from "../model/ids.js";
import { bySetting, type InterviewContext, type InText } from "./context.js";
import { splitCredit } from "./credit.js";
import { findPicture, pictureAt } from "./find-picture.js";
import type { FigurePiece } from "./pieces.js";

/**
 * Makes the figures of one feature, and remembers which entries of `figures:` were of use.
 *
 * What stands at the picture in the text goes before what stands under `figures:`. A credit of its own goes before
 * one at the caption's end, which is taken off the caption in either case.
 */
export class Figures {
  readonly diagnostics: Diagnostic[] = [];
  readonly #document: FeatureDocument;
  readonly #context: InterviewContext;
  readonly #entries = new Map<FilePath, string>();
  readonly #shown = new Set<FilePath>();

  constructor(document: FeatureDocument, context: InterviewContext) {
    this.#document = document;
    this.#context = context;
    for (const key of Object.keys(document.front.value.figures)) {
      const address = readAddress(key, document.file);
      if (address.kind === "inside" && address.target.to === "file")
        this.#entries.set(address.target.file, key);
    }
  }

  /** The figure of a picture in the text. */
  ofText({ picture, text }: FigurePiece): Figure {
    const where = { source: text.source, span: picture.span };
    const found = pictureAt(picture.file, picture.src, where, this.#context);
    this.diagnostics.push(...found.diagnostics);
    const typed = { src: picture.src, alt: picture.alt || undefined, caption: picture.title ?? undefined };
    // What is not there has no words yet, and may have them under its right name.
    const asked = found.picture ? ["alt", "credit"] : [];
    return this.#figure(found.picture ?? unmeasured(picture.file), typed, where, asked);
  }

  /**
   * A picture of the front matter.
   *
   * @param key - `cover` or `facsimile`.
   * @returns `null` where there is no such picture; that is reported.
   */
  ofFront(key: "cover" | "facsimile"): Figure | null {
    const { front, source, file } = this.#document;
    const typed = front.value[key];
    if (!typed) return null;
    const where = { source, span: front.spanOf([key, "src"]) };
    const { picture, diagnostics } = findPicture(typed.src, file, where, this.#context);
    this.diagnostics.push(...diagnostics);
    // A scan of the page is credited by its source.
    return picture
      ? this.#figure(picture, typed, where, key === "cover" ? ["alt", "credit"] : ["alt"])
      : null;
  }

  /** Report the entries of `figures:` that no picture of the feature has; call after every figure was made. */
  unused(inText: ReadonlySet<FilePath>): Diagnostic[] {
    const { front, source } = this.#document;
    const shown = new Set([...this.#shown, ...inText]);
    const names = Array.from(shown, (file) => file.slice(file.lastIndexOf("/") + 1));
    const diagnostics: Diagnostic[] = [];
    const used = new Set(Array.from(this.#entries).flatMap(([file, key]) => (shown.has(file) ? [key] : [])));
    for (const key of Object.keys(front.value.figures)) {
      if (used.has(key)) continue;
      const where = { source, span: front.keySpanOf(["figures", key]) };
      diagnostics.push(diagnose("unused-figure", where, { src: key, near: nearest(key, names) }));
    }
    return diagnostics;
  }

  /** @param asked - What is reported where it is missing: `alt`, `credit`. */
  #figure(picture: Picture, typed: PictureFront, where: InText, asked: readonly string[]): Figure {
    const { settings } = this.#context;
    this.#shown.add(picture.file);
    const key = this.#entries.get(picture.file);
    const entry = key === undefined ? undefined : this.#document.front.value.figures[key];
    const { src } = typed;
    const alt = typed.alt ?? entry?.alt;
    // Only `alt: ""` under `figures:` declares a picture decorative; `![](x.jpg)` is more often forgotten than meant.
    if (alt === undefined && asked.includes("alt")) {
      this.diagnostics.push(
        ...bySetting(diagnose("missing-alt", where, { src }), settings.pictures.missingAlt),
      );
    }
    const split = splitCredit(typed.caption ?? entry?.caption ?? "", settings.pictures.creditPatterns);
    const credit = typed.credit ?? entry?.credit ?? split.credit;
    if (credit === null && asked.includes("credit")) {
      this.diagnostics.push(
        ...bySetting(diagnose("missing-credit", where, { src }), settings.pictures.missingCredit),
      );
    }
    return { picture, alt: alt ?? "", caption: split.caption, credit };
  }
}

const unmeasured = (file: FilePath): Picture => ({ file, width: null, height: null });
