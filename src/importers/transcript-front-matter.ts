import { isMap, parseDocument } from "yaml";

import { emptyMasthead, type Person, type ScriptMasthead } from "./script.js";

/** A text in two: its front matter, where it has any, and the rest. */
export interface SplitText {
  /** `undefined` where there is none. */
  readonly yaml: string | undefined;
  readonly body: string;
  /** Line of the file that the body starts on, from 1. */
  readonly bodyLine: number;
}

/** Part front matter between `---` lines from the body. A block that is never closed is no front matter. */
export function splitFrontMatter(text: string): SplitText {
  const opening = /^---[ \t]*\n/u.exec(text);
  const none = { yaml: undefined, body: text, bodyLine: 1 };
  if (!opening) return none;
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/mu.exec(text.slice(opening[0].length));
  if (!closing) return none;
  const yaml = text.slice(opening[0].length, opening[0].length + closing.index);
  const end = opening[0].length + closing.index + closing[0].length;
  return { yaml, body: text.slice(end), bodyLine: text.slice(0, end).split("\n").length };
}

/** What a front matter says, and what a person should look at; a reason instead where it is not YAML. */
export type ReadMasthead =
  | { readonly masthead: ScriptMasthead; readonly todo: readonly string[] }
  | { readonly broken: string; readonly offset: number };

/**
 * Read the front matter of a transcript from elsewhere into what a feature knows.
 *
 * | there | here |
 * |---|---|
 * | `title`, `date` / `published`, `language` / `lang` | the same |
 * | `summary`, `description`, `excerpt`, `standfirst` | `standfirst` |
 * | `speakers`, `guests`, `guest`, `interviewee` | guests |
 * | `hosts`, `host`, `interviewers`, `interviewer` | `interviewers` |
 * | `tags`, `categories`, `topics`, `keywords` | `topics` |
 * | `media`, `audio`, `video`, `source_file`, `recording` (a URL) | `recording` |
 * | `transcript_by`, `author`, `editor`, `translator`, `photographer` | `credits` |
 * | `source_url`, `link`, `original` | `source` |
 * | `aliases` (that begin with `/`) | `aliases` |
 * | anything else | `x-` and its name |
 */
export function readTranscriptFrontMatter(yaml: string): ReadMasthead {
  const document = parseDocument(yaml, { schema: "core", uniqueKeys: true, strict: true });
  const [error] = document.errors;
  if (error) return { broken: error.message.split("\n")[0] ?? "", offset: error.pos[0] };
  if (document.contents === null) return { masthead: emptyMasthead, todo: [] };
  if (!isMap(document.contents)) return { broken: "expected keys and values", offset: 0 };
  const values: unknown = document.toJS({ maxAliasCount: 100 });
  return mastheadOf(new Map(Object.entries(isRecord(values) ? values : {})));
}

function mastheadOf(values: Map<string, unknown>): { masthead: ScriptMasthead; todo: readonly string[] } {
  const todo: string[] = [];
  const take = (keys: readonly string[]): unknown[] =>
    keys.flatMap((key) => {
      const value = values.get(key);
      values.delete(key);
      return value === undefined || value === null ? [] : [value];
    });
  const text = (keys: readonly string[]): string | undefined => take(keys).flatMap(textsOf)[0];
  const date = text(["date", "published", "publishDate", "publish_date"]);
  const calendarDate = date === undefined ? undefined : calendarDateOf(date);
  if (date !== undefined && calendarDate === undefined)
    todo.push(`Write the date "${date}" as year-month-day.`);
  const masthead: ScriptMasthead = {
    title: text(["title", "name"]),
    date: calendarDate,
    language: text(["language", "lang"]),
    standfirst: text(["standfirst", "summary", "description", "excerpt"]),
    people: take(["guests", "guest", "interviewees", "interviewee", "speakers", "speaker"]).flatMap(peopleOf),
    interviewers: take(["interviewers", "interviewer", "hosts", "host"]).flatMap(textsOf),
    topics: take(["topics", "tags", "categories", "keywords"]).flatMap(textsOf),
    credits: [
      ...namedCredits(values),
      ...creditKeys.flatMap(([key, work]) => {
        const names = take([key]).flatMap(textsOf);
        return names.length === 0 ? [] : [{ work, names }];
      }),
    ],
    recording: recordingOf(values),
    source: sourceOf(text(["source_url", "link", "original", "canonical"])),
    aliases: aliasesOf(values),
    own: {},
  };
  return { masthead: { ...masthead, own: ownValues(values) }, todo };
}

