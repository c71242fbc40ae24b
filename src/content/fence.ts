import { checked, unusable, type Checked } from "../diagnostics/checked.js";
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";

/** The parts of a document's text. */
export interface FencedText {
  /** The opening line `---` without its line break. */
  readonly fence: Span;
  /** Between the opening line and the closing one, from the line break of the former. */
  readonly matter: Span;
  /** Behind the closing line. */
  readonly body: Span;
}

/** What a document should have been, for its messages. */
export interface Expectation {
  /** `a guest`, `a feature` … */
  readonly kind: string;
  /** The key that comes first: `name`. */
  readonly required: string;
}

/**
 * Find the lines `---` around the front matter that a document begins with.
 *
 *     ---                 ⟵ fence
 *     title: 书船
 *     ---
 *     body
 *
 * Stricter than gray-matter, which closes at `----` or `---x`, reads to the end where nothing closes, and asks
 * whoever it finds for the language behind the opening dashes.
 */
export function findFence(source: Source, expected: Expectation): Checked<FencedText> {
  const { text } = source;
  if (text.trim() === "") {
    const span = { start: 0, end: 0 };
    const what = `the front matter of ${expected.kind}`;
    return unusable([diagnose("empty-file", { source, span }, { expected: what })]);
  }
  const opening = /^---(?!-)([^\r\n]*)/.exec(text);
  if (opening === null) return missing(source, expected);
  const [line, tag = ""] = opening;
  const fence = { start: 0, end: line.length };
  const language = tag.trim();
  if (!["", "yaml", "yml"].includes(language.toLowerCase())) {
    return unusable([diagnose("front-matter-language", { source, span: fence }, { language })]);
  }
  return findClosing(source, fence);
}

function missing(source: Source, { kind, required }: Expectation): Checked<never> {
  const late = /^\s*---[ \t]*[\r\n]/.test(source.text);
  const end = late ? source.text.indexOf("-") : firstLineEnd(source.text);
  const span = { start: 0, end };
  return unusable([diagnose("missing-front-matter", { source, span }, { kind, required, late })]);
}

function firstLineEnd(text: string): number {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.length : end;
}

function findClosing(source: Source, fence: Span): Checked<FencedText> {
  // A line break is looked for in one step: sticky and lazy patterns go through a long text again and again.
  const lines = /(?:\r\n|\n|\r)([^\r\n]*)/g;
  lines.lastIndex = fence.end;
  let lookalike: { text: string; span: Span } | undefined;
  for (let match = lines.exec(source.text); match !== null; match = lines.exec(source.text)) {
    const line = match[1] ?? "";
    const end = lines.lastIndex;
    if (/^---[ \t]*$/.test(line)) {
      const matter = { start: fence.end, end: end - line.length };
      return checked({ fence, matter, body: { start: afterLineBreak(source.text, end), end: source.text.length } });
    }
    // A line of dashes that is no closing one: indented, too long, or changed by a word processor.
    const similar = /^(?:---|[ \t]*[-–—―－]{2,}[ \t]*$|[ \t]*[—―][ \t]*$)/.test(line);
    if (similar && lookalike === undefined) {
      lookalike = { text: line.trim(), span: { start: end - line.length, end } };
    }
  }
  const params = { lookalike: lookalike?.text ?? null };
  const related =
    lookalike === undefined
      ? []
      : [{ message: "This line closes nothing", place: source.placeOf(lookalike.span) }];
  return unusable([diagnose("unclosed-front-matter", { source, span: fence }, params, related)]);
}

function afterLineBreak(text: string, offset: number): number {
  if (text.startsWith("\r\n", offset)) return offset + 2;
  return offset < text.length ? offset + 1 : offset;
}
