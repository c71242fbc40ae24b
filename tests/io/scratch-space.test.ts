import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { realFileSystem } from "../../src/io/real-file-system.js";
import { ScratchSpace } from "../../src/io/scratch-space.js";

const folder = mkdtempSync(join(tmpdir(), "scratch-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const million = 1_000_000;
const filled = (byte: number, length: number): Uint8Array => new Uint8Array(length).fill(byte);

describe("scratch space", () => {
  for (const [kind, open] of [
    ["on a disk", () => new ScratchSpace(realFileSystem, folder)],
    ["in memory", () => new ScratchSpace(new MemoryFileSystem(), "/site")],
  ] as const) {
    test(`${kind} gives back what it was given`, () => {
      const scratch = open();
      const given = [3, million, 5 * million, 0, 2 * million, 2 * million, 7].map((length, index) => {
        const bytes = filled(index + 1, length);
        return { bytes, stretch: scratch.add(bytes) };
      });
      for (const { bytes, stretch } of given)
        expect(stretch && Buffer.compare(scratch.read(stretch), bytes)).toBe(0);
      scratch.close();
    });
  }

  test("leaves nothing behind, whether it is closed or not", () => {
    const open = new ScratchSpace(realFileSystem, folder);
    open.add(filled(1, 5 * million));
    if (process.platform !== "win32") expect(readdirSync(join(folder, ".colloquy"))).toEqual([".gitignore"]);
    open.close();
    expect(readdirSync(join(folder, ".colloquy"))).toEqual([".gitignore"]);
  });

  test("touches no disk for little", () => {
    const fs = new MemoryFileSystem();
    new ScratchSpace(fs, "/site").add(filled(1, million));
    expect(fs.used).toBe(0);
  });

  test("keeps what it has where the disk is full, and takes no more", () => {
    const fs = new MemoryFileSystem({}, { capacity: 3 * million });
    const scratch = new ScratchSpace(fs, "/site");
    const first = scratch.add(filled(1, 3 * million));
    expect(scratch.add(filled(2, 3 * million))).toBeUndefined();
    expect(scratch.add(filled(3, 3 * million))).toBeUndefined();
    expect(first && Buffer.compare(scratch.read(first), filled(1, 3 * million))).toBe(0);
  });
});
