import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { noOrder } from "../../src/build/feature-order.js";
import type { SiteSession, SiteState } from "../../src/build/site-session.js";
import { filePath, type FilePath } from "../../src/model/ids.js";
import { diagnose } from "../../src/diagnostics/diagnostic.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { hashOf } from "../../src/model/hash.js";
import { Burst } from "../../src/preview/burst.js";
import { everything, KnownFiles } from "../../src/preview/known-files.js";
import { Rebuilding } from "../../src/preview/rebuilding.js";
import { pauseAfter, Sweep } from "../../src/preview/sweep.js";

const [a, b, c] = ["content/a.md", "content/b.md", "content/c.md"].map((path) => filePath(path)) as [
  FilePath,
  FilePath,
  FilePath,
];

const emptyState: SiteState = {
  diagnostics: [],
  usable: true,
  basePath: "/",
  counts: { features: 0, guests: 0, pages: 0 },
  outputs: new Map(),
  changed: [],
  loaded: {
    site: undefined,
    pages: [],
    hidden: new Map(),
    files: [],
    found: [],
    diagnostics: [],
    order: () => noOrder,
    takeTexts: () => undefined,
  },
};

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

describe("a burst", () => {
  test("works on a single save at once, and on a thousand in one go", async () => {
    const rounds: number[] = [];
    const burst = new Burst<number>((items) => {
      rounds.push(items.size);
      return Promise.resolve();
    });
    burst.add([1]);
    await vi.advanceTimersByTimeAsync(6);
    expect(rounds).toEqual([1]);
    for (let item = 0; item < 1000; item++) {
      burst.add([item]);
      await vi.advanceTimersByTimeAsync(1);
    }
    await vi.advanceTimersByTimeAsync(100);
    expect(rounds).toEqual([1, 1000]);
  });

  test("waits after the first of many, where more is to be expected", async () => {
    const rounds: number[] = [];
    const isOneOfMany = (item: number) => item >= 100;
    const burst = new Burst<number>((items) => {
      rounds.push(items.size);
      return Promise.resolve();
    }, isOneOfMany);
    for (let item = 100; item < 110; item++) {
      burst.add([item]);
      await vi.advanceTimersByTimeAsync(50);
    }
    await vi.advanceTimersByTimeAsync(100);
    expect(rounds).toEqual([10]);
    burst.add([1]);
    await vi.advanceTimersByTimeAsync(6);
    expect(rounds).toEqual([10, 1]);
  });

  test("has settled once all is worked on that had come, though more comes without end", async () => {
    const rounds: number[][] = [];
    const burst = new Burst<number>(async (items) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      rounds.push([...items]);
    });
    let settled = 0;
    for (let item = 0; item < 20; item++) {
      burst.add([item]);
      await vi.advanceTimersByTimeAsync(1);
      if (item === 4) void burst.settled().then(() => (settled = rounds.flat().length));
      await vi.advanceTimersByTimeAsync(299);
    }
    expect(settled).toBeGreaterThan(4);
    expect(settled).toBeLessThan(10);
    expect(rounds.flat().slice(0, settled)).toContain(4);
  });

  test("is not cut short by somebody who waits for it, where many come", async () => {
    const rounds: number[] = [];
    const burst = new Burst<number>((items) => {
      rounds.push(items.size);
      return Promise.resolve();
    });
    let settled = 0;
    for (let item = 0; item < 100; item++) {
      burst.add([item]);
      if (item >= 10) void burst.settled().then(() => settled++);
      await vi.advanceTimersByTimeAsync(item < 10 ? 0 : 5);
    }
    await vi.advanceTimersByTimeAsync(100);
    expect(rounds).toEqual([100]);
    expect(settled).toBe(90);
  });

  test("never works on two rounds at once, and loses nothing that comes meanwhile", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(120), fc.nat(20)), { maxLength: 40 }), async (events) => {
        let working = false;
        const seen = new Set<number>();
        const burst = new Burst<number>(async (items) => {
          expect(working).toBe(false);
          working = true;
          await new Promise((resolve) => setTimeout(resolve, 30));
          for (const item of items) seen.add(item);
          working = false;
        });
        for (const [pause, item] of events) {
          await vi.advanceTimersByTimeAsync(pause);
          burst.add([item]);
        }
        await vi.advanceTimersByTimeAsync(3000);
        expect([...seen].sort()).toEqual([...new Set(events.map(([, item]) => item))].sort());
      }),
      { numRuns: 50 },
    );
  });
});

