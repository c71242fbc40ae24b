import fc from "fast-check";
import { expect, test } from "vitest";
import { hashOf, shortHashOf } from "../../src/model/hash.js";

test("a text and its bytes in UTF-8 have the same hash", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(hashOf(text)).toBe(hashOf(new TextEncoder().encode(text)));
    }),
  );
});

test("a hash may stand in a file's name, and is SHA-256's", () => {
  expect(hashOf("abc")).toBe("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
});

test("texts that are the same together but end elsewhere have other short hashes", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "1", " ", "\0"), maxLength: 4 });
  fc.assert(
    fc.property(fc.array(text), fc.array(text), (some, others) => {
      const same = JSON.stringify(some) === JSON.stringify(others);
      expect(shortHashOf(...some) === shortHashOf(...others)).toBe(same);
    }),
  );
});
