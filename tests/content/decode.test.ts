import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { decode, largestTextFile } from "../../src/content/decode.js";
import { firstInvalidByte, guessEncoding } from "../../src/content/encoding.js";

const path = "content/guests/wu-tong.md";
const utf8 = (text: string) => new TextEncoder().encode(text);
// 春耕之后，老人坐在门口。 in GB 18030
const gb = Uint8Array.from(
  Buffer.from("b4bab8fbd6aebaf3a3accfc8c9fad7f8d4dac3c5bfdaa1a3", "hex"),
);

describe("decode", () => {
  it("makes text of UTF-8 and keeps line breaks as they are", () => {
    const result = decode(path, utf8("一\r\n二\n三\r四😀"));
    expect(result.diagnostics).toEqual([]);
    expect(result.value?.text).toBe("一\r\n二\n三\r四😀");
    expect(result.value?.path).toBe(path);
  });

  it("leaves a byte order mark out", () => {
    expect(decode(path, utf8("\ufeff---\n")).value?.text).toBe("---\n");
  });

  it("reads an empty file as a text without characters", () => {
    expect(decode(path, new Uint8Array())).toMatchObject({ value: { text: "" }, diagnostics: [] });
  });

  it("reports the first byte that is not UTF-8 with its offset, line and column", () => {
    const bytes = Buffer.concat([utf8("---\nname: 吴"), Uint8Array.of(0xe9), utf8(" x\n")]);
    const { value, diagnostics } = decode(path, bytes);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: "not-utf8", params: { offset: 13, looksLike: null }, place: { file: path, line: 2, column: 8 } },
    ]);
  });

  it("says when a file looks like GB 18030 or UTF-16", () => {
    const utf16 = Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from("name: 吴桐", "utf16le")]);
    expect(decode(path, gb).diagnostics[0]?.message).toContain("looks like GB 18030");
    expect(decode(path, utf16).diagnostics[0]?.message).toContain("looks like UTF-16 LE");
    expect(guessEncoding(Buffer.from("name: Wu Tong, farmer", "utf16le"))).toBe("UTF-16 LE");
    expect(guessEncoding(Buffer.from("un café glacé à Évreux", "latin1"))).toBeNull();
  });

  it("reports a NUL at its place", () => {
    const { value, diagnostics } = decode(path, utf8("---\nname: a\0b\0\n"));
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: "nul-character", params: { count: 2 }, place: { line: 2, column: 8 } },
    ]);
  });

  it("refuses a file above the limit and names its size and the limit", () => {
    const [problem] = decode(path, new Uint8Array(largestTextFile + 1)).diagnostics;
    expect(problem?.code).toBe("file-too-large");
    expect(problem?.message).toContain("10.01 MB");
    expect(problem?.message).toContain("at most 10 MB");
    expect(decode(path, new Uint8Array(largestTextFile).fill(65)).diagnostics).toEqual([]);
  });

  it("finds the first invalid byte exactly where a strict decoder stops", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const at = firstInvalidByte(bytes);
        const strict = new TextDecoder("utf-8", { fatal: true });
        expect(() => strict.decode(bytes.subarray(0, at))).not.toThrow();
        const whole = () => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
        if (at === bytes.length) expect(whole).not.toThrow();
        else expect(whole).toThrow();
      }),
    );
  });
});
