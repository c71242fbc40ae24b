import type { GuestDirectory } from "../interview/guest-directory.js";
import type { PictureLookup } from "../interview/find-picture.js";
import { shortHashOf } from "../model/hash.js";
import { filePath, guestId, languageTag, type LanguageTag } from "../model/ids.js";

/** What a document may ask of the rest of the site while it is read. */
export interface Surroundings {
  readonly lookup: PictureLookup;
  readonly directory: GuestDirectory;
}

/**
 * Questions, each with the answer that it got behind it: `guest en chen-gang`, and a text that differs where the
 * answer does. There are tens of thousands in a large site.
 */
export type Asked = readonly string[];

type Question = "guest" | "named" | "guests" | "picture" | "pictures";

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
  areStill(asked: Asked): boolean {
    for (let at = 0; at < asked.length; at += 2) {
      if (this.#to(asked[at] ?? "") !== asked[at + 1]) return false;
    }
    return true;
  }

  /** The same surroundings, which write down what they are asked. */
  noting(language: LanguageTag, asked: string[]): Surroundings {
    const { lookup, directory } = this.around(language);
    const seen = new Set<string>();
    const note = (about: Question, what = ""): void => {
      const question = `${about} ${language} ${what}`;
      if (seen.has(question)) return;
      seen.add(question);
      asked.push(question, this.#to(question));
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

  #to(question: string): string {
    const known = this.#known.get(question);
    if (known !== undefined) return known;
    const answer = shortHashOf(JSON.stringify(this.#answer(question)));
    this.#known.set(question, answer);
    return answer;
  }

  #answer(question: string): unknown {
    const [about = "", language = "", ...rest] = question.split(" ");
    const what = rest.join(" ");
    const { lookup, directory } = this.around(languageTag(language));
    switch (about) {
      case "guest":
        return directory.get(guestId(what)) ?? null;
      case "named":
        return directory.named(what) ?? null;
      case "guests":
        return [...directory.ids()];
      case "picture":
        return lookup.pictures(filePath(what)) ?? null;
      default:
        return [...lookup.pictureFiles()];
    }
  }
}
