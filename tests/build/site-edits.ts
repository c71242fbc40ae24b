import fc from "fast-check";
import type { MemoryFileSystem } from "../../src/io/memory-file-system.js";

/** One thing that a person does to a site. */
export type Edit = { readonly write: string; readonly text: string } | { readonly remove: string };

/** The settings of a site, with more of them below. */
export const site = (over: string): string => `title: Night Talks
url: https://talks.example/
language: en
languages: [en, zh-Hans]
speakers: {interviewer: [Host]}
pagination: {features: 2}
pictures: {missingCredit: off}
${over}`;

const names = ["abe", "bea", "cyd"];
const features = ["ash", "elm", "fir", "oak"];

const settings = fc.constantFrom(
  "",
  "tagline: By lamplight\n",
  "topics: {light: Light}\n",
  "feeds: {items: 1}\n",
  "pages: {guests: false}\n",
);

const guestText = fc
  .record({
    name: fc.constantFrom("Abe Lund", "Bea Moss", "Cyd Vane"),
    role: fc.constantFrom("Lamplighter", "Ferrywoman"),
    rest: fc.constantFrom("", "aliases: [Old Bell]\n", "portrait: p.png\n", "sort: Zz\n"),
    body: fc.constantFrom("Rows.", "See [a talk](../features/ash.md).", "Knows [Bea](bea.md)."),
  })
  .map(({ name, role, rest, body }) => `---\nname: ${name}\nrole: ${role}\n${rest}---\n\n${body}\n`);

const featureText = fc
  .record({
    title: fc.constantFrom("On lamps", "On boats", "On keys"),
    day: fc.integer({ min: 1, max: 9 }),
    guests: fc.subarray(names, { minLength: 1 }),
    extra: fc.constantFrom(
      "",
      "topics: [light]\n",
      "topics: [light, dark]\n",
      "status: draft\n",
      "series: {name: Walks, part: 2}\n",
      "publishAt: 2024-07-01\n",
      "expires: 2024-05-01\n",
      "updated: 2024-05-30\n",
      "slug: moved\n",
      "aliases: [/old/]\n",
      "standfirst: A line.\n",
      "cover: {src: p.png, alt: A door}\n",
      "language: zh-Hans\n",
    ),
    words: fc.constantFrom(
      "Yes.",
      "No, see [elm](elm.md).",
      "Ask [Abe](../guests/abe.md).",
      "![A door](p.png)",
      "Well, *perhaps*.",
    ),
    quote: fc.boolean(),
  })
  .map(({ title, day, guests, extra, words, quote }) => {
    const turns = guests.map((id) => `${id.toUpperCase()}: ${words}`).join("\n\n");
    const labels = guests.map((id) => `  - {id: ${id}, label: ${id.toUpperCase()}}`).join("\n");
    const pull = quote ? "\n\n> [!quote] Well, perhaps." : "";
    return `---\ntitle: ${title}\ndate: 2024-03-0${day}\nguests:\n${labels}\n${extra}---\n\nHost: And so?\n\n${turns}${pull}\n`;
  });

const pageText = fc
  .tuple(
    fc.constantFrom("About", "Imprint"),
    fc.constantFrom("", "navigation: 1\n"),
    fc.constantFrom("Us.", "See [ash](../features/ash.md)."),
  )
  .map(([title, extra, body]) => `---\ntitle: ${title}\n${extra}---\n\n${body}\n`);

const template = fc.constantFrom(
  "<p>{{feature.title}}</p>\n",
  "<p>Other</p>\n",
  "{{#if}}",
  '{{> "nothing"}}',
);

const write = (path: fc.Arbitrary<string>, text: fc.Arbitrary<string>): fc.Arbitrary<Edit> =>
  fc.record({ write: path, text });

const someFeature = fc
  .constantFrom(...features, "ash.zh-Hans", "elm.zh-Hans")
  .map((name) => `content/features/${name}.md`);
const someGuest = fc.constantFrom(...names, "abe.zh-Hans").map((name) => `content/guests/${name}.md`);

const picture = fc.constantFrom(
  '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="4"/>',
  '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="4"/>',
);

/** Something that happens to a site between two builds. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: write(someFeature, featureText) },
  { weight: 4, arbitrary: write(someGuest, guestText) },
  { weight: 3, arbitrary: fc.record({ remove: fc.oneof(someFeature, someGuest) }) },
  { weight: 1, arbitrary: write(fc.constant("content/site.yaml"), settings.map(site)) },
  {
    weight: 1,
    arbitrary: write(fc.constantFrom("content/pages/about.md", "content/pages/legal.md"), pageText),
  },
  {
    weight: 1,
    arbitrary: write(
      fc.constantFrom("templates/partials/feature-item.hbs", "templates/pages/not-found.hbs"),
      template,
    ),
  },
  {
    weight: 1,
    arbitrary: write(
      fc.constant("templates/locales/en.yaml"),
      fc.constantFrom("nav.home: Start\n", "nav.home: First\n"),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      remove: fc.constantFrom(
        "templates/partials/feature-item.hbs",
        "templates/pages/not-found.hbs",
        "templates/locales/en.yaml",
        "content/pages/about.md",
        "content/features/p.png",
      ),
    }),
  },
  { weight: 1, arbitrary: write(fc.constantFrom("content/features/p.svg", "content/guests/p.svg"), picture) },
  // What a build leaves for the next one may go at any time, the site itself included.
  { weight: 1, arbitrary: fc.record({ remove: fc.constantFrom(".colloquy", "dist", "dist/index.html") }) },
);

/** The files of a small site. */
export const start: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .record({
    settings,
    guests: fc.array(guestText, { minLength: 3, maxLength: 3 }),
    features: fc.array(featureText, { minLength: 2, maxLength: 4 }),
  })
  .map(({ settings: over, guests, features: texts }) => ({
    "content/site.yaml": site(over),
    ...Object.fromEntries(guests.map((text, at) => [`content/guests/${names[at] ?? ""}.md`, text])),
    ...Object.fromEntries(texts.map((text, at) => [`content/features/${features[at] ?? ""}.md`, text])),
  }));

/** Do it. @returns The file that it was done to. */
export function apply(fs: MemoryFileSystem, one: Edit): string {
  if ("remove" in one) {
    fs.remove(`/site/${one.remove}`);
    return one.remove;
  }
  fs.write(`/site/${one.write}`, one.text);
  return one.write;
}
