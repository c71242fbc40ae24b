import { describe, expect, it } from "vitest";
import { readPageOptions } from "../../bench/pages/options.js";

describe("the options of the bench of pages", () => {
  it("measure every page once where nothing is said", () => {
    expect(readPageOptions([])).toEqual({ install: false, only: [], runs: 1 });
  });

  it("name pages, and say how often each is scored", () => {
    expect(readPageOptions(["--only", "home en/,feature", "--runs", "5"])).toEqual({
      install: false,
      only: ["home en/", "feature"],
      runs: 5,
    });
  });
});
