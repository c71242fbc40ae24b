import fc from "fast-check";
import type { MemoryFileSystem } from "../../src/io/memory-file-system.js";

/** One thing that a person does to a site. */
export type Edit =
  | { readonly write: string; readonly text: string }
  | { readonly remove: string }
  | { readonly from: string; readonly to: string };

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
      "As on [a walk](yew/index.md#first).",
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

/** A feature that lies in a folder; who talks in which section stands in files of their own. */
const folderText = fc
  .record({
    guests: fc.subarray(names, { minLength: 1 }),
    extra: fc.constantFrom("", "topics: [dark]\n", "status: draft\n"),
    words: fc.constantFrom("Two walks.", "See [the first](#first).", "See [ash](../ash.md)."),
  })
  .map(
    ({ guests, extra, words }) =>
      `---\ntitle: On walks\ndate: 2024-03-05\nguests: [${guests.join(", ")}]\n${extra}---\n\n${words}\n`,
  );

const sectionText = fc
  .tuple(
    fc.constantFrom("First", "Next"),
    fc.constantFrom("Abe Lund", "Bea Moss", "ABE"),
    fc.constantFrom("", "question: And then?\n"),
    fc.constantFrom("Home.", "See [oak](../oak.md)."),
  )
  .map(([title, who, extra, words]) => `---\ntitle: ${title}\n${extra}---\n\n${who}: ${words}\n`);

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

const folder = "content/features/yew/index.md";
const someSection = fc
  .constantFrom("10-first", "10-next", "20-next", "20-first")
  .map((name) => `content/features/yew/${name}.md`);

const picture = fc.constantFrom(
  '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="4"/>',
  '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="4"/>',
);

/** Something that happens to a site between two builds. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: write(someFeature, featureText) },
  { weight: 4, arbitrary: write(someGuest, guestText) },
  { weight: 3, arbitrary: fc.record({ remove: fc.oneof(someFeature, someGuest) }) },
  { weight: 2, arbitrary: write(someSection, sectionText) },
  { weight: 1, arbitrary: write(fc.constant(folder), folderText) },
  { weight: 1, arbitrary: fc.record({ from: someSection, to: someSection }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.oneof(fc.constant(folder), someSection) }) },
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
    walks: fc.tuple(folderText, sectionText, sectionText),
  })
  .map(({ settings: over, guests, features: texts, walks: [walks, first, next] }) => ({
    "content/site.yaml": site(over),
    ...Object.fromEntries(guests.map((text, at) => [`content/guests/${names[at] ?? ""}.md`, text])),
    [folder]: walks,
    "content/features/yew/10-first.md": first,
    "content/features/yew/20-next.md": next,
    ...Object.fromEntries(texts.map((text, at) => [`content/features/${features[at] ?? ""}.md`, text])),
  }));

/** Do it. @returns The files that it was done to. */
export function apply(fs: MemoryFileSystem, one: Edit): readonly string[] {
  if ("remove" in one) {
    fs.remove(`/site/${one.remove}`);
    return [one.remove];
  }
  if ("from" in one) {
    // Names of what was written a second time are there no more.
    if (fs.stat(`/site/${one.from}`)) fs.rename(`/site/${one.from}`, `/site/${one.to}`);
    return [one.from, one.to];
  }
  fs.write(`/site/${one.write}`, one.text);
  return [one.write];
}
