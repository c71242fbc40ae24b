import type { FeatureDocument } from "../content/document.js";
import type { GuestEntry } from "../content/front-matter.js";
import { diagnose, placeOf, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Appearance } from "../model/guest.js";
import { guestId, type GuestId } from "../model/ids.js";
import type { InterviewContext } from "./context.js";
import type { DirectoryEntry, GuestDirectory } from "./guest-directory.js";
import { readPortrait } from "./read-portrait.js";

/** A guest as of one interview, with what the transcript may call the guest. */
export interface CastAppearance extends Appearance {
  readonly aliases: readonly string[];
  /** Which of the entries under `guests` it is, from 0. */
  readonly entry: number;
}

/** The guests of a feature as of the interview, with what else they are called. */
export interface Appearances {
  readonly guests: readonly CastAppearance[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Look up the guests that a feature names, and apply what it says of them.
 *
 * What the feature says of a guest stands above the guest's own file. A name without a file in `content/guests`
 * declares a guest of this feature alone, whose id is the slug of the name. A guest that is not found stays in the
 * feature, as the nearest one or by the id as typed, so that the labels of the text are not errors as well.
 */
export function readAppearances(document: FeatureDocument, context: InterviewContext): Appearances {
  const { front, source } = document;
  const diagnostics: Diagnostic[] = [];
  const guests: CastAppearance[] = [];
  const firstEntry = new Map<GuestId, number>();
  for (const [index, entry] of front.value.guests.entries()) {
    const span = front.spanOf(["guests", index, ...(entry.id === undefined ? ["name"] : ["id"])]);
    const { id, known, near } = lookUp(entry, context);
    if (near !== undefined || (!known && entry.name === undefined)) {
      diagnostics.push(diagnose("unknown-guest", { source, span }, { id: entry.id ?? "", near }));
    }
    const name = entry.name ?? known?.name ?? entry.id ?? "";
    const first = firstEntry.get(id);
    if (first !== undefined) {
      // An id that was misspelt may just as well be meant for somebody else.
      if (near !== undefined) continue;
      const place = placeOf({ source, span: front.spanOf(["guests", first]) });
      const related = [{ message: "the first entry", place }];
      diagnostics.push(diagnose("duplicate-guest", { source, span }, { name }, related));
      continue;
    }
    firstEntry.set(id, index);
    const portrait = readPortrait(entry.portrait, name, document, ["guests", index, "portrait"], context);
    diagnostics.push(...portrait.diagnostics);
    guests.push({
      id,
      name,
      role: entry.role ?? known?.role ?? null,
      affiliation: entry.affiliation ?? known?.affiliation ?? null,
      portrait: portrait.value ?? known?.portrait ?? null,
      label: entry.label ?? null,
      aliases: known ? [...known.aliases, known.name] : [],
      entry: index,
    });
  }
  return { guests, diagnostics };
}

interface Found {
  readonly id: GuestId;
  readonly known: DirectoryEntry | undefined;
  /** What may have been meant by an id that nobody has. */
  readonly near: string | undefined;
}

function lookUp({ id, name }: GuestEntry, { directory, slugger }: InterviewContext): Found {
  if (id !== undefined) {
    const exact = guestId(id);
    const known = directory.get(exact);
    if (known) return { id: exact, known, near: undefined };
    // An id of its own and a name declare a guest of this feature.
    if (name !== undefined) return { id: exact, known: undefined, near: undefined };
    const near = directory.named(id) ?? nearestGuest(id, directory);
    if (near === undefined) return { id: exact, known: undefined, near };
    return { id: near, known: directory.get(near), near };
  }
  const same = directory.named(name ?? "");
  if (same !== undefined) return { id: same, known: directory.get(same), near: undefined };
  return { id: guestId(slugger.ofName(name ?? "")), known: undefined, near: undefined };
}

function nearestGuest(id: string, directory: GuestDirectory): GuestId | undefined {
  const near = nearest(id, directory.ids());
  return near === undefined ? undefined : guestId(near);
}
