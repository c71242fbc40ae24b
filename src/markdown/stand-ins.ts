import { classes, classOf } from "./character-class.js";
import { mayOpen } from "./flanks.js";

/** A text in which some characters stand for others. */
export interface StandIns {
  /** As long as the original, with everything in the same place. */
  readonly text: string;
  /** Put the original characters back into a value that was read from the text; absent where nothing was replaced. */
  readonly restore: ((value: string) => string) | undefined;
}

/** What stand-ins are taken from: Braille, which is punctuation to CommonMark, and private characters, which are not. */
const standInCharacters = /[\u2801-\u28ff\ue000-\ue0ff]/g;

/** Whether a UTF-16 unit is one that stand-ins are taken from. */
export function isStandIn(unit: number): boolean {
  return (unit >= 0x2801 && unit <= 0x28ff) || (unit >= 0xe000 && unit <= 0xe0ff);
}

/**
 * Write a text so that CommonMark's rules of emphasis give what the rules for Han, kana and Hangul give on the original.
 *
 *     **林晓：**潮水    CommonMark: the second `**` closes nothing, since a letter follows it
 *     **林晓X**潮水     the same with a letter in the colon's place: it closes
 *
 * Whether a run of `*` may open or close is decided by the characters on both sides of it alone, so one of these is
 * replaced by one of the other kind. Single tildes, which strike nothing through here, are replaced as well.
 *
 * @param text - Without any that {@link isStandIn}, and without `~~`.
 * @returns `undefined` where no replacement does it, or where it is not sure what a character is.
 */
export function withStandIns(text: string): StandIns | undefined {
  const edits = new Edits(text);
  if (!replaceBesideMarks(text, edits) || !replaceTildes(text, edits)) return undefined;
  if (edits.size === 0) return { text, restore: undefined };
  return edits.touchLabels() ? undefined : edits.apply();
}

/** Between which classes a run stands, as far as CJK is concerned. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

function replaceBesideMarks(text: string, edits: Edits): boolean {
  const runs: Run[] = [];
  for (let start = text.indexOf("*"), end = 0; start >= 0; start = text.indexOf("*", end)) {
    end = start + 1;
    while (text.charCodeAt(end) === asterisk) end++;
    const before = classOf(text.charCodeAt(start - 1));
    const after = classOf(text.charCodeAt(end));
    if (before === undefined || after === undefined) return false;
    if (((before | after) & classes.cjk) === 0) continue;
    runs.push({ start, end, opens: mayOpen(before, after), closes: mayOpen(after, before) });
    if (isCjkMark(before) && isLetter(after)) edits.set(start - 1, "other");
    else if (isLetter(before) && isCjkMark(after)) edits.set(end, "other");
    else if (isWord(before) && after === classes.punctuation) edits.set(start - 1, "punctuation");
    else if (before === classes.punctuation && isWord(after)) edits.set(end, "punctuation");
  }
  for (let at = text.indexOf("_"); at >= 0; at = text.indexOf("_", at + 1)) {
    const around = [classOf(text.charCodeAt(at - 1)), classOf(text.charCodeAt(at + 1))];
    if (around.some((one) => one === undefined || (one & classes.cjk) !== 0)) return false;
  }
  return runs.every((run) => edits.settles(run));
}

const asterisk = 42;
const isCjkMark = (of: number): boolean => of === (classes.cjk | classes.punctuation);
const isWord = (of: number): boolean => of === classes.cjk;
const isLetter = (of: number): boolean => of === classes.other || isWord(of);

/** Whether a run may open emphasis by CommonMark's rules, to which Han, kana and Hangul are letters. */
function opensPlainly(before: number, after: number): boolean {
  if (after === classes.space) return false;
  return (after & classes.punctuation) === 0 || (before & (classes.punctuation | classes.space)) !== 0;
}

function replaceTildes(text: string, edits: Edits): boolean {
  const first = text.indexOf("~");
  if (first < 0 || !text.includes("~", first + 1)) return true;
  // Where a bare address ends depends on the sign itself.
  if (/(?:www\.|https?:)[^\s]*~/i.test(text)) return false;
  for (let at = first; at >= 0; at = text.indexOf("~", at + 1)) edits.set(at, "punctuation");
  return true;
}

/** Characters to replace, each by one of a kind; the same original always by the same. */
class Edits {
  readonly #text: string;
  readonly #at = new Map<number, "punctuation" | "other">();

  constructor(text: string) {
    this.#text = text;
  }

  get size(): number {
    return this.#at.size;
  }

  set(at: number, kind: "punctuation" | "other"): void {
    this.#at.set(at, kind);
  }

  /** Whether CommonMark now sees the run as it should, though another run may share a character with it. */
  settles({ start, end, opens: open, closes: close }: Run): boolean {
    const before = this.#classAt(start - 1);
    const after = this.#classAt(end);
    return opensPlainly(before, after) === open && opensPlainly(after, before) === close;
  }

  #classAt(at: number): number {
    const kind = this.#at.get(at);
    return kind === undefined ? (classOf(this.#text.charCodeAt(at)) ?? 0) : classes[kind];
  }

  /** Whether one of them stands in brackets in a text with definitions: labels are compared letter by letter. */
  touchLabels(): boolean {
    if (!this.#text.includes("]:")) return false;
    let depth = 0;
    for (let at = 0; at < this.#text.length; at++) {
      const unit = this.#text.charCodeAt(at);
      if (unit === 91) depth++;
      else if (unit === 93) depth = Math.max(0, depth - 1);
      else if (depth > 0 && this.#at.has(at)) return true;
    }
    return false;
  }

  apply(): StandIns | undefined {
    const standIns = new Map<string, string>();
    const originals = new Map<string, string>();
    let text = "";
    let from = 0;
    const next = { punctuation: 0x2801, other: 0xe000 };
    for (const [at, kind] of [...this.#at].sort(([one], [other]) => one - other)) {
      const original = this.#text.charAt(at);
      const key = `${kind} ${original}`;
      let standIn = standIns.get(key);
      if (standIn === undefined) {
        standIn = String.fromCharCode(next[kind]++);
        standIns.set(key, standIn);
        originals.set(standIn, original);
      }
      text += this.#text.slice(from, at) + standIn;
      from = at + 1;
    }
    if (standIns.size > 250) return undefined;
    const restore = (value: string): string =>
      value.replace(standInCharacters, (one) => originals.get(one) ?? one);
    return { text: text + this.#text.slice(from), restore };
  }
}
