import type { FeatureDocument } from "../content/document.js";
import type { FeatureFiles } from "../content/content-file.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FeatureHead } from "../interview/feature-head.js";
import { whereAllowed } from "../io/file-system.js";
import type { FilePath } from "../model/ids.js";
import type { Interview } from "../model/interview.js";
import type { InterpretedFeature } from "../site/assemble-features.js";
import { ChangedMeanwhile } from "./changed-meanwhile.js";
import { filesOf, type Documents, type UnderstoodFeature } from "./understand-documents.js";

/** A feature as it is now: a text that is saved may take the place of the one before, in a site that stays as it is. */
export class CurrentFeature implements InterpretedFeature {
  #head: FeatureHead;
  #understood: UnderstoodFeature;
  readonly #documents: Documents;

  constructor(head: FeatureHead, understood: UnderstoodFeature, documents: Documents) {
    this.#head = head;
    this.#understood = understood;
    this.#documents = documents;
  }

  get head(): FeatureHead {
    return this.#head;
  }

  get fingerprint(): string {
    return this.#understood.understanding.fingerprint;
  }

  get files(): FeatureFiles {
    return this.#understood.files;
  }

  /** Read from its files when it is asked for. Throws {@link ChangedMeanwhile} where they are others by now. */
  get document(): FeatureDocument {
    const { value } = this.#documents.feature(this.files);
    if (value === undefined) throw new ChangedMeanwhile(this.files.file);
    return value;
  }

  get interview(): Interview {
    return this.#understood.conversation();
  }

  /** Take another text. @returns Takes the text before again. */
  take(head: FeatureHead, understood: UnderstoodFeature): () => void {
    const before = { head: this.#head, understood: this.#understood };
    this.#head = head;
    this.#understood = understood;
    return () => {
      this.#head = before.head;
      this.#understood = before.understood;
    };
  }
}

/** Texts that were taken into a site. */
export interface TakenTexts {
  /** The files of the editions that are others now. */
  readonly editions: ReadonlySet<FilePath>;
  /** Take the texts before again. */
  readonly undo: () => void;
}

/** What was saved, in a site that was loaded before. */
export interface SavedTexts {
  readonly files: readonly FilePath[];
  /** What is wrong with the site as it is, muted or not. */
  readonly reported: readonly Diagnostic[];
  /** A feature, understood from its files as they are now. */
  readonly again: (feature: CurrentFeature) => UnderstoodFeature | undefined;
}

/**
 * Take texts that were saved into a site that stays as it is otherwise: its lists, guests, addresses and links. Where
 * ten thousand features are shown, nine thousand nine hundred and ninety-nine need not be looked at.
 *
 * @returns `undefined`, and nothing is taken, where anything else of the site might differ: a file is no text of a
 *   feature that is known, there is or was something wrong with it, or it says another thing to the rest of the site.
 */
export function takeTexts(
  features: readonly CurrentFeature[],
  { files, reported, again }: SavedTexts,
): TakenTexts | undefined {
  const saved = new Set(files);
  const touched = features.filter(
    (feature) => filesOf(feature.files).filter((file) => saved.delete(file)).length > 0,
  );
  if (saved.size > 0 || touched.some((feature) => isReported(feature, reported))) return undefined;
  const takes: (() => () => void)[] = [];
  for (const feature of touched) {
    const understood = whereAllowed(() => again(feature));
    const { value: head, diagnostics = [] } = understood?.understanding ?? {};
    if (!understood || !head || diagnostics.length > 0 || !saysTheSame(head, feature.head)) return undefined;
    takes.push(() => feature.take(head, understood));
  }
  const undos = takes.map((take) => take());
  const undo = (): void => {
    for (const each of undos) each();
  };
  return { editions: new Set(touched.map(({ head }) => head.file)), undo };
}

function isReported({ files }: CurrentFeature, reported: readonly Diagnostic[]): boolean {
  return areReported(filesOf(files), reported);
}

/** Whether something is wrong with one of these files, or has to do with it. */
export function areReported(files: readonly FilePath[], reported: readonly Diagnostic[]): boolean {
  const own = new Set<string>(files);
  return reported.some(({ place, related }) =>
    [place, ...related.map((each) => each.place)].some(({ file }) => own.has(file)),
  );
}

/** Whether the rest of the site is told the same by both. Where a link stands matters only to who reports it. */
export function saysTheSame(one: FeatureHead, other: FeatureHead): boolean {
  return toTheRest(one) === toTheRest(other);
}

function toTheRest({ digest, ...head }: FeatureHead): string {
  const links = digest.links.map(({ file, typed, target, fragment }) => ({ file, typed, target, fragment }));
  return JSON.stringify({ ...head, digest: { ...digest, links } });
}
