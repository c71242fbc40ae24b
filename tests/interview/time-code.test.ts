import { expect, it } from "vitest";
import { readTimeCode } from "../../src/interview/time-code.js";

it.each([
  ["[03:47]", 227],
  ["\\[03:47\\]", 227],
  ["(0:05)", 5],
  ["（12：30）", 750],
  ["1:02:03", 3723],
  ["[00:01:24.500]", 84.5],
  ["00:01:24,500", 84.5],
  ["[101:15]", 6075],
])("reads %s as seconds", (text, seconds) => {
  expect(readTimeCode(text, 0)).toEqual({ seconds, end: text.length, bracketed: /[[(（]/u.test(text) });
});

it.each(["[99:99]", "[1:60:00]", "[03:47", "[03:47)", "3:4", "12:345", "1:02:03:04", "[]", "a", ""])(
  "does not read %s",
  (text) => {
    expect(readTimeCode(text, 0)).toBeUndefined();
  },
);
