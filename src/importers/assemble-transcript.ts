import { foldName } from "../interview/fold-name.js";
import type { Roles } from "./assign-roles.js";
import type { Found, People } from "./find-people.js";
import { foldPerson } from "./names.js";
import type { Script, ScriptPart } from "./script.js";
import type {
  Transcript,
  TranscriptBlock,
  TranscriptSection,
  TranscriptSpeaker,
  TranscriptTurn,
} from "./transcript.js";

/**
 * Put a script, its people and their roles together into a transcript. A label with nothing behind it is a turn only
 * of a voice (`Break:`); the lines of all others are told, since somebody's words are missing there.
 */
export function assembleTranscript(
  script: Script,
  people: People,
  roles: Roles,
): { transcript: Transcript; todo: readonly string[] } {
  const turns = new Map<string, number>();
  const { intro, sections: all } = assembleSections(script.parts, people, turns);
  const isSaid = ({ speaker, blocks }: TranscriptTurn): boolean =>
    blocks.length > 0 || (speaker !== null && roles.get(speaker) === "voice");
  const sections = all.map((section) => ({ ...section, turns: section.turns.filter(isSaid) }));
  const todo = all.flatMap((section) =>
    section.turns
      .filter((turn) => !isSaid(turn))
      .map(({ line }) => `Line ${line} has a label with no words behind it; it was left out.`),
  );
  const speakers = people.found.map((one) => speakerOf(one, roles, turns.get(one.key) ?? 0));
  const asksByHeading = script.parts.some(({ kind }) => kind === "question");
  const hasGuest = speakers.some(({ kind }) => kind === "guest");
  const transcript = {
    path: script.path,
    masthead: script.masthead,
    speakers: asksByHeading && !hasGuest ? [...speakers, onlyGuest(script)] : speakers,
    intro,
    sections,
    definitions: script.definitions,
  };
  return { transcript, todo };
}

function speakerOf(found: Found, roles: Roles, turns: number): TranscriptSpeaker {
  const labels = [...found.labels].sort(([, a], [, b]) => b - a).map(([label]) => label);
  const [label = found.name, ...otherLabels] = labels;
  return {
    key: found.key,
    kind: roles.get(found.key) ?? "guest",
    name: found.name,
    label,
    otherLabels,
    role: found.role,
    anonymous: found.sort === "anonymous" || found.sort === "answering-word",
    turns,
  };
}

/** The guest of an interview whose questions are headings: the one whom the text lists, or its title names. */
function onlyGuest(script: Script): TranscriptSpeaker {
  const { people, title } = script.masthead;
  const [listed] = people;
  const named = listed?.name ?? (title !== undefined && isShort(title) ? title : undefined);
  const name = named ?? "Guest";
  return {
    key: foldPerson(name),
    kind: "guest",
    name,
    label: name,
    otherLabels: [],
    role: listed?.role ?? null,
    anonymous: named === undefined,
    turns: script.parts.filter(({ kind }) => kind === "question").length,
  };
}

/** A title of few words that is no sentence: `Ada "Bell" Grove`, or a nickname in small letters. */
const isShort = (title: string): boolean =>
  title.split(/\s+/u).length <= 5 && !/[?!:;—？！：；]/u.test(title);

interface OpenTurn {
  speaker: string | null;
  time: number | null;
  line: number;
  heading: boolean;
  unlabelled: boolean;
  blocks: TranscriptBlock[];
}

interface OpenSection {
  title: string | null;
  line: number;
  lead: TranscriptBlock[];
  turns: OpenTurn[];
}

function assembleSections(
  parts: readonly ScriptPart[],
  people: People,
  counts: Map<string, number>,
): { intro: readonly TranscriptBlock[]; sections: readonly TranscriptSection[] } {
  const intro: TranscriptBlock[] = [];
  const sections: OpenSection[] = [];
  let section: OpenSection | undefined;
  let turn: OpenTurn | undefined;
  const open = (speaker: string | null, part: ScriptPart, more: Partial<OpenTurn>): void => {
    if (!section) sections.push((section = { title: null, line: part.line, lead: [], turns: [] }));
    turn = { speaker, time: null, line: part.line, heading: false, unlabelled: false, blocks: [], ...more };
    section.turns.push(turn);
  };
  for (const part of parts) {
    switch (part.kind) {
      case "section":
        sections.push((section = { title: part.title, line: part.line, lead: [], turns: [] }));
        turn = undefined;
        break;
      case "label": {
        const key = people.byLabel.get(foldName(part.label))?.key ?? foldName(part.label);
        counts.set(key, (counts.get(key) ?? 0) + 1);
        open(key, part, { time: part.time });
        break;
      }
      case "question":
        open(null, part, { heading: true, blocks: [{ kind: "words", markdown: part.text }] });
        break;
      case "words":
      case "figure": {
        if (turn?.heading) open(null, part, { unlabelled: true });
        const block: TranscriptBlock =
          part.kind === "words"
            ? { kind: "words", markdown: part.markdown }
            : { kind: "figure", figure: part.figure };
        (turn?.blocks ?? section?.lead ?? intro).push(block);
        break;
      }
    }
  }
  return { intro, sections };
}
