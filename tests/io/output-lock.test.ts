import { describe, expect, test } from "vitest";
import { acquireLock, type Waiting } from "../../src/io/output-lock.js";
import { realProcessTable, type ProcessIdentity, type ProcessTable } from "../../src/io/running-process.js";
import { spawnSync } from "node:child_process";
import { alone, distOf, siteDisk, tryWrite, write } from "./writer-harness.js";

const lock = "/desk/site/.dist.colloquy-lock";
const other: ProcessIdentity = { pid: 77, host: "here", boot: "b", started: "5" };

describe("two builds at once", () => {
  test("the second waits, says for whom, and writes once the first has ended", async () => {
    const fs = siteDisk({ [lock]: JSON.stringify(other) });
    const said: string[] = [];
    const waiting = clockWaiting({ onWait: (holder) => said.push(holder) }, (time) => {
      if (time >= 200) fs.remove(lock);
    });
    await write(fs, { "index.html": "x" }, { processes: seeing(other), waiting });
    expect(said).toEqual(["process 77"]);
    expect(distOf(fs)).toEqual({ "index.html": "x" });
  });

  test("the second gives up in the end, says which file to delete, and writes nothing", async () => {
    const fs = siteDisk({ [lock]: JSON.stringify(other) });
    const waiting = clockWaiting({ limit: 1000 });
    const { value, diagnostics } = await tryWrite(fs, { a: "" }, { processes: seeing(other), waiting });
    expect(value).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({
      code: "output-busy",
      message: 'Could not write "/desk/site/dist": another build (process 77) is writing it',
      help: `Wait for it to end. If there is none, delete ${lock}.`,
    });
    expect(fs.stat(lock)).toBeDefined();
    expect(distOf(fs)).toEqual({});
  });

  test("in one process come one after the other", async () => {
    const fs = siteDisk();
    let inside = 0;
    const slow = (content: string) =>
      (async function* () {
        expect(++inside).toBe(1);
        yield { path: "a.html", content };
        await new Promise((resolve) => setTimeout(resolve, 20));
        yield { path: "b.html", content };
        inside--;
      })();
    await Promise.all(["1", "2", "3"].map((text) => tryWrite(fs, {}, { outputs: slow(text) })));
    const { "a.html": a, "b.html": b } = distOf(fs);
    expect(a).toBe(b);
  });
});

describe("a lock that was left over", () => {
  test.each([
    ["of a dead process", { ...other, pid: 78 }],
    ["of an earlier start of the machine", { ...other, boot: "a" }],
    ["of a process whose number another one has now", { ...other, started: "4" }],
  ])("%s is taken over at once", async (_, holder) => {
    const fs = siteDisk({ [lock]: JSON.stringify(holder) });
    const waiting = clockWaiting({ limit: 0 });
    await write(fs, { "index.html": "x" }, { processes: seeing(other), waiting });
    expect(fs.stat(lock)).toBeUndefined();
  });

  test("on another machine counts for an hour", async () => {
    const holder = { ...other, host: "there" };
    const fs = siteDisk({ [lock]: JSON.stringify(holder) });
    const early = clockWaiting({ limit: 0 }, undefined, 3_000_000);
    const result = await tryWrite(fs, {}, { waiting: early });
    expect(result.diagnostics[0]?.message).toContain("(process 77 on there)");
    await write(fs, {}, { waiting: clockWaiting({ limit: 0 }, undefined, 3_700_000) });
  });

  test("without sense counts for ten seconds, in case it is just being written", async () => {
    const fs = siteDisk({ [lock]: "{" });
    expect((await tryWrite(fs, {}, { waiting: clockWaiting({ limit: 100 }) })).value).toBeUndefined();
    await write(fs, {}, { waiting: clockWaiting({ limit: 20_000 }) });
  });

  test("half-made, by a process that was killed while it asked, is cleared away", async () => {
    const fs = siteDisk({ [`${lock}.0123abcd`]: "{}" });
    await write(fs, { "index.html": "x" });
    expect(fs.stat(`${lock}.0123abcd`)).toBeUndefined();
  });

  test("is taken over by one of many only", async () => {
    const fs = siteDisk({ [lock]: JSON.stringify({ ...other, pid: 78 }) });
    const held = await Promise.all(
      [1, 2, 3, 4].map((pid) => acquireLock(fs, lock, as(pid), clockWaiting({ limit: 500 }))),
    );
    expect(held.map(({ kind }) => kind).sort()).toEqual(["busy", "busy", "busy", "held"]);
  });

  test("by a takeover that died as well does not block for ever", async () => {
    const fs = siteDisk({ [lock]: JSON.stringify({ ...other, pid: 78 }), [`${lock}-takeover`]: "" });
    await write(fs, {}, { waiting: clockWaiting({ limit: 20_000 }) });
  });
});

describe("the real process table", () => {
  test("knows that this process runs and that one that has ended does not", () => {
    const { self } = realProcessTable;
    expect(realProcessTable.isRunning(self)).toBe(true);
    expect(realProcessTable.isRunning({ ...self, started: "1" })).toBe(false);
    const ended = spawnSync("true").pid;
    expect(realProcessTable.isRunning({ ...self, pid: ended })).toBe(false);
    expect(realProcessTable.isRunning({ ...self, host: "elsewhere" })).toBeUndefined();
  });
});

/** A process table on which this process and `running` run. */
function seeing(running: ProcessIdentity): ProcessTable {
  return {
    self: alone.self,
    isRunning: (asked) => JSON.stringify(asked) === JSON.stringify(running) || alone.isRunning(asked),
  };
}

function as(pid: number): ProcessTable {
  return { self: { ...alone.self, pid }, isRunning: (asked) => asked.pid < 10 };
}

/** Waiting by a clock that goes on only while somebody sleeps. */
function clockWaiting(waiting: Waiting, tick?: (time: number) => void, start = 0): Waiting {
  let time = start;
  return {
    ...waiting,
    now: () => time,
    sleep: async (milliseconds) => {
      time += milliseconds;
      tick?.(time);
      await Promise.resolve();
    },
  };
}
