import { foldName } from "../interview/fold-name.js";
import { readSpeakerLabel, type SpeakerLabel } from "../interview/speaker-label.js";
import { hasShapeOfName, isRemarkWord } from "../interview/speaker-names.js";
import type { Cast } from "../interview/cast.js";
import { jointSpeakers } from "../interview/find-openings.js";
import type { TranscriptBlock, TranscriptTurn } from "./transcript.js";

/** How the turns of one feature are written down. */
export interface TurnStyle {
  /** Full-width colons and brackets behind a label. */
  readonly fullWidth: boolean;
  /** The label that each speaker gets, by key. */
  readonly labels: ReadonlyMap<string, string>;
  /** The speakers of the feature as its front matter will bring them together. */
  readonly cast: Cast;
  /** Words before a colon that open so many blocks that they would be taken for a speaker. */
  readonly frequent: ReadonlySet<string>;
  /** The label of questions that are headings, where several guests answer below them. */
  readonly askingLabel: string | undefined;
  /** The Markdown of a picture; its file and its words are planned elsewhere. */
  readonly figure: (block: Extract<TranscriptBlock, { kind: "figure" }>) => string;
}

/** Write a turn as Markdown, its label first; blocks are parted by blank lines. */
export function turnText(turn: TranscriptTurn, style: TurnStyle): string {
  const blocks = turn.blocks.map((block) => blockText(block, style));
  if (turn.heading && style.askingLabel !== undefined) {
    return `### ${style.askingLabel}${style.fullWidth ? "：" : ": "}${(blocks[0] ?? "").replace(/\s*\n\s*/gu, " ")}`;
  }
  if (turn.heading) return `### ${(blocks[0] ?? "").replace(/\s*\n\s*/gu, " ")}`;
  if (turn.unlabelled || turn.speaker === null) return blocks.join("\n\n");
  const label = style.labels.get(turn.speaker) ?? turn.speaker;
  const opening = labelText(label, turn.time, style);
  const [first] = turn.blocks;
  if (!first) return opening;
  if (first.kind === "words") {
    const inline = `${opening}${style.fullWidth ? "" : " "}${first.markdown}`;
    if (opensWell(inline, first, turn.time, label)) return [inline, ...blocks.slice(1)].join("\n\n");
  }
  return [opening, ...blocks].join("\n\n");
}

/**
 * Whether a label and the words behind it would be read as just these: words that begin with a time, a list, a
 * quotation or a table stand below the label instead.
 */
function opensWell(
  inline: string,
  first: Extract<TranscriptBlock, { kind: "words" }>,
  time: number | null,
  label: string,
): boolean {
  if (/^(?:\s|[-+*>|]\s|#{1,6}\s|\d{1,9}[.)]\s|```|~~~|<[a-z!/]|\[\^)/iu.test(first.markdown)) return false;
  const line = inline.split("\n", 1)[0] ?? "";
  const read = readSpeakerLabel(line);
  return (
    read?.label === label &&
    read.time === time &&
    read.openMark === "" &&
    line.slice(read.bodyStart) === (first.markdown.split("\n", 1)[0] ?? "")
  );
}

/** The label with its colon and time, in the first form that is read back as it was meant. */
function labelText(label: string, time: number | null, { fullWidth }: TurnStyle): string {
  const at = time === null ? "" : formatTime(time);
  const colon = fullWidth ? "：" : ":";
  const plain =
    at === "" ? `${label}${colon}` : fullWidth ? `${label}（${at}）${colon}` : `${label} (${at})${colon}`;
  const forms = [plain, at === "" ? `**${label}:**` : `**${label}:** \\[${at}\\]`];
  const good = forms.find((form) => {
    const read = readSpeakerLabel(form);
    return read?.label === label && read.time === time;
  });
  return good ?? plain;
}

/** Seconds as a recorder shows them: `03:47`, `1:02:03`, with the fraction that was given. */
export function formatTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const fraction = Math.round((seconds - whole) * 1000);
  const two = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const clock = `${hours > 0 ? `${hours}:${two(minutes)}` : two(minutes)}:${two(whole % 60)}`;
  return fraction === 0 ? clock : `${clock}.${String(fraction).padStart(3, "0").replace(/0+$/u, "")}`;
}

/** A block of Markdown whose lines open no turn: a colon that would make a label is escaped. */
export function blockText(block: TranscriptBlock, style: TurnStyle): string {
  if (block.kind === "figure") return style.figure(block);
  return escapeLabels(block.markdown, style);
}

/**
 * Escape the colons of lines that would be read as labels of the feature's speakers, or be reported because they look
 * like a label too much. What a line inside a paragraph needs to open a turn is more than its first line needs.
 *
 *     Ada: she said that   →   Ada\\: she said that
 */
function escapeLabels(markdown: string, style: Pick<TurnStyle, "cast" | "frequent">): string {
  return markdown
    .split("\n")
    .map((line, index) => {
      const label = readSpeakerLabel(line);
      if (!label || !isTakenForLabel(label, index === 0, style)) return line;
      const colon = /[:：﹕∶]/u.exec(line.slice(label.span.end));
      if (!colon) return line;
      const at = label.span.end + colon.index;
      // Colloquy reads `\\：` as well; the rarer colons are written as references.
      return colon[0] === ":" || colon[0] === "："
        ? `${line.slice(0, at)}\\${line.slice(at)}`
        : `${line.slice(0, at)}&#x${colon[0].charCodeAt(0).toString(16)};${line.slice(at + 1)}`;
    })
    .join("\n");
}

function isTakenForLabel(
  { label, form, time }: SpeakerLabel,
  opensBlock: boolean,
  { cast, frequent }: Pick<TurnStyle, "cast" | "frequent">,
): boolean {
  const { found } = cast.resolve(label);
  if (!opensBlock) return found === "speaker";
  if (found !== "none" || jointSpeakers(label, cast) !== undefined) return true;
  if (isRemarkWord(label)) return false;
  return form === "bold" || time !== null || hasShapeOfName(label) || frequent.has(foldName(label));
}

/** The words before a colon that open three blocks or more without being anybody's label, folded. */
export function frequentOpenings(blocks: readonly TranscriptBlock[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    const label =
      block.kind === "words" ? readSpeakerLabel(block.markdown.split("\n", 1)[0] ?? "") : undefined;
    if (label) counts.set(foldName(label.label), (counts.get(foldName(label.label)) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([label]) => label));
}
