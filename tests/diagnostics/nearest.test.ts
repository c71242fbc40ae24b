import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { editDistance, nearest } from "../../src/diagnostics/nearest.js";

describe("nearest", () => {
  it("finds what was most likely meant", () => {
    expect(nearest("chen-gnag", ["liu-guanghui", "chen-gang", "gong-hongbo"])).toBe("chen-gang");
    expect(nearest("吴同", ["吴桐", "李青"])).toBe("吴桐");
    expect(nearest("publishd", ["draft", "published"])).toBe("published");
  });

  it("ignores case, width and spaces", () => {
    expect(nearest("吴 桐", ["吴桐"])).toBe("吴桐");
    expect(nearest("ＴＩＴＬＥ", ["title"])).toBe("title");
  });

  it("finds nothing where nothing is near", () => {
    expect(nearest("weather", ["title", "date"])).toBeUndefined();
    expect(nearest("吴", ["李"])).toBeUndefined();
    expect(nearest("", ["a", ""])).toBeUndefined();
    expect(nearest("title", [])).toBeUndefined();
  });

  it("prefers the fewest edits, and of equals the first", () => {
    expect(nearest("roles", ["rules", "role", "poles"])).toBe("rules");
    expect(nearest("captin", ["captions", "caption"])).toBe("caption");
  });

  it("finds every candidate itself", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 1, maxLength: 6 }),
        (candidates) => {
          for (const candidate of candidates) expect(nearest(candidate, candidates)).toBe(candidate);
        },
      ),
    );
  });

  it("comes to an end on long texts", () => {
    expect(nearest("x".repeat(200_000), ["y".repeat(200_000), "title"])).toBeUndefined();
  });
});

describe("editDistance", () => {
  const words = fc.array(fc.constantFrom("a", "b", "春"), { maxLength: 6 });

  it("counts a swap of neighbours as one edit", () => {
    expect(editDistance(Array.from("gnag"), Array.from("gang"))).toBe(1);
    expect(editDistance(Array.from("abc"), Array.from("abd"))).toBe(1);
    expect(editDistance([], Array.from("abc"))).toBe(3);
  });

  it("is a symmetric distance that no word's length exceeds", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a.join("") === b.join(""));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
