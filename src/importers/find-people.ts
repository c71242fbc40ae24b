import { editDistance } from "../diagnostics/nearest.js";
import { foldName, shortForms } from "../interview/fold-name.js";
import {
  foldPerson,
  initialsOf,
  isAnonymous,
  isAnswerWord,
  isInterviewerWord,
  isVoiceWord,
  nameTokens,
  splitAside,
  tidyName,
} from "./names.js";
import type { Script } from "./script.js";

/** Somebody, or something, that the labels of one text name. */
export interface Found {
  /** Unique in the text: the folded name. */
  readonly key: string;
  readonly name: string;
  /** `word`: a word such as `记者` or `Q` stands in for a person who asks, or (`A`, `答`) who answers. */
  readonly sort: "person" | "asking-word" | "answering-word" | "voice" | "anonymous";
  readonly role: string | null;
  /** Whether the text's own list of people has the name. */
  readonly listed: boolean;
  /** Labels as typed, with the number of their uses. */
  readonly labels: Map<string, number>;
}

/** Who a text's labels name, and what of it a person should confirm. */
export interface People {
  readonly found: readonly Found[];
  /** By folded label. */
  readonly byLabel: ReadonlyMap<string, Found>;
  readonly todo: readonly string[];
}

/**
 * Find out whom a text's labels name.
 *
 * A label is, in this order: a word (`记者`, `Q`, `Break`, `Speaker 2`); a name that the text lists, that another
 * label spells out, or that the texts beside it use, in full or as that name's only short form (`AJ`, `Jonas`,
 * `Allen P`, and what brackets introduce: `Anna Jansen (AJ)`); a slip of the keyboard away from one of these; or a
 * name of its own. If one listed person and one label are left over in the end, they are taken for each other.
 *
 * @param given - Names of interviewers that the person who imports gave.
 * @param around - Names that other texts of the folder use.
 */
export function findPeople(script: Script, given: readonly string[], around: readonly string[]): People {
  const counts = labelCounts(script);
  const listed = [
    ...script.masthead.people.map(({ name }) => name),
    ...script.masthead.interviewers,
    ...given,
  ];
  const spelled = [...counts.keys()].filter(isFullName).map((label) => splitAside(label).name);
  const groups = [listed, spelled, around].map((names) => uniqueNames(names));
  const asides = declaredAsides(counts.keys());
  const roles = new Map(script.masthead.people.map(({ name, role }) => [foldPerson(name), role]));
  const todo: string[] = [];
  const found = new Map<string, Found>();
  const byLabel = new Map<string, Found>();
  const add = (name: string, sort: Found["sort"]): Found => {
    const key = foldPerson(name);
    const known = found.get(key);
    if (known) return known;
    const isListed = listed.some((one) => foldPerson(one) === key);
    const one: Found = {
      key,
      name: tidyName(name),
      sort,
      role: roles.get(key) ?? null,
      listed: isListed,
      labels: new Map(),
    };
    found.set(key, one);
    return one;
  };
  for (const [label, count] of counts) {
    const word = wordSort(label);
    const match = word === undefined ? matchName(label, count, counts, groups, asides) : undefined;
    const only = word === undefined ? undefined : onlyPersonFor(word, script, given);
    const person =
      only !== undefined ? add(only, "person") : add(match?.name ?? splitAside(label).name, word ?? "person");
    if (match?.guessed)
      todo.push(
        `The label "${label}" was read as ${match.name}; correct the front matter if it is someone else.`,
      );
    person.labels.set(label, count);
    byLabel.set(foldName(label), person);
  }
  const merged = matchLeftOver(script, found, byLabel, given);
  return { found: [...found.values()], byLabel, todo: merged === undefined ? todo : [...todo, merged] };
}

