/** The words of the interface that views and feeds ask for themselves; every theme has them. */
export const programWords = [
  "nav.home",
  "nav.features",
  "nav.guests",
  "nav.topics",
  "nav.archive",
  "not-found.title",
  "list.page",
  "languages.missing",
  "feed.rss",
  "feed.atom",
  "redirect.text",
  "citing.interviewed-by",
] as const;
