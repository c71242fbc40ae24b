import { didYouMean, entry, oneOf, quoted } from "../entry.js";

/** Problems between files: addresses, references, languages. */
export const siteCodes = {
  "duplicate-address": entry<{ path: string; other: string }>({
    severity: "error",
    about: "Two files would be published at one address, and one of them would vanish.",
    example: "`content/features/harbour.md` and `content/features/quay.md` with `slug: harbour`.",
    instead: "`slug: harbour-two` in one of them, or another file name.",
    words: ({ path, other }) => ({
      message: `Unexpected second page at ${quoted(path)}, which ${other} already has`,
      help: "Give one of them another `slug` or another file name.",
    }),
  }),
  "broken-link": entry<{ typed: string; target: string; nearest: string | undefined }>({
    severity: "error",
    about: "A link leads to a file or an address that the site does not have.",
    example: "`[her first interview](../features/harbor.md)` where the file is called `harbour.md`.",
    instead: "`[her first interview](../features/harbour.md)`",
    words: ({ typed, target, nearest }) => ({
      message: `Unexpected link to ${quoted(typed)}, expected a file or an address of this site${didYouMean(nearest)}`,
      help: `It leads to ${quoted(target)}, and nothing is there.`,
    }),
  }),
  "hidden-link": entry<{ typed: string; why: "draft" | "scheduled" | "expired" }>({
    severity: "error",
    about:
      "A link leads to a feature that is not published: a draft, one whose day has not come, or one that expired.",
    example: "`[the sequel](sequel.md)` where `sequel.md` has `status: draft`.",
    instead: "Publish both together, or take the link out until then.",
    words: ({ typed, why }) => ({
      message: `Unexpected link to ${quoted(typed)}, which is not published: it is ${whyHidden[why]}`,
      help: "Readers would find nothing there. Publish it too, or take the link out until then.",
    }),
  }),
  "left-out-link": entry<{ typed: string; pages: string }>({
    severity: "error",
    about: "A link leads to a page of a kind that `site.yaml` leaves out.",
    example:
      "`[what Chen Gang does](../guests/chen-gang.md)` where `site.yaml` has `pages: {guests: false}`.",
    instead: "`pages: {guests: true}`, or the words without a link.",
    words: ({ typed, pages }) => ({
      message: `Unexpected link to ${quoted(typed)}, a page that this site leaves out`,
      help: `Take the link out, or the line \`${pages}: false\` under \`pages\` in site.yaml.`,
    }),
  }),
  "broken-anchor": entry<{ fragment: string; page: string; nearest: string | undefined }>({
    severity: "error",
    about: "A link leads into a page, to a place that the page does not have.",
    example: "`[what Chen said](spring.md#measures-cheng-gang)`",
    instead: "`[what Chen said](spring.md#measures-chen-gang)`",
    words: ({ fragment, page, nearest }) => ({
      message: `Unexpected anchor ${quoted(`#${fragment}`)}, expected an id of ${quoted(page)}${didYouMean(nearest === undefined ? undefined : `#${nearest}`)}`,
      help: "Answers have ids like `section-guest`, questions like `section-q`; `colloquy inspect --json` lists them all.",
    }),
  }),
  "unknown-topic": entry<{ topic: string; topics: readonly string[]; nearest: string | undefined }>({
    severity: "error",
    about:
      "A feature names a topic that `site.yaml` does not list. Where `site.yaml` lists none, any topic will do.",
    example: "`topics: [harbors]` where `site.yaml` has `topics: {harbours: Harbours}`.",
    instead: "`topics: [harbours]`",
    words: ({ topic, topics, nearest }) => ({
      message: `Unexpected topic ${quoted(topic)}, expected ${oneOf(topics)}${didYouMean(nearest)}`,
      help: "Use a topic of `site.yaml`, or add this one there.",
    }),
  }),
  "missing-recording": entry<{ src: string }>({
    severity: "error",
    about: "A recording is named that is no file of the site and no address on the web.",
    example: "`recording: {src: talk.mp3}` with no `talk.mp3` beside the feature.",
    instead: "`recording: {src: https://media.example.org/talk.mp3}`",
    words: ({ src }) => ({
      message: `Unexpected recording ${quoted(src)}, expected a file beside the feature or an address that starts with https://`,
      help: "Put the file beside the feature, or give the address at which it can be heard.",
    }),
  }),
  "unheard-guest": entry<{ name: string }>({
    severity: "warning",
    about: "A guest has a file, but no published feature names the guest.",
    example: "`content/guests/mara.md`, and no feature with `guests: [mara]`.",
    instead: "Name the guest in a feature, or remove the file.",
    words: ({ name }) => ({
      message: `Unexpected guest ${quoted(name)}, expected a feature that names this guest`,
      help: "Add the guest to a feature's `guests:`, or remove the file.",
    }),
  }),
  "differing-guest": entry<{ id: string; name: string; other: string }>({
    severity: "error",
    about:
      "Two features declare a guest with one id and different names, so that two people would share one page.",
    example:
      "`guests: [{id: lin, name: Lin Yue}]` in one feature and `guests: [{id: lin, name: Lin Yan}]` in another.",
    instead: "Two ids, or one file in `content/guests` that both name by id.",
    words: ({ id, name, other }) => ({
      message: `Unexpected name ${quoted(name)} for the guest ${quoted(id)}, expected ${quoted(other)} as in the other feature`,
      help: "If they are one person, write the name in one way or give the person a file in `content/guests`; if not, give one another `id`.",
    }),
  }),
  "outdated-translation": entry<{ changed: string; updated: string | null }>({
    severity: "warning",
    about:
      "An original was changed after its translation was last worked on, so that the translation may say what no longer holds. An original changes on the day of its `updated` and of its corrections; a translation is of the latest of its `date`, its `updated` and its corrections.",
    example:
      "`updated: 2024-05-02` in `lamps.md`, and in `lamps.en.md` nothing later than `date: 2024-03-01`.",
    instead: "The change translated, and `updated: 2024-05-02` in `lamps.en.md`, too.",
    words: ({ changed, updated }) => ({
      message: `Unexpected original that is newer: it was changed on ${changed}, ${updated === null ? "and the translation has no `updated`" : `the translation on ${updated}`}`,
      help: `Readers are told so. Bring the translation up to date and give it \`updated: ${changed}\` or a later day.`,
    }),
  }),
  "differing-sections": entry<{ found: string | null; expected: string | null }>({
    severity: "warning",
    about:
      "A translation has other sections than its original, or the same in another order, so that readers who switch languages lose their place and links to one do not lead to the other.",
    example:
      "`## The bridge {#bridge}` in the original and `## 桥` in the translation, whose id is then `s2`.",
    instead: "`## 桥 {#bridge}`",
    words: ({ found, expected }) => ({
      message: `Unexpected ${found === null ? "end of the translation" : `section ${quoted(found)}`}, expected ${expected === null ? "the end" : `the section ${quoted(expected)}`} as in the original`,
      help: "Give the sections of both the same ids in the same order; if the translation is shorter on purpose, mute this code in its front matter.",
    }),
  }),
  "differing-turns": entry<{
    section: string;
    number: number;
    found: { kind: "question" | "answer" | "aside"; name: string } | null;
    expected: { kind: "question" | "answer" | "aside"; name: string } | null;
  }>({
    severity: "warning",
    about:
      "In a section of a translation the questions, the answers or those who give them do not follow one another as in the original: something was left out, or a label was taken for somebody else. The first difference in each section is reported.",
    example: "Three answers to a question in the original, and two in the translation.",
    instead: "The third answer translated, too.",
    words: ({ section, number, found, expected }) => ({
      message: `Unexpected ${found === null ? "end of the section" : turnInWords(found)}, expected ${expected === null ? "the section to end" : `${article[expected.kind]} ${turnInWords(expected)}`} as in the original (${quoted(section)}, turn ${number})`,
      help: "Translate what is missing, or look at the label; if the translation is shorter on purpose, mute this code in its front matter.",
    }),
  }),
};

function turnInWords({ kind, name }: { kind: "question" | "answer" | "aside"; name: string }): string {
  return kind === "question" ? "question" : `${kind} by ${quoted(name)}`;
}

const article = { question: "a", answer: "an", aside: "an" } as const;

const whyHidden = {
  draft: "a draft",
  scheduled: "to be published later",
  expired: "past its last day",
} as const;
