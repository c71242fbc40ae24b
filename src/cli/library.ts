import type { build, check } from "../build/index.js";
import type { BuildOptions, BuildResult } from "../build/options.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";

/** What the commands need of the library; it is loaded only by those that use it. */
export interface Library {
  readonly build: typeof build;
  readonly check: typeof check;
  readonly inspect: (options: LibraryOptions) => Promise<Inspected>;
}

/** What a command line says of a build. */
export type LibraryOptions = BuildOptions;

/** What became of a build. */
export type Built = BuildResult;

/** The model that templates get, for people and programs. */
interface Inspected {
  readonly model: OutlinedModel;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the readable form of `inspect` shows of the model; the JSON form has all of it. */
export interface OutlinedModel {
  /** `null` where no site could be read. */
  readonly site: { readonly title: string } | null;
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
      /** `null` in a feature without sections. */
      readonly title: string | null;
      readonly turns: readonly {
        readonly id: string;
        readonly kind: string;
        readonly speaker: { readonly name: string };
      }[];
    }[];
  }[];
}
