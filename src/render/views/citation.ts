/** How a feature is cited, as text to be copied. */
export interface CitationView {
  /** The feature's whole address, as all forms have it. */
  readonly address: string;
  /** The entry's key in BibTeX and its id in CSL-JSON. */
  readonly key: string;
  /** An entry `@misc`. Each author stands on a line of its own, in the order of the cast. */
  readonly bibtex: string;
  /** A list with one item of the type `interview`; its authors are in the order of the cast. */
  readonly csl: string;
  /** The form `[EB/OL]` of GB/T 7714, in two parts. `[引用日期]` stands where the reader's own day belongs. */
  readonly gbt7714: { readonly authors: string; readonly rest: string };
}
