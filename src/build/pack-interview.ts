import type { FilePath } from "../model/ids.js";
import type { Block, Exchange, Interview, Section, Turn } from "../model/interview.js";
import type { RichText, RichTextPart } from "../model/rich-text.js";
import type { Speaker } from "../model/speaker.js";
import { PackedReader, PackedWriter } from "./packed-values.js";

/** Pack a conversation as bytes, for this process. */
export function packInterview({ language, intro, sections, notes }: Interview): Uint8Array {
  const writer = new InterviewWriter();
  writer.text(language);
  writer.blocks(intro);
  writer.list(sections, (section) => {
    writer.section(section);
  });
  writer.richText(notes);
  return writer.bytes();
}

/** A conversation that was packed. */
export function unpackInterview(bytes: Uint8Array): Interview {
  const reader = new InterviewReader(bytes);
  return {
    // Written above, as all that is read below.
    language: reader.text() as Interview["language"],
    intro: reader.blocks(),
    sections: reader.list(() => reader.section()),
    notes: reader.richText(),
  };
}

class InterviewWriter extends PackedWriter {
  /** What occurs again is written once, and then its number. */
  readonly #speakers: Speaker[] = [];
  readonly #files: FilePath[] = [];

  section({ id, title, file, line, lead, exchanges, declined }: Section): void {
    this.text(id);
    this.number(title === null ? 0 : 1);
    if (title !== null) this.text(title);
    this.#file(file);
    this.number(line);
    this.blocks(lead);
    this.list(exchanges, ({ questions, replies }) => {
      this.#turns(questions);
      this.#turns(replies);
    });
    this.list(declined, (id) => {
      this.text(id);
    });
  }

  blocks(blocks: readonly Block[]): void {
    this.list(blocks, (block) => {
      this.number(block.kind === "prose" ? 1 : 0);
      if (block.kind === "prose") this.richText(block.html);
      else this.json(block);
    });
  }

  richText(text: RichText): void {
    this.list(text, (part) => {
      this.number(typeof part === "string" ? 1 : 0);
      if (typeof part === "string") this.text(part);
      else this.json(part);
    });
  }

  #turns(turns: readonly Turn[]): void {
    this.list(turns, ({ id, kind, speaker, time, blocks, text, file, line }) => {
      this.text(id);
      this.number(turnKinds.indexOf(kind));
      this.#speaker(speaker);
      this.number(time === null ? 0 : 1);
      if (time !== null) this.json(time);
      this.blocks(blocks);
      this.text(text);
      this.#file(file);
      this.number(line);
    });
  }

  #speaker(speaker: Speaker): void {
    if (this.#isKnown(speaker, this.#speakers)) return;
    this.text(speaker.kind);
    this.text(speaker.id);
    this.text(speaker.name);
  }

  #file(file: FilePath): void {
    if (!this.#isKnown(file, this.#files)) this.text(file);
  }

  #isKnown<Value>(value: Value, known: Value[]): boolean {
    const at = known.indexOf(value);
    this.number(at < 0 ? known.push(value) - 1 : at);
    return at >= 0;
  }
}

class InterviewReader extends PackedReader {
  readonly #speakers: Speaker[] = [];
  readonly #files: FilePath[] = [];

  section(): Section {
    return {
      id: this.text() as Section["id"],
      title: this.number() === 1 ? this.text() : null,
      file: this.#file(),
      line: this.number(),
      lead: this.blocks(),
      exchanges: this.list(() => this.#exchange()),
      declined: this.list(() => this.text() as Section["declined"][number]),
    };
  }

  blocks(): Block[] {
    return this.list(() =>
      this.number() === 1 ? { kind: "prose", html: this.richText() } : (this.json() as Block),
    );
  }

  richText(): RichText {
    return this.list(() => (this.number() === 1 ? this.text() : (this.json() as RichTextPart)));
  }

  #exchange(): Exchange {
    return { questions: this.list(() => this.#turn()), replies: this.list(() => this.#turn()) };
  }

  #turn(): Turn {
    return {
      id: this.text() as Turn["id"],
      kind: turnKinds[this.number()] ?? "aside",
      speaker: this.#speaker(),
      time: this.number() === 1 ? (this.json() as number) : null,
      blocks: this.blocks(),
      text: this.text(),
      file: this.#file(),
      line: this.number(),
    };
  }

  #speaker(): Speaker {
    return this.#known(
      this.#speakers,
      () => ({ kind: this.text(), id: this.text(), name: this.text() }) as Speaker,
    );
  }

  #file(): FilePath {
    return this.#known(this.#files, () => this.text() as FilePath);
  }

  #known<Value>(known: Value[], read: () => Value): Value {
    const at = this.number();
    return (known[at] ??= read());
  }
}

const turnKinds: readonly Turn["kind"][] = ["question", "answer", "aside"];
