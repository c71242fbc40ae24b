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
};

const whyHidden = {
  draft: "a draft",
  scheduled: "to be published later",
  expired: "past its last day",
} as const;
