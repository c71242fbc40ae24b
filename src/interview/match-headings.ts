import type { Heading } from "mdast";
import type { Located } from "../content/document.js";
import type { FeatureFront, SectionEntry } from "../content/front-matter.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Span } from "../diagnostics/place.js";
import { plainText } from "../markdown/plain-text.js";
import type { LookedAt } from "./find-openings.js";
import type { InterviewText } from "./interview-text.js";
import type { Placed, SectionInput } from "./section-input.js";

/** A one-file feature cut at its `## ` headings. */
export interface MatchedHeadings {
  readonly before: readonly LookedAt[];
  readonly sections: readonly ListedSection[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A section whose id may still depend on its position. */
export interface ListedSection extends Omit<SectionInput, "id"> {
  readonly id: string | undefined;
  /** In the list where it is given, else among the headings; from 0. */
  readonly position: number;
}

/**
 * Cut a one-file feature at its `## ` headings, and match these to the list `sections` where it is given.
 *
 * Headings are matched by their words, up to case, width and white space. A heading that opens with a speaker's label
 * is a turn and no section, unless the list has it.
 */
export function matchHeadings(
  looked: readonly LookedAt[],
  text: InterviewText,
  front: Located<FeatureFront>,
): MatchedHeadings {
  const list = front.value.sections;
  const listed = new Set((list ?? []).map(({ title }) => foldTitle(title)));
  const before: LookedAt[] = [];
  const parts: Part[] = [];
  for (const block of looked) {
    const title = titleOf(block, text);
    if (title && (block.kind === "unlabelled" || listed.has(foldTitle(title.words)))) {
      parts.push({ title, blocks: [] });
    } else (parts.at(-1)?.blocks ?? before).push(block);
  }
  const { entries, diagnostics } = matchEntries(parts, text, front);
  const sections = parts.map((part, index) => toSection(part, text, front, entries[index], index));
  return { before, sections, diagnostics };
}

interface Part {
  readonly title: Title;
  readonly blocks: LookedAt[];
}

interface Title {
  readonly words: string;
  /** From `{#id}` at the heading's end. */
  readonly id: string | undefined;
  readonly span: Span;
}

interface Entry {
  readonly index: number;
  readonly value: SectionEntry;
}

function titleOf(block: LookedAt, text: InterviewText): Title | undefined {
  const heading: Heading | undefined =
    block.kind === "opening" ? block.heading : block.block.type === "heading" ? block.block : undefined;
  if (heading?.depth !== 2) return undefined;
  const words = plainText(heading);
  const id = /\s*\{#([^\s{}#]+)\}$/u.exec(words);
  const start = heading.children[0]?.position?.start.offset ?? heading.position?.start.offset ?? 0;
  const end = heading.children.at(-1)?.position?.end.offset ?? start;
  const typed = text.source.text.slice(start, end).replace(/\s*\{#[^\s{}#]+\}\s*$/u, "");
  return {
    words: id ? words.slice(0, id.index) : words,
    id: id?.[1],
    span: { start, end: start + typed.length },
  };
}

/** Find each heading's entry; one slip in a title is one error, at the heading. */
function matchEntries(
  parts: readonly Part[],
  text: InterviewText,
  front: Located<FeatureFront>,
): { entries: (Entry | undefined)[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const list = front.value.sections;
  if (!list) return { entries: parts.map(() => undefined), diagnostics };
  const waiting = list.map((value, index): Entry => ({ index, value }));
  const take = (wanted: (entry: Entry) => boolean): Entry | undefined => {
    const at = waiting.findIndex(wanted);
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  };
  const entries = parts.map(({ title }) => {
    const folded = foldTitle(title.words);
    return take(({ value }) => foldTitle(value.title) === folded);
  });
  for (const [index, { title }] of parts.entries()) {
    if (entries[index]) continue;
    const near = nearest(
      title.words,
      waiting.map(({ value }) => value.title),
    );
    const where = { source: text.source, span: title.span };
    diagnostics.push(diagnose("heading-without-section", where, { title: title.words, near }));
    if (near !== undefined) entries[index] = take(({ value }) => value.title === near);
  }
  for (const { index, value } of waiting) {
    const near = nearest(
      value.title,
      parts.map(({ title }) => title.words),
    );
    const where = { source: text.source, span: front.spanOf(["sections", index, "title"]) };
    diagnostics.push(diagnose("section-without-heading", where, { title: value.title, near }));
  }
  return { entries, diagnostics };
}

function toSection(
  { title, blocks }: Part,
  text: InterviewText,
  front: Located<FeatureFront>,
  entry: Entry | undefined,
  position: number,
): ListedSection {
  const { source } = text;
  const placed = <T>(value: T, key: string, ...path: number[]): Placed<T> => ({
    value,
    source,
    span: front.spanOf(["sections", entry?.index ?? 0, key, ...path]),
  });
  const { question, declined = [], expects, id = title.id } = entry?.value ?? {};
  return {
    id,
    position: entry?.index ?? position,
    title: title.words === "" ? null : title.words,
    text,
    place: { source, span: title.span },
    blocks,
    question: question === undefined ? undefined : placed(question, "question"),
    declined: declined.map((guest, index) => placed(guest, "declined", index)),
    expects:
      expects === undefined
        ? undefined
        : {
            ...placed(expects, "expects"),
            spanOfItem: (index) => placed(expects, "expects", index).span,
          },
  };
}

function foldTitle(title: string): string {
  return title.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}
