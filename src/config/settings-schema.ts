import { z } from "zod";
import { diagnose } from "../diagnostics/diagnostic.js";
import { topicId } from "../model/ids.js";
import { feedFormats } from "../model/settings.js";
import { defaultCreditPatterns, defaultFeedItems, defaultPagination } from "./defaults.js";
import {
  contactAddress,
  keyed,
  language,
  oneOrMany,
  oneOrManyMaps,
  orOnly,
  text,
  texts,
  trueOrFalse,
  warningCode,
  webAddress,
  wholeNumber,
} from "./fields.js";
import { refuse } from "./problem.js";
import { slugFault } from "./slug-form.js";
import { themeSchema } from "./theme-schema.js";
import { timezone } from "./timezone.js";

/** A text, or a map from language to text; the map's languages are checked once those of the site are known. */
const localized = z.union([text, z.record(z.string(), text)], "text, or a map from language to text");

const sitePath = text.refine((typed) => !typed.includes("\\") && !/^[a-z][a-z0-9+.-]+:/i.test(typed), {
  error: "the path of a file of the site",
});

const publisher = orOnly(
  "name",
  keyed("a name, or a map with name, url and logo", {
    name: text,
    url: webAddress.optional(),
    logo: sitePath.optional(),
  }),
);

const topics = z.record(z.string(), localized, "a map from id to title").transform((byId, context) =>
  Object.entries(byId).map(([id, title]) => {
    const reason = slugFault(id);
    if (reason !== undefined) {
      const params = { found: id, what: "topic", reason, nearest: undefined };
      refuse(context, (where) => diagnose("unfit-slug", where, params), [id]);
    }
    return { id: topicId(id), title };
  }),
);

const social = z.union(
  [
    z.array(keyed("a map with name and url", { name: text, url: contactAddress })),
    z
      .record(z.string(), contactAddress)
      .transform((byName) => Object.entries(byName).map(([name, url]) => ({ name, url }))),
  ],
  "a list of maps with name and url",
);

/** A whole number; `null` for "all". */
const countOrAll = z
  .string('a whole number from 1 to 1000, or "all"')
  .regex(/^(?:all|\d{1,9})$/, 'a whole number from 1 to 1000, or "all"')
  .transform((typed) => (typed === "all" ? null : Number(typed)))
  .refine((count) => count === null || (count >= 1 && count <= 1000), {
    error: 'a whole number from 1 to 1000, or "all"',
  });

/** The first page shows as many as a page of a list does, but never all: it is no list. */
const pagination = orOnly(
  "features",
  keyed('a number, "all", or a map with features and home', {
    features: countOrAll.default(defaultPagination),
    home: wholeNumber(1, 1000).optional(),
  }),
)
  .prefault({})
  .transform(({ features, home }) => ({ features, home: home ?? features ?? defaultPagination }));

const creditPattern = text.superRefine((typed, context) => {
  const reason = patternFault(typed);
  if (reason === undefined) return;
  refuse(context, (where) => diagnose("invalid-pattern", where, { found: typed, reason }));
});

function patternFault(pattern: string): string | undefined {
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*: /, "") : String(error);
    return `expected a regular expression (${why})`;
  }
  return pattern.includes("(?<credit>") ? undefined : "expected a group (?<credit>…)";
}

const strictness = z.enum(["error", "warning", "off"], '"error", "warning" or "off"');

/** What may be typed in `site.yaml`, with the defaults that depend on nothing else. */
export const settingsSchema = keyed("keys and values", {
  title: localized,
  tagline: localized.optional(),
  url: webAddress,
  language,
  languages: oneOrMany(language, "a list of languages").optional(),
  publisher: publisher.optional(),
  timezone: timezone.default("UTC"),
  speakers: keyed("a map with interviewer and voices", {
    interviewer: texts.optional(),
    voices: texts.default([]),
  }).prefault({}),
  pagination,
  pages: keyed("a map with features, guests, topics, series and archive", {
    features: trueOrFalse.default(true),
    guests: trueOrFalse.default(true),
    topics: trueOrFalse.default(true),
    series: trueOrFalse.default(true),
    archive: trueOrFalse.default(true),
  }).prefault({}),
  permalinks: keyed("a map with han and index", {
    han: z.enum(["pinyin", "keep"], '"pinyin" or "keep"').default("pinyin"),
    index: trueOrFalse.default(true),
  }).prefault({}),
  topics: topics.default([]),
  social: social.default([]),
  feeds: keyed("a map with items and formats", {
    items: wholeNumber(1, 1000).default(defaultFeedItems),
    formats: oneOrMany(z.enum(feedFormats, '"rss" or "atom"'), "a list of formats").default([...feedFormats]),
  }).prefault({}),
  sitemap: trueOrFalse.default(true),
  theme: themeSchema.prefault({}),
  pictures: keyed("a map with creditPatterns, missingAlt and missingCredit", {
    creditPatterns: oneOrMany(creditPattern, "a list of patterns").default([...defaultCreditPatterns]),
    missingAlt: strictness.default("error"),
    missingCredit: strictness.default("warning"),
  }).prefault({}),
  mute: oneOrManyMaps(
    orOnly(
      "code",
      keyed("a code, or a map with code and file", { code: warningCode, file: sitePath.optional() }),
    ),
    "a code, or a list of codes",
  ).default([]),
});

/** `site.yaml` with every value in its long form. */
export type TypedSettings = z.output<typeof settingsSchema>;
