/** What the preview tells an open page; JSON in the data of a server-sent event. @see HTML, 9.2 Server-sent events */
export type Message =
  /** The page itself; `mark` names what it shows from then on, `html` is the whole page as a build writes it. */
  | { readonly type: "page"; readonly mark: string; readonly html: string }
  /** Files that pages use: their addresses, percent-encoded, and what differs where their bytes differ. */
  | {
      readonly type: "assets";
      readonly mark: string;
      readonly assets: readonly { readonly path: string; readonly hash: string }[];
    }
  | { readonly type: "report"; readonly report: Report }
  | { readonly type: "source"; readonly source: PageSource | null }
  /** More pages are open than a browser has connections for: another one has the page's now, until it asks again. */
  | { readonly type: "crowded" }
  /** The page is of another run of the preview, so that nothing is known of it. */
  | { readonly type: "reload" };

/** What is wrong with the site. */
export interface Report {
  readonly errors: number;
  readonly warnings: number;
  /** The first of them, errors first. */
  readonly shown: readonly ShownDiagnostic[];
  /** Something went wrong that is no fault of the content; `null` mostly. */
  readonly trouble: string | null;
}

/** A diagnostic to be read in the browser. */
export interface ShownDiagnostic extends ShownPlace {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly help: string;
  /** The lines around the place; empty where there are none to show. */
  readonly frame: string;
  readonly related: readonly ShownPlace[];
}

/** Words about a place, and a link that opens it in an editor. */
export interface ShownPlace {
  readonly message: string;
  /** `content/guests/abe.md:3:1` */
  readonly place: string;
  readonly href: string;
}

/** Where the page that is open was written. */
export interface PageSource {
  readonly file: string;
  /** Opens the file in an editor. */
  readonly href: string;
  /** Why readers would not see it yet: `draft`, `waits for 2026-05-01`; `null` where they would. */
  readonly unpublished: string | null;
  /** Each turn by its id, with the link that opens it at its line. */
  readonly turns: readonly (readonly [id: string, href: string])[];
}
