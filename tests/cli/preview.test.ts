import { describe, expect, it } from "vitest";
import { opener } from "../../src/cli/open-in-browser.js";
import { colloquy } from "./harness.js";

describe("colloquy preview", () => {
  it.each([
    [["--port", "x"], 'Unexpected --port "x"'],
    [["--port", "70000"], 'Unexpected --port "70000"'],
    [["--editor", "emcs"], 'Unexpected --editor "emcs", expected vscode'],
    [["--editor", "javascript:{path}"], "Unexpected --editor"],
    [["--dist", "nowhere"], 'Unexpected --dist "/desk/nowhere", expected a folder'],
    [["--base", "talks"], 'Unexpected --base "talks"'],
  ])("refuses %j before it listens", async (args, said) => {
    const { code, err, out } = await colloquy(["preview", ...args]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(said);
  });

  it("opens an address as the system does, and gives it to no shell", () => {
    const address = "http://127.0.0.1:4100/?a=1&b=2";
    for (const platform of ["linux", "darwin", "win32"])
      expect(opener(platform, address)[1].at(-1)).toBe(address);
  });
});
