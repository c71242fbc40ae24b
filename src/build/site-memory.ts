import type { FeatureDocument, GuestDocument, PageDocument } from "../content/document.js";
import type { Checked } from "../diagnostics/checked.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Source } from "../diagnostics/source.js";
import type { Interpretation } from "../interview/interpret-feature.js";
import type { SiteFile } from "../io/site-reader.js";
import type { Digest } from "../model/digest.js";
import type { Picture } from "../model/figure.js";
import type { GuestProfile } from "../model/guest.js";
import { shortHashOf } from "../model/hash.js";
import type { FilePath } from "../model/ids.js";
import type { SiteSettings } from "../model/settings.js";
import type { FreePage } from "../model/site.js";
import type { LoadedTheme } from "./load-theme.js";
import { FileMemory } from "./file-memory.js";
import { Understood, type Asked } from "./understood.js";

/** What is remembered from one update of a site to the next, each part for as long as it is true. */
export class SiteMemory {
  readonly sources = new FileMemory<Checked<Source>>();
  readonly pictures = new FileMemory<{
    readonly picture: Picture;
    readonly diagnostics: readonly Diagnostic[];
  }>();
  readonly settings = new WeakMap<Source, Checked<SiteSettings>>();
  readonly guestDocuments = new WeakMap<Source, Checked<GuestDocument>>();
  readonly pageDocuments = new WeakMap<Source, Checked<PageDocument>>();
  readonly featureDocuments = new ParsedFeatures();
  readonly guests = new Understood<GuestDocument, Checked<GuestProfile>>();
  readonly pages = new Understood<PageDocument, Checked<FreePage>>();
  readonly features = new Understood<FeatureDocument, Checked<Interpretation>>();
  /** Differs where anything differs that an interpretation was made from. */
  readonly fingerprints = new WeakMap<Digest, string>();
  theme: { readonly key: string; readonly settings: SiteSettings; readonly loaded: LoadedTheme } | undefined;

  /** Forget what may have changed. @see FileMemory */
  refresh(files: readonly SiteFile[], changed: ReadonlySet<FilePath>, now: number): void {
    this.sources.refresh(files, changed, now);
    this.pictures.refresh(files, changed, now);
    if (Array.from(changed).some((file) => file.startsWith("templates/"))) this.theme = undefined;
  }
}

/** What is kept for a key, or else made and kept. */
export function kept<K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

/** A text that differs where a document's files do, or the answers that it got. */
export function fingerprintOf(document: FeatureDocument, asked: readonly Asked[]): string {
  const files = [document, ...(document.sections ?? [])].flatMap(({ source }) => [source.path, source.text]);
  return shortHashOf(...files, ...asked.map(({ answer }) => answer));
}

/** Features by their files; one whose section changed is parsed anew. */
class ParsedFeatures {
  readonly #known = new WeakMap<Source, { sections: readonly Source[]; parsed: Checked<FeatureDocument> }>();

  of(
    index: Source,
    sections: readonly Source[],
    parse: () => Checked<FeatureDocument>,
  ): Checked<FeatureDocument> {
    const before = this.#known.get(index);
    const isSame =
      before?.sections.length === sections.length && before.sections.every((one, at) => one === sections[at]);
    if (isSame) return before.parsed;
    const parsed = parse();
    this.#known.set(index, { sections, parsed });
    return parsed;
  }
}
