import { describe, expect, it } from "vitest";
import { checked, gather, unusable } from "../../src/diagnostics/checked.js";
import { diagnose } from "../../src/diagnostics/diagnostic.js";

const problem = (file: string) => diagnose("empty-file", { file }, { expected: "a guest" });

describe("gather", () => {
  it("keeps the values that were made, in order, and every diagnostic", () => {
    const [a, b] = [problem("a.md"), problem("b.md")];
    expect(gather([checked(1), unusable([a]), checked(2, [b])])).toEqual({
      values: [1, 2],
      diagnostics: [a, b],
    });
  });

  it("keeps values that are empty, zero or null", () => {
    expect(gather<string | number | null>([checked(""), checked(0), checked(null)]).values).toEqual([
      "",
      0,
      null,
    ]);
  });

  it("takes more diagnostics than a call takes arguments", () => {
    const many = Array.from({ length: 200_000 }, () => problem("a.md"));
    expect(gather([unusable(many)]).diagnostics).toHaveLength(200_000);
  });
});
