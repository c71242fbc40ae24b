import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { WriteReport } from "../io/output-writer.js";

/** What the commands need of the library. */
export interface Library {
  build(options: LibraryOptions): Promise<Built>;
  check(options: LibraryOptions): Promise<Pick<Built, "diagnostics" | "counts">>;
  inspect(options: LibraryOptions): Promise<Inspected>;
}

/** What a command line says of a build. */
export interface LibraryOptions {
  /** Absolute, with `/`. */
  readonly root: string;
  readonly out?: string;
  readonly base?: string;
  readonly drafts?: boolean;
  /** Write nothing if there are warnings. */
  readonly strict?: boolean;
  /** Folders that the site must never be written into. */
  readonly keepOff?: readonly string[];
  readonly onProgress?: (progress: Progress) => void;
  /** Another build is writing the folder. */
  readonly onWait?: (holder: string) => void;
}

/** How far a build is. */
export interface Progress {
  /** What it is doing, in a word or two: `Rendering pages`. */
  readonly stage: string;
  readonly done: number;
  /** Absent where it is not known. */
  readonly total?: number | undefined;
}

/** What became of a build. */
export interface Built {
  readonly diagnostics: readonly Diagnostic[];
  /** `null` where nothing was written. */
  readonly report: WriteReport | null;
  readonly counts: { readonly features: number; readonly guests: number; readonly pages: number };
}

/** The model that templates get, for people and programs. */
export interface Inspected {
  readonly model: InspectedModel;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the readable form of `inspect` shows of the model; the JSON form has all of it. */
export interface InspectedModel {
  readonly site: { readonly title: string };
  readonly guests: readonly {
    readonly id: string;
    readonly name: string;
    readonly features: readonly string[];
  }[];
  readonly features: readonly {
    readonly title: string;
    readonly date: string;
    readonly path: string;
    readonly sections: readonly {
      readonly title: string;
      readonly turns: readonly {
        readonly id: string;
        readonly kind: string;
        readonly speaker: { readonly name: string } | null;
      }[];
    }[];
  }[];
}
