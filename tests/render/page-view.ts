import type { FreePageView } from "../../src/render/views/pages.js";

/** What the template of a free page gets. */
export function pageView(over: Partial<FreePageView> = {}): FreePageView {
  return {
    kind: "page",
    title: "About <us>",
    titleLanguage: null,
    documentTitle: "About · Site",
    description: "",
    language: "en",
    direction: "ltr",
    script: "Latn",
    canonical: "https://example.org/about/",
    hidden: false,
    site: {
      title: "Site",
      tagline: null,
      home: "../index.html",
      publisher: null,
      navigation: [
        { id: "guests", title: "Guests", href: "../guests/index.html", current: false, language: null },
      ],
      feeds: [],
      social: [],
      custom: {},
      paragraphs: "spaced",
      writing: "horizontal",
      generator: "Colloquy",
    },
    alternates: [],
    defaultAlternate: null,
    languages: [],
    breadcrumbs: [],
    image: null,
    structuredDataHtml: "",
    assets: {
      folder: "../assets/",
      style: "../assets/style.css",
      script: "../assets/script.js",
      icon: "../assets/icon.svg",
    },
    bodyHtml: "<p>Hello.</p>",
    custom: { rating: "5" },
    ...over,
  };
}
