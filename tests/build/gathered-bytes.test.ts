import { expect, it } from "vitest";
import { GatheredBytes } from "../../src/build/gathered-bytes.js";

it("lays bytes one behind the other, however many there are", () => {
  const gathered = new GatheredBytes();
  for (const sizes of [[3, 0, 5], [], [200_000, 100_000, 900_000, 1], [4]]) {
    const all = sizes.map((size, index) => new Uint8Array(size).fill(index + 1));
    const places = all.map((bytes) => gathered.add(bytes));
    const taken = gathered.take();
    expect(taken.length).toBe(sizes.reduce((sum, size) => sum + size, 0));
    for (const [index, { start, end }] of places.entries())
      expect(Buffer.compare(taken.subarray(start, end), all[index] ?? new Uint8Array())).toBe(0);
  }
});

it("gives what is taken room of its own", () => {
  const gathered = new GatheredBytes();
  gathered.add(new Uint8Array([1, 2]));
  const first = gathered.take();
  gathered.add(new Uint8Array([3, 4]));
  gathered.take();
  expect([...first]).toEqual([1, 2]);
});
