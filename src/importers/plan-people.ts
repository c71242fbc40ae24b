import type { Transcript, TranscriptSpeaker } from "./transcript.js";
import { foldPerson } from "./names.js";
import { latinSlug } from "./latin-slug.js";

/** A guest whom one feature or several name, and who gets a file. */
export interface PlannedGuest {
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  readonly aliases: readonly string[];
  /** The feature that the role is from. */
  readonly from: string;
}

/** The guests of all features that are imported together: by their folded names, in the order of the ids. */
export type GuestPlan = ReadonlyMap<string, PlannedGuest>;

/**
 * Give every guest of the transcripts an id: one for a name, however it is spaced, accented or capitalised. Two names
 * that make one slug are told apart by a number, in the order of the transcripts.
 *
 * @param taken - Ids that guests of the site have already, with their names, so that a person is found again.
 */
export function planGuests(
  transcripts: readonly Transcript[],
  taken: ReadonlyMap<string, string> = new Map(),
): GuestPlan {
  const plan = new Map<string, PlannedGuest>();
  const ids = new Map([...taken].map(([id, name]) => [id, foldPerson(name)]));
  const known = new Map([...ids].map(([id, key]) => [key, id]));
  for (const transcript of transcripts) {
    for (const speaker of transcript.speakers) {
      if (speaker.kind !== "guest" || speaker.anonymous) continue;
      const key = foldPerson(speaker.name);
      const before = plan.get(key);
      if (before) {
        plan.set(key, withMore(before, speaker));
        continue;
      }
      const id = known.get(key) ?? freeId(speaker.name, ids);
      ids.set(id, key);
      plan.set(key, {
        id,
        name: speaker.name,
        role: speaker.role,
        aliases: aliasesOf(speaker),
        from: transcript.path,
      });
    }
  }
  return plan;
}

function withMore(known: PlannedGuest, speaker: TranscriptSpeaker): PlannedGuest {
  const aliases = [...new Set([...known.aliases, ...aliasesOf(speaker)])];
  return { ...known, role: known.role ?? speaker.role, aliases };
}

/** Slips of the keyboard, so that a text with the same slip finds the person again; short forms need no mention. */
function aliasesOf({ name, label, otherLabels }: TranscriptSpeaker): string[] {
  const words = name.split(/\s+/u).length;
  const key = foldPerson(name);
  return [label, ...otherLabels].filter(
    (one) =>
      foldPerson(one) !== key && !/[()（）]/u.test(one) && words > 1 && one.split(/\s+/u).length === words,
  );
}

function freeId(name: string, ids: ReadonlyMap<string, string>): string {
  const base = latinSlug(name, "name");
  let id = base;
  for (let count = 2; ids.has(id); count++) id = `${base}-${count}`;
  return id;
}
