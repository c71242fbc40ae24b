import type { GuestDirectory } from "../interview/guest-directory.js";
import type { PictureLookup } from "../interview/find-picture.js";
import { filePath, guestId } from "../model/ids.js";

/** What a document may ask of the rest of the site while it is read. */
export interface Surroundings {
  readonly lookup: PictureLookup;
  readonly directory: GuestDirectory;
  /** Whatever else the reading depends on; another object means another reading. */
  readonly settings: object;
}

/** One question with the answer that it got, as a text that differs where the answer does. */
export interface Asked {
  readonly about: "guest" | "named" | "guests" | "picture" | "pictures";
  readonly what: string;
  readonly answer: string;
}

interface Kept<Result> {
  readonly settings: object;
  readonly asked: readonly Asked[];
  readonly result: Result;
}

/**
 * Remembers what was understood of documents, for as long as the rest of the site gives the same answers.
 *
 * A document that is read again is another object, so a file that changed is understood anew by itself.
 */
export class Understood<Document extends object, Result> {
  readonly #kept = new WeakMap<Document, Kept<Result>>();

  /** What is understood of a document; `make` reads it and asks only what it is given. */
  of(
    document: Document,
    around: Surroundings,
    make: (around: Surroundings, asked: readonly Asked[]) => Result,
  ): Result {
    const before = this.#kept.get(document);
    if (before && isStillTrue(before, around)) return before.result;
    const asked: Asked[] = [];
    const result = make(noting(around, asked), asked);
    this.#kept.set(document, { settings: around.settings, asked, result });
    return result;
  }
}

function isStillTrue({ settings, asked }: Kept<unknown>, around: Surroundings): boolean {
  if (settings !== around.settings) return false;
  return asked.every(({ about, what, answer }) => answerTo(about, what, around) === answer);
}

function answerTo(about: Asked["about"], what: string, { lookup, directory }: Surroundings): string {
  switch (about) {
    case "guest":
      return JSON.stringify(directory.get(guestId(what)) ?? null);
    case "named":
      return JSON.stringify(directory.named(what) ?? null);
    case "guests":
      return JSON.stringify([...directory.ids()]);
    case "picture":
      return JSON.stringify(lookup.pictures(filePath(what)) ?? null);
    case "pictures":
      return JSON.stringify([...lookup.pictureFiles()]);
  }
}

/** The same surroundings, which write down what they are asked. */
function noting(around: Surroundings, asked: Asked[]): Surroundings {
  const { lookup, directory } = around;
  const note = (about: Asked["about"], what = ""): void => {
    asked.push({ about, what, answer: answerTo(about, what, around) });
  };
  return {
    ...around,
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
