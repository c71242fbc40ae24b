import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { keyed, text } from "../../src/config/fields.js";
import { parsePresent } from "../../src/content/parse-present.js";
import { featureSchema } from "../../src/content/schema/feature.js";
import { guestSchema } from "../../src/content/schema/guest.js";
import { pageSchema } from "../../src/content/schema/page.js";
import { sectionSchema } from "../../src/content/schema/section.js";

/** Something that is typed in front matter, right or wrong for this key or that. */
const typed = fc.oneof(
  fc.constantFrom<unknown>("", " On lamps ", "2024-03-01", "2024-02-30", "draft", "en", "light", "7", "/old/"),
  fc.constantFrom<unknown>("p.png", "https://example.org/", "all", "unknown-key", "empty-section", null),
  fc.constantFrom<unknown>([], ["abe", "bea"], ["light"], [{ id: "abe", label: "A" }], [null], [["a"]]),
  fc.constantFrom<unknown>({ src: "p.png" }, { name: "Walks", part: "2" }, { name: "X", other: "y" }, {}),
  fc.constantFrom<unknown>({ photos: "Liu Wei" }, [{ date: "2024-03-01", text: "It was May." }], { a: ["b"] }),
);

const required: readonly (readonly [string, unknown])[] = [
  ["title", "On lamps"],
  ["name", "Abe Lund"],
  ["date", "2024-03-01"],
  ["guests", ["abe"]],
];

describe.each([
  ["a feature", featureSchema],
  ["a guest", guestSchema],
  ["a page", pageSchema],
  ["a section", sectionSchema],
])("the front matter of %s", (_, schema: z.ZodObject) => {
  const keys = Object.keys(schema.shape);

  it("is what the schema makes of it, or not said to be right", () => {
    const right = Object.fromEntries(required.filter(([key]) => keys.includes(key)));
    let found = 0;
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...keys, "unknown", "constructor"), typed, { maxKeys: 4 }),
        fc.boolean(),
        (some, isWhole) => {
          const input = Object.assign(Object.create(null) as object, isWhole ? right : {}, some);
          const result = schema.safeParse(input);
          const quick = parsePresent(schema, input);
          if (quick !== undefined) found++;
          expect(quick).toEqual(result.success ? result.data : undefined);
          expect(Object.keys(quick ?? {})).toEqual(Object.keys(result.data ?? {}));
        },
      ),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(50);
  });
});

describe("other schemas", () => {
  it.each([
    ["a map that is looked at as a whole", keyed("a map", { a: text }).refine(({ a }) => a !== "b")],
    ["a map that may have other keys", z.object({ a: text })],
    ["a map that becomes something else", keyed("a map", { a: text }).transform(({ a }) => a)],
    ["a text", text],
  ])("leave %s to the schema", (_, schema) => {
    expect(parsePresent<unknown>(schema, { a: "c" })).toBeUndefined();
  });
});
