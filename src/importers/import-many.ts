import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/diagnostic.js";
import { Source } from "../diagnostics/source.js";
import { assembleTranscript } from "./assemble-transcript.js";
import { assignRoles } from "./assign-roles.js";
import { findPeople } from "./find-people.js";
import { findHosts, namesByFolder } from "./folder-people.js";
import { folderOf, isMarkdownPath } from "./import-paths.js";
import type { ImportInput, Imported, ImportOptions, ImportReport } from "./import-contract.js";
import { withoutLostLinks } from "./lost-links.js";
import { planFeature } from "./plan-feature.js";
import { planGuests, type GuestPlan } from "./plan-people.js";
import { readMarkdown } from "./read-markdown.js";
import { readText } from "./read-text.js";
import type { Script } from "./script.js";
import type { Transcript } from "./transcript.js";
import { withFrontMatter } from "./write-front-matter.js";
import type { FeaturePlan, ImportedFile } from "./feature-plan.js";
import { writeFeature, type WrittenFeature } from "./write-feature.js";

/**
 * Turn many texts into features that share their guests. What one text leaves open, its neighbours in the folder may
 * tell: who `Stephan` is, and who hosts.
 *
 * The result depends on the texts and the options only, not on the order in which they are given.
 */
export function importMany(inputs: readonly ImportInput[], options: ImportOptions = {}): Imported {
  const ordered = [...inputs].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const diagnostics: Diagnostic[] = [];
  const scripts: Script[] = [];
  for (const input of ordered) {
    const script = readScript(input, options, diagnostics);
    if (script) scripts.push(script);
  }
  const cast = castAll(scripts, options.interviewers ?? []);
  const transcripts = cast.map(({ transcript }) => transcript);
  const guests = planGuests(transcripts, options.guests);
  const taken = new Set(options.takenSlugs);
  const todo: string[] = [];
  const files: ImportedFile[] = [];
  const copies: Imported["copies"][number][] = [];
  const reports: ImportReport[] = [];
  for (const { script, transcript, todo: open } of cast) {
    const only = ordered.length === 1;
    const planned = planFeature(transcript, { options, guests, taken, only });
    taken.add(planned.plan.slug);
    const written = writeFeature(transcript, planned.plan);
    files.push(...written.files);
    copies.push(...written.copies.map((copy) => ({ ...copy, of: transcript.path })));
    const sentences = [
      ...planned.todo,
      ...script.todo,
      ...open,
      ...unknownPeople(transcript),
      ...written.todo,
    ];
    todo.push(...sentences.map((sentence) => (only ? sentence : `${transcript.path}: ${sentence}`)));
    reports.push(reportOf(transcript, planned.plan, written));
  }
  files.push(...guestFiles(guests, options.guests));
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, copies, todo, reports, diagnostics };
}

function readScript(
  input: ImportInput,
  options: ImportOptions,
  diagnostics: Diagnostic[],
): Script | undefined {
  const source = new Source(input.path, input.text.replace(/^\ufeff/u, ""));
  const given = options.interviewers ?? [];
  const read = isMarkdownPath(input.path)
    ? readMarkdown(source, given)
    : readText(source, given, options.title);
  diagnostics.push(...read.diagnostics);
  const script = read.value;
  if (!script) return undefined;
  if (script.parts.some(({ kind }) => kind === "label" || kind === "question"))
    return withoutLostLinks(script);
  if (input.found === true) {
    diagnostics.push(diagnose("import-left-out", { file: input.path }, {}));
    return undefined;
  }
  const hint =
    "Begin each turn with a label and a colon, or give the names of those who ask with `--interviewer`, and import again.";
  diagnostics.push(diagnose("import-nobody-speaks", { file: input.path }, { hint }));
  return undefined;
}

interface CastScript {
  readonly script: Script;
  readonly transcript: Transcript;
  readonly todo: readonly string[];
}

function castAll(scripts: readonly Script[], given: readonly string[]): CastScript[] {
  const around = namesByFolder(scripts);
  const people = scripts.map((script) => ({
    script,
    people: findPeople(script, given, around.get(folderOf(script.path)) ?? []),
  }));
  const hosts = findHosts(people);
  return people.map(({ script, people: own }) => {
    const roles = assignRoles(script, own, given, hosts.get(folderOf(script.path)) ?? new Map());
    const { transcript, todo } = assembleTranscript(script, own, roles);
    return { script, transcript, todo: [...own.todo, ...todo] };
  });
}

function unknownPeople({ speakers, masthead }: Transcript): string[] {
  const strangers = speakers
    .filter(({ anonymous }) => anonymous)
    .map(({ name }) => `Say who "${name}" is: give the name under \`guests\`.`);
  const silent = masthead.people
    .filter(({ name }) => !speakers.some((speaker) => speaker.name === name))
    .map(
      ({ name }) =>
        `The text lists ${name}, who says nothing in it, and who is therefore no guest of the feature.`,
    );
  return [...strangers, ...silent];
}

/** Files for guests that the site does not have yet. */
function guestFiles(guests: GuestPlan, known: ReadonlyMap<string, string> | undefined): ImportedFile[] {
  return [...guests.values()]
    .filter(({ id }) => known?.has(id) !== true)
    .map(({ id, name, role, aliases }) => ({
      path: `content/guests/${id}.md`,
      content: withFrontMatter(
        [
          ["name", name],
          ["role", role],
          ["aliases", aliases],
        ],
        "",
      ),
    }));
}

function reportOf(transcript: Transcript, plan: FeaturePlan, written: WrittenFeature): ImportReport {
  const turns = transcript.sections.flatMap((section) => section.turns);
  const kinds = new Map(transcript.speakers.map(({ key, kind }) => [key, kind]));
  const asks = turns.filter(
    ({ speaker, heading }) => heading || (speaker !== null && kinds.get(speaker) === "interviewer"),
  );
  return {
    from: transcript.path,
    slug: plan.slug,
    title: plan.title,
    path: plan.as === "file" ? `content/features/${plan.slug}.md` : `content/features/${plan.slug}/index.md`,
    draft: plan.draft,
    sections: transcript.sections.filter(({ title }) => title !== null).length,
    questions: asks.length,
    turns: turns.length,
    pictures: written.copies.length + written.files.filter(({ path }) => path.endsWith(".svg")).length,
    speakers: transcript.speakers.map(({ name, kind, turns: count }) => ({ name, kind, turns: count })),
  };
}
