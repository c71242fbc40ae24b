import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const version = "12.2.3";

/** The four scores of a page, 0 to 100, and what keeps it from all of them. */
export interface Verdict {
  readonly scores: Readonly<Record<string, number>>;
  /** `audit: title`, of those that kept a score from 100: an audit may lack a point that its score does not. */
  readonly faults: readonly string[];
  /** Largest contentful paint, milliseconds. */
  readonly paint: number;
  /** How fast the machine was then, by Lighthouse's own measure: a quiet desk has 1,500 and more. */
  readonly machine: number;
  /** The report for a person. */
  readonly html: string;
}

/** How a page is looked at: as on a slow phone, or on a desk. */
export type FormFactor = "mobile" | "desktop";

/** Look at a page with Lighthouse. @param port - On which Chromium takes orders. */
export type Lighthouse = (url: string, port: number, form: FormFactor) => Promise<Verdict>;

// What is used of Lighthouse, which is installed only where it is asked for, so that its types are not there.
interface LighthouseModule {
  readonly default: (url: string, flags: object, config?: unknown) => Promise<LighthouseResult | undefined>;
  readonly desktopConfig: unknown;
}
interface LighthouseResult {
  readonly report: string;
  readonly lhr: {
    readonly environment: { readonly benchmarkIndex: number };
    readonly categories: Readonly<
      Record<
        string,
        {
          readonly score: number | null;
          readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
        }
      >
    >;
    readonly audits: Readonly<
      Record<
        string,
        { readonly title: string; readonly score: number | null; readonly numericValue?: number }
      >
    >;
  };
}

/** Install Lighthouse into a folder of its own, outside of the project's lock file: it brings 140 packages. */
export function installLighthouse(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const { status } = spawnSync(
    "npm",
    ["install", "--save-exact", "--ignore-scripts", "--no-audit", "--no-fund", `lighthouse@${version}`],
    { cwd: folder, stdio: "inherit" },
  );
  if (status !== 0)
    throw new Error(`Expected lighthouse ${version} from the registry; npm could not install it`);
}

/** Lighthouse as installed in a folder; `undefined` where it is not. */
export async function loadLighthouse(folder: string): Promise<Lighthouse | undefined> {
  const main = join(folder, "node_modules/lighthouse/core/index.js");
  if (!existsSync(main)) return undefined;
  // The module is outside of the project, and is what its own documentation says it is.
  const module = (await import(pathToFileURL(main).href)) as LighthouseModule;
  return async (url, port, form) => {
    const flags = { port, output: "html", logLevel: "error" };
    const result = await module.default(url, flags, form === "desktop" ? module.desktopConfig : undefined);
    if (!result) throw new Error(`Expected a report about ${url}`);
    return verdictOf(result);
  };
}

function verdictOf({ lhr: { categories, audits, environment }, report }: LighthouseResult): Verdict {
  const short = Object.values(categories).filter(({ score }) => outOf100(score) < 100);
  const faults = short.flatMap(({ auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      return audit && weight > 0 && audit.score !== null && audit.score < 1
        ? [`${id}: ${audit.title} (${audit.score})`]
        : [];
    }),
  );
  return {
    scores: Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, outOf100(score)]),
    ),
    faults,
    paint: Math.round(audits["largest-contentful-paint"]?.numericValue ?? 0),
    machine: Math.round(environment.benchmarkIndex),
    html: report,
  };
}

function outOf100(score: number | null): number {
  return Math.round((score ?? 0) * 100);
}
