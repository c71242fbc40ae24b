import type { NetworkInterfaceInfo } from "node:os";
import { expect, test } from "vitest";
import { openSession } from "../../src/build/site-session.js";
import { PreviewScreen, type PreviewShown } from "../../src/cli/preview-screen.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { calendarDate, filePath } from "../../src/model/ids.js";
import { goodSite } from "../build/good-site.js";

function screenOf(shown: PreviewShown, fs = new MemoryFileSystem()) {
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
      networkInterfaces: () => ({
        lo: [at("127.0.0.1", "IPv4", true), at("::1", "IPv6", true)],
        eth0: [at("192.168.0.7"), at("fe80::7", "IPv6"), at("2001:db8::7", "IPv6")],
        wlan0: [at("169.254.3.4"), at("10.0.0.7")],
      }),
      loadLibrary: () => Promise.reject(new Error("not needed")),
    },
    shown,
  );
  /** What was said since this was asked last. */
  const heard = (): string => {
    const all = said;
    said = "";
    return all;
  };
  return { screen, heard };
}

function at(address: string, family: "IPv4" | "IPv6" = "IPv4", internal = false): NetworkInterfaceInfo {
  const rest = { address, internal, netmask: "", mac: "", cidr: null };
  return family === "IPv4" ? { ...rest, family } : { ...rest, family, scopeid: 0 };
}

test.each([
  [{ host: "127.0.0.1", drafts: true }, "http://127.0.0.1:4100/\n"],
  [{ host: "::1" }, "http://[::1]:4100/\n"],
  [
    { host: "0.0.0.0" },
    "http://localhost:4100/\nFrom another device: http://192.168.0.7:4100/ http://10.0.0.7:4100/\n" +
      "Everyone who reaches this machine can see this.\n",
  ],
  [
    { host: "::", drafts: true },
    "http://localhost:4100/\nFrom another device: http://192.168.0.7:4100/ http://10.0.0.7:4100/ http://[2001:db8::7]:4100/\n" +
      "Everyone who reaches this machine can see this, drafts too.\n",
  ],
  [{ host: "10.0.0.7" }, "http://10.0.0.7:4100/\nEveryone who reaches 10.0.0.7 can see this.\n"],
])("the terminal says where a preview is shown, and who can see it: %j", (shown, said) => {
  const { screen, heard } = screenOf(shown);
  screen.listening({ port: 4100, busy: [], basePath: "/" });
  expect(heard()).toBe(said);
});

test("the terminal says whether there is a good site that stays, and what there is once it is mended", async () => {
  const fs = new MemoryFileSystem(
    Object.fromEntries(Object.entries(goodSite).map(([path, text]) => [`/s/${path}`, text])),
  );
  const settings = "content/site.yaml";
  fs.write(`/s/${settings}`, "title: [");
  const { screen, heard } = screenOf({ host: "127.0.0.1" }, fs);
  const session = openSession({ root: "/s", fs, now: 1_000_000 });
  const build = async (because: string[]): Promise<string> => {
    screen.built(await session.update(because.map(filePath)), because.map(filePath), 5);
    return heard().trim().split("\n").at(-1) ?? "";
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
