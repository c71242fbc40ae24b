import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { serve, type Host } from "./host.js";
import {
  installLighthouse,
  loadLighthouse,
  type FormFactor,
  type Lighthouse,
  type Verdict,
} from "./lighthouse.js";
import { readPageOptions, type PageOptions } from "./options.js";
import { weigh, type Weight } from "./weigh.js";

const project = process.cwd();
const lighthouseFolder = join(project, ".bench/lighthouse");
const reports = join(project, ".bench/pages");

/** Bytes over the wire that a page may have without its pictures. */
const mostBytes = 60_000;

const pages = ["", "en/"].flatMap((language) => [
  { name: `home ${language || "zh/"}`, path: `/${language}` },
  { name: `feature ${language || "zh/"}`, path: `/${language}features/book-boat/` },
  { name: `guest ${language || "zh/"}`, path: `/${language}guests/shan-jingyi/` },
]);
const forms = [
  { form: "mobile", width: 412 },
  { form: "desktop", width: 1350 },
] as const;

interface Measured {
  readonly page: string;
  readonly form: FormFactor;
  readonly verdict: Verdict | undefined;
  readonly weight: Weight;
}

process.exitCode = await main(readPageOptions(process.argv.slice(2)));

async function main({ install, only, runs }: PageOptions): Promise<number> {
  if (install) installLighthouse(lighthouseFolder);
  const lighthouse = await loadLighthouse(lighthouseFolder);
  if (!lighthouse) say("Lighthouse is not installed: npm run bench:pages -- --install");
  const folder = mkdtempSync(join(tmpdir(), "bench-pages-"));
  const measured: Measured[] = [];
  try {
    build(folder);
    const host = await serve(folder);
    try {
      const wanted = pages.filter(
        ({ name }) => only.length === 0 || only.some((each) => name.startsWith(each)),
      );
      for (const page of wanted) {
        for (const each of forms) measured.push(await measure(page, each, host, lighthouse, runs));
      }
    } finally {
      await host.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  mkdirSync(reports, { recursive: true });
  const record = measured.map(({ verdict, ...each }) => ({
    ...each,
    ...(verdict && { ...verdict, html: undefined }),
  }));
  writeFileSync(join(reports, "record.json"), `${JSON.stringify(record, null, 2)}\n`);
  const missed = measured.flatMap(missesOf);
  for (const each of missed) say(each);
  say(missed.length === 0 ? "Every bar is met." : `${missed.length} missed.`);
  return missed.length === 0 ? 0 : 1;
}

function build(folder: string): void {
  const program = join(project, "lib/cli/main.js");
  const { status } = spawnSync(process.execPath, [program, "build", "--out", folder], { stdio: "inherit" });
  if (status !== 0) throw new Error("Expected the example site to be built");
}

async function measure(
  { name, path }: (typeof pages)[number],
  { form, width }: (typeof forms)[number],
  host: Host,
  lighthouse: Lighthouse | undefined,
  runs: number,
): Promise<Measured> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", `--remote-debugging-port=${port}`],
  });
  try {
    const weight = await weigh(browser, host, path, width);
    const verdicts: Verdict[] = [];
    for (let run = 0; lighthouse && run < runs && !isFaultless(verdicts.at(-1)); run++)
      verdicts.push(await lighthouse(host.origin + path, port, form));
    const verdict = verdicts.toSorted((one, other) => sumOf(other) - sumOf(one))[0];
    const measured = { page: name, form, verdict, weight };
    say(lineOf(measured));
    if (verdict) {
      mkdirSync(reports, { recursive: true });
      writeFileSync(join(reports, `${name.replace(/\W+/g, "-")}${form}.html`), verdict.html);
    }
    return measured;
  } finally {
    await browser.close();
  }
}

function sumOf({ scores }: Verdict): number {
  return Object.values(scores).reduce((sum, score) => sum + score, 0);
}

function isFaultless(verdict: Verdict | undefined): boolean {
  return verdict !== undefined && Object.values(verdict.scores).every((score) => score === 100);
}

function lineOf({ page, form, verdict, weight }: Measured): string {
  const scores = verdict
    ? Object.values(verdict.scores)
        .map((score) => String(score).padStart(3))
        .join(" ")
    : "not scored";
  const kinds = Object.entries(weight.sent).map(
    ([kind, sent]) => `${kind} ${kilobytes(sent)} of ${kilobytes(weight.bytes[kind] ?? 0)}`,
  );
  return [
    `${page}${form}`.padEnd(20),
    scores,
    `${kilobytes(weight.withoutPictures)} kB without pictures`,
    `(${kinds.join(", ")})`,
    `shift ${weight.shift.toFixed(4)}`,
    ...(verdict ? [`paint ${verdict.paint} ms`, `machine ${verdict.machine}`] : []),
  ].join("  ");
}

function missesOf({ page, form, verdict, weight }: Measured): string[] {
  const where = `${page}${form}`;
  return [
    ...Object.entries(verdict?.scores ?? {}).flatMap(([name, score]) =>
      score < 100 ? [`${where}: ${name} ${score} of 100`] : [],
    ),
    ...(verdict?.faults ?? []).map((fault) => `${where}: ${fault}`),
    ...(weight.withoutPictures > mostBytes
      ? [`${where}: ${weight.withoutPictures} bytes of ${mostBytes}`]
      : []),
    ...weight.foreign.map((url) => `${where}: asked for ${url}`),
    ...(weight.shift > 0 ? [`${where}: shifts by ${weight.shift}`] : []),
  ];
}

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === "string") throw new Error("Expected a port");
  return address.port;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
