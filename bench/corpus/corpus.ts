import { chinese, english, type Phrases } from "./phrases.js";
import { randomFrom, type Random } from "./random.js";

/** Which texts a corpus has. The same plan gives the same texts on any machine. */
export interface CorpusPlan {
  readonly name: string;
  readonly features: number;
  /** `article`: three guests, three sections, about 8.8 kB. `transcript`: two voices with times, about 57 kB. */
  readonly form: "article" | "transcript";
}

/** Somebody who is interviewed; has a file of its own. */
export interface CorpusGuest {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** A feature as all generators get it, apart from how its front matter is written. */
export interface CorpusFeature {
  readonly slug: string;
  readonly title: string;
  /** `2011-04-30`; never in the future. */
  readonly date: string;
  readonly language: string;
  readonly guests: readonly CorpusGuest[];
  readonly topics: readonly string[];
  /** Markdown: `## ` opens a section, a bold label a turn. */
  readonly body: string;
}

/** Texts that are made when they are asked for, so that fifty thousand of them need no memory. */
export interface Corpus {
  readonly plan: CorpusPlan;
  readonly guests: readonly CorpusGuest[];
  /** @param index - From 0, the oldest, to below `plan.features`. */
  readonly feature: (index: number) => CorpusFeature;
  /** Who is heard in a feature; quicker than to make all of it. */
  readonly cast: (index: number) => readonly CorpusGuest[];
}

/** The word of every feature that the benchmark changes to another one. */
export const changingWord = "benchword0";

/** How many features a guest is heard in, on average. */
const featuresPerGuest = 60;

/** Make a corpus: Chinese and English in turn, each guest heard in about sixty features. */
export function makeCorpus(plan: CorpusPlan): Corpus {
  const seats = plan.form === "article" ? 3 : 1;
  const perLanguage = Math.max(seats, Math.ceil((plan.features * seats) / featuresPerGuest / 2));
  const casts = [english, chinese].map((phrases) =>
    plan.features === 0 ? [] : Array.from({ length: perLanguage }, (_, index) => makeGuest(phrases, index)),
  );
  const cast = (index: number): CorpusGuest[] => {
    const people = casts[index % 2] ?? [];
    // The seats move over the guests at a distance, so that nobody meets the same people each time.
    const turn = Math.floor(index / 2);
    const guests = Array.from({ length: seats }, (_, seat) => {
      const at = turn + seat * (Math.floor(people.length / seats) + (turn % 2));
      return people[at % people.length];
    });
    return [...new Set(guests.filter((guest) => guest !== undefined))];
  };
  return {
    plan,
    guests: casts.flat(),
    cast,
    feature: (index) => makeFeature(plan, index, index % 2 === 0 ? english : chinese, cast(index)),
  };
}

function makeGuest(phrases: Phrases, index: number): CorpusGuest {
  const { families, given, roles } = phrases;
  const family = families[index % families.length] ?? "";
  const own = given[index % given.length] ?? "";
  const random = randomFrom(index + (phrases === english ? 0 : 500_000));
  const letter = phrases === english ? "e" : "z";
  return {
    id: `${letter}${String(index + 1).padStart(4, "0")}`,
    name: phrases.fullName(own, family),
    role: random.pick(roles),
  };
}

function makeFeature(
  plan: CorpusPlan,
  index: number,
  phrases: Phrases,
  guests: readonly CorpusGuest[],
): CorpusFeature {
  const random = randomFrom(index + (plan.form === "article" ? 1_000_000 : 2_000_000));
  const subject = random.pick(phrases.subjects);
  return {
    slug: slugOf(index),
    title: phrases.title(subject, index + 1),
    date: dayOf(index, plan.features),
    language: phrases.language,
    guests,
    topics: [`topic-${random.below(12) + 1}`],
    body:
      plan.form === "article"
        ? articleBody(phrases, guests, random)
        : transcriptBody(phrases, guests, random),
  };
}

/** The last part of a feature's address. @param index - From 0. */
export function slugOf(index: number): string {
  return `f${String(index + 1).padStart(5, "0")}`;
}

/** From 2004 on, spread over twenty-one years. */
function dayOf(index: number, count: number): string {
  const day = Math.floor((index * 7_600) / Math.max(1, count));
  return new Date(Date.UTC(2004, 0, 1 + day)).toISOString().slice(0, 10);
}

function articleBody(phrases: Phrases, guests: readonly CorpusGuest[], random: Random): string {
  const parts: string[] = [paragraph(phrases, random, 2)];
  const size = 0.72 + random.next() * 0.6;
  for (let number = 1; number <= 3; number++) {
    parts.push(`## ${number}. ${random.pick(phrases.sections)}`);
    parts.push(said(phrases, phrases.interviewer, random.pick(phrases.questions)));
    for (const { name } of guests) {
      parts.push(said(phrases, name, paragraph(phrases, random, Math.round(4 * size))));
      parts.push(
        random.below(6) === 0 ? listOf(phrases, random) : paragraph(phrases, random, Math.round(4 * size)),
      );
    }
  }
  parts.push(phrases.mark(changingWord));
  return `${parts.join("\n\n")}\n`;
}

function transcriptBody(phrases: Phrases, guests: readonly CorpusGuest[], random: Random): string {
  const parts: string[] = [];
  const name = guests[0]?.name ?? "";
  let seconds = 0;
  for (let turn = 0; turn < 64; turn++) {
    const minutes = `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
    const isQuestion = turn % 2 === 0;
    const words = isQuestion ? random.pick(phrases.questions) : paragraph(phrases, random, 5);
    parts.push(said(phrases, isQuestion ? phrases.interviewer : name, `\\[${minutes}\\] ${words}`));
    for (let more = 0; !isQuestion && more < 2; more++) parts.push(paragraph(phrases, random, 5));
    seconds += 20 + random.below(60);
  }
  parts.push(phrases.mark(changingWord));
  return `${parts.join("\n\n")}\n`;
}

function said({ colon }: Phrases, name: string, words: string): string {
  return `**${name}${colon}** ${words}`;
}

function paragraph(phrases: Phrases, random: Random, sentences: number): string {
  const { openings, actors, deeds, things, reasons, sentence, space } = phrases;
  return Array.from({ length: sentences }, () => {
    const thing = decorated(random.pick(things), random);
    return sentence(
      random.pick(openings),
      random.pick(actors),
      random.pick(deeds),
      thing,
      random.pick(reasons),
    );
  }).join(space);
}

/** A word in ten is emphasised, code, or a link, as in edited text. */
function decorated(words: string, random: Random): string {
  switch (random.below(30)) {
    case 0:
      return ` *${words}* `.trim();
    case 1:
      return `[${words}](https://example.org/${random.below(900) + 100})`;
    case 2:
      return `\`${words}\``;
    default:
      return words;
  }
}

function listOf(phrases: Phrases, random: Random): string {
  return Array.from({ length: 3 }, () => `- ${paragraph(phrases, random, 1)}`).join("\n");
}
