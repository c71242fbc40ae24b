import { didYouMean, quoted } from "../diagnostics/entry.js";
import { nearest } from "../diagnostics/nearest.js";
import { loadSlugger } from "../content/slug.js";
import { withFrontMatter } from "../importers/write-front-matter.js";
import { UsageError } from "./environment.js";
import type { NewFile } from "./new-files.js";
import type { SiteOutline } from "./site-outline.js";

/** What is known of a feature that is to be made. */
export interface NewFeature {
  readonly title: string | undefined;
  readonly guests: readonly string[];
  /** Absent means the site's. */
  readonly language: string | undefined;
  /** `2024-03-01` */
  readonly date: string;
  readonly form: "folder" | "file";
}

/**
 * Plan the files of a feature to fill in: a draft with two sections, each guest's label already there.
 *
 * Throws a `UsageError` where a guest has no file, with the nearest that has.
 *
 * @returns The files, and what a person must fill in.
 */
export async function planNewFeature(
  site: SiteOutline,
  feature: NewFeature,
): Promise<{ files: NewFile[]; todo: string[] }> {
  const language = feature.language ?? site.language;
  const words = language.startsWith("zh") ? chinese : english;
  const title = feature.title ?? words.title;
  const slug = await slugOf(title, "title");
  const known = feature.guests.map((id) => guestOf(site, id.trim()));
  // A feature without a guest would be an error from its first minute, and keep the site from being built.
  const guests = known.length > 0 ? known : [{ name: words.guest }];
  const front: [string, unknown][] = [
    ["title", title],
    ["date", feature.date],
    ["guests", known.length > 0 ? known.map(({ id }) => id) : guests],
    ["language", language === site.language ? undefined : language],
    ["status", "draft"],
  ];
  const sections = words.sections.map((name) => ({ name, turns: turnsOf(words, guests) }));
  const todo = [words.todoText, ...(known.length === 0 ? [words.todoGuests] : []), words.todoDraft];
  if (feature.form === "file") {
    const body = [words.standfirst, ...sections.map(({ name, turns }) => `## ${name}\n\n${turns}`)].join(
      "\n\n",
    );
    return { files: [{ path: `content/features/${slug}.md`, content: withFrontMatter(front, body) }], todo };
  }
  const folder = `content/features/${slug}`;
  const files = sections.map(({ name, turns }, index) => ({
    path: `${folder}/${(index + 1) * 10}-part.md`.replace("part", index === 0 ? "first" : "second"),
    content: withFrontMatter([["title", name]], turns),
  }));
  return {
    files: [{ path: `${folder}/index.md`, content: withFrontMatter(front, words.standfirst) }, ...files],
    todo,
  };
}

/** Plan a guest's file; its id is the name in Latin letters. */
export async function planNewGuest(name: string, role: string | undefined): Promise<NewFile> {
  const id = await slugOf(name, "name");
  const entries: [string, unknown][] = [
    ["name", name],
    ["role", role],
  ];
  return { path: `content/guests/${id}.md`, content: withFrontMatter(entries, "") };
}

/** Plan a page that is no interview. */
export async function planNewPage(title: string): Promise<NewFile> {
  const slug = await slugOf(title, "title");
  return { path: `content/pages/${slug}.md`, content: withFrontMatter([["title", title]], "…") };
}

async function slugOf(text: string, kind: "name" | "title"): Promise<string> {
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new UsageError(`Unexpected ${quoted(text)}, expected a ${kind} with letters in it`);
  const slugger = await loadSlugger("pinyin");
  return kind === "name" ? slugger.ofName(text) : slugger.ofTitle(text);
}

function guestOf({ guests }: SiteOutline, id: string): { id: string; name: string } {
  const name = guests.get(id);
  if (name !== undefined) return { id, name };
  const byName = [...guests].find(([, other]) => other === id)?.[0];
  if (byName !== undefined) return { id: byName, name: id };
  throw new UsageError(
    `Unexpected guest ${quoted(id)}, expected a file in content/guests${didYouMean(nearest(id, guests.keys()))}\n` +
      `To make one: colloquy new guest ${quoted(id)}`,
  );
}

function turnsOf(words: typeof english, guests: readonly { name: string }[]): string {
  const answers = guests.map(({ name }) => `${name}${words.colon}…`);
  return [`${words.interviewer}${words.colon}…`, ...answers].join("\n\n");
}

const english = {
  title: "Untitled",
  standfirst: "Say in a sentence or two who talks here, and why one should listen.",
  sections: ["First part", "Second part"],
  interviewer: "Interviewer",
  guest: "Guest",
  colon: ": ",
  todoText: "Write the questions and answers where the dots are.",
  todoGuests: "Put the guests in the place of the one under guests: and in the labels.",
  todoDraft: "Take away status: draft when it is ready; until then build with --drafts.",
};

const chinese: typeof english = {
  title: "未命名",
  standfirst: "用一两句话说明谁在这里谈话，为什么值得一听。",
  sections: ["第一部分", "第二部分"],
  interviewer: "记者",
  guest: "受访者",
  colon: "：",
  todoText: english.todoText,
  todoGuests: english.todoGuests,
  todoDraft: english.todoDraft,
};
