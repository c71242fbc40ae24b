import { turnsOf, type Interview, type Turn } from "../model/interview.js";

/** Words that are shown while they are said. Times are seconds from the start of the recording. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly speaker: string;
  readonly text: string;
}

/** Two lines of 42 Latin letters, or 21 Han characters, fit on a screen. */
const cellsOfCue = 84;

/** About 15 Latin letters are said in a second, or five to eight Han characters. */
const cellsInSecond = 15;

/** Seconds that even one word stays. */
const shortest = 1.5;

/**
 * The turns of an interview as cues, in the order of the recording.
 *
 * Only the beginnings of turns are known. The words from one known time to the next are spread over the time between
 * by their length. Turns without a time share what their predecessor has, unless nobody could speak that fast: the
 * recording then is of a part of the talk, and they are left out. A cue is taken away when its words must long
 * have been said, so that nothing stands through a pause that was cut from the text. What comes before the first time
 * is left out. A time before that of an earlier turn counts as none, for cues may not run back.
 *
 * @param interview - The turns, of which some have times.
 * @param duration - Of the recording, in seconds, where it is known.
 */
export function cuesOf(interview: Interview, duration: number | null): Cue[] {
  const stretches = stretchesOf(interview);
  const sentences = new Intl.Segmenter(interview.language, { granularity: "sentence" });
  const words = new Intl.Segmenter(interview.language, { granularity: "word" });
  const inPieces = ({ text, speaker }: Turn): Piece[] =>
    piecesOf(text, sentences, words).map((piece) => ({
      speaker: speaker.name,
      text: piece,
      cells: cellsOf(piece),
    }));
  return stretches.flatMap(({ start, turns }, index) => {
    const next = stretches[index + 1]?.start ?? (duration !== null && duration > start ? duration : null);
    const all = turns.flatMap(inPieces);
    const fits = next === null || cellsIn(all) <= 2 * cellsInSecond * (next - start);
    return spread(fits ? all : turns.slice(0, 1).flatMap(inPieces), start, next);
  });
}

/** Words that fit on a screen. */
interface Piece {
  readonly speaker: string;
  readonly text: string;
  readonly cells: number;
}

/** Spread words over the time from a start to the next known time, or over as long as they take. */
function spread(pieces: readonly Piece[], start: number, next: number | null): Cue[] {
  const all = cellsIn(pieces);
  const length = next === null ? Math.max(shortest, all / cellsInSecond) : next - start;
  let before = 0;
  return pieces.map(({ speaker, text, cells }): Cue => {
    const from = start + (length * before) / all;
    before += cells;
    const to = start + (length * before) / all;
    const latest = from + 2 * Math.max(shortest, cells / cellsInSecond);
    return { start: from, end: Math.min(to, latest), speaker, text };
  });
}

function cellsIn(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { cells }) => sum + cells, 0);
}

/** What is said from one known time to the next. */
interface Stretch {
  readonly start: number;
  readonly turns: Turn[];
}

function stretchesOf(interview: Interview): Stretch[] {
  const stretches: Stretch[] = [];
  for (const turn of interview.sections.flatMap(turnsOf)) {
    const last = stretches.at(-1);
    if (turn.time !== null && (last === undefined || turn.time > last.start)) {
      stretches.push({ start: turn.time, turns: [turn] });
    } else last?.turns.push(turn);
  }
  return stretches;
}

/** Cut words into what fits on a screen: whole sentences where they fit, else whole words. */
function piecesOf(text: string, sentences: Intl.Segmenter, words: Intl.Segmenter): string[] {
  const pieces: string[] = [];
  let piece = "";
  const add = (part: string): void => {
    if (piece !== "" && cellsOf(piece) + cellsOf(part.trimEnd()) > cellsOfCue) flush();
    piece += part;
  };
  const flush = (): void => {
    if (piece.trim() !== "") pieces.push(piece.trim());
    piece = "";
  };
  for (const line of text.split("\n")) {
    for (const { segment } of sentences.segment(line)) {
      if (cellsOf(segment.trimEnd()) <= cellsOfCue) add(segment);
      else {
        flush();
        for (const word of wordsIn(segment, words)) add(word);
      }
    }
    flush();
  }
  return pieces;
}

/** Words with the spaces and marks behind them: no line starts with `。`, and none ends with `“`. */
function wordsIn(text: string, words: Intl.Segmenter): string[] {
  const found: string[] = [];
  let opening = "";
  for (const { segment, isWordLike } of words.segment(text)) {
    if (isWordLike !== true && /^[\p{Ps}\p{Pi}]$/u.test(segment)) opening += segment;
    else if (isWordLike === true || found.length === 0 || opening !== "") {
      found.push(opening + segment);
      opening = "";
    } else found.push((found.pop() ?? "") + segment);
  }
  return opening === "" ? found : [...found, opening];
}

/** Columns of a terminal that a text is wide, roughly: two for a Han character, kana or Hangul. */
function cellsOf(text: string): number {
  return (
    text.length +
    (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/g)?.length ?? 0)
  );
}
