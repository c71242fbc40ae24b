import { castFeature, type FeatureCast } from "./feature-cast.js";
import { blockText, frequentOpenings, turnText, type TurnStyle } from "./feature-text.js";
import { latinSlug } from "./latin-slug.js";
import type { FeaturePlan, ImportedFile, PictureCopy } from "./feature-plan.js";
import { planPictures, type PlannedPictures } from "./plan-pictures.js";
import type { Transcript, TranscriptBlock, TranscriptSection } from "./transcript.js";
import { withFrontMatter } from "./write-front-matter.js";

/** A feature's files, the pictures to copy, and what a person must supply. */
export interface WrittenFeature {
  readonly files: readonly ImportedFile[];
  readonly copies: readonly PictureCopy[];
  readonly todo: readonly string[];
}

/** Write a transcript as a feature of the content format: a folder with a file for each section, or one file. */
export function writeFeature(transcript: Transcript, plan: FeaturePlan): WrittenFeature {
  const people = castFeature(transcript, plan.guests, plan.slug);
  const pictures = planPictures(transcript, plan);
  const style: TurnStyle = {
    fullWidth: plan.fullWidth,
    labels: people.labels,
    cast: people.cast,
    askingLabel: people.guests.length === 1 ? undefined : plan.fullWidth ? "问" : "Q",
    frequent: frequentOpenings(allBlocks(transcript)),
    figure: ({ figure }) => pictures.markdown(figure),
  };
  const files =
    plan.as === "file"
      ? [oneFile(transcript, plan, people, pictures, style)]
      : folderFiles(transcript, plan, people, pictures, style);
  return { files: [...files, ...pictures.files], copies: pictures.copies, todo: pictures.todo };
}

function allBlocks({ intro, sections }: Transcript): TranscriptBlock[] {
  return [
    ...intro,
    ...sections.flatMap(({ lead, turns }) => [...lead, ...turns.flatMap((turn) => turn.blocks)]),
  ];
}

function oneFile(
  transcript: Transcript,
  plan: FeaturePlan,
  people: FeatureCast,
  pictures: PlannedPictures,
  style: TurnStyle,
): ImportedFile {
  const parts = [
    ...transcript.intro.map((block) => blockText(block, style)),
    ...transcript.sections.flatMap((section) => [
      ...(section.title === null ? [] : [`## ${section.title}`]),
      ...sectionParts(section, style),
    ]),
    definitionsText(transcript.definitions),
  ];
  return {
    path: `content/features/${plan.slug}.md`,
    content: withFrontMatter(featureFront(transcript, plan, people, pictures), bodyOf(parts)),
  };
}

function folderFiles(
  transcript: Transcript,
  plan: FeaturePlan,
  people: FeatureCast,
  pictures: PlannedPictures,
  style: TurnStyle,
): ImportedFile[] {
  const folder = `content/features/${plan.slug}`;
  const intro = transcript.intro.map((block) => blockText(block, style));
  const taken = new Set(["index"]);
  const digits = transcript.sections.length > 9 ? 3 : 2;
  return [
    {
      path: `${folder}/index.md`,
      content: withFrontMatter(
        featureFront(transcript, plan, people, pictures),
        bodyOf([...intro, definitionsText(usedDefinitions(transcript, transcript.intro))]),
      ),
    },
    ...transcript.sections.map((section, index) => {
      const title = section.title ?? plan.words.opening;
      const blocks = [...section.lead, ...section.turns.flatMap((turn) => turn.blocks)];
      const parts = [...sectionParts(section, style), definitionsText(usedDefinitions(transcript, blocks))];
      const name = `${String((index + 1) * 10).padStart(digits, "0")}-${freeSlug(title, taken)}`;
      return {
        path: `${folder}/${name}.md`,
        content: withFrontMatter([["title", plainTitle(title)]], bodyOf(parts)),
      };
    }),
  ];
}

function sectionParts(section: TranscriptSection, style: TurnStyle): string[] {
  return [
    ...section.lead.map((block) => blockText(block, style)),
    ...section.turns.map((turn) => turnText(turn, style)),
  ];
}

/** A title in front matter is plain text: links and marks of a Markdown heading go, the words stay. */
function plainTitle(title: string): string {
  return title
    .replace(/!?\[([^\]]*)\](?:\([^()\s]*\)|\[[^\]]*\])/gu, "$1")
    .replace(/\\([!-/:-@[-`{-~])|[*`]+/gu, "$1");
}

/** A section's id is quoted for years: the first words of its title suffice. */
function freeSlug(title: string, taken: Set<string>): string {
  const base = latinSlug(plainTitle(title), "text", 6);
  let slug = base;
  for (let count = 2; taken.has(slug); count++) slug = `${base}-${count}`;
  taken.add(slug);
  return slug;
}

/** The definitions that some blocks refer to; a file of a folder does not see another's. */
function usedDefinitions({ definitions }: Transcript, blocks: readonly TranscriptBlock[]): readonly string[] {
  const text = blocks.map((block) => (block.kind === "words" ? block.markdown.toLowerCase() : "")).join("\n");
  let used = false;
  return definitions.filter((line) => {
    const id = /^ {0,3}\[([^\]]+)\]:/u.exec(line)?.[1];
    // A line that continues a note goes where its note goes.
    if (id !== undefined) used = text.includes(`[${id.toLowerCase()}]`);
    return used;
  });
}

const definitionsText = (definitions: readonly string[]): string => definitions.join("\n");

const bodyOf = (parts: readonly string[]): string => parts.filter((part) => part.trim() !== "").join("\n\n");

/** The keys in the order in which an editor looks for them; what is unknown stays away. */
function featureFront(
  { masthead }: Transcript,
  plan: FeaturePlan,
  people: FeatureCast,
  pictures: PlannedPictures,
): readonly (readonly [string, unknown])[] {
  const credits = Object.fromEntries(
    masthead.credits.map(({ work, names }) => [work, names.length === 1 ? names[0] : names]),
  );
  return [
    ["title", plan.title],
    ["date", plan.date],
    ["status", plan.draft ? "draft" : undefined],
    ["language", plan.language],
    ["standfirst", masthead.standfirst],
    ["guests", people.guests],
    ["interviewers", people.interviewers],
    ["voices", people.voices],
    ["topics", [...new Set(masthead.topics.map((topic) => latinSlug(topic, "text")))]],
    ["facsimile", pictures.facsimile],
    ["source", masthead.source],
    ["credits", credits],
    ["edited", masthead.edited],
    ["recording", masthead.recording],
    ["figures", pictures.figures],
    ["aliases", masthead.aliases],
    ...Object.entries(masthead.own),
  ];
}
