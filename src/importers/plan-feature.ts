import { guessLanguage, importWords } from "./interface-words.js";
import type { ImportOptions } from "./import-contract.js";
import { isMarkdownPath, stemOf } from "./import-paths.js";
import { latinSlug } from "./latin-slug.js";
import type { GuestPlan } from "./plan-people.js";
import { calendarDateOf } from "./transcript-front-matter.js";
import type { Transcript } from "./transcript.js";
import type { FeaturePlan } from "./feature-plan.js";

/** What planning a feature needs besides the transcript. */
export interface FeaturePlanning {
  readonly options: ImportOptions;
  readonly guests: GuestPlan;
  /** Slugs that are gone. */
  readonly taken: ReadonlySet<string>;
  /** Whether the transcript is the only one, so that the title and the slug of the options are its own. */
  readonly only: boolean;
}

/** Stands where a date is required and none is known. */
const placeholderDate = "1970-01-01";

/**
 * Decide what a feature is called, where and how it is written, and whether it can be published as it is.
 *
 * The title is the one that was given, or the text's own, or made from the file's name. The slug comes from the
 * title that was given; else from the file's name, unless that says nothing (`interview`, `transcript-2`, figures);
 * else from the text's title. The date is the text's own, or the one that begins the file's name, or the one that
 * was given; for one text alone, the one that was given goes first. Without one the feature is a draft.
 *
 * A transcript in Markdown stays one file; a pasted text whose sections all have titles becomes a folder.
 */
export function planFeature(
  transcript: Transcript,
  { options, guests, taken, only }: FeaturePlanning,
): { plan: FeaturePlan; todo: readonly string[] } {
  const todo: string[] = [];
  const { masthead } = transcript;
  const stem = stemOf(transcript.path);
  const given = only ? options.title : undefined;
  const language = options.language ?? masthead.language ?? guessLanguage(textOf(transcript));
  const words = importWords(language);
  const title = given ?? masthead.title ?? titleFromStem(stem) ?? words.titleMissing;
  if (title === words.titleMissing) todo.push("Give the feature its title.");
  const fromStem = calendarDateOf(stem.slice(0, 10).replace(/_/gu, "-"));
  const known = only
    ? (options.date ?? masthead.date ?? fromStem)
    : (masthead.date ?? fromStem ?? options.date);
  if (known === undefined)
    todo.push(`Give the feature its date, in place of ${placeholderDate}, and remove \`status: draft\`.`);
  const hasGuest = transcript.speakers.some(({ kind }) => kind === "guest");
  if (!hasGuest) todo.push("Name at least one guest: nobody in the text answers.");
  return {
    plan: {
      slug: freeSlug(slugOf(given, masthead.title, stem, only ? options.slug : undefined), taken),
      as:
        options.as ??
        (isMarkdownPath(transcript.path) || !hasOnlyTitledSections(transcript) ? "file" : "folder"),
      title,
      date: known ?? placeholderDate,
      draft: known === undefined || title === words.titleMissing || !hasGuest,
      language: options.language ?? masthead.language ?? otherThan(options.siteLanguage, language),
      words,
      fullWidth: /^(?:zh|ja)\b/iu.test(language),
      guests,
      pictureExists: (src) => options.pictureExists?.(transcript.path, src) ?? false,
    },
    todo,
  };
}

/** The language that was guessed, where the site's own is written in other characters or is another language. */
function otherThan(siteLanguage: string | undefined, guessed: string): string | undefined {
  if (siteLanguage === undefined) return undefined;
  const [site, text] = [new Intl.Locale(siteLanguage).maximize(), new Intl.Locale(guessed).maximize()];
  // Latin letters may be of any language; only a site in other letters tells that they are none of its own.
  if (text.script === "Latn") return site.script === "Latn" ? undefined : guessed;
  return site.language === text.language && site.script === text.script ? undefined : guessed;
}

function slugOf(
  given: string | undefined,
  title: string | undefined,
  stem: string,
  slug: string | undefined,
): string {
  if (slug !== undefined) return latinSlug(slug, "text", 40);
  if (given !== undefined) return latinSlug(given, "text", 10);
  if (!saysNothing(stem)) return latinSlug(stem, "text", 40);
  return latinSlug(title ?? stem, "text", 10);
}

/** Whether a file's name is one that programs and people give without a thought. */
function saysNothing(stem: string): boolean {
  return (
    /^(?:interview|transcript|untitled|document|text|paste|new|draft|final|copy|index|readme|访谈|采访|专访|文稿|录音|新建|无标题|未命名)[\s\d._()-]*$/iu.test(
      stem,
    ) || !/[\p{L}]{3}/u.test(stem.replace(/[0-9a-f]{8,}/giu, ""))
  );
}

function titleFromStem(stem: string): string | undefined {
  if (saysNothing(stem)) return undefined;
  const words = stem.replace(/^\d{4}-\d{2}-\d{2}[-_ ]*/u, "").split(/[-_\s]+/u);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}

function freeSlug(base: string, taken: ReadonlySet<string>): string {
  let slug = base;
  for (let count = 2; taken.has(slug); count++) slug = `${base}-${count}`;
  return slug;
}

/** Whether a file for each section would leave no turn without a title above it. */
function hasOnlyTitledSections({ sections }: Transcript): boolean {
  return sections.length > 1 && sections.every(({ title }) => title !== null);
}

function textOf({ intro, sections }: Transcript): string {
  const blocks = [
    ...intro,
    ...sections.flatMap(({ turns }) => turns.slice(0, 20).flatMap((turn) => turn.blocks)),
  ];
  return blocks.map((block) => (block.kind === "words" ? block.markdown : "")).join(" ");
}
