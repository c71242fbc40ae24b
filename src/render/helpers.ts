import { TemplateMistake } from "./template-mistake.js";
import type { Values, Words } from "./words.js";

/** What a helper is given besides its arguments. */
interface Call {
  readonly named: Values;
  readonly words: Words;
}

/** One helper: how many arguments it takes, and what it makes of them. */
interface Helper {
  readonly least: number;
  readonly most: number;
  readonly run: (args: readonly unknown[], call: Call) => unknown;
}

/** The helpers that templates have besides Handlebars' own; `docs/templates.md` describes them. */
export const helpers: Readonly<Record<string, Helper>> = {
  t: {
    least: 1,
    most: 1,
    run: ([key], { named, words }) => words.say(textOf(key, "the key of a word"), named),
  },
  number: { least: 1, most: 1, run: ([value], { words }) => words.number(numberOf(value)) },
  list: { least: 1, most: 2, run: ([items, field], { words }) => words.list(textsOf(items, field)) },
  concat: { least: 1, most: Infinity, run: (args) => args.map(joined).join("") },
  eq: { least: 2, most: 2, run: ([a, b]) => a === b },
  ne: { least: 2, most: 2, run: ([a, b]) => a !== b },
  gt: { least: 2, most: 2, run: ([a, b]) => numberOf(a) > numberOf(b) },
  and: { least: 2, most: Infinity, run: (args) => firstOrLast(args, isEmpty) },
  or: { least: 2, most: Infinity, run: (args) => firstOrLast(args, (arg) => !isEmpty(arg)) },
  not: { least: 1, most: 1, run: ([value]) => isEmpty(value) },
};

/** How many arguments Handlebars' own helpers take. */
export const ownHelpers: Readonly<Record<string, Pick<Helper, "least" | "most">>> = {
  if: { least: 1, most: 1 },
  unless: { least: 1, most: 1 },
  each: { least: 1, most: 1 },
  with: { least: 1, most: 1 },
  lookup: { least: 2, most: 2 },
};

function firstOrLast(args: readonly unknown[], wanted: (arg: unknown) => boolean): unknown {
  const index = args.findIndex(wanted);
  return args.at(index);
}

function isEmpty(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}

function joined(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "number" ? String(value) : textOf(value, "a text or a number");
}

function textOf(value: unknown, what: string): string {
  if (typeof value === "string") return value;
  throw wrongValue(value, what);
}

function numberOf(value: unknown): number {
  if (typeof value === "number") return value;
  throw wrongValue(value, "a number");
}

function textsOf(items: unknown, field: unknown): string[] {
  if (!Array.isArray(items)) throw wrongValue(items, "a list");
  return items.map((item: unknown) => {
    if (field === undefined) return textOf(item, "a list of texts");
    const name = textOf(field, "the name of a field");
    if (typeof item !== "object" || item === null || !Object.hasOwn(item, name)) {
      throw wrongValue(item, `a list of objects with the field "${name}"`);
    }
    return textOf(Reflect.get(item, name), `a text in the field "${name}"`);
  });
}

function wrongValue(value: unknown, expected: string): TemplateMistake {
  const found = value === null || value === undefined ? "nothing" : nameOf(value);
  return new TemplateMistake({
    code: "template-failed",
    params: { problem: `${found}, expected ${expected}` },
  });
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return `the text ${JSON.stringify(value.slice(0, 60))}`;
  if (typeof value === "number") return `the number ${value}`;
  return typeof value === "boolean" ? "yes or no" : "an object";
}
