import { expect, test } from "vitest";
import { openSession } from "../../src/build/site-session.js";
import { PreviewScreen } from "../../src/cli/preview-screen.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { calendarDate, filePath } from "../../src/model/ids.js";
import { goodSite } from "../build/good-site.js";

test("the terminal says whether there is a good site that stays, and what there is once it is mended", async () => {
  const fs = new MemoryFileSystem(
    Object.fromEntries(Object.entries(goodSite).map(([path, text]) => [`/s/${path}`, text])),
  );
  const settings = "content/site.yaml";
  fs.write(`/s/${settings}`, "title: [");
  let said = "";
  const stream = {
    write: (text: string) => void (said += text),
    isTerminal: false,
    hasColor: false,
    columns: 80,
  };
  const screen = new PreviewScreen(
    {
      workingDirectory: "/s",
      homeDirectory: "/",
      today: calendarDate("2024-06-01"),
      stdout: stream,
      stderr: stream,
      platform: "test",
      fs,
      loadLibrary: () => Promise.reject(new Error("not needed")),
    },
    { host: "127.0.0.1" },
  );
  const session = openSession({ root: "/s", fs, now: 1_000_000 });
  const build = async (because: string[]): Promise<string> => {
    said = "";
    screen.built(await session.update(because.map(filePath)), because.map(filePath), 5);
    return said.trim().split("\n").at(-1) ?? "";
  };
  expect(await build([])).toBe("Not built: the site cannot be built yet, 1 error (5 ms)");
  fs.write(`/s/${settings}`, "title: ]");
  expect(await build([settings])).toBe(`${settings}: the site cannot be built yet, 1 error (5 ms)`);
  fs.write(`/s/${settings}`, goodSite[settings]);
  expect(await build([settings])).toMatch(/^content\/site\.yaml: 2 features, 2 guests, \d+ pages \(5 ms\)$/);
  fs.write(`/s/${settings}`, "title: [");
  expect(await build([settings])).toBe(`${settings}: the last good site stays, 1 error (5 ms)`);
  fs.write(`/s/${settings}`, goodSite[settings]);
  expect(await build([settings])).toBe(`${settings}: mended (5 ms)`);
});
