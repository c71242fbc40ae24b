import { diagnose, placeOf, type Diagnostic, type RelatedPlace } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Span } from "../diagnostics/place.js";
import type { Cast } from "./cast.js";
import { jointSpeakers, type LookedAt, type Opening } from "./find-openings.js";
import { foldName } from "./fold-name.js";
import type { InterviewText } from "./interview-text.js";
import type { Manner } from "./manner.js";
import type { SpeakerLabel } from "./speaker-label.js";
import { hasShapeOfName, isRemarkWord } from "./speaker-names.js";

/** The blocks of one text, looked at. */
export interface LookedAtText {
  readonly text: InterviewText;
  readonly blocks: readonly LookedAt[];
}

/**
 * Report labels that name nobody, several, or somebody only nearly; each label once, with the places of the others.
 *
 * A label near to a speaker's is an error wherever it stands. One that is far from everybody is an error where it
 * cannot well be anything else: with a time beside it; in bold, if the feature's speakers are set in bold or the label
 * has the shape of a name; twice or more at the start of paragraphs, if it has the shape of a name. Other short words
 * that open three paragraphs or more are a warning, and so is a word that is one slip away from a short label which
 * opens other turns (`Hoost:` beside `Host:`). Anything else, `Note: …` above all, is text. Where headings ask
 * and nobody is labelled, a run-in title such as `**Digital Cameras:**` is text too.
 */
export function reportLabels(texts: readonly LookedAtText[], cast: Cast, manner: Manner): Diagnostic[] {
  const doubtful = new Map<string, Doubtful[]>();
  const unknown = new Map<string, Candidate[]>();
  const inUse = new Set<string>();
  let boldSpeakers = false;
  for (const { text, blocks } of texts) {
    for (const block of blocks) {
      if (block.kind === "opening") {
        boldSpeakers ||= block.label.form === "bold";
        if (block.resolution.found === "speaker") {
          inUse.add(block.label.label);
          continue;
        }
        add(doubtful, { label: block.label, span: block.span, text, resolution: block.resolution });
      } else if (block.candidate && !isRemarkWord(block.candidate.label.label)) {
        add(unknown, { ...block.candidate, text });
      }
    }
  }
  return [
    ...Array.from(doubtful.values(), (same) => problemOf(same, cast)),
    ...Array.from(unknown.values(), (same) => judge(same, { boldSpeakers, manner, inUse })),
  ].filter((diagnostic) => diagnostic !== undefined);
}

interface Candidate {
  readonly label: SpeakerLabel;
  readonly span: Span;
  readonly text: InterviewText;
}

interface Doubtful extends Candidate {
  readonly resolution: Opening["resolution"];
}

function add<T extends Candidate>(groups: Map<string, T[]>, candidate: T): void {
  const key = foldName(candidate.label.label);
  const same = groups.get(key);
  if (same) same.push(candidate);
  else groups.set(key, [candidate]);
}

function problemOf(same: readonly Doubtful[], cast: Cast): Diagnostic | undefined {
  const [first] = same;
  if (!first) return undefined;
  const { resolution } = first;
  const { label } = first.label;
  const where = whereOf(first);
  const others = otherPlaces(same, first);
  switch (resolution.found) {
    case "speaker":
      return undefined;
    case "near":
      return diagnose(
        "unknown-speaker",
        where,
        { label, near: resolution.nearest, times: same.length },
        others,
      );
    case "several": {
      const names = resolution.speakers.map(({ name }) => name);
      return diagnose("ambiguous-speaker", where, { label, names }, others);
    }
    case "none": {
      const names = (jointSpeakers(label, cast) ?? []).map(({ name }) => name);
      return diagnose("joint-speakers", where, { label, names }, others);
    }
  }
}

/** What the labels of a feature's speakers look like. */
interface Usage {
  readonly boldSpeakers: boolean;
  readonly manner: Manner;
  /** The labels that open turns, as typed. */
  readonly inUse: ReadonlySet<string>;
}

function judge(same: readonly Candidate[], { boldSpeakers, manner, inUse }: Usage): Diagnostic | undefined {
  const tells = (candidate: Candidate): boolean => isTelling(candidate.label, boldSpeakers, manner);
  const telling = same.find(tells) ?? same[0];
  if (!telling) return undefined;
  const { label } = telling.label;
  const where = whereOf(telling);
  const others = otherPlaces(same, telling);
  const times = same.length;
  if (tells(telling) || (times >= 2 && hasShapeOfName(label) && !manner.byHeadings)) {
    return diagnose("unknown-speaker", where, { label, near: undefined, times }, others);
  }
  const near = nearest(label, Array.from(inUse).filter(isWord));
  return near !== undefined || (times >= 3 && isShort(label))
    ? diagnose("possible-speaker", where, { label, times, near }, others)
    : undefined;
}

/** Whether the form of the label alone says that somebody speaks. */
function isTelling(label: SpeakerLabel, boldSpeakers: boolean, manner: Manner): boolean {
  if (label.time !== null) return label.form !== "bare" || hasShapeOfName(label.label);
  if (label.form !== "bold") return false;
  return boldSpeakers || (hasShapeOfName(label.label) && !manner.byHeadings);
}

/** Of one letter, such as `Q`, every word of two would be a slip. */
const isWord = (label: string): boolean => Array.from(foldName(label)).length > 1;

function isShort(label: string): boolean {
  if (/^[\p{sc=Han}\s]+$/u.test(label)) return Array.from(label).length <= 4;
  return label.split(/\s+/u).length <= 2;
}

const whereOf = ({ text, span }: Candidate): { source: InterviewText["source"]; span: Span } => ({
  source: text.source,
  span,
});

/** Where else the label stands; at most ten places, since nobody goes through more before looking at the first. */
function otherPlaces(same: readonly Candidate[], one: Candidate): RelatedPlace[] {
  return same
    .filter((other) => other !== one)
    .slice(0, 10)
    .map((other) => ({ message: "and here", place: placeOf(whereOf(other)) }));
}
