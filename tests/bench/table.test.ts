import { describe, expect, test } from "vitest";
import { describeGrowth } from "../../bench/measure/growth.js";
import { quantile, spreadOf } from "../../bench/measure/statistics.js";
import { readOptions } from "../../bench/options.js";
import { planBench } from "../../bench/plan.js";
import type { Outcome, Row } from "../../bench/rows/row.js";
import { judge, tableOf } from "../../bench/table.js";

const sample = (wall: number) => ({ wall, cpu: wall, peak: 100 });
const measured = (...walls: number[]) =>
  ({ kind: "measured", values: walls, samples: walls.map(sample) }) as const;

const row: Row = {
  name: "word-10k",
  title: "one word changed",
  unit: "s",
  part: 0.5,
  outcomes: new Map<string, Outcome>([
    ["Colloquy", measured(0.5, 0.4, 0.9)],
    ["Hugo", measured(5, 4, 6)],
    ["Eleventy", { kind: "missing", why: "it failed\nbecause of | this" }],
  ]),
  bars: [{ against: "Hugo", most: 0.1 }],
};

describe("statistics", () => {
  test("are those of the values in any order, between two values by their distance", () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([7], 0.95)).toBe(7);
    expect(
      quantile(
        Array.from({ length: 101 }, (_, n) => n),
        0.95,
      ),
    ).toBe(95);
  });
});

describe("the table", () => {
  test("has the median with its spread, the ratio, and whether the bar is met", () => {
    const table = tableOf([row], ["Colloquy", "Hugo", "Eleventy"]);
    expect(table.split("\n").at(-1)).toBe(
      "| one word changed | **0.500 s** (0.400–0.900), CPU 0.50 s, 100 MiB | **5.00 s** (4.00–6.00), CPU 5.00 s, 100 MiB | it failed | **0.10**, bar 0.1: met; CPU 0.10 |  |",
    );
  });

  test("does not call a bar met that is missed by a little", () => {
    const slow = { ...row, bars: [{ against: "Hugo", most: 0.099 }] };
    expect(judge(slow, "Colloquy")).toMatchObject([{ met: false, ratio: 0.1 }]);
    expect(tableOf([slow], ["Colloquy", "Hugo"])).toContain("bar 0.099: not met");
  });

  test("may judge by another of the other's values, and then shows that ratio", () => {
    const late = { ...row, part: 1, bars: [{ against: "Hugo", most: 0.2, part: 0.5 }] };
    expect(judge(late, "Colloquy")).toMatchObject([{ met: true, ratio: 0.18 }]);
    expect(tableOf([late], ["Colloquy", "Hugo"])).toContain("**0.18**, bar 0.2: met");
  });

  test("judges nothing where somebody is missing", () => {
    expect(judge({ ...row, bars: [{ against: "Eleventy", most: 1 }] }, "Colloquy")).toEqual([]);
  });
});

test("memory that settles does not grow, and memory that goes on rising does", () => {
  const settled = [100, 150, 300, 290, 300, 310, 300, 300, 310, 290];
  expect(describeGrowth(settled)).toMatch(/later ÷ earlier: 1\.00, at most 1\.05: met$/);
  const rising = [100, 150, 200, 210, 220, 230, 240, 250, 260, 270];
  expect(describeGrowth(rising)).toMatch(/later ÷ earlier: 1\.19, at most 1\.05: not met$/);
});

describe("the plan", () => {
  const names = (...args: string[]) =>
    planBench(readOptions(args, "/project")).groups.flatMap(({ corpus, pages, kinds }) =>
      kinds.map((kind) => `${pages === "all" ? "all-" : ""}${kind}-${corpus.name}`),
    );

  test("keeps to the rows and corpora that are asked for", () => {
    expect(names("--only", "word-10k")).toEqual(["word-10k"]);
    expect(names("--only", "cold,first-page", "--size", "1k")).toEqual(["cold-1k", "first-page-1k"]);
    expect(names("--only", "all-cold")).toEqual(["all-cold-1k", "all-cold-10k"]);
    expect(names("--only", "start")).toEqual([]);
  });

  test("has a small site and few runs where it is to be quick", () => {
    const { groups, runs } = planBench(readOptions(["--quick"], "/project"));
    expect(Math.max(...groups.map(({ corpus }) => corpus.features))).toBe(200);
    expect(Math.max(...Object.values(runs))).toBeLessThan(6);
  });

  test("takes relative paths from the project", () => {
    expect(readOptions(["--program", "other/main.js"], "/project")).toMatchObject({
      program: "/project/other/main.js",
      folder: "/project/.bench",
    });
  });
});
