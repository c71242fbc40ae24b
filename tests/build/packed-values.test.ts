import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PackedReader, PackedWriter } from "../../src/build/packed-values.js";

type Value = { number: number } | { text: string } | { json: unknown };

const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom("é", "长", "\ud83c", "\u0100"),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  fc.record({ number: fc.integer({ min: 0, max: 2 ** 32 - 1 }) }),
  fc.record({ text: texts }),
  fc.record({ json: fc.jsonValue({ maxDepth: 1 }) }),
);

describe("packed values", () => {
  it("are read as they were written, in their order, wherever their bytes lie", () => {
    fc.assert(
      fc.property(fc.array(fc.array(value)), fc.nat(5), (lists, before) => {
        const writer = new PackedWriter();
        writer.list(lists, (values) => {
          for (const each of values) write(writer, each);
        });
        const packed = writer.bytes();
        const bytes = new Uint8Array(before + packed.length + 1);
        bytes.set(packed, before);
        const reader = new PackedReader(bytes.subarray(before, before + packed.length));
        let at = 0;
        const after = reader.list(() => (lists[at++] ?? []).map((each) => readLike(reader, each)));
        expect(after).toEqual(lists.map((values) => values.map((each) => written(each))));
      }),
    );
  });

  it("take one byte a character where all are Latin-1", () => {
    const sizeOf = (text: string) => {
      const writer = new PackedWriter();
      writer.text(text);
      return writer.bytes().length;
    };
    expect(sizeOf("où".repeat(100)) - sizeOf("")).toBe(200);
    expect(sizeOf("谁".repeat(100)) - sizeOf("")).toBe(200);
  });
});

function write(writer: PackedWriter, value: Value): void {
  if ("number" in value) writer.number(value.number);
  else if ("text" in value) writer.text(value.text);
  else writer.json(value.json);
}

function readLike(reader: PackedReader, value: Value): unknown {
  if ("number" in value) return reader.number();
  return "text" in value ? reader.text() : reader.json();
}

function written(value: Value): unknown {
  if ("json" in value) return JSON.parse(JSON.stringify(value.json));
  return Object.values(value)[0];
}
