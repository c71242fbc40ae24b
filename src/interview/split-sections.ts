import type { RootContent } from "mdast";
import type { FeatureDocument, SectionDocument } from "../content/document.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Cast } from "./cast.js";
import { findOpenings, type LookedAt } from "./find-openings.js";
import { parseText, type InterviewText, type SharedByTexts } from "./interview-text.js";
import { observeManner, type Manner } from "./manner.js";
import { matchHeadings, type ListedSection } from "./match-headings.js";
import type { Placed, SectionInput } from "./section-input.js";
import type { LookedAtText } from "./unknown-speakers.js";

/** A feature cut into its sections, whichever way it is laid out. */
export interface SplitFeature {
  /** What stands before the first section or turn. */
  readonly intro: { readonly text: InterviewText; readonly blocks: readonly RootContent[] };
  readonly sections: readonly SectionInput[];
  readonly manner: Manner;
  /** Every block but the sections' headings, looked at for labels. */
  readonly lookedAt: readonly LookedAtText[];
  readonly texts: readonly InterviewText[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Cut a feature into sections: the files of its folder, or the `## ` headings of its one file.
 *
 * A section's id is the name of its file, the `id` that its front matter or the list `sections` gives, or what stands
 * behind the heading as `{#id}`; else its position: `s1`, `s2`. It is never made from the title, since titles change
 * and addresses do not. Turns before the first section make a section without a title, `s1`.
 */
export function splitSections(document: FeatureDocument, cast: Cast, shared: SharedByTexts): SplitFeature {
  const text = parseText(document.file, document.source, document.body, shared);
  const looked = findOpenings(text.tree.root.children, text, cast);
  if (document.sections !== null && document.sections.length > 0) {
    const files = document.sections.map((section, position) => ({
      ...fromFile(section, cast, shared),
      position,
    }));
    return withIntro(text, looked, files, [], cast);
  }
  const { before, sections, diagnostics } = matchHeadings(looked, text, document.front);
  return withIntro(text, before, sections, diagnostics, cast);
}

function fromFile(section: SectionDocument, cast: Cast, shared: SharedByTexts): SectionInput {
  const { front, source } = section;
  const text = parseText(section.file, source, section.body, shared);
  const placed = <T>(value: T, path: readonly (string | number)[]): Placed<T> => ({
    value,
    source,
    span: front.spanOf(path),
  });
  const { title, question, declined, expects } = front.value;
  return {
    id: section.id,
    title,
    text,
    place: { source, span: front.spanOf(["title"]) },
    blocks: findOpenings(text.tree.root.children, text, cast),
    question: question === undefined ? undefined : placed(question, ["question"]),
    declined: declined.map((id, index) => placed(id, ["declined", index])),
    expects:
      expects === undefined
        ? undefined
        : {
            ...placed(expects, ["expects"]),
            spanOfItem: (index) => front.spanOf(["expects", index]),
          },
  };
}

/** Part what stands before the first section into the introduction and, if somebody speaks there, a section. */
function withIntro(
  text: InterviewText,
  before: readonly LookedAt[],
  listed: readonly ListedSection[],
  diagnostics: readonly Diagnostic[],
  cast: Cast,
): SplitFeature {
  const manner = observeManner([before, ...listed.map(({ blocks }) => blocks)], cast);
  const first = before.findIndex(
    (block, index) =>
      block.kind === "opening" ||
      (block.block.type === "heading" && manner.isQuestion(block.block, before[index + 1])),
  );
  const intro = before.slice(0, first < 0 ? before.length : first);
  const blocks = intro.flatMap((block) => (block.kind === "unlabelled" ? [block.block] : []));
  const spoken = first < 0 ? [] : [untitled(text, before.slice(first))];
  const sections = listed.map((section): SectionInput => {
    const { id, position, title, place, blocks, question, declined, expects } = section;
    return {
      id: id ?? `s${position + 1 + spoken.length}`,
      title,
      text: section.text,
      place,
      blocks,
      question,
      declined,
      expects,
    };
  });
  const texts = [...new Set([text, ...sections.map((section) => section.text)])];
  const lookedAt = [{ text, blocks: before }, ...sections];
  return {
    intro: { text, blocks },
    sections: [...spoken, ...sections],
    manner,
    lookedAt,
    texts,
    diagnostics,
  };
}

function untitled(text: InterviewText, blocks: readonly LookedAt[]): SectionInput {
  const [first] = blocks;
  const start =
    first?.kind === "opening"
      ? first.span.start
      : (first?.block.position?.start.offset ?? text.tree.span.start);
  const place = { source: text.source, span: { start, end: start } };
  return {
    id: "s1",
    title: null,
    text,
    place,
    blocks,
    question: undefined,
    declined: [],
    expects: undefined,
  };
}
