import { foldName } from "../interview/fold-name.js";
import { askRates, type Hosts } from "./assign-roles.js";
import type { People } from "./find-people.js";
import { foldPerson, isAnonymous, isInterviewerWord, splitAside } from "./names.js";
import { folderOf } from "./import-paths.js";
import type { Script } from "./script.js";

/**
 * The full names that at least two texts of a folder use, as labels or in their lists, by folder. A first name or
 * initials in one text are looked for among them.
 */
export function namesByFolder(scripts: readonly Script[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, Map<string, { name: string; texts: number }>>();
  for (const script of scripts) {
    const names = folders.get(folderOf(script.path)) ?? new Map<string, { name: string; texts: number }>();
    folders.set(folderOf(script.path), names);
    const own = new Map<string, string>();
    for (const { name } of script.masthead.people) own.set(foldPerson(name), name);
    for (const part of script.parts) {
      if (part.kind !== "label" || isAnonymous(part.label) || isInterviewerWord(part.label)) continue;
      const { name } = splitAside(part.label);
      if (foldName(name).includes(" ") || /^\p{Script=Han}{2,}/u.test(name)) own.set(foldPerson(name), name);
    }
    for (const [key, name] of own) {
      const before = names.get(key);
      names.set(key, { name: before?.name ?? name, texts: (before?.texts ?? 0) + 1 });
    }
  }
  const shared = new Map<string, readonly string[]>();
  for (const [folder, names] of folders) {
    shared.set(
      folder,
      [...names.values()].filter(({ texts }) => texts >= 2).map(({ name }) => name),
    );
  }
  return shared;
}

/**
 * Those who speak in at least a quarter of a folder's texts, and in three, with the mean of how much they ask: by
 * folder.
 */
export function findHosts(
  texts: readonly { readonly script: Script; readonly people: People }[],
): ReadonlyMap<string, Hosts> {
  const folders = new Map<string, { texts: number; rates: Map<string, number[]> }>();
  for (const { script, people } of texts) {
    const folder = folders.get(folderOf(script.path)) ?? { texts: 0, rates: new Map<string, number[]>() };
    folders.set(folderOf(script.path), folder);
    folder.texts++;
    const asking = askRates(script, people);
    for (const { key, sort } of people.found) {
      if (sort !== "person") continue;
      const rates = folder.rates.get(key) ?? [];
      rates.push(asking.get(key) ?? 0);
      folder.rates.set(key, rates);
    }
  }
  const hosts = new Map<string, Hosts>();
  for (const [name, { texts: count, rates }] of folders) {
    const least = Math.max(3, count / 4);
    const often = [...rates].filter(([, own]) => own.length >= least);
    hosts.set(
      name,
      new Map(often.map(([key, own]) => [key, own.reduce((sum, one) => sum + one, 0) / own.length])),
    );
  }
  return hosts;
}
