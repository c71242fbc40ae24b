import Handlebars from "handlebars";
import { nearest } from "../diagnostics/nearest.js";
import { helpers } from "./helpers.js";
import { TemplateMistake } from "./template-mistake.js";
import type { TemplateLocation } from "./template-syntax.js";
import type { Values, Words } from "./words.js";

/** What Handlebars keeps for each template; the part of it that is used here. */
export interface Container {
  readonly helpers: unknown;
  readonly partials: unknown;
  readonly nullContext: object;
}

/** What stands behind `@`: the page's view and the words; in `{{#each}}` the place and the key as well. */
export interface Frame {
  readonly root: unknown;
  readonly words: Words;
}

/** The same where nothing else was put there, as where Handlebars hands on the blocks of partials. */
export class PageFrame implements Frame {
  readonly root: unknown;
  readonly words: Words;

  constructor({ root, words }: Frame) {
    this.root = root;
    this.words = words;
  }
}

/** What stands behind `@` in `{{#each}}`, made once for all of its items: copying a frame takes longer than a block. */
class ItemFrame extends PageFrame {
  key: unknown = undefined;
  index = 0;
  first = true;
  last = false;
  /** By the name under which Handlebars looks for it. */
  readonly _parent: Frame;

  constructor(parent: Frame) {
    super(parent);
    this._parent = parent;
  }
}

/** What else was put there is inside as well. */
function frameWithMore(parent: Frame): ItemFrame {
  return Object.assign({}, parent, new ItemFrame(parent));
}

/** A compiled template, or a block of one. */
export type Program = (
  container: Container,
  context: unknown,
  helpers: unknown,
  partials: unknown,
  data: Frame,
  blockParams?: readonly unknown[],
  depths?: readonly unknown[],
) => string;

/** What a block is run with, besides its context. */
interface Surroundings {
  readonly container: Container;
  readonly data: Frame;
  /** The values of the block parameters around, the innermost first; absent where the template has none. */
  readonly blockParams: readonly unknown[] | undefined;
  /** The contexts around, the innermost first; absent where the template never looks at them. */
  readonly depths: readonly unknown[] | undefined;
}

/** The value of a field. @throws TemplateMistake where there is no such field. */
export function strictField(object: unknown, name: string, location: TemplateLocation): unknown {
  if (isObject(object) && Object.hasOwn(object, name)) return Reflect.get(object, name);
  throw missingField(object, name, location);
}

/** A value as text, escaped. A function stands for what it gives, as everywhere in Handlebars. */
export function escaped(value: unknown, context: unknown): string {
  if (typeof value !== "string") return Handlebars.escapeExpression(resolved(value, context) as string);
  return special.test(value) ? Handlebars.escapeExpression(value) : value;
}

/** A value as text, as it is. */
export function unescaped(value: unknown, context: unknown): string {
  if (typeof value === "string") return value;
  // Joining gives nothing for `null`, and what `String` gives for the rest.
  return [resolved(value, context)].join("");
}

const special = /[&<>"'`=]/;

/** Whether `{{#if value}}` shows its block. */
export function holds(value: unknown, named?: Values): boolean {
  return isFilled(value) || (value === 0 && Boolean(named?.["includeZero"]));
}

/** `{{#each list}}`: a block for each item, or for each value of a map; else the one behind `{{else}}`. */
export function each(
  items: unknown,
  block: Program,
  otherwise: Program,
  context: unknown,
  around: Surroundings,
): string {
  const keys = isObject(items) && !Array.isArray(items) ? Object.keys(items) : undefined;
  const values: readonly unknown[] = Array.isArray(items)
    ? items
    : Object.values(keys ? (items as object) : {});
  if (values.length === 0) return run(otherwise, context, undefined, around);
  const { container, data: parent, blockParams, depths } = around;
  const data = parent instanceof PageFrame ? new ItemFrame(parent) : frameWithMore(parent);
  const inside = { container, data, blockParams, depths };
  const last = values.length - 1;
  let text = "";
  for (let index = 0; index <= last; index++) {
    const key = keys?.[index] ?? index;
    data.key = key;
    data.index = index;
    data.first = index === 0;
    data.last = index === last;
    const item = values[index];
    text += run(block, item, blockParams && [item, key], inside);
  }
  return text;
}

/** `{{#with value}}`: a block with the value as its context, if there is any; else the one behind `{{else}}`. */
export function withValue(
  value: unknown,
  block: Program,
  otherwise: Program,
  context: unknown,
  around: Surroundings,
): string {
  if (isFilled(value) || value === 0) return run(block, value, [value], around);
  return run(otherwise, context, undefined, around);
}

/** Run a block. @param values - Of its block parameters. */
function run(
  block: Program,
  context: unknown,
  values: readonly unknown[] | undefined,
  { container, data, blockParams, depths }: Surroundings,
): string {
  return block(
    container,
    context,
    container.helpers,
    container.partials,
    data,
    blockParams && [values, ...blockParams],
    depths && (context === depths[0] ? depths : [context, ...depths]),
  );
}

/** Call a helper of ours. A mistake in the call is thrown with the call's place. */
export function call(
  name: string,
  args: readonly unknown[],
  named: Values,
  { words }: Frame,
  location: TemplateLocation,
): unknown {
  try {
    return helpers[name]?.run(args, { named, words });
  } catch (error) {
    if (error instanceof TemplateMistake) error.location ??= location;
    throw error;
  }
}

/** The block that is not there. */
export function noText(): string {
  return "";
}

/** No values of a call. */
export const nothing: Values = {};

/** A context with values laid over it. */
export function over(context: unknown, values: Values): unknown {
  return { ...(context as object), ...values };
}

function isFilled(value: unknown): boolean {
  return Boolean(value) && !(Array.isArray(value) && value.length === 0);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function resolved(value: unknown, context: unknown): unknown {
  return typeof value === "function" ? Reflect.apply(value, context, []) : value;
}

function missingField(object: unknown, name: string, location: TemplateLocation): TemplateMistake {
  const isView = isObject(object);
  const of = object === null || object === undefined ? "nothing" : isView ? "view" : "text";
  const near = isView ? nearest(name, Object.keys(object)) : undefined;
  return new TemplateMistake({ code: "unknown-field", params: { name, of, nearest: near } }, location);
}
