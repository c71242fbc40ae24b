import type { GuestDirectory } from "../interview/guest-directory.js";
import type { PictureLookup } from "../interview/find-picture.js";
import { shortHashOf } from "../model/hash.js";
import { filePath, guestId, type LanguageTag } from "../model/ids.js";

/** What a document may ask of the rest of the site while it is read. */
export interface Surroundings {
  readonly lookup: PictureLookup;
  readonly directory: GuestDirectory;
}

/** One question with the answer that it got, as a text that differs where the answer does. */
export interface Asked {
  /** In which the guests are asked about: their names differ. */
  readonly language: LanguageTag;
  readonly about: "guest" | "named" | "guests" | "picture" | "pictures";
  readonly what: string;
  readonly answer: string;
}

/** Answers questions of documents about the rest of a site as it is now, and compares with what was answered before. */
export class Answers {
  readonly #lookup: PictureLookup;
  readonly #directoryIn: (language: LanguageTag) => GuestDirectory;
  readonly #known = new Map<string, string>();

  constructor(lookup: PictureLookup, directoryIn: (language: LanguageTag) => GuestDirectory) {
    this.#lookup = lookup;
    this.#directoryIn = directoryIn;
  }

  /** The surroundings of a document in a language. */
  around(language: LanguageTag): Surroundings {
    return { lookup: this.#lookup, directory: this.#directoryIn(language) };
  }

  /** Whether everything that was asked would get the same answer now. */
  areStill(asked: readonly Asked[]): boolean {
    return asked.every(({ language, about, what, answer }) => this.#to(language, about, what) === answer);
  }

  /** The same surroundings, which write down what they are asked. */
  noting(language: LanguageTag, asked: Asked[]): Surroundings {
    const { lookup, directory } = this.around(language);
    const seen = new Set<string>();
    const note = (about: Asked["about"], what = ""): void => {
      const question = `${about} ${what}`;
      if (seen.has(question)) return;
      seen.add(question);
      asked.push({ language, about, what, answer: this.#to(language, about, what) });
    };
    return {
      lookup: {
        ...lookup,
        pictures: (file) => {
          note("picture", file);
          return lookup.pictures(file);
        },
        pictureFiles: () => {
          note("pictures");
          return lookup.pictureFiles();
        },
      },
      directory: {
        get: (id) => {
          note("guest", id);
          return directory.get(id);
        },
        named: (name) => {
          note("named", name);
          return directory.named(name);
        },
        ids: () => {
          note("guests");
          return directory.ids();
        },
      },
    };
  }

  #to(language: LanguageTag, about: Asked["about"], what: string): string {
    const question = `${language} ${about} ${what}`;
    const known = this.#known.get(question);
    if (known !== undefined) return known;
    const answer = shortHashOf(JSON.stringify(this.#answer(language, about, what)));
    this.#known.set(question, answer);
    return answer;
  }

  #answer(language: LanguageTag, about: Asked["about"], what: string): unknown {
    const { lookup, directory } = this.around(language);
    switch (about) {
      case "guest":
        return directory.get(guestId(what)) ?? null;
      case "named":
        return directory.named(what) ?? null;
      case "guests":
        return [...directory.ids()];
      case "picture":
        return lookup.pictures(filePath(what)) ?? null;
      case "pictures":
        return [...lookup.pictureFiles()];
    }
  }
}
