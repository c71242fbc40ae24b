import type { Span } from "../diagnostics/place.js";
import type { YamlNode } from "./yaml-tree.js";

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const hash = 0x23;
const colon = 0x3a;

/** Characters that begin something other than a plain scalar, or that do so only in some places. */
const indicators = new Set(Array.from("-?:,[]{}#&*!|>'\"%@`", (character) => character.charCodeAt(0)));

/** Characters that end a plain scalar between brackets. */
const flowIndicators = new Set(Array.from(",[]{}", (character) => character.charCodeAt(0)));

/** Whether a line of YAML ends at an offset. */
export function endsLine(text: string, at: number, end: number): boolean {
  if (at >= end) return true;
  const unit = text.charCodeAt(at);
  return unit === lineFeed || unit === carriageReturn;
}

/** The offset of the first character that is no space. */
export function pastSpaces(text: string, at: number): number {
  while (text.charCodeAt(at) === space) at++;
  return at;
}

/**
 * Where the plain key of a map ends, if one stands here: at the colon.
 *
 * @returns -1 where there is none, or none that is certain.
 */
export function keyEndAt(text: string, start: number, end: number): number {
  if (indicators.has(text.charCodeAt(start))) return -1;
  for (let at = start; !endsLine(text, at, end); at++) {
    const unit = text.charCodeAt(at);
    if (unit === hash && text.charCodeAt(at - 1) === space) return -1;
    if (unit !== colon || !isBlank(text, at + 1, end)) continue;
    // A space before the colon, or more characters than YAML allows.
    return text.charCodeAt(at - 1) === space || at - start > longestKey ? -1 : at;
  }
  return -1;
}

/** UTF-16 units; YAML has a limit of 1024. */
const longestKey = 256;

/**
 * Read a scalar without quotation marks that ends in its line.
 *
 * @param inFlow - Whether it stands between brackets, where commas and brackets end it.
 * @returns `undefined` where it is a key or otherwise not certain. The span ends before white space.
 */
export function plainScalarAt(text: string, start: number, end: number, inFlow: boolean): YamlNode | undefined {
  if (indicators.has(text.charCodeAt(start))) return undefined;
  let at = start;
  let last = start;
  for (; !endsLine(text, at, end); at++) {
    const unit = text.charCodeAt(at);
    if (unit === space) continue;
    if (unit === hash && last < at) break;
    if (unit === colon && (isBlank(text, at + 1, end) || inFlow && flowIndicators.has(text.charCodeAt(at + 1)))) return undefined;
    if (inFlow && flowIndicators.has(unit)) break;
    last = at + 1;
  }
  return last === start ? undefined : scalarOf(text.slice(start, last), { start, end: last });
}

function isBlank(text: string, at: number, end: number): boolean {
  return endsLine(text, at, end) || text.charCodeAt(at) === space;
}

function scalarOf(text: string, span: Span): YamlNode {
  if (text === "~") return { kind: "nothing", span };
  return { kind: "text", text, value: coreValueOf(text), span, plain: true };
}

/**
 * The value that the core schema gives a plain scalar.
 *
 * @see YAML 1.2.2 §10.3.2
 */
function coreValueOf(text: string): string | number | boolean | null {
  if (!maybeNoText.test(text)) return text;
  if (/^(?:null|Null|NULL)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return NaN;
  const isNumber = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/.test(text);
  return isNumber ? Number(text) : text;
}

/** Most texts are known to be texts by their first letter and their length. */
const maybeNoText = /^(?:[-+.0-9]|[nNtTfF][a-zA-Z]{3,4}$)/;
