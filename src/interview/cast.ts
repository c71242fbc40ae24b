import { nearest } from "../diagnostics/nearest.js";
import type { GuestId } from "../model/ids.js";
import type { Speaker } from "../model/speaker.js";
import { offerLabels, Register, registerForms, type CastPerson } from "./cast-labels.js";
import { foldName, initialsOf, shortForms } from "./fold-name.js";
import { once } from "./once.js";

/** A guest, with everything that the guest may be called in this feature. */
export interface CastGuest {
  readonly id: GuestId;
  readonly name: string;
  readonly label: string | null;
  readonly aliases: readonly string[];
}

/** Who may speak in a feature. */
export interface CastMembers {
  readonly guests: readonly CastGuest[];
  /** Those that the feature names. */
  readonly interviewers: readonly { readonly name: string; readonly label: string | null }[];
  /** The site's labels of whoever asks. */
  readonly interviewerLabels: readonly string[];
  /** How somebody who asks and whom the feature does not name is shown. */
  readonly interviewerName: string;
  /** The feature's labels that are no person, then the site's. */
  readonly voices: readonly string[];
}

/** Whom a label names. */
export type Resolution =
  | { readonly found: "speaker"; readonly speaker: Speaker }
  /** The label fits several speakers equally well. */
  | { readonly found: "several"; readonly speakers: readonly Speaker[] }
  /** Nobody is called so, but somebody almost is. */
  | { readonly found: "near"; readonly speaker: Speaker; readonly nearest: string }
  | { readonly found: "none" };

/** The speakers of a feature, asked by label. */
export interface Cast {
  readonly guests: readonly CastGuest[];
  /** The speaker of every guest, in the order of `guests`. */
  readonly guestSpeakers: readonly Extract<Speaker, { kind: "guest" }>[];
  /** Who asks where nobody is named: the only interviewer of the feature, or an unnamed one. */
  readonly asker: Extract<Speaker, { kind: "interviewer" }>;
  /** Whom a label names. */
  resolve(label: string): Resolution;
  /** The same without a look for whom it may have been meant for: a label with a slip in it is nobody's. */
  speakerCalled(label: string): Speaker | undefined;
}

/**
 * Bring the speakers of a feature together.
 *
 * What a label means is decided in four steps, the first that knows it winning: the labels and voices that the feature
 * sets itself; names, ids and aliases; the site's labels, with `Q` and `问` for whoever asks, and `A` and `答` for the
 * guest where there is only one; and the short forms of names (see {@link shortForms}), which must stand for one
 * speaker alone.
 */
