import type { ContentFile, FeatureFiles } from "../content/content-file.js";
import type { FeatureDocument, GuestDocument, PageDocument } from "../content/document.js";
import { parseFeature } from "../content/parse-feature.js";
import { parseGuest } from "../content/parse-guest.js";
import { parsePage } from "../content/parse-page.js";
import type { Slugger } from "../content/slug.js";
import { checked, gather, unusable, type Checked } from "../diagnostics/checked.js";
import type { FeatureHead } from "../interview/feature-head.js";
import { guestDirectory } from "../interview/guest-directory.js";
import type { PictureLookup } from "../interview/find-picture.js";
import { interpretFeature, type Interpretation } from "../interview/interpret-feature.js";
import { languageTag } from "../model/ids.js";
import type { Interview } from "../model/interview.js";
import type { FreePage } from "../model/site.js";
import type { GuestBook } from "../site/guest-book.js";
import { readFreePage } from "../site/read-free-page.js";
import { readGuest, type GuestFile } from "../site/read-guest.js";
import { Answers, type Surroundings } from "./answers.js";
import { ChangedMeanwhile } from "./changed-meanwhile.js";
import type { SiteFolder } from "./read-site.js";
import type { SiteMemory } from "./site-memory.js";
import type { Understanding } from "./understood.js";

/** Understands the documents of a site's folder: those that changed anew, the others from memory. */
export class Documents {
  readonly #folder: SiteFolder;
  readonly #memory: SiteMemory;
  readonly #lookup: PictureLookup;

  constructor(folder: SiteFolder, memory: SiteMemory, lookup: PictureLookup) {
    this.#folder = folder;
    this.#memory = memory;
    this.#lookup = lookup;
  }

  /** Everyone who has a file. */
  guests(): Understanding<GuestFile>[] {
    const { map, settings, settingsKey } = this.#folder;
    const answers = new Answers(this.#lookup, () => nobody);
    return Array.from(this.#readable(map.guests), ({ name, content }) =>
      this.#memory.guests.of({ file: name.file, content }, settingsKey, answers, (ask) => {
        const { value, diagnostics } = this.guest(name);
        if (!value) return unusable(diagnostics);
        const language = value.translation ?? settings.language;
        return after(diagnostics, readGuest(value, language, ask(language).lookup));
      }),
    );
  }

  /** The pages that are no interviews. */
  pages(): Understanding<FreePage>[] {
    const { map, settings, settingsKey } = this.#folder;
    const answers = new Answers(this.#lookup, () => nobody);
    return Array.from(this.#readable(map.pages), ({ name, content }) =>
      this.#memory.pages.of({ file: name.file, content }, settingsKey, answers, (ask) => {
        const { value, diagnostics } = this.page(name);
        if (!value) return unusable(diagnostics);
        const language = value.translation ?? settings.language;
        return after(diagnostics, readFreePage(value, language, ask(language).lookup));
      }),
    );
  }

  /** Reads a feature, in one of its languages; nothing where one of its files cannot be read. */
  featureReader(book: GuestBook, slugger: Slugger): (files: FeatureFiles) => UnderstoodFeature | undefined {
    const { settings, settingsKey } = this.#folder;
    const answers = new Answers(this.#lookup, book.directoryIn);
    const interpret = (
      files: FeatureFiles,
      ask: (language: Interview["language"]) => Surroundings,
    ): Checked<Interpretation> => {
      const { value, diagnostics } = this.feature(files);
      if (!value) return unusable(diagnostics);
      const around = ask(languageTag(value.translation ?? value.front.value.language ?? settings.language));
      const context = { ...around.lookup, directory: around.directory, settings, slugger };
      return after(diagnostics, interpretFeature(value, context));
    };
    /** What is understood of a feature; its conversation is handed on, for a closure would keep it in memory. */
    const understand = (files: FeatureFiles, content: string): Understanding<FeatureHead> => {
      const { file } = files;
      const { features, conversations } = this.#memory;
      let interview: Interview | undefined;
      const understanding = features.of({ file, content }, settingsKey, answers, (ask) => {
        const { value, diagnostics } = interpret(files, ask);
        if (!value) return unusable(diagnostics);
        ({ interview } = value);
        return checked(value.head, diagnostics);
      });
      if (interview) conversations.keep(file, understanding, interview);
      return understanding;
    };
    const readAgain = (files: FeatureFiles, content: string): Interview => {
      const now = this.#folder.reader.contentNow(filesOf(files));
      const isSame = now !== undefined && withNames(files, now) === content;
      const again = isSame ? interpret(files, (language) => answers.around(language)).value : undefined;
      if (!again) throw new ChangedMeanwhile(files.file);
      return again.interview;
    };
    return (files) => {
      const ofFiles = this.#folder.reader.content(filesOf(files));
      if (ofFiles === undefined) return undefined;
      const content = withNames(files, ofFiles);
      const understanding = understand(files, content);
      const conversation = (): Interview =>
        this.#memory.conversations.of(files.file, understanding, () => readAgain(files, content));
      return { understanding, files, conversation };
    };
  }

  /** A guest's file with its places. */
  guest(name: ContentFile): Checked<GuestDocument> {
    const { value, diagnostics } = this.#folder.reader.text(name.file);
    return value ? parseGuest(value, name) : unusable(diagnostics);
  }

  /** The file of a page with its places. */
  page(name: ContentFile): Checked<PageDocument> {
    const { value, diagnostics } = this.#folder.reader.text(name.file);
    return value ? parsePage(value, name) : unusable(diagnostics);
  }

  /** A feature's files with their places. */
  feature(files: FeatureFiles): Checked<FeatureDocument> {
    const { reader } = this.#folder;
    const index = reader.text(files.file);
    const sections = files.sections?.map((name) => ({ name, text: reader.text(name.file) }));
    const read = gather([index, ...(sections ?? []).map(({ text }) => text)]);
    const sources = sections?.flatMap(({ name, text }) => (text.value ? [{ name, source: text.value }] : []));
    // Without a section that is no text, what the others lack would be misjudged.
    if (!index.value || sources?.length !== sections?.length) return unusable(read.diagnostics);
    return after(read.diagnostics, parseFeature(index.value, files, sources ?? null));
  }

  /** Those whose files can be read, with a text that differs where one of them does. */
  *#readable<Name extends ContentFile>(
    names: readonly Name[],
  ): Generator<{ readonly name: Name; readonly content: string }> {
    for (const name of names) {
      const content = this.#folder.reader.content(filesOf(name));
      if (content !== undefined) yield { name, content };
    }
  }
}

/** A feature that was understood as far as it could be. */
export interface UnderstoodFeature {
  readonly understanding: Understanding<FeatureHead>;
  readonly files: FeatureFiles;
  /** Throws {@link ChangedMeanwhile} where its files are others by now. */
  readonly conversation: () => Interview;
}

/** What a feature's files hold with what their names say: those of sections give addresses to what is in them. */
function withNames({ sections }: FeatureFiles, content: string): string {
  return sections === null ? content : [content, "in", ...sections.map(({ file }) => file)].join(" ");
}

const nobody = guestDirectory(new Map());

/** All files that a document consists of. */
export function filesOf(name: ContentFile & Partial<Pick<FeatureFiles, "sections">>): ContentFile["file"][] {
  return [name.file, ...(name.sections ?? []).map(({ file }) => file)];
}

function after<T>(before: Checked<unknown>["diagnostics"], result: Checked<T>): Checked<T> {
  return { value: result.value, diagnostics: [...before, ...result.diagnostics] };
}
