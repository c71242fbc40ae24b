import { once } from "../interview/once.js";
import type { FigureBlock, Interview, Prose, PullQuote, Section, Turn } from "../model/interview.js";
import type { OwnId, Reference } from "../model/rich-text.js";

/**
 * Pack a conversation as bytes, for this process.
 *
 *     lengths of the three, bytes of a unit │ outline, as JSON │ literal HTML │ words of turns
 *
 * In the outline, lengths stand for texts, which are most of it: they are copied, where JSON would look at every
 * character. All is packed as it is in memory, ASCII in a byte and anything else in two, for reading UTF-8 that is no
 * ASCII takes eighty times as long.
 */
export function packInterview(interview: Interview): Uint8Array {
  let literals = "";
  let words = "";
  const outline = JSON.stringify(
    mapInterview<string, number>(
      interview,
      (literal) => {
        literals += literal;
        return literal.length;
      },
      ({ id, kind, speaker, time, text, file, line }, blocks) => {
        words += text;
        return { id, kind, speaker, time, blocks, text: text.length, file, line };
      },
    ),
  );
  const text = outline + literals + words;
  const size = Buffer.byteLength(text) === text.length ? 1 : 2;
  const bytes = Buffer.allocUnsafeSlow(header + text.length * size);
  bytes.writeUInt32LE(outline.length, 0);
  bytes.writeUInt32LE(literals.length, 4);
  bytes.writeUInt32LE(size, 8);
  bytes.write(text, header, encodingOf(size));
  return bytes;
}

/** A conversation that was packed. The words of turns are read when one is asked for its own: few pages show them. */
export function unpackInterview({ buffer, byteOffset, length }: Uint8Array): Interview {
  const bytes = Buffer.from(buffer, byteOffset, length);
  let at = bytes.readUInt32LE(0);
  let said = 0;
  const size = bytes.readUInt32LE(8);
  const end = header + (at + bytes.readUInt32LE(4)) * size;
  const shown = bytes.toString(encodingOf(size), header, end);
  const words = once(() => bytes.toString(encodingOf(size), end));
  return mapInterview<number, string>(
    // Written by `packInterview`.
    JSON.parse(shown.slice(0, at)) as InterviewOf<number>,
    (count) => shown.slice(at, (at += count)),
    (turn, blocks) => {
      const start = said;
      said += turn.text;
      return new UnpackedTurn(turn, blocks, start, words);
    },
  );
}

/** A turn whose words are read when it is asked for them. */
class UnpackedTurn implements Turn {
  readonly id: Turn["id"];
  readonly kind: Turn["kind"];
  readonly speaker: Turn["speaker"];
  readonly time: Turn["time"];
  readonly blocks: Turn["blocks"];
  readonly file: Turn["file"];
  readonly line: Turn["line"];
  readonly #start: number;
  readonly #count: number;
  readonly #words: () => string;

  /** @param start - Of its words, among those of all turns. */
  constructor(packed: TurnOf<number>, blocks: Turn["blocks"], start: number, words: () => string) {
    this.id = packed.id;
    this.kind = packed.kind;
    this.speaker = packed.speaker;
    this.time = packed.time;
    this.blocks = blocks;
    this.file = packed.file;
    this.line = packed.line;
    this.#start = start;
    this.#count = packed.text;
    this.#words = words;
  }

  get text(): string {
    return this.#words().slice(this.#start, this.#start + this.#count);
  }
}

/** Bytes before the outline: three numbers. */
const header = 12;

const encodingOf = (size: number): BufferEncoding => (size === 1 ? "latin1" : "utf16le");

/** An interview with its texts, or with something in place of each. */
interface InterviewOf<Text> extends Omit<Interview, "intro" | "sections" | "notes"> {
  readonly intro: readonly BlockOf<Text>[];
  readonly sections: readonly SectionOf<Text>[];
  readonly notes: RichTextOf<Text>;
}

interface SectionOf<Text> extends Omit<Section, "lead" | "exchanges"> {
  readonly lead: readonly BlockOf<Text>[];
  readonly exchanges: readonly {
    readonly questions: readonly TurnOf<Text>[];
    readonly replies: readonly TurnOf<Text>[];
  }[];
}

interface TurnOf<Text> extends Omit<Turn, "blocks" | "text"> {
  readonly blocks: readonly BlockOf<Text>[];
  readonly text: Text;
}

type BlockOf<Text> = FigureBlock | PullQuote | (Omit<Prose, "html"> & { readonly html: RichTextOf<Text> });

type RichTextOf<Text> = readonly (Text | Reference | OwnId)[];

/** The same with something else for each text; in the order of the text, but for what `turn` makes of a turn's words. */
function mapInterview<From extends string | number, To>(
  { language, intro, sections, notes }: InterviewOf<From>,
  textOf: (text: From) => To,
  turnOf: (turn: TurnOf<From>, blocks: readonly BlockOf<To>[]) => TurnOf<To>,
): InterviewOf<To> {
  const richText = (parts: RichTextOf<From>): RichTextOf<To> =>
    parts.map((part) => (typeof part === "object" ? part : textOf(part)));
  const blocks = (each: readonly BlockOf<From>[]): BlockOf<To>[] =>
    each.map((block) => (block.kind === "prose" ? { kind: "prose", html: richText(block.html) } : block));
  const turn = (each: TurnOf<From>): TurnOf<To> => turnOf(each, blocks(each.blocks));
  return {
    language,
    intro: blocks(intro),
    sections: sections.map(({ id, title, file, line, lead, exchanges, declined }) => ({
      id,
      title,
      file,
      line,
      lead: blocks(lead),
      exchanges: exchanges.map(({ questions, replies }) => {
        return { questions: questions.map(turn), replies: replies.map(turn) };
      }),
      declined,
    })),
    notes: richText(notes),
  };
}