describe("what is known of files", () => {
  const disk = () => {
    const fs = new MemoryFileSystem({ "/s/content/a.md": "one", "/s/content/b.md": "two" });
    const known = new KnownFiles(fs, "/s");
    known.takeStock();
    return { fs, known };
  };

  test("tells a change from what was only touched", () => {
    const { fs, known } = disk();
    fs.write("/s/content/a.md", "other");
    expect(known.look([a], 0).changed).toEqual([a]);
    fs.write("/s/content/a.md", "other");
    expect(known.look([a], 1).changed).toEqual([]);
    expect(known.look(everything, 2).changed).toEqual([]);
  });

  test("tells once that a build has read what a file was for a moment only, between two looks", () => {
    const fs = new MemoryFileSystem({ "/s/content/a.md": "one", "/s/content/b.md": "two" });
    const read = new Map<FilePath, string>([[a, "one"]]);
    const known = new KnownFiles(fs, "/s", {
      fileOf: (path) => (read.has(path) ? { path, size: 3, modified: 0 } : undefined),
      hashOf: (path) => {
        const text = read.get(path);
        return text === undefined ? undefined : hashOf(text);
      },
    });
    known.takeStock();
    expect(known.look([a], 0).changed).toEqual([a]);
    expect(known.look([a], 1).changed).toEqual([]);
    read.set(a, "broken");
    expect(known.look([a], 2).changed).toEqual([a]);
    expect(known.look([a], 3).changed).toEqual([]);
    read.set(a, "one");
    expect(known.look([a], 4).changed).toEqual([]);
    read.delete(a);
    expect(known.look([a], 5).changed).toEqual([a]);
    fs.remove("/s/content/a.md");
    known.look([a], 6);
    expect(known.look([a], 100).changed).toEqual([a]);
    read.set(a, "one");
    expect(known.look([a], 101).changed).toEqual([a]);
    expect(known.look([a], 102).changed).toEqual([]);
  });

  test("tells a change that kept the time and the size", () => {
    const fs = new MemoryFileSystem({ "/s/content/a.md": "one" }, { now: () => 5 });
    const known = new KnownFiles(fs, "/s");
    known.takeStock();
    fs.write("/s/content/a.md", "two");
    expect(known.look([a], 0).changed).toEqual([a]);
    fs.write("/s/content/a.md", "ten");
    expect(known.look([a], 1).changed).toEqual([a]);
  });

  test("doubts for a moment that a file is gone or empty, as editors have it while they save", () => {
    const { fs, known } = disk();
    fs.remove("/s/content/a.md");
    fs.write("/s/content/b.md", "");
    expect(known.look([a, b], 0)).toEqual({ changed: [], doubtful: [a, b] });
    fs.write("/s/content/b.md", "two and more");
    expect(known.look([a, b], 60)).toEqual({ changed: [a, b], doubtful: [] });
    expect(known.look([a, b], 61).changed).toEqual([]);
  });

  test("finds what came and went with a folder, and a name that differs in case", () => {
    const { fs, known } = disk();
    fs.write("/s/content/new/c.md", "three");
    expect(known.look([filePath("content/new")], 0).changed).toEqual(["content/new/c.md"]);
    fs.rename("/s/content/new", "/s/content/old");
    known.look([filePath("content/new"), filePath("content/old")], 1);
    expect(known.look(everything, 100).changed).toEqual(["content/new/c.md"]);
    fs.rename("/s/content/a.md", "/s/content/A.md");
    known.look([a, filePath("content/A.md")], 200);
    expect(known.look(everything, 300).changed).toEqual([a]);
  });
});

