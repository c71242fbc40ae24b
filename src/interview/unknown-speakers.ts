import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { jointSpeakers, type LookedAt, type Opening } from "./find-openings.js";
import { foldName } from "./fold-name.js";
import type { Cast } from "./cast.js";
import type { InterviewText } from "./interview-text.js";
import type { Span } from "../diagnostics/place.js";
import { hasShapeOfName, isRemarkWord } from "./speaker-names.js";
import type { SpeakerLabel } from "./speaker-label.js";

/** The blocks of one text, looked at. */
export interface LookedAtText {
  readonly text: InterviewText;
  readonly blocks: readonly LookedAt[];
}

/**
 * Report labels that name nobody, several, or somebody only nearly.
 *
 * A label near to a speaker's is an error wherever it stands. One that is far from everybody is an error where it
 * cannot well be anything else: with a time beside it; in bold, if the feature's speakers are set in bold or the label
 * has the shape of a name; twice or more at the start of paragraphs, if it has the shape of a name. Other short words
 * that open three paragraphs or more are a warning. Anything else, `Note: …` above all, is text.
 */
export function reportLabels(texts: readonly LookedAtText[], cast: Cast): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const unknown = new Map<string, Candidate[]>();
  let boldSpeakers = false;
  for (const { text, blocks } of texts) {
    for (const block of blocks) {
      if (block.kind === "opening") {
        boldSpeakers ||= block.label.form === "bold";
        const problem = problemOf(block, text, cast);
        if (problem) diagnostics.push(problem);
      } else if (block.candidate && !isRemarkWord(block.candidate.label.label)) {
        const key = foldName(block.candidate.label.label);
        const same = unknown.get(key);
        if (same) same.push({ ...block.candidate, text });
        else unknown.set(key, [{ ...block.candidate, text }]);
      }
    }
  }
  for (const same of unknown.values()) {
    const problem = judge(same, boldSpeakers);
    if (problem) diagnostics.push(problem);
  }
  return diagnostics;
}

interface Candidate {
  readonly label: SpeakerLabel;
  readonly span: Span;
  readonly text: InterviewText;
}

function problemOf(opening: Opening, text: InterviewText, cast: Cast): Diagnostic | undefined {
  const where = { source: text.source, span: opening.span };
  const { label } = opening.label;
  const { resolution } = opening;
  switch (resolution.found) {
    case "speaker":
      return undefined;
    case "near":
      return diagnose("unknown-speaker", where, { label, near: resolution.nearest, times: 1 });
    case "several":
      return diagnose("ambiguous-speaker", where, {
        label,
        names: resolution.speakers.map(({ name }) => name),
      });
    case "none": {
      const names = (jointSpeakers(label, cast) ?? []).map(({ name }) => name);
      return diagnose("joint-speakers", where, { label, names });
    }
  }
}

function judge(same: readonly Candidate[], boldSpeakers: boolean): Diagnostic | undefined {
  const telling = same.find(({ label }) => isTelling(label, boldSpeakers)) ?? same[0];
  if (!telling) return undefined;
  const { label } = telling.label;
  const where = { source: telling.text.source, span: telling.span };
  const times = same.length;
  if (isTelling(telling.label, boldSpeakers) || (times >= 2 && hasShapeOfName(label))) {
    return diagnose("unknown-speaker", where, { label, near: undefined, times });
  }
  const short = /^[\p{sc=Han}\s]+$/u.test(label)
    ? Array.from(label).length <= 4
    : label.split(/\s+/u).length <= 2;
  return times >= 3 && short ? diagnose("possible-speaker", where, { label, times }) : undefined;
}

/** Whether the form of the label alone says that somebody speaks. */
function isTelling(label: SpeakerLabel, boldSpeakers: boolean): boolean {
  if (label.time !== null && label.form !== "bare") return true;
  if (label.time !== null) return hasShapeOfName(label.label);
  return label.form === "bold" && (boldSpeakers || hasShapeOfName(label.label));
}
