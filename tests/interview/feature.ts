import { createSlugger } from "../../src/content/slug.js";
import { parseFeature } from "../../src/content/parse-feature.js";
import { Source } from "../../src/diagnostics/source.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { featureSlug, filePath, guestId, languageTag, type GuestId } from "../../src/model/ids.js";
import { turnsOf, type Block, type Turn } from "../../src/model/interview.js";
import type { RichText } from "../../src/model/rich-text.js";
import type { SiteSettings } from "../../src/model/settings.js";
import type { InterviewContext } from "../../src/interview/context.js";
import { guestDirectory, type DirectoryEntry } from "../../src/interview/guest-directory.js";
import type { FeatureHead } from "../../src/interview/feature-head.js";
import { interpretFeature, type Interpretation } from "../../src/interview/interpret-feature.js";

const english = languageTag("en");

/** Settings of a site of no particular wishes. */
export const settings: SiteSettings = {
  file: filePath("content/site.yaml"),
  title: new Map([[english, "Across"]]),
  tagline: null,
  origin: "https://across.example",
  basePath: "/",
  language: english,
  languages: [english],
  publisher: null,
  timezone: "UTC",
  speakers: { interviewer: ["记者", "Interviewer", "Q"], voices: ["旁白"] },
  pagination: { features: 20, home: 20 },
  pages: { features: true, guests: true, topics: true, series: true, archive: true },
  permalinks: { han: "pinyin", index: false },
  topics: [],
  social: [],
  feeds: { items: 20, formats: ["rss", "atom"] },
  sitemap: true,
  theme: { look: "table", paragraphs: "spaced", properties: {}, writing: "horizontal" },
  pictures: {
    creditPatterns: [
      String.raw`(?:^|[\s。])(?<credit>\p{sc=Han}{2,4})\s?摄$`,
      String.raw`(?:^|[\s.])Photo: (?<credit>[^.]+)$`,
    ],
    missingAlt: "error",
    missingCredit: "warning",
  },
  mute: [],
  custom: {},
};

function entry(id: string, name: string, aliases: readonly string[] = []): [GuestId, DirectoryEntry] {
  return [
    guestId(id),
    {
      file: filePath(`content/guests/${id}.md`),
      name,
      role: "Somebody",
      affiliation: null,
      portrait: null,
      aliases,
    },
  ];
}

/** Everyone who has a file. */
const directory = new Map<GuestId, DirectoryEntry>([
  entry("ines-falk", "Ines Falk"),
  entry("tobias-oak", "Tobias Oak", ["Toby"]),
  entry("mara-falk", "Mara Falk"),
  entry("odile-reuss", "Odile B. Reuss, Psy.D"),
  entry("lu-wangchuan", "陆 望川"),
  entry("xie-zhou", "谢舟", ["老谢"]),
  entry("qiu-dashui", "裘大水"),
]);

const pictures = new Set([
  "content/features/harbour/boat.jpg",
  "content/features/harbour/sea.jpg",
  "content/features/harbour.jpg",
]);

export const context: InterviewContext = {
  directory: guestDirectory(directory),
  settings,
  slugger: createSlugger({ readHanTitle: (text) => text, readHanName: (text) => text }),
  pictures: (file) => (pictures.has(file) ? { file, width: 800, height: 600 } : undefined),
  pictureFiles: () => [...pictures].map(filePath),
};

/** What came of a feature, with short ways to look at it. */
export interface Told {
  readonly value: FeatureHead & Pick<Interpretation, "interview">;
  readonly diagnostics: readonly Diagnostic[];
  /** Code and the text that is pointed at. */
  readonly found: readonly string[];
  readonly turns: readonly Turn[];
  /** `id: words` of every turn. */
  readonly said: readonly string[];
}

/**
 * Interpret a feature whose body is `body`.
 *
 * @param front - YAML beside the title and the date.
 */
export function interpret(
  front: string,
  body: string,
  sections: Readonly<Record<string, string>> | null = null,
  own: Partial<InterviewContext> = {},
): Told {
  const folder = sections !== null;
  const path = folder ? "content/features/harbour/index.md" : "content/features/harbour.md";
  const sources = [new Source(path, `---\ntitle: Harbour\ndate: 2024-03-01\n${front}\n---\n\n${body}`)];
  const files = Object.entries(sections ?? {}).map(([name, text]) => {
    const source = new Source(`content/features/harbour/${name}.md`, text);
    sources.push(source);
    return { source, name: { entry: name.replace(/^\d+-/, ""), translation: null } };
  });
  const [index] = sources;
  if (!index) throw new Error("no source");
  const document = parseFeature(index, { entry: "harbour", translation: null }, folder ? files : null);
  if (!document.value) throw new Error(document.diagnostics.map(({ message }) => message).join("\n"));
  const result = interpretFeature(
    { ...document.value, slug: featureSlug("harbour") },
    { ...context, ...own },
  );
  if (!result.value) throw new Error("no value");
  const diagnostics = [...document.diagnostics, ...result.diagnostics];
  const { head, interview } = result.value;
  const turns = interview.sections.flatMap(turnsOf);
  return {
    value: { ...head, interview },
    diagnostics,
    found: diagnostics.map((diagnostic) => `${diagnostic.code} ${pointedAt(diagnostic, sources)}`),
    turns,
    said: turns.map(({ id, text }) => `${id}: ${text}`),
  };
}

function pointedAt({ place }: Diagnostic, sources: readonly Source[]): string {
  const source = sources.find(({ path }) => path === place.file);
  const lines = source?.text.split("\n") ?? [];
  if (place.line !== place.endLine) return (lines[place.line - 1] ?? "").slice(place.column - 1) + "…";
  return (lines[place.line - 1] ?? "").slice(place.column - 1, place.endColumn - 1);
}

/** The HTML of a text with references written as typed. */
export function htmlOf(text: RichText): string {
  return text.map((part) => (typeof part === "string" ? part : "")).join("");
}

/** Blocks, each in a line. */
export function shown(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case "prose":
        return htmlOf(block.html);
      case "figure":
        return `figure ${block.figure.picture.file} | ${block.figure.alt} | ${block.figure.caption ?? ""} | ${block.figure.credit ?? ""}`;
      case "pull-quote":
        return `quote ${block.name} | ${block.text} | ${block.answer}`;
    }
  });
}
