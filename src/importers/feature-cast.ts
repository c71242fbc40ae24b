import { assembleCast, type Cast } from "../interview/cast.js";
import { guestId } from "../model/ids.js";
import type { GuestPlan } from "./plan-people.js";
import { answeringWords, askingWords, foldPerson, isInterviewerWord } from "./names.js";
import type { Transcript, TranscriptSpeaker } from "./transcript.js";

/** How the front matter of a feature names its speakers, and what the turns call them. */
export interface FeatureCast {
  readonly guests: readonly (string | GuestEntryOut)[];
  readonly interviewers: readonly (string | { readonly name: string; readonly label: string })[];
  readonly voices: readonly string[];
  /** The label that opens each speaker's turns, by key. */
  readonly labels: ReadonlyMap<string, string>;
  /** The speakers as a build will bring them together. */
  readonly cast: Cast;
}

/** A guest in a feature's front matter. */
export interface GuestEntryOut {
  readonly id: string;
  readonly name?: string;
  readonly role?: string;
  readonly label?: string;
}

/**
 * Name a transcript's speakers so that every label of it means one of them.
 *
 * Turns keep the label that the text uses most, if the speaker's name alone makes clear whose it is (`SL` for Sanne
 * Lindqvist). Where it does not, a guest gets the label in the front matter, and an interviewer, whose label is what
 * readers see, is called by the full name.
 */
export function castFeature(transcript: Transcript, plan: GuestPlan, slug: string): FeatureCast {
  const speaking = transcript.speakers;
  const guests = speaking.filter(({ kind }) => kind === "guest");
  const interviewers = speaking.filter(({ kind }) => kind === "interviewer");
  const voices = speaking.filter(({ kind }) => kind === "voice").map(({ label }) => label);
  const idOf = (speaker: TranscriptSpeaker): string =>
    plan.get(foldPerson(speaker.name))?.id ??
    `${slug}-${foldPerson(speaker.name).replace(/[^\p{L}\p{N}]+/gu, "-")}`;
  const bare = castOf(guests, interviewers, voices, idOf, () => null);
  const isClear = (speaker: TranscriptSpeaker): boolean => {
    const resolution = bare.resolve(speaker.label);
    if (resolution.found !== "speaker" || resolution.speaker.kind !== speaker.kind) return false;
    return speaker.kind === "guest"
      ? resolution.speaker.id === idOf(speaker)
      : resolution.speaker.name === nameShown(speaker);
  };
  const labelOf = (speaker: TranscriptSpeaker): string | null => {
    if (foldPerson(speaker.label) === foldPerson(speaker.name)) return null;
    if (speaker.kind === "interviewer") return isInterviewerWord(speaker.label) ? speaker.label : null;
    return isClear(speaker) ? null : speaker.label;
  };
  const labels = new Map<string, string>();
  for (const speaker of speaking) {
    const own = labelOf(speaker);
    const misspelt = plan.get(foldPerson(speaker.name))?.aliases.includes(speaker.label) ?? false;
    labels.set(speaker.key, own ?? (isClear(speaker) && !misspelt ? speaker.label : speaker.name));
  }
  return {
    guests: guests.map((speaker) => entryOf(speaker, idOf(speaker), labelOf(speaker))),
    interviewers: interviewers.map((speaker) => {
      const label = labelOf(speaker);
      return label === null ? speaker.name : { name: speaker.name, label };
    }),
    voices,
    labels,
    cast: castOf(guests, interviewers, voices, idOf, labelOf),
  };
}

const nameShown = ({ name }: TranscriptSpeaker): string => name;

function entryOf(speaker: TranscriptSpeaker, id: string, label: string | null): string | GuestEntryOut {
  const name = speaker.anonymous ? { name: speaker.name } : {};
  const role = speaker.role === null ? {} : { role: speaker.role };
  const own = label === null ? {} : { label };
  const entry = { id, ...name, ...role, ...own };
  return Object.keys(entry).length === 1 ? id : entry;
}

function castOf(
  guests: readonly TranscriptSpeaker[],
  interviewers: readonly TranscriptSpeaker[],
  voices: readonly string[],
  idOf: (speaker: TranscriptSpeaker) => string,
  labelOf: (speaker: TranscriptSpeaker) => string | null,
): Cast {
  return assembleCast({
    guests: guests.map((speaker) => ({
      id: guestId(idOf(speaker)),
      name: speaker.name,
      label: labelOf(speaker),
      aliases: [],
    })),
    interviewers: interviewers.map((speaker) => ({ name: speaker.name, label: labelOf(speaker) })),
    interviewerLabels: [...askingWords, ...answeringWords],
    interviewerName: "Interviewer",
    voices,
  });
}
