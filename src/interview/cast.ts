import { nearest } from "../diagnostics/nearest.js";
import type { GuestId } from "../model/ids.js";
import type { Speaker } from "../model/speaker.js";
import { foldName, initialsOf, shortForms } from "./fold-name.js";

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
  /** The names and labels to choose from, for messages. */
  readonly names: readonly string[];
  resolve(label: string): Resolution;
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
  const short = new Register();
  const initials = new Register();
  const offered = new Map<string, Speaker>();
  const offer = (text: string, speaker: Speaker): void => {
    if (!offered.has(text)) offered.set(text, speaker);
  };

  for (const [index, guest] of members.guests.entries()) {
    const speaker = guestSpeakers[index];
    if (!speaker) continue;
    if (guest.label !== null) own.add(guest.label, speaker);
    for (const text of [guest.name, guest.id, ...guest.aliases]) named.add(text, speaker);
    for (const text of [guest.name, guest.label, ...guest.aliases, guest.id])
      if (text !== null) offer(text, speaker);
    for (const form of shortForms(guest.name)) short.add(form, speaker);
    for (const form of initialsOf(guest.name)) initials.add(form, speaker);
  }
  for (const [index, { name, label }] of members.interviewers.entries()) {
    const speaker = interviewers[index];
    if (!speaker) continue;
    if (label !== null) {
      own.add(label, speaker);
      offer(label, speaker);
    }
    named.add(name, speaker);
    offer(name, speaker);
    for (const form of shortForms(name)) short.add(form, speaker);
    for (const form of initialsOf(name)) initials.add(form, speaker);
  }
  for (const voice of voices) {
    own.add(voice.name, voice);
    if (isDistinct(voice.name)) offer(voice.name, voice);
  }
  for (const label of members.interviewerLabels) {
    general.add(label, asker);
    if (isDistinct(label)) offer(label, asker);
  }
  for (const label of ["Q", "问", "問"]) general.add(label, asker);
  const [onlyGuest, ...otherGuests] = guestSpeakers;
  if (onlyGuest && otherGuests.length === 0) for (const label of ["A", "答"]) general.add(label, onlyGuest);
  for (const [form, speaker] of short.settled()) if (isDistinct(form)) offer(capitalised(form), speaker);

  const known = new Map<string, Resolution>();
  const look = (label: string): Resolution | undefined => {
    const folded = foldName(label);
    const exact = own.get(folded) ?? named.get(folded) ?? general.get(folded);
    if (exact) return settle(exact, label, unnamed);
    const shorter = startsWithCapital(label) ? short.get(folded) : undefined;
    const initial = label === label.toUpperCase() ? initials.get(folded) : undefined;
    const form = shorter ?? initial;
    return form && settle(form, label, unnamed);
  };
  const resolve = (label: string): Resolution => {
    const before = known.get(label);
    if (before) return before;
    const resolution = look(label) ?? lookAround(label, look) ?? findNear(label, offered);
    known.set(label, resolution);
    return resolution;
  };
  return { guests: members.guests, guestSpeakers, asker, names: [...offered.keys()], resolve };
}

/** Folded labels, each with everyone who has it. */
class Register {
  readonly #speakers = new Map<string, Speaker[]>();

  add(label: string, speaker: Speaker): void {
    const folded = foldName(label);
    if (folded === "") return;
    const there = this.#speakers.get(folded);
    if (!there) this.#speakers.set(folded, [speaker]);
    else if (!there.some((other) => isSame(other, speaker))) there.push(speaker);
  }

  get(folded: string): readonly Speaker[] | undefined {
    return this.#speakers.get(folded);
  }

  /** The labels that only one speaker has. */
  *settled(): Iterable<[string, Speaker]> {
    for (const [label, [speaker, other]] of this.#speakers) if (speaker && !other) yield [label, speaker];
  }
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

/** Whether a slip away from a general word is still that word: one letter makes 作者 of 记者, and Host of Most. */
function isDistinct(text: string): boolean {
  const letters = Array.from(foldName(text)).length;
  return /^[\p{sc=Han}\p{sc=Hangul}\s]+$/u.test(text) ? letters > 2 : letters > 4;
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
const isSame = (a: Speaker, b: Speaker): boolean => a.kind === b.kind && a.id === b.id;
const startsWithCapital = (text: string): boolean => !/^\p{Ll}/u.test(text);
const capitalised = (folded: string): string =>
  folded.replace(/(?<=^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase());
