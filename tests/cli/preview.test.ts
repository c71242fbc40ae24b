import { describe, expect, it } from "vitest";
import { openInBrowser, opener } from "../../src/cli/open-in-browser.js";
import { whyRefused } from "../../src/cli/refused-port.js";
import { colloquy } from "./harness.js";

describe("colloquy preview", () => {
  it.each([
    [["--port", "x"], 'Unexpected --port "x"'],
    [["--port", "70000"], 'Unexpected --port "70000"'],
    [["--editor", "emcs"], 'Unexpected --editor "emcs", expected vscode'],
    [["--editor", "javascript:{path}"], "Unexpected --editor"],
    [["--dist", "nowhere"], 'Unexpected --dist "/desk/nowhere", expected a folder'],
    [["--dist", "--drafts"], "Unexpected --drafts beside --dist"],
    [["--dist", "--editor", "zed"], "Unexpected --editor beside --dist"],
    [["--base", "talks"], 'Unexpected --base "talks"'],
  ])("refuses %j before it listens", async (args, said) => {
    const { code, err, out } = await colloquy(["preview", ...args]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(said);
  });

  it("names the port or the host that cannot be had", () => {
    const refused = (code: string) =>
      whyRefused(Object.assign(new Error(code), { code, syscall: "listen" }), { host: "studio", port: 80 });
    expect(refused("EACCES")).toBe(
      "Unexpected --port 80: this system keeps it for its administrator; try one above 1023",
    );
    expect(refused("EADDRNOTAVAIL")).toBe('Unexpected --host "studio", expected an address of this machine');
    expect(refused("EMFILE")).toBeUndefined();
    expect(whyRefused(new Error("a bug"), { host: "studio", port: 80 })).toBeUndefined();
  });

  it("says why no browser was opened, and nothing where one was", async () => {
    const whyNot = (program: string, ...args: string[]) =>
      new Promise<string>((resolve) => openInBrowser("http://x/", resolve, [program, args]));
    expect(await whyNot("no-such-browser")).toBe("there is no no-such-browser");
    expect(await whyNot(process.execPath, "-e", "process.exit(3)")).toBe(`${process.execPath} ended with 3`);
    const opened = whyNot(process.execPath, "-e", "");
    const later = whyNot(process.execPath, "-e", "setTimeout(() => process.exit(1), 300)");
    expect(await Promise.race([opened, later])).toContain("ended with 1");
  });

  it("opens an address as the system does, and gives it to no shell", () => {
    const address = "http://127.0.0.1:4100/?a=1&b=2";
    for (const platform of ["linux", "darwin", "win32"])
      expect(opener(platform, address)[1].at(-1)).toBe(address);
  });
});
