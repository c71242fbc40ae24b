import type { z } from "zod";
import { diagnose } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import { filePath, type FilePath, type LanguageTag } from "../model/ids.js";
import type { Localized, SiteSettings } from "../model/settings.js";
import { defaultInterviewerLabels } from "./defaults.js";
import { guessLanguage, readLanguage } from "./language.js";
import { refuse } from "./problem.js";
import type { TypedSettings } from "./settings-schema.js";

/** Settings without the site's own values, which are not checked. */
export type ResolvedSettings = Omit<SiteSettings, "custom">;

/**
 * Apply the defaults that depend on other settings, and check what two settings say of each other.
 *
 * @param typed - The settings, each right by itself.
 * @param file - Of `site.yaml`; paths in it start from its folder.
 * @param context - Where problems are reported.
 */
export function resolveSettings(
  typed: TypedSettings,
  file: FilePath,
  context: z.RefinementCtx,
): ResolvedSettings {
  const languages = resolveLanguages(typed, context);
  const { origin, basePath } = resolveAddress(typed.url, context);
  const localize = (text: TypedText, path: readonly string[]): Localized =>
    resolveText(text, path, languages, context);
  return {
    file,
    title: localize(typed.title, ["title"]),
    tagline: typed.tagline === undefined ? null : localize(typed.tagline, ["tagline"]),
    origin,
    basePath,
    language: typed.language,
    languages,
    publisher: resolvePublisher(typed, file, context),
    timezone: typed.timezone,
    speakers: {
      interviewer: typed.speakers.interviewer ?? interviewerLabels(languages),
      voices: typed.speakers.voices,
    },
    pagination: typed.pagination,
    pages: typed.pages,
    permalinks: typed.permalinks,
    topics: typed.topics.map(({ id, title }) => ({ id, title: localize(title, ["topics", id]) })),
    social: typed.social,
    feeds: typed.feeds,
    sitemap: typed.sitemap,
    theme: typed.theme,
    pictures: typed.pictures,
    mute: typed.mute.map(({ code, file: muted }) => ({
      code,
      file: muted === undefined ? null : filePath(muted),
    })),
  };
}

type TypedText = string | Readonly<Record<string, string>>;

/** The site's own language first. */
function resolveLanguages(typed: TypedSettings, context: z.RefinementCtx): readonly LanguageTag[] {
  const others = typed.languages ?? [typed.language];
  if (!others.includes(typed.language)) {
    const params = {
      path: "languages",
      found: "list",
      expected: `one with the site's own language "${typed.language}"`,
      nearest: undefined,
    };
    refuse(context, (where) => diagnose("wrong-value", where, params), ["languages"]);
  }
  return [...new Set([typed.language, ...others])];
}

/** Parts of an address that a site cannot have are reported. */
function resolveAddress(typed: string, context: z.RefinementCtx): { origin: string; basePath: string } {
  const url = new URL(typed);
  if (url.search !== "" || url.hash !== "" || url.username !== "" || url.password !== "") {
    const params = {
      path: "url",
      found: `"${typed}"`,
      expected: "an address without a query, a fragment and a user",
      nearest: url.origin + url.pathname,
    };
    refuse(context, (where) => diagnose("wrong-value", where, params), ["url"]);
  }
  const path = url.pathname.replace(/\/{2,}/g, "/");
  return { origin: url.origin, basePath: path.endsWith("/") ? path : `${path}/` };
}

function resolveText(
  text: TypedText,
  path: readonly string[],
  languages: readonly LanguageTag[],
  context: z.RefinementCtx,
): Localized {
  const [own] = languages;
  if (typeof text === "string") return new Map(own === undefined ? [] : [[own, text]]);
  const byLanguage = new Map<LanguageTag, string>();
  for (const [typed, words] of Object.entries(text)) {
    const tag = readLanguage(typed);
    if (tag !== undefined && languages.includes(tag)) byLanguage.set(tag, words);
    else {
      const params = { found: typed, languages, nearest: guessLanguage(typed) ?? nearest(typed, languages) };
      refuse(context, (where) => diagnose("undeclared-language", where, params), [...path, typed]);
    }
  }
  if (own !== undefined && !byLanguage.has(own)) {
    const params = { key: own, within: path.join("."), expected: "text in the site's own language" };
    refuse(context, (where) => diagnose("missing-key", where, params), path);
  }
  // In the order of the site's languages, so that the first is the one to fall back to.
  return new Map(languages.flatMap((tag) => pairOf(tag, byLanguage.get(tag))));
}

function pairOf(tag: LanguageTag, words: string | undefined): (readonly [LanguageTag, string])[] {
  return words === undefined ? [] : [[tag, words]];
}

function resolvePublisher(
  { publisher }: TypedSettings,
  file: FilePath,
  context: z.RefinementCtx,
): SiteSettings["publisher"] {
  if (publisher === undefined) return null;
  const { name, url = null, logo } = publisher;
  return { name, url, logo: logo === undefined ? null : resolvePath(logo, file, context) };
}

/** A path typed in a file, from the site's root. */
function resolvePath(typed: string, file: FilePath, context: z.RefinementCtx): FilePath {
  const steps: string[] = typed.startsWith("/") ? ["content"] : file.split("/").slice(0, -1);
  for (const step of typed.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  if (steps[0] !== "content") {
    const params = {
      path: "publisher.logo",
      found: `"${typed}"`,
      expected: "a file in content",
      nearest: undefined,
    };
    refuse(context, (where) => diagnose("wrong-value", where, params), ["publisher", "logo"]);
  }
  return filePath(steps.join("/"));
}

/**
 * The labels of the site's languages first, so that the first of all is the one that readers see; then the Chinese
 * and English ones, which features in other languages have too.
 */
function interviewerLabels(languages: readonly LanguageTag[]): string[] {
  const keys = Object.keys(defaultInterviewerLabels);
  const own = languages.flatMap((tag) => keys.filter((key) => isLabelLanguage(key, tag)));
  return [...new Set([...own, "zh-Hans", "en"].flatMap((key) => defaultInterviewerLabels[key] ?? []))];
}

function isLabelLanguage(key: string, tag: LanguageTag): boolean {
  const wanted = new Intl.Locale(tag).maximize();
  const has = new Intl.Locale(key).maximize();
  return wanted.language === has.language && wanted.script === has.script;
}
