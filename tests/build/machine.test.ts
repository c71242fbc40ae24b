import { expect, test } from "vitest";
import { onMachine, ShuffledDisk } from "./machine.js";

const asked = () => ({
  hour: new Date("2024-06-01T00:00:00Z").getHours(),
  numbers: new Intl.NumberFormat().resolvedOptions().locale,
  lower: "I".toLocaleLowerCase(),
  given: "I".toLocaleLowerCase("en"),
  digits: (5).toLocaleString(),
});

test("another machine has another hour, language and order, and leaves no trace", async () => {
  const names = ["a", "b", "c", "d", "e"];
  const disk = new ShuffledDisk(Object.fromEntries(names.map((name) => [`/${name}`, name])));
  const before = asked();
  const on = (locale: string, order: number) =>
    onMachine(disk, { timezone: "Pacific/Kiritimati", locale, order }, () =>
      Promise.resolve({ ...asked(), names: disk.list("/").map(({ name }) => name) }),
    );
  const turkish = await on("tr-TR", 1);
  const egyptian = await on("ar-EG", 2);
  expect(asked()).toEqual(before);
  expect(turkish).toMatchObject({ hour: 14, numbers: "tr-TR", lower: "ı", given: "i", digits: "5" });
  expect(egyptian).toMatchObject({ hour: 14, numbers: "ar-EG", lower: "i", digits: "٥" });
  expect(egyptian.names).not.toEqual(turkish.names);
  expect([...egyptian.names].sort()).toEqual(names);
});