export function assembleCast(members: CastMembers): Cast {
  const guestSpeakers = members.guests.map(
    ({ id, name }) => ({ kind: "guest", id, name }) as const satisfies Speaker,
  );
  const interviewers = members.interviewers.map(
    ({ name, label }, index) =>
      ({ kind: "interviewer", id: interviewerId(index), name: label ?? name }) as const satisfies Speaker,
  );
  const unnamed = {
    kind: "interviewer",
    id: interviewerId(interviewers.length),
    name: members.interviewerName,
  } as const satisfies Speaker;
  // With two interviewers, `Q:` is one of them, and nobody can say which.
  const asker = interviewers.length === 1 ? (interviewers[0] ?? unnamed) : unnamed;
  const voices = voicesOf(members.voices);

  const own = new Register();
  const named = new Register();
  const general = new Register();
  const people: CastPerson[] = [];
  for (const [index, { id, name, label, aliases }] of members.guests.entries()) {
    const speaker = guestSpeakers[index];
    if (!speaker) continue;
    const labels = label === null ? [] : [label];
    people.push({ speaker, name, offered: [name, ...labels, ...aliases, id] });
    for (const text of labels) own.add(text, speaker);
    for (const text of [name, id, ...aliases]) named.add(text, speaker);
  }
  for (const [index, { name, label }] of members.interviewers.entries()) {
    const speaker = interviewers[index];
    if (!speaker) continue;
    const labels = label === null ? [] : [label];
    people.push({ speaker, name, offered: [...labels, name] });
    for (const text of labels) own.add(text, speaker);
    named.add(name, speaker);
  }
  for (const voice of voices) own.add(voice.name, voice);
  for (const label of members.interviewerLabels) general.add(label, asker);
  for (const label of ["Q", "问", "問"]) general.add(label, asker);
  const [onlyGuest, ...otherGuests] = guestSpeakers;
  if (onlyGuest && otherGuests.length === 0) for (const label of ["A", "答"]) general.add(label, onlyGuest);

  // Where all are called by their names, as in most features, nobody asks for these.
  const short = once(() => registerForms(people, shortForms));
  const initials = once(() => registerForms(people, initialsOf));
  const offered = once(() => {
    const words = members.interviewerLabels.map((label) => ({ label, speaker: asker }));
    return offerLabels(
      people,
      [...voices.map((voice) => ({ label: voice.name, speaker: voice })), ...words],
      short(),
    );
  });

  const known = new Map<string, Resolution>();
  const look = (label: string): Resolution | undefined => {
    const folded = foldName(label);
    const exact = own.get(folded) ?? named.get(folded) ?? general.get(folded);
    if (exact) return settle(exact, label, unnamed);
    // No form of a name is longer than the name; headings mostly are.
    if (folded.length > named.longest) return undefined;
    const shorter = startsWithCapital(label) ? short().get(folded) : undefined;
    const initial = label === label.toUpperCase() ? initials().get(folded) : undefined;
    const form = shorter ?? initial;
    return form && settle(form, label, unnamed);
  };
  const resolve = (label: string): Resolution => {
    const before = known.get(label);
    if (before) return before;
    const resolution = look(label) ?? lookAround(label, look) ?? findNear(label, offered());
    known.set(label, resolution);
    return resolution;
  };
  const speakerCalled = (label: string): Speaker | undefined => {
    const resolution = known.get(label) ?? look(label) ?? lookAround(label, look);
    return resolution?.found === "speaker" ? resolution.speaker : undefined;
  };
  return { guests: members.guests, guestSpeakers, asker, resolve, speakerCalled };
}

function settle(speakers: readonly Speaker[], label: string, unnamed: Speaker): Resolution {
  const [speaker, other] = speakers;
  if (speaker && !other) return { found: "speaker", speaker };
  // Two reporters may share `记者`: somebody asks, and the text does not say who.
  if (speakers.every(({ kind }) => kind === "interviewer")) {
    return { found: "speaker", speaker: { ...unnamed, name: label } };
  }
  return { found: "several", speakers };
}

/** `Blue (Ada Gibbs)` is Blue, or else Ada Gibbs; `陆望川（县图书馆）` is 陆望川. */
function lookAround(label: string, look: (label: string) => Resolution | undefined): Resolution | undefined {
  const parts = /^(.+?)\s*[(（](.+)[)）]$/u.exec(label);
  if (!parts) return undefined;
  return look(parts[1] ?? "") ?? look(parts[2] ?? "");
}

function findNear(label: string, offered: ReadonlyMap<string, Speaker>): Resolution {
  const near = nearest(label, offered.keys());
  const speaker = near === undefined ? undefined : offered.get(near);
  return near !== undefined && speaker ? { found: "near", speaker, nearest: near } : { found: "none" };
}

function voicesOf(labels: readonly string[]): Extract<Speaker, { kind: "voice" }>[] {
  const seen = new Set<string>();
  const ids = new Set<string>();
  const voices: Extract<Speaker, { kind: "voice" }>[] = [];
  for (const name of labels) {
    const folded = foldName(name);
    if (folded === "" || seen.has(folded)) continue;
    seen.add(folded);
    const base = folded.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/gu, "") || "voice";
    let id = base;
    for (let count = 2; ids.has(id); count++) id = `${base}-${count}`;
    ids.add(id);
    voices.push({ kind: "voice", id, name });
  }
  return voices;
}

const interviewerId = (index: number): string => (index === 0 ? "interviewer" : `interviewer-${index + 1}`);
const startsWithCapital = (text: string): boolean => !/^\p{Ll}/u.test(text);
