import type { Sample } from "./measure/run-process.js";
import { quantile, spreadOf } from "./measure/statistics.js";
import type { Bar, Outcome, Row } from "./rows/row.js";

/**
 * The rows as a Markdown table, with a column for each program and one for each that Colloquy is compared with.
 *
 * @param programs - Names in the order of the columns, Colloquy first.
 */
export function tableOf(rows: readonly Row[], programs: readonly string[]): string {
  const [own = "", ...others] = programs;
  const lines = [
    ["work", ...programs, ...others.map((other) => `÷ ${other}`)],
    ["---", ...programs.map(() => "---"), ...others.map(() => "---")],
    ...rows.map((row) => [
      row.title,
      ...programs.map((program) => cell(row, row.outcomes.get(program), program === own)),
      ...others.map((other) => comparison(row, own, other)),
    ]),
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Whether a row's bars are met; nothing where it has none, or was not measured. */
export function judge(row: Row, own: string): { bar: Bar; ratio: number; met: boolean }[] {
  return row.bars.flatMap((bar) => {
    const ratio = ratioOf(row, own, bar.against, bar.part);
    return ratio === undefined ? [] : [{ bar, ratio, met: ratio <= bar.most }];
  });
}

function comparison(row: Row, own: string, other: string): string {
  const judged = judge(row, own).find(({ bar }) => bar.against === other);
  const ratio = judged?.ratio ?? ratioOf(row, own, other);
  if (ratio === undefined) return "";
  const bar = judged ? `, bar ${judged.bar.most}: ${verdict(judged.met)}` : "";
  const cpu = cpuRatio(row.outcomes.get(own), row.outcomes.get(other));
  return `**${short(ratio)}**${bar}${cpu === undefined ? "" : `; CPU ${short(cpu)}`}`;
}

/** On a machine that does other things, too, processor time says more than the clock. */
function cpuRatio(a: Outcome | undefined, b: Outcome | undefined): number | undefined {
  if (a?.kind !== "measured" || b?.kind !== "measured" || !a.samples || !b.samples) return undefined;
  return medianCpu(a.samples) / medianCpu(b.samples);
}

function medianCpu(samples: readonly Sample[]): number {
  return spreadOf(samples.map(({ cpu }) => cpu)).median;
}

function short(ratio: number): string {
  return ratio.toFixed(ratio < 0.1 ? 3 : 2);
}

/** @param part - Which of the other's values counts. */
function ratioOf(row: Row, own: string, other: string, part = row.part): number | undefined {
  const [a, b] = [row.outcomes.get(own), row.outcomes.get(other)];
  if (a?.kind !== "measured" || b?.kind !== "measured") return undefined;
  return quantile(a.values, row.part) / quantile(b.values, part);
}

function cell(row: Row, outcome: Outcome | undefined, isOwn: boolean): string {
  if (outcome === undefined) return "";
  if (outcome.kind === "missing") return firstLine(outcome.why);
  const { values, samples } = outcome;
  const { min, max } = spreadOf(values);
  const figure = quantile(values, row.part);
  const spread = values.length > 1 ? ` (${amount(min, row.unit)}–${amount(max, row.unit)})` : "";
  const cost =
    samples === undefined || samples.length === 0
      ? ""
      : `, CPU ${medianCpu(samples).toFixed(2)} s, ${Math.round(
          spreadOf(samples.map(({ peak }) => peak)).median,
        )} MiB`;
  const limit =
    isOwn && row.limit !== undefined
      ? `, at most ${row.limit} ${row.unit}: ${verdict(figure <= row.limit)}`
      : "";
  const note = isOwn && row.note !== undefined && row.note !== "" ? `; ${row.note}` : "";
  return `**${amount(figure, row.unit)} ${row.unit}**${spread}${cost}${limit}${note}`;
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").replaceAll("|", "\\|");
}

function verdict(met: boolean): string {
  return met ? "met" : "not met";
}

function amount(value: number, unit: Row["unit"]): string {
  switch (unit) {
    case "s":
      return value.toFixed(value < 1 ? 3 : 2);
    case "ms":
      return value.toFixed(value < 10 ? 1 : 0);
    case "MiB":
      return value.toFixed(0);
  }
}
