import { expect, test } from "vitest";
import { todayIn } from "../../src/build/today.js";

const moments = ["2024-02-29T23:59:59.999Z", "2024-03-01T00:00:00Z", "1999-12-31T12:00:00Z"].map((text) =>
  Date.parse(text),
);

test("a moment belongs to a day by the clock of a time zone, and by that of UTC as by any", () => {
  for (const moment of moments) expect(todayIn("UTC", moment)).toBe(todayIn("Etc/UTC", moment));
  expect(moments.map((moment) => todayIn("Asia/Shanghai", moment))).toEqual([
    "2024-03-01",
    "2024-03-01",
    "1999-12-31",
  ]);
  expect(moments.map((moment) => todayIn("America/Lima", moment))).toEqual([
    "2024-02-29",
    "2024-02-29",
    "1999-12-31",
  ]);
});
