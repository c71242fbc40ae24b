import fc from "fast-check";
import { expect, it } from "vitest";
import { ByteOffsets } from "../../src/markdown/byte-offsets.js";

it("Bytes of a text lead to its characters, whatever they are and in any order", () => {
  const characters = fc.array(fc.constantFrom("a", "é", "中", "😀", "\n", "：", "\u2801"), { minLength: 1 });
  fc.assert(
    fc.property(characters, fc.array(fc.nat()), (all, picks) => {
      const text = all.join("");
      const offsets = new ByteOffsets(text);
      expect(offsets.byteLength).toBe(Buffer.byteLength(text));
      for (const pick of picks) {
        const before = all.slice(0, pick % (all.length + 1)).join("");
        expect(offsets.unitAt(Buffer.byteLength(before))).toBe(before.length);
      }
    }),
  );
});
