import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextBytes } from "../../src/io/text-bytes.js";

describe("texts as bytes", () => {
  const texts = new TextBytes();
  const encoded = (text: string) => Buffer.from(texts.of(text)).toString("hex");
  const expected = (text: string) => Buffer.from(text).toString("hex");

  it("are UTF-8, whatever is where one piece ends", () => {
    for (let before = 2040; before < 2056; before++) {
      for (const unit of ["é", "长", "🏮", "\ud83c", "\udfee"]) {
        const text = `${"a".repeat(before)}${unit}${"b".repeat(3000)}${unit.repeat(2000)}`;
        expect(encoded(text) === expected(text), `${before} ${JSON.stringify(unit)}`).toBe(true);
      }
    }
  });

  it("are what they are alone, whatever was written before", () => {
    const parts = fc.array(fc.string({ unit: "binary", maxLength: 3000, size: "max" }), { maxLength: 4 });
    fc.assert(
      fc.property(parts, (all) => {
        for (const text of all) expect(encoded(text) === expected(text)).toBe(true);
      }),
      { numRuns: 10 },
    );
  });
});