describe("rebuilding", () => {
  /** A session that takes its time to read, as a real one does, and says what it has read. */
  const start = async (fs: MemoryFileSystem, takes = 20, isManyComing = () => false) => {
    const read = new Map<string, string>();
    let builds = 0;
    const session: Pick<SiteSession, "update"> = {
      update: async (changed) => {
        builds++;
        for (const path of changed ?? [a, b, c]) {
          await new Promise((resolve) => setTimeout(resolve, takes));
          const text = fs.files().get(`/s/${path}`);
          if (text === undefined) read.delete(path);
          else read.set(path, text);
        }
        return emptyState;
      },
    };
    const listener = {
      onState: () => undefined,
      onTrouble: (thrown: unknown) => {
        throw thrown;
      },
    };
    const rebuilding = new Rebuilding(session, new KnownFiles(fs, "/s"), listener, isManyComing);
    const started = rebuilding.start();
    await vi.advanceTimersByTimeAsync(200);
    await started;
    return { rebuilding, read, builds: () => builds };
  };

  test("never leaves a file stale, however close one save comes after another, and though only the first is reported", async () => {
    const save = fc.record({
      file: fc.constantFrom(a, b, c),
      pause: fc.nat(150),
      again: fc.nat(100),
      gone: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(save, { maxLength: 12 }), async (saves) => {
        const fs = new MemoryFileSystem({ "/s/content/a.md": "x", "/s/content/b.md": "x" });
        const { rebuilding, read } = await start(fs);
        for (const [index, { file, pause, again, gone }] of saves.entries()) {
          await vi.advanceTimersByTimeAsync(pause);
          if (gone) fs.remove(`/s/${file}`);
          else fs.write(`/s/${file}`, `first ${index}`);
          rebuilding.seen([file]);
          // A watcher that keeps silent about a second save does so for 50 ms.
          await vi.advanceTimersByTimeAsync(Math.min(again, 50));
          fs.write(`/s/${file}`, `then ${index}`);
        }
        await vi.advanceTimersByTimeAsync(5000);
        const expected = [...fs.files()].map(([path, text]): [string, string] => [path.slice(3), text]);
        expect([...read].sort()).toEqual(expected.sort());
        rebuilding.close();
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ["files that come one by one", (at: number) => filePath(`content/new-${at}.md`), () => false],
    ["what git changes one by one", (at: number) => [a, b, c][at] ?? a, () => true],
  ])("builds once for %s", async (_what, pathOf, isManyComing) => {
    const fs = new MemoryFileSystem({ [`/s/${a}`]: "", [`/s/${b}`]: "", [`/s/${c}`]: "" });
    const { rebuilding, builds } = await start(fs, 1, isManyComing);
    const before = builds();
    for (let at = 0; at < 3; at++) {
      fs.write(`/s/${pathOf(at)}`, `text ${at}`);
      rebuilding.seen([pathOf(at)]);
      await vi.advanceTimersByTimeAsync(30);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(builds() - before).toBe(1);
  });

  test("looks at everything again where the site did not stay as it was, though nothing more is reported", async () => {
    const hints: unknown[] = [];
    const restless = diagnose("site-changing", { file: a }, { attempts: 5 });
    const session: Pick<SiteSession, "update"> = {
      update: (hint) => {
        hints.push(hint);
        return Promise.resolve(hints.length === 1 ? { ...emptyState, diagnostics: [restless] } : emptyState);
      },
    };
    const listener = { onState: () => undefined, onTrouble: () => undefined };
    const rebuilding = new Rebuilding(
      session,
      new KnownFiles(new MemoryFileSystem({ [`/s/${a}`]: "x" }), "/s"),
      listener,
    );
    await rebuilding.start();
    await vi.advanceTimersByTimeAsync(10_000);
    rebuilding.close();
    expect(hints).toEqual([undefined, undefined]);
  });

  test("builds once for what is reported many times, and not at all for nothing", async () => {
    const fs = new MemoryFileSystem({ "/s/content/a.md": "x" });
    const { rebuilding, builds } = await start(fs);
    expect(builds()).toBe(1);
    fs.write("/s/content/a.md", "y");
    for (let times = 0; times < 5; times++) rebuilding.seen([a]);
    await vi.advanceTimersByTimeAsync(3000);
    expect(builds()).toBe(2);
    rebuilding.seen([a, everything]);
    await vi.advanceTimersByTimeAsync(3000);
    expect(builds()).toBe(2);
  });

  test("builds a file again that a build may have read as it was for a moment only", async () => {
    const fs = new MemoryFileSystem({ "/s/content/a.md": "x", "/s/content/b.md": "x" });
    const hints: (readonly FilePath[] | undefined)[] = [];
    const session: Pick<SiteSession, "update"> = {
      update: async (changed) => {
        hints.push(changed);
        await new Promise((resolve) => setTimeout(resolve, 50));
        return emptyState;
      },
    };
    const listener = { onState: () => undefined, onTrouble: () => undefined };
    const rebuilding = new Rebuilding(session, new KnownFiles(fs, "/s"), listener);
    await Promise.all([rebuilding.start(), vi.advanceTimersByTimeAsync(1000)]);
    fs.write("/s/content/a.md", "y");
    rebuilding.seen([a]);
    await vi.advanceTimersByTimeAsync(20);
    fs.write("/s/content/c.md", "here and gone");
    rebuilding.seen([c]);
    fs.remove("/s/content/c.md");
    rebuilding.seen([b]);
    await vi.advanceTimersByTimeAsync(3000);
    const hinted = new Set(hints.slice(2).flat());
    expect([hinted.has(b), hinted.has(c)]).toEqual([true, true]);
    const count = hints.length;
    await vi.advanceTimersByTimeAsync(5000);
    expect(hints).toHaveLength(count);
    // What it is built again for is named, so that nothing else has to be looked at.
    fs.write("/s/content/a.md", "z");
    rebuilding.seen([a]);
    await vi.advanceTimersByTimeAsync(20);
    rebuilding.seen([a]);
    await vi.advanceTimersByTimeAsync(3000);
    expect(hints.slice(count)).toEqual([[a], [a]]);
  });

  test("tries again after a build that broke, and takes in everything then", async () => {
    const fs = new MemoryFileSystem({ "/s/content/a.md": "x" });
    const hints: unknown[] = [];
    const thrown: unknown[] = [];
    const session: Pick<SiteSession, "update"> = {
      update: (changed) => {
        hints.push(changed);
        return Promise.reject(new Error("broken"));
      },
    };
    const rebuilding = new Rebuilding(session, new KnownFiles(fs, "/s"), {
      onState: () => undefined,
      onTrouble: (error) => thrown.push(error),
    });
    await Promise.all([rebuilding.start(), vi.advanceTimersByTimeAsync(10_000)]);
    expect(hints).toEqual([undefined, undefined, undefined, undefined]);
    expect(thrown).toHaveLength(4);
    fs.write("/s/content/a.md", "y");
    rebuilding.seen([a]);
    await vi.advanceTimersByTimeAsync(100);
    expect(hints.length).toBeGreaterThan(4);
    expect(hints.at(4)).toBeUndefined();
    rebuilding.close();
  });
});

test("a sweep says what differs from the time before, and nothing twice", () => {
  let files = new Map([[a, "1"]]);
  const sweep = new Sweep(() => files);
  expect(sweep.next()).toEqual([]);
  files = new Map([
    [b, "1"],
    [c, "1"],
  ]);
  expect(sweep.next()).toEqual([a, b, c]);
  expect(sweep.next()).toEqual([]);
});

test("a sweep comes again soon in a small site, however busy the machine was for a moment, and seldom in a large one", () => {
  expect(pauseAfter([5])).toBe(1000);
  expect(pauseAfter([5, 200, 300, 5, 400])).toBe(1000);
  expect(pauseAfter([100, 120, 110])).toBe(5000);
});
