import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { IdleWork } from "../../src/preview/idle-work.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

test("idle work goes on in small pieces until all is done, and not while it is stopped", async () => {
  let left = 10;
  let pieces = 0;
  const work = new IdleWork((isOver) => {
    pieces++;
    while (left > 0 && !isOver()) {
      left--;
      vi.advanceTimersByTime(2);
    }
    return left === 0;
  });
  work.start();
  expect(left).toBeGreaterThan(0);
  const before = left;
  work.stop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(left).toBe(before);
  work.start();
  await vi.advanceTimersByTimeAsync(1000);
  expect(left).toBe(0);
  const all = pieces;
  await vi.advanceTimersByTimeAsync(1000);
  expect(pieces).toBe(all);
});
