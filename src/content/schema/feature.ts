import { z } from "zod";
import { keyed, language, oneOrMany, oneOrManyMaps, orOnly, slug, text, texts, warningCode, webAddress, wholeNumber } from "../../config/fields.js";
import { topicId } from "../../model/ids.js";
import { date } from "../calendar-date.js";
import type { FeatureFront, OwnValues } from "../front-matter.js";
import { duration } from "./duration.js";
import { expects, filePath, oldAddresses, picture, pictureWords } from "./parts.js";
import { sectionEntry } from "./section.js";

const guest = orOnly(
  "id",
  keyed("the id of a guest, or a map with id or name", {
    id: text.optional(),
    name: text.optional(),
    role: text.optional(),
    affiliation: text.optional(),
    portrait: picture.optional(),
    label: text.optional(),
  }).refine(({ id, name }) => id !== undefined || name !== undefined, {
    error: 'an "id" or a "name"',
  }),
);

const interviewer = orOnly("name", keyed("a name, or a map with name and label", { name: text, label: text.optional() }));

const credits = z.union(
  [
    z
      .record(z.string(), texts)
      .transform((byWork) => Object.entries(byWork).map(([work, names]) => ({ work, names }))),
    z.array(keyed("a map with work and names", { work: text, names: texts })),
  ],
  "a map from work to names, such as {photos: Liu Wei}",
);

const source = orOnly(
  "name",
  keyed("a name, or a map with name, url, edition, page and date", {
    name: text,
    url: webAddress.optional(),
    edition: text.optional(),
    page: text.optional(),
    date: date.optional(),
  }),
);

const recording = orOnly(
  "src",
  keyed("a path or address, or a map with src, type and duration", {
    src: z.union([webAddress, filePath], "the path of a file beside this one, or an absolute address"),
    type: text.regex(/^[\w.+-]+\/[\w.+-]+$/, 'a media type such as "audio/mpeg"').optional(),
    duration: duration.optional(),
  }),
);

const correction = keyed("a map with date and text", { date, text });

/** The front matter of a feature. */
export const featureSchema = keyed("keys and values", {
  title: text,
  slug: slug("slug").optional(),
  date,
  guests: oneOrManyMaps(guest, "a list of guests").refine((guests) => guests.length > 0, { error: "at least one guest" }),
  interviewers: oneOrManyMaps(interviewer, "a name, or a list of names").default([]),
  kicker: text.optional(),
  standfirst: text.optional(),
  updated: date.optional(),
  language: language.optional(),
  topics: oneOrMany(slug("topic").transform(topicId), "a topic, or a list of topics").default([]),
  series: orOnly(
    "name",
    keyed("a name, or a map with name and part", { name: text, part: wholeNumber(1, 9999).optional() }),
  ).optional(),
  cover: picture.optional(),
  facsimile: picture.optional(),
  source: source.optional(),
  credits: credits.default([]),
  edited: text.optional(),
  recording: recording.optional(),
  corrections: oneOrManyMaps(correction, "a list of maps with date and text").default([]),
  status: z.enum(["draft", "published"], '"draft" or "published"').default("published"),
  publishAt: date.optional(),
  expires: date.optional(),
  aliases: oldAddresses.default([]),
  sections: z.array(sectionEntry, "a list of sections, each a map with title and id").optional(),
  expects: expects.optional(),
  voices: texts.default([]),
  figures: z
    .record(z.string(), keyed("a map with alt, caption and credit", pictureWords), "a map from file name to alt, caption and credit")
    .default({}),
  mute: oneOrMany(warningCode, "a code, or a list of codes").default([]),
}) satisfies z.ZodType<Omit<FeatureFront, keyof OwnValues>>;