/** `credits: {photos: …, editing: …}`; a `credits: {name: …}` does not say what was done, and stays as it is. */
function namedCredits(values: Map<string, unknown>): ScriptMasthead["credits"] {
  const credits = values.get("credits");
  if (!isRecord(credits) || "name" in credits) return [];
  values.delete("credits");
  return Object.entries(credits).flatMap(([work, names]) => {
    const texts = textsOf(names);
    return texts.length === 0 ? [] : [{ work, names: texts }];
  });
}

const creditKeys: readonly (readonly [string, string])[] = [
  ["author", "text"],
  ["authors", "text"],
  ["editor", "editing"],
  ["transcript_by", "transcript"],
  ["transcriber", "transcript"],
  ["translator", "translation"],
  ["translation_by", "translation"],
  ["photographer", "photos"],
];

/** Keep what has no place, under names that say so. `draft: true` and the like would be lost otherwise. */
function ownValues(values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const own: Record<string, unknown> = {};
  for (const [key, value] of values) if (value !== null) own[key.startsWith("x-") ? key : `x-${key}`] = value;
  return own;
}

/** A recording that is a file plays in the page, so that it goes before a page about it, which stays as it was. */
function recordingOf(values: Map<string, unknown>): ScriptMasthead["recording"] {
  const keys = ["recording", "source_file", "audio", "media", "video"];
  const found = keys.flatMap((key) => {
    const url = textsOf(values.get(key))[0];
    return url !== undefined && /^https?:\/\/\S+$/u.test(url) ? [{ key, url, type: mediaType(url) }] : [];
  });
  const best = found.find(({ type }) => type !== "text/html") ?? found[0];
  if (!best) return undefined;
  values.delete(best.key);
  return { src: best.url, type: best.type };
}

/** The media type that a URL's ending tells; `text/html` for a page about the recording. */
function mediaType(url: string): string {
  const ending = /\.([a-z0-9]{2,4})(?:[?#]|$)/iu
    .exec(url.replace(/^https?:\/\/[^/]*/u, ""))?.[1]
    ?.toLowerCase();
  return mediaTypes.get(ending ?? "") ?? "text/html";
}

const mediaTypes = new Map([
  ["mp3", "audio/mpeg"],
  ["m4a", "audio/mp4"],
  ["aac", "audio/aac"],
  ["ogg", "audio/ogg"],
  ["oga", "audio/ogg"],
  ["opus", "audio/ogg"],
  ["wav", "audio/wav"],
  ["flac", "audio/flac"],
  ["mp4", "video/mp4"],
  ["m4v", "video/mp4"],
  ["webm", "video/webm"],
]);

/** A source that is only known by its address is named after its host. */
export function sourceOf(url: string | undefined): ScriptMasthead["source"] {
  const host = url === undefined ? undefined : /^https?:\/\/(?:www\.)?([^/:?#\s]+)\S*$/u.exec(url)?.[1];
  return host === undefined ? undefined : { name: host, url };
}

function aliasesOf(values: Map<string, unknown>): string[] {
  const aliases = textsOf(values.get("aliases"));
  if (aliases.length === 0 || !aliases.every((alias) => alias.startsWith("/"))) return [];
  values.delete("aliases");
  const unique = new Map(aliases.map((alias) => [alias.replace(/\/+$/u, ""), alias]));
  return [...unique.values()];
}

function peopleOf(value: unknown): Person[] {
  if (Array.isArray(value)) return value.flatMap(peopleOf);
  if (!isRecord(value)) return textsOf(value).map((name) => ({ name }));
  const name = textsOf(value["name"])[0];
  const role = textsOf(value["role"] ?? value["title"])[0];
  return name === undefined ? [] : [{ name, role }];
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  return typeof value === "string" && value.trim() !== "" ? [value.trim()] : [];
}

/** `2024-03-01`, also where a time follows or slashes and dots stand between. */
export function calendarDateOf(text: string): string | undefined {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:$|[T\s])/u.exec(text.trim());
  if (!match) return undefined;
  const [, year = "", month = "", day = ""] = match;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(date) ? undefined : date;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
