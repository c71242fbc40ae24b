import { describe, expect, test } from "vitest";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { RecordFile } from "../../src/io/record-file.js";

const path = "/site/.colloquy/records";
const open = (fs: MemoryFileSystem, writer = "me"): RecordFile =>
  new RecordFile(fs, "/site", "records", writer);

function withRecords(records: Record<string, string>): MemoryFileSystem {
  const fs = new MemoryFileSystem();
  const file = open(fs);
  for (const [name, text] of Object.entries(records)) file.set(name, text);
  file.save();
  return fs;
}

describe("a file of records", () => {
  test("has what was kept, whatever the names are", () => {
    const records = { plain: "1", 'a "quote"\tand a tab\n': "[2]", 书: '"书船"', "": "nameless" };
    const { "": nameless, ...named } = records;
    const read = open(withRecords(named));
    for (const [name, text] of Object.entries(named)) expect(read.get(name)).toBe(text);
    expect(read.get("missing")).toBeUndefined();
    expect(nameless).toBeDefined();
  });

  test("takes what changed behind the rest", () => {
    const fs = withRecords({ a: "old", b: "kept" });
    const before = fs.read(path);
    const file = open(fs);
    file.set("a", "new");
    file.save();
    expect(Buffer.from(fs.read(path)).subarray(0, before.length)).toEqual(Buffer.from(before));
    expect([open(fs).get("a"), open(fs).get("b")]).toEqual(["new", "kept"]);
  });

  test("forgets what is not wanted", () => {
    const fs = withRecords({ a: "1", b: "2" });
    const file = open(fs);
    file.keepOnly((name) => name === "b");
    expect(file.get("a")).toBeUndefined();
    file.save();
    expect([open(fs).get("a"), open(fs).get("b")]).toEqual([undefined, "2"]);
  });

  test("does not grow for ever", () => {
    const fs = withRecords({ a: "x" });
    const long = "y".repeat(100_000);
    for (let time = 0; time < 60; time++) {
      const file = open(fs);
      file.set("a", `${long}${time}`);
      file.save();
    }
    expect(fs.read(path).length).toBeLessThan(2_000_000);
    expect(open(fs).get("a")).toBe(`${long}59`);
  });

  test("that is longer than what should wait in memory is written as it comes", () => {
    const fs = withRecords({ early: "old", gone: "1" });
    const long = "书".repeat(1_500_000);
    const file = open(fs);
    for (const name of ["early", "a", "b", "c"]) file.set(name, `${long}${name}`);
    expect([open(fs).get("early"), open(fs).get("c")]).toEqual([`${long}early`, undefined]);
    file.keepOnly((name) => name !== "gone" && name !== "a");
    file.save();
    const read = open(fs);
    expect(["early", "a", "b", "c", "gone"].map((name) => read.get(name)?.slice(-5))).toEqual([
      "early",
      undefined,
      "书书书书b",
      "书书书书c",
      undefined,
    ]);
    // What was written and then forgotten is no more than half of it, so nothing is written anew.
    expect(fs.read(path).length).toBeGreaterThan(4 * 3 * 1_500_000);
    read.keepOnly((name) => name === "b");
    read.save();
    expect(fs.read(path).length).toBeLessThan(2 * 3 * 1_500_000);
    expect(open(fs).get("b")).toBe(`${long}b`);
  });

  test("is of no use to another writer, who replaces it", () => {
    const fs = withRecords({ a: "1" });
    const other = open(fs, "you");
    expect(other.get("a")).toBeUndefined();
    other.set("b", "2");
    other.save();
    expect([open(fs).get("a"), open(fs, "you").get("b")]).toEqual([undefined, "2"]);
  });

  test("gives what stands before a damage, and is whole again after the next time", () => {
    const fs = withRecords({ a: "1" });
    const file = open(fs);
    file.set("b", "2");
    file.save();
    const bytes = fs.read(path);
    for (const damaged of [bytes.slice(0, -1), Buffer.concat([bytes.slice(0, -1), Buffer.from("!")])]) {
      fs.write(path, damaged);
      const read = open(fs);
      expect([read.get("a"), read.get("b")]).toEqual(["1", undefined]);
      read.set("c", "3");
      read.save();
      expect([open(fs).get("a"), open(fs).get("c")]).toEqual(["1", "3"]);
    }
  });

  test("keeps a text that is damaged no better when it is written anew", () => {
    const fs = withRecords({ a: "1", b: "2" });
    fs.write(path, Buffer.concat([fs.read(path).slice(0, -2), Buffer.from("!2 and half a block")]));
    const file = open(fs);
    file.set("c", "3");
    file.save();
    expect(["a", "b", "c"].map((name) => open(fs).get(name))).toEqual([undefined, "2", "3"]);
  });

  test("has all texts, those read one by one and those read with the whole file", () => {
    const names = Array.from({ length: 1000 }, (_, index) => `name ${index}`);
    const read = open(withRecords(Object.fromEntries(names.map((name) => [name, name.repeat(100)]))));
    for (const name of names) expect(read.get(name)).toBe(name.repeat(100));
  });

  test.each([1, 400])("has the last text of each of %i records, whatever their order", (asked) => {
    const names = Array.from(
      { length: 400 },
      (_, index) => `${["书", "b", '"', "𠮷", ""][index % 5]}${index}`,
    );
    const fs = withRecords(Object.fromEntries(names.map((name) => [name, `early ${name}`])));
    for (const [name, text] of [
      ["书0", "late"],
      ["b1", undefined],
      ["书0", "latest"],
    ] as const) {
      const file = open(fs);
      if (text === undefined) file.keepOnly((each) => each !== name);
      else file.set(name, text);
      file.save();
    }
    const expected = new Map([...names.map((name) => [name, `early ${name}`] as const), ["书0", "latest"]]);
    for (const first of names) {
      const file = open(fs);
      for (const name of [first, ...names.slice(0, asked - 1), "missing", "b", "𠮷999"])
        expect(file.get(name)).toBe(name === "b1" ? undefined : expected.get(name));
    }
  });

  test("is written anew once half of it has no use, though nobody has gone through it", () => {
    const names = Array.from({ length: 200 }, (_, index) => `name ${index}`);
    const long = "y".repeat(10_000);
    const fs = withRecords(Object.fromEntries(names.map((name) => [name, long])));
    for (let time = 0; time < 25; time++) {
      const file = open(fs);
      for (const name of names.slice(0, 20)) file.set(name, `${long}${time}`);
      file.save();
    }
    // Of seven million bytes, more than half and one million have been replaced.
    expect(fs.read(path).length).toBeLessThan(5_100_000);
    expect(names.map((name) => open(fs).get(name)?.length)).toEqual(
      names.map((_, index) => (index < 20 ? 10_002 : 10_000)),
    );
  });

  test("takes what two processes put behind it", () => {
    const fs = withRecords({ a: "1" });
    const [one, other] = [open(fs), open(fs)];
    one.set("b", "2");
    one.save();
    other.set("c", "3");
    other.save();
    expect(["a", "b", "c"].map((name) => open(fs).get(name))).toEqual(["1", "2", "3"]);
  });

  test("is of no use where another writer has put something behind it", () => {
    const fs = withRecords({ a: "1" });
    const file = open(fs);
    const other = open(fs, "you");
    other.set("a", "2");
    other.save();
    file.set("b", "3".repeat(100));
    file.save();
    expect([open(fs).get("b"), open(fs, "you").get("a")]).toEqual([undefined, undefined]);
  });

  test("begins anew where somebody has taken it away", () => {
    const fs = withRecords({ a: "1" });
    const file = open(fs);
    fs.remove("/site/.colloquy");
    file.set("b", "2");
    file.save();
    expect(["a", "b"].map((name) => open(fs).get(name))).toEqual([undefined, "2"]);
  });

  test("that is garbage is none", () => {
    for (const garbage of ["", "{}", "\n\n\n", "00000000 12\nshort", "ffffffff 99999999999999999999\n"]) {
      const fs = new MemoryFileSystem();
      fs.write(path, garbage);
      expect(open(fs).get("a")).toBeUndefined();
    }
  });

  test("does without a disk that refuses", () => {
    const fs = new MemoryFileSystem();
    fs.limit(10);
    const file = open(fs);
    file.set("a", "1".repeat(1000));
    expect(() => {
      file.save();
    }).not.toThrow();
    const longer = open(fs);
    longer.set("a", "1".repeat(5_000_000));
    expect(longer.get("a")).toBeUndefined();
  });
});
