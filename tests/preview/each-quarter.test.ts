import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { atEachQuarter } from "../../src/preview/each-quarter.js";

let times: string[] = [];
beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 4, 1, 23, 52, 30) });
  times = [];
  atEachQuarter(() => times.push(new Date().toISOString().slice(11, 19)));
});
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

test("looks at the quarters of the clock, whenever it began", () => {
  vi.advanceTimersByTime(7.5 * 60_000 - 1);
  expect(times).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(times).toEqual(["00:00:00"]);
  vi.advanceTimersByTime(30 * 60_000);
  expect(times).toEqual(["00:00:00", "00:15:00", "00:30:00"]);
});

test("looks within a minute once the machine is awake again, and once only", () => {
  vi.advanceTimersByTime(60_000);
  // While it sleeps, the clock goes on and timers do not.
  vi.setSystemTime(Date.UTC(2026, 4, 2, 7, 3));
  vi.advanceTimersByTime(60_000);
  expect(times).toEqual(["07:04:00"]);
  vi.advanceTimersByTime(11 * 60_000);
  expect(times).toEqual(["07:04:00", "07:15:00"]);
});
