import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { builtInStyle } from "./built-in-style.js";
import { contrast, oklch, type LinearRgb } from "./oklch.js";

const theme = new URL("../../templates/", import.meta.url);
/** On one line, however it is laid out in the file. */
const read = async (path: string) => (await readFile(new URL(path, theme), "utf8")).replace(/\s+/g, " ");
const style = builtInStyle.replace(/\s+/g, " ");
const looks = (await readdir(new URL("looks/", theme))).sort();
const seats = Array.from({ length: 24 }, (_, index) => index + 1);

/** The tokens of each look in each scheme: the light ones stand first, the dark ones behind their media query. */
const schemes = await Promise.all(
  looks.map(async (file) => {
    const look = await read(`looks/${file}`);
    const dark = look.slice(look.indexOf("@media (prefers-color-scheme: dark)"));
    return [
      [file, "light", look.slice(look.indexOf(":root {"))],
      [file, "dark", dark],
    ] as const;
  }),
);

it("has two looks to choose from", () => {
  expect(looks).toEqual(["night-desk.css", "table.css"]);
});

it("has looks that set the same properties", async () => {
  const names = async (file: string) => [
    ...new Set([...(await read(`looks/${file}`)).matchAll(/--([\w-]+):/g)].map(([, name]) => name)),
  ];
  const [first = [], ...others] = await Promise.all(looks.map(names));
  for (const other of others) expect(other.sort()).toEqual(first.sort());
  for (const name of first) expect(style).toContain(`var(--${name ?? ""}`);
});

describe.each(schemes.flat())("the colours of the look %s, %s", (_file, _scheme, tokens) => {
  const paper = colour(tokens, "paper");

  it.each(["ink", "accent"])("keep --%s legible on paper", (name) => {
    expect(contrast(colour(tokens, name), paper)).toBeGreaterThanOrEqual(4.5);
  });

  it("keep quieter text legible, which is mixed of ink and paper, and thin lines thinner than it", () => {
    const mixture = (name: string) => contrast(mix(colour(tokens, "ink"), paper, shareOfInk(name)), paper);
    expect(mixture("ink-soft")).toBeGreaterThanOrEqual(4.5);
    expect(mixture("hairline")).toBeGreaterThan(1.25);
    expect(mixture("hairline")).toBeLessThan(3);
  });

  it("keep skip links and notices, which are paper on ink, legible", () => {
    expect(contrast(paper, colour(tokens, "ink"))).toBeGreaterThanOrEqual(7);
  });

  it.each(seats)("keep the name of the guest in seat %i legible on paper", (seat) => {
    expect(contrast(guestColour(tokens, seat), paper)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(seats)("keep the initial in seat %i legible on its own tint", (seat) => {
    const guest = guestColour(tokens, seat);
    expect(contrast(guest, mix(guest, paper, number(tokens, "tint") / 100))).toBeGreaterThanOrEqual(3);
  });
});

describe("the hues of the guests", () => {
  it("are a twenty-fourth of the circle apart, all different", () => {
    const hues = seats.map(hueOf).sort((one, other) => one - other);
    const steps = hues.map((hue, index) => (index === 0 ? 15 : hue - (hues[index - 1] ?? 0)));
    expect(new Set(steps)).toEqual(new Set([15]));
  });

  it("are at least 60 degrees apart for the first four seats and for any two neighbours", () => {
    const distance = (one: number, other: number) => {
      const difference = Math.abs(hueOf(one) - hueOf(other)) % 360;
      return Math.min(difference, 360 - difference);
    };
    for (const seat of seats.slice(1)) expect(distance(seat - 1, seat)).toBeGreaterThanOrEqual(60);
    for (const one of [1, 2, 3, 4]) {
      for (const other of [1, 2, 3, 4]) {
        if (one !== other) expect(distance(one, other)).toBeGreaterThanOrEqual(45);
      }
    }
  });
});

describe("the readings of a feature", () => {
  it.each(seats)("can show the guest in seat %i alone and mark the link", (seat) => {
    expect(style).toContain(`[data-seat="${seat}"]{--seat:${seat}}`);
    expect(style).toContain(`[data-seat="${seat}"]:target~.interview`);
    expect(style).toContain(`[data-seat="${seat}"]:target~.readings a[data-seat="${seat}"]`);
  });
});

function guestColour(tokens: string, seat: number): LinearRgb {
  return oklch(number(tokens, "guest-lightness"), number(tokens, "guest-chroma"), hueOf(seat));
}

/** The hue that the style sheet computes for a seat, in degrees from 0 to 360. */
function hueOf(seat: number): number {
  const rule = /calc\((\d+) \+ \(var\(--seat, ?1\) - 1\) \* (\d+)\)/.exec(style);
  if (!rule) throw new Error("The style sheet has no rule for the guests' hues.");
  return (Number(rule[1]) + (seat - 1) * Number(rule[2])) % 360;
}

function colour(tokens: string, name: string): LinearRgb {
  const value = new RegExp(String.raw`--${name}: oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`).exec(tokens);
  if (!value) throw new Error(`The look has no oklch colour --${name}.`);
  return oklch(Number(value[1]), Number(value[2]), Number(value[3]));
}

function number(tokens: string, name: string): number {
  const value = new RegExp(String.raw`--${name}: ([\d.]+)`).exec(tokens);
  if (!value) throw new Error(`The look has no number --${name}.`);
  return Number(value[1]);
}

/** How much ink there is in what the style sheet mixes of ink and paper. */
function shareOfInk(name: string): number {
  const rule = new RegExp(
    String.raw`--${name}:color-mix\(in oklab, ?var\(--ink\) (\d+)%, ?var\(--paper\)\)`,
  ).exec(style);
  if (!rule) throw new Error(`The style sheet does not mix --${name}.`);
  return Number(rule[1]) / 100;
}

/** A share of one colour in another, near enough to `color-mix()` for a contrast of 3. */
function mix(colour: LinearRgb, paper: LinearRgb, share: number): LinearRgb {
  const mixed = (index: 0 | 1 | 2) => {
    const root = Math.cbrt(colour[index]) * share + Math.cbrt(paper[index]) * (1 - share);
    return root ** 3;
  };
  return [mixed(0), mixed(1), mixed(2)];
}
