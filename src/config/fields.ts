import { z } from "zod";
import { catalogue } from "../diagnostics/catalogue.js";
import { diagnose } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import { guessLanguage, readLanguage } from "./language.js";
import { refuse } from "./problem.js";
import { plainSlug, slugFault } from "./slug-form.js";

// The kinds of values that people type, for the schemas of `site.yaml` and of front matter. What comes in are texts
// as typed, lists, and maps of them; a number is a text that reads as one. The message of each schema is no sentence
// but what was expected, as the end of one: `expected a list of guests`.

/** A text that says something; white space around it is left out. */
export const text = z.string("text").trim().min(1, "text that is not empty");

/** A text that may be empty on purpose, such as the alternative of a decorative picture. */
export const textOrEmpty = z.string("text").trim();

/** A map with these keys and no others. */
export function keyed<Shape extends z.ZodRawShape>(expected: string, shape: Shape) {
  const known = Object.keys(shape).join(knownKeysSeparator);
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? known : expected),
  });
}

/** Between the known keys in the message of an unknown one; stands in no key. */
export const knownKeysSeparator = "\n";

/** A list, or one text that stands for a list of one. */
export function oneOrMany<Item extends z.ZodType>(item: Item, expected: string) {
  return z.preprocess((typed) => (typeof typed === "string" ? [typed] : typed), z.array(item, expected));
}

/** A list, or one map or text that stands for a list of one. */
export function oneOrManyMaps<Item extends z.ZodType>(item: Item, expected: string) {
  return z.preprocess(
    (typed) => (Array.isArray(typed) || typed === undefined ? typed : [typed]),
    z.array(item, expected),
  );
}

/** Texts, or one. */
export const texts = oneOrMany(text, "text, or a list of texts");

/** A map with this key, or the value of the key alone. */
export function orOnly<Inner extends z.ZodType>(key: string, inner: Inner) {
  return z.preprocess((typed) => (typeof typed === "string" ? { [key]: typed } : typed), inner);
}

/** A whole number. */
export function wholeNumber(least: number, most: number) {
  const expected = `a whole number from ${least} to ${most}`;
  return z
    .string(expected)
    .regex(/^-?\d{1,9}$/, expected)
    .transform(Number)
    .refine((value) => value >= least && value <= most, expected);
}

/** `true` or `false`. */
export const trueOrFalse = z.enum(["true", "false"], "true or false").transform((typed) => typed === "true");

/** An absolute address that a reader's browser may be sent to, as typed. Schemes that run code are none. */
export const webAddress = text.refine((typed) => isAddress(typed, ["http:", "https:"]), {
  error: 'an absolute address such as "https://example.org/"',
});

/** A web address, or a `mailto:` one. */
export const contactAddress = text.refine((typed) => isAddress(typed, ["http:", "https:", "mailto:"]), {
  error: 'an absolute address such as "https://example.org/" or "mailto:desk@example.org"',
});

function isAddress(typed: string, schemes: readonly string[]): boolean {
  return /^\S+$/.test(typed) && URL.canParse(typed) && schemes.includes(new URL(typed).protocol);
}

/** A language tag in its usual case. */
export const language = text.transform((typed, context) => {
  const tag = readLanguage(typed);
  if (tag !== undefined) return tag;
  const params = { found: typed, nearest: guessLanguage(typed) };
  refuse(context, (where) => diagnose("invalid-language", where, params));
  return z.NEVER;
});

/** One part of an address. */
export function slug(what: string) {
  return text.transform((typed, context) => {
    const composed = typed.normalize("NFC");
    const reason = slugFault(composed);
    if (reason === undefined) return composed;
    const params = { found: typed, what, reason, nearest: plainSlug(typed) || undefined };
    refuse(context, (where) => diagnose("unfit-slug", where, params));
    return z.NEVER;
  });
}

/** The code of a warning. */
export const warningCode = text.superRefine((typed, context) => {
  const entry = Object.entries(catalogue).find(([code]) => code === typed)?.[1];
  if (entry === undefined) {
    const params = { found: typed, nearest: nearest(typed, Object.keys(catalogue)) };
    refuse(context, (where) => diagnose("unknown-code", where, params));
  } else if (entry.severity === "error") {
    refuse(context, (where) => diagnose("muted-error", where, { found: typed }));
  }
});
