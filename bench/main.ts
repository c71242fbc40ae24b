import { join } from "node:path";
import { makeCorpus } from "./corpus/corpus.js";
import { canMeasure } from "./measure/run-process.js";
import { readOptions, type BenchOptions } from "./options.js";
import { planBench, type BenchPlan, type Group } from "./plan.js";
import { describeSetting, writeRecord, type Setting } from "./record.js";
import { growthOutcome, growthRows, startRows, type Grown } from "./rows/alone.js";
import { buildRows } from "./rows/builds.js";
import type { Row } from "./rows/row.js";
import { firstPageRows } from "./rows/first-page.js";
import { editRows, soakRow, type WatchOptions } from "./rows/watching.js";
import { colloquy, hasCommand } from "./sites/colloquy.js";
import type { Contestant } from "./sites/contestant.js";
import { eleventy, installEleventy } from "./sites/eleventy.js";
import { hugo } from "./sites/hugo.js";
import { countPages, writeSite, type BenchSite } from "./sites/write-site.js";
import { tableOf } from "./table.js";

const project = process.cwd();
const themes = join(project, "bench/themes");

// Ending by a signal runs the listeners of "exit", which end the programs that watch.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

await main(readOptions(process.argv.slice(2), project));

async function main(options: BenchOptions): Promise<void> {
  if (!canMeasure)
    throw new Error("Expected GNU time at /usr/bin/time: memory and processor time are read from it");
  const installed = join(options.folder, "eleventy");
  if (options.install) installEleventy(themes, installed);
  const peers = { Hugo: hugo(themes), Eleventy: eleventy(themes, installed) };
  const own = colloquy(options.program, "same", themes);
  const contestants = [own, peers.Hugo, peers.Eleventy].filter((each) => each !== undefined);
  const versions = Object.fromEntries(contestants.map(({ name, version }) => [name, version]));
  const setting = describeSetting(options.program, versions);
  print(headOf(setting));
  if (options.quick)
    print(
      "Quick: few runs of a small site, in which starting a program weighs most. The bars are for the whole run.",
    );
  if (!peers.Hugo) print("Hugo is left out: there is no `hugo` on this machine.");
  if (!peers.Eleventy) print("Eleventy is left out: `npm run bench -- --install` brings it.");

  const plan = planBench(options);
  const rows: Row[] = [];
  const grown: Grown[] = [];
  const alone: Row[] = [];
  if (plan.start) {
    const start = startRows(options.program, plan.runs.start);
    show("Start", start, ["Colloquy", "bare Node"]);
    rows.push(...start);
  }
  for (const pages of ["same", "all"] as const) {
    const players = pages === "same" ? contestants : [colloquy(options.program, "all", themes)];
    const found: Row[] = [];
    for (const group of plan.groups.filter((each) => each.pages === pages)) {
      found.push(...(await measureGroup(group, players, { options, plan, grown, alone })));
    }
    const title =
      pages === "same"
        ? "The same pages: features, a first page, an index of all, a feed of the newest twenty"
        : "Everything that Colloquy makes of itself";
    show(
      title,
      found,
      players.map(({ name }) => name),
    );
    rows.push(...found);
  }
  alone.push(...growthRows(grown));
  show("Colloquy alone", alone, ["Colloquy"]);
  rows.push(...alone);
  print(`\nAll samples: ${writeRecord(options.folder, setting, rows)}`);
}

interface Measuring {
  readonly options: BenchOptions;
  readonly plan: BenchPlan;
  readonly grown: Grown[];
  readonly alone: Row[];
}

async function measureGroup(
  group: Group,
  contestants: readonly Contestant[],
  measuring: Measuring,
): Promise<Row[]> {
  const { options, plan } = measuring;
  const corpus = makeCorpus(group.corpus);
  const isGrowthAlone = group.kinds.every((kind) => kind === "growth");
  const sites = (isGrowthAlone ? contestants.slice(0, 1) : contestants).map((contestant) =>
    writeSite(contestant, siteFolder(options, group, contestant), corpus),
  );
  const [own] = sites;
  if (!own) return [];
  const watching: WatchOptions = {
    edits: plan.edits,
    soak: plan.soak,
    unable: ({ contestant }) =>
      contestant.id === "colloquy" && !hasCommand(options.program, "preview") ? "not available" : undefined,
  };
  const rows: Row[] = [];
  for (const kind of group.kinds) {
    const name = `${group.pages === "all" ? "all-" : ""}${kind}-${group.corpus.name}`;
    process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${name}\n`);
    switch (kind) {
      case "growth":
        measuring.grown.push({ site: own, outcome: growthOutcome(own, plan.runs.growth) });
        break;
      case "edit":
        rows.push(...(await editRows(sites, watching)));
        break;
      case "first-page":
        measuring.alone.push(...(await firstPageRows(own, plan.runs["first-page"])));
        break;
      case "soak":
        measuring.alone.push(await soakRow(own, watching));
        break;
      default:
        rows.push(
          ...withPages(buildRows(kind, sites, plan.runs[kind], group.pages === "all" ? "all-" : ""), sites),
        );
    }
  }
  return rows;
}

/** Where Colloquy is alone, how many pages it made. */
function withPages(rows: readonly Row[], sites: readonly BenchSite[]): Row[] {
  const [site] = sites;
  if (sites.length !== 1 || !site) return [...rows];
  return rows.map((row) => {
    const isMeasured = [...row.outcomes.values()].every(({ kind }) => kind === "measured");
    return isMeasured ? { ...row, note: `${countPages(site).toLocaleString("en")} pages` } : row;
  });
}

function siteFolder({ folder }: BenchOptions, { corpus, pages }: Group, { id }: Contestant): string {
  return join(folder, "sites", pages === "all" ? `${id}-all` : id, corpus.name);
}

function headOf({ machine, versions, commit, started }: Setting): string {
  const programs = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `${programs.join(", ")}; commit ${commit}; ${machine.cpus} × ${machine.model}, ${machine.memory}, ${machine.system}; ${started}
Medians of whole processes with the least and the most in brackets; the warm-up is not counted. CPU is user and system time.
MiB is the largest single process, children included, as GNU time reports it.`;
}

function show(title: string, rows: readonly Row[], programs: readonly string[]): void {
  if (rows.length > 0) print(`\n## ${title}\n\n${tableOf(rows, programs)}`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