function labelCounts(script: Script): Map<string, number> {
  const counts = new Map<string, number>();
  const spelling = new Map<string, string>();
  for (const part of script.parts) {
    if (part.kind !== "label") continue;
    const folded = foldName(part.label);
    const label = spelling.get(folded) ?? part.label;
    spelling.set(folded, label);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}

function wordSort(label: string): Found["sort"] | undefined {
  if (isInterviewerWord(label)) return "asking-word";
  if (isAnswerWord(label)) return "answering-word";
  if (isVoiceWord(label)) return "voice";
  return isAnonymous(label) ? "anonymous" : undefined;
}

/** `记者` is the one interviewer who is named, `A` the one guest. */
function onlyPersonFor(sort: Found["sort"], script: Script, given: readonly string[]): string | undefined {
  const names =
    sort === "asking-word"
      ? [...given.filter((name) => !isInterviewerWord(name)), ...script.masthead.interviewers]
      : sort === "answering-word"
        ? script.masthead.people.map(({ name }) => name)
        : [];
  return names.length === 1 ? names[0] : undefined;
}

const isFullName = (label: string): boolean => {
  const { name } = splitAside(label);
  if (wordSort(label) !== undefined) return false;
  return /^[\p{Script=Han}\s\u3000·]{2,}$/u.test(name) || /\S\s+\S{2,}/u.test(name);
};

function uniqueNames(names: readonly string[]): ReadonlyMap<string, string> {
  const unique = new Map<string, string>();
  for (const name of names) if (!unique.has(foldPerson(name))) unique.set(foldPerson(name), name);
  return unique;
}

/** `Anna Jansen (AJ)` says once and for all who AJ is. */
function declaredAsides(labels: Iterable<string>): ReadonlyMap<string, string> {
  const asides = new Map<string, string>();
  for (const label of labels) {
    const { name, aside } = splitAside(label);
    if (aside !== undefined && foldName(aside).length <= foldName(name).length)
      asides.set(foldName(aside), name);
  }
  return asides;
}

type Groups = readonly ReadonlyMap<string, string>[];

function matchName(
  label: string,
  count: number,
  counts: ReadonlyMap<string, number>,
  groups: Groups,
  asides: ReadonlyMap<string, string>,
): { readonly name: string; readonly guessed: boolean } | undefined {
  const { name, aside } = splitAside(label);
  const [listed = new Map<string, string>(), spelled = new Map<string, string>()] = groups;
  const declared = asides.get(foldName(label));
  if (declared !== undefined) {
    const key = foldPerson(declared);
    return { name: listed.get(key) ?? spelled.get(key) ?? declared, guessed: false };
  }
  const folded = foldPerson(name);
  const exact = listed.get(folded) ?? (aside === undefined ? undefined : listed.get(foldPerson(aside)));
  if (exact !== undefined) return { name: exact, guessed: false };
  for (const group of groups) {
    const fitting = [...group].filter(([key, one]) => key !== folded && personForms(one).includes(folded));
    const [only] = fitting;
    if (only && fitting.length === 1) return { name: only[1], guessed: false };
  }
  const near = nearName(folded, count, counts, groups);
  if (near !== undefined) return { name: near, guessed: true };
  const own = spelled.get(folded);
  return own === undefined ? undefined : { name: own, guessed: false };
}

const personForms = (name: string): string[] => [
  ...shortForms(name).map(foldPerson),
  initialsOf(foldPerson(name)),
];

/**
 * A name of at least five letters that a slip or two of the keyboard made another; never between two that recur in
 * the text. A name that several texts of the folder use counts from eight letters on, for one slip.
 */
function nearName(
  folded: string,
  count: number,
  counts: ReadonlyMap<string, number>,
  groups: Groups,
): string | undefined {
  const letters = Array.from(folded.replace(/^[^\p{L}]+/u, ""));
  if (letters.length < 5) return undefined;
  const [listed, spelled, around] = groups;
  const within = (
    group: ReadonlyMap<string, string> | undefined,
    slips: number,
    may: (uses: number) => boolean,
  ) =>
    [...(group ?? [])].find(
      ([key, name]) =>
        key !== folded && may(counts.get(name) ?? 0) && editDistance(letters, Array.from(key)) <= slips,
    )?.[1];
  const slips = letters.length < 9 ? 1 : 2;
  return (
    within(listed, slips, (uses) => uses === 0 || count <= 2) ??
    within(spelled, slips, (uses) => count <= 2 && uses > count) ??
    (letters.length < 8 ? undefined : within(around, 1, (uses) => uses === 0))
  );
}

/** One listed person who has no label, and one label that names nobody listed: they are the same. */
function matchLeftOver(
  script: Script,
  found: Map<string, Found>,
  byLabel: Map<string, Found>,
  given: readonly string[],
): string | undefined {
  const silent = script.masthead.people.filter(({ name }) => !found.has(foldPerson(name)));
  const strangers = [...found.values()].filter(
    ({ sort, listed, key }) =>
      sort === "person" && !listed && !given.some((name) => foldPerson(name) === key),
  );
  const [person] = silent;
  const surname = nameTokens(foldPerson(person?.name ?? "")).at(-1) ?? "";
  const nicknames = strangers.filter(
    ({ name, key }) => !isFullName(name) || nameTokens(key).at(-1) === surname,
  );
  const [stranger] = nicknames.length === 1 && strangers.length <= 2 ? nicknames : [];
  if (!person || silent.length !== 1 || !stranger) return undefined;
  const merged: Found = {
    ...stranger,
    key: foldPerson(person.name),
    name: person.name,
    role: person.role ?? null,
    listed: true,
  };
  found.delete(stranger.key);
  found.set(merged.key, merged);
  for (const [label, one] of byLabel) if (one === stranger) byLabel.set(label, merged);
  return `The label "${stranger.name}" was read as ${person.name}, whom the text lists; correct the front matter if it is someone else.`;
}
