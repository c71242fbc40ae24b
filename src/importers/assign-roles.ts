import { foldName } from "../interview/fold-name.js";
import type { Found, People } from "./find-people.js";
import { foldPerson } from "./names.js";
import type { Script } from "./script.js";

/** The hosts of a folder: by key of `Found`, how often they ask in its texts. */
export type Hosts = ReadonlyMap<string, number>;

/** Who does what in a text: asks, answers, or is no person. By the key of `Found`. */
export type Roles = ReadonlyMap<string, "guest" | "interviewer" | "voice">;

/**
 * Decide who interviews whom. The first rule that names somebody holds:
 *
 * 1. those whom the person who imports names (`--interviewer`);
 * 2. words (`记者`, `Q`, `Host`) and those whom the text lists as hosts or interviewers;
 * 3. where the text lists people (`speakers:`), those whom it does not list, and those listed who are hosts of the
 *    folder, who speak in at least a quarter of its texts (and in three);
 * 4. the hosts of the folder, unless in this text the others ask more than twice as often;
 * 5. whoever asks most, in the folder's texts or else in this one: turns with a question mark by how much is said,
 *    with a quarter added for opening the talk.
 *
 * Everyone else is a guest. There is always a guest: where the rules leave none, those who are listed and ask least.
 *
 * @param hosts - The people who host the folder's texts.
 */
export function assignRoles(script: Script, people: People, given: readonly string[], hosts: Hosts): Roles {
  const roles = new Map<string, "guest" | "interviewer" | "voice">();
  for (const { key, sort } of people.found) if (sort === "voice") roles.set(key, "voice");
  const speakers = people.found.filter(({ sort }) => sort !== "voice");
  const asking = askRates(script, people);
  for (const { key } of speakers) roles.set(key, "guest");
  for (const key of interviewersAmong(speakers, script, given, hosts, asking)) roles.set(key, "interviewer");
  return roles;
}

function interviewersAmong(
  speakers: readonly Found[],
  script: Script,
  given: readonly string[],
  hosts: Hosts,
  asking: ReadonlyMap<string, number>,
): readonly string[] {
  const named = keysOf(speakers, given);
  if (named.length > 0) return named;
  const rate = (key: string): number => asking.get(key) ?? 0;
  const certain = [
    ...keysOf(speakers, script.masthead.interviewers),
    ...speakers.filter(({ sort }) => sort === "asking-word").map(({ key }) => key),
  ];
  const isHost = ({ key }: Found): boolean => hosts.has(key);
  if (certain.length > 0) {
    const all = new Set([...certain, ...speakers.filter(isHost).map(({ key }) => key)]);
    return all.size < speakers.length ? [...all] : certain;
  }
  if (speakers.length < 2) return [];
  const known = speakers.filter(({ sort }) => sort === "person");
  // Where headings ask, nobody who has a label needs to.
  if (script.parts.some(({ kind }) => kind === "question")) return [];
  const listed = known.filter((one) => one.listed);
  const guests = guestsAmong(known, listed, isHost, rate);
  if (guests.length > 0 && guests.length < known.length) {
    const answering = new Set(guests);
    return known.filter((one) => !answering.has(one)).map(({ key }) => key);
  }
  // Either everybody hosts, or nobody does and nobody is listed: whoever asks most, in the folder, then in the text.
  const inFolder = ({ key }: Found): number => hosts.get(key) ?? 0;
  const [first] = [...speakers].sort((a, b) => inFolder(b) - inFolder(a) || rate(b.key) - rate(a.key));
  return first ? [first.key] : [];
}

/** Those who are interviewed, where lists and hosts tell; empty or everybody where they do not. */
function guestsAmong(
  known: readonly Found[],
  listed: readonly Found[],
  isHost: (one: Found) => boolean,
  rate: (key: string) => number,
): readonly Found[] {
  const notHosting = listed.filter((one) => !isHost(one));
  if (listed.length > 0) return notHosting.length > 0 ? notHosting : listed;
  const hosting = known.filter(isHost);
  const others = known.filter((one) => !isHost(one));
  if (hosting.length === 0 || others.length === 0) return [];
  return 2 * highest(hosting, rate) >= highest(others, rate) ? others : hosting;
}

function highest(speakers: readonly Found[], rate: (key: string) => number): number {
  return Math.max(...speakers.map(({ key }) => rate(key)));
}

function keysOf(speakers: readonly Found[], names: readonly string[]): string[] {
  const wanted = new Set(names.flatMap((name) => [foldPerson(name), foldName(name)]));
  return speakers
    .filter(
      ({ key, labels }) => wanted.has(key) || [...labels.keys()].some((label) => wanted.has(foldName(label))),
    )
    .map(({ key }) => key);
}

/**
 * How much each speaker asks, from 0: turns with a question mark by the length of all that they say; whoever opens the
 * talk has a quarter more.
 *
 * By length, since those who are asked speak long, and many a long answer has a question in it ("So why do that?"). The
 * share of turns alone takes the guest for the interviewer in one transcript of ten.
 */
export function askRates(script: Script, people: People): ReadonlyMap<string, number> {
  const said = new Map<string, { asking: number; length: number }>();
  let current: { asking: number; length: number } | undefined;
  let asked = false;
  let opener: string | undefined;
  for (const part of script.parts) {
    if (part.kind === "label") {
      const key = people.byLabel.get(foldName(part.label))?.key ?? "";
      opener ??= key;
      current = said.get(key) ?? { asking: 0, length: 1 };
      said.set(key, current);
      asked = false;
    } else if (part.kind === "words" && current) {
      current.length += part.markdown.length;
      if (asked || !/[?？]/u.test(part.markdown)) continue;
      current.asking++;
      asked = true;
    }
  }
  const rates = new Map<string, number>();
  for (const [key, { asking, length }] of said)
    rates.set(key, (asking / length) * (key === opener ? 1.25 : 1));
  return rates;
}
