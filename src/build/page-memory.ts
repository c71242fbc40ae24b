import { outOfDate, type Facts } from "../graph/facts.js";
import type { PageFacts } from "../graph/page-facts.js";
import type { Output } from "../model/output.js";
import type { SitePath } from "../model/ids.js";
import type { KnownPages } from "../outputs/html.js";

/** Remembers pages with what they were made from, from one update of a site to the next. */
export class PageMemory {
  #known = new Map<SitePath, { readonly facts: Facts; readonly output: Output }>();

  /** The pages of one update; those that it does not ask for are forgotten with the next. */
  forPages(factsOf: PageFacts): KnownPages {
    const before = this.#known;
    const now: typeof before = new Map();
    this.#known = now;
    const asked = new Map<SitePath, Facts>();
    return {
      get: (page) => {
        const facts = factsOf.of(page);
        const known = before.get(page.path);
        if (!known || outOfDate(known.facts, facts).length > 0) {
          asked.set(page.path, facts);
          return undefined;
        }
        now.set(page.path, known);
        return known.output;
      },
      add: ({ path }, output) => {
        const facts = asked.get(path);
        if (facts) now.set(path, { facts, output });
      },
    };
  }
}
