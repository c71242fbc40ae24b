import { z } from "zod";
import { diagnose } from "../diagnostics/diagnostic.js";
import { cssValueFault } from "./css-value.js";
import { defaultLook } from "./defaults.js";
import { keyed, text } from "./fields.js";
import { refuse } from "./problem.js";

/** A value that cannot leave its declaration in a style sheet. */
const cssValue = text.superRefine((typed, context) => {
  const fault = cssValueFault(typed);
  if (fault === undefined) return;
  refuse(context, (where) => diagnose("unfit-css", where, { found: typed, fault }));
});

/** Custom properties by name, with or without `--`. */
const properties = z
  .record(z.string(), cssValue, "a map from custom property to value")
  .transform((typed, context) => {
    const pairs = Object.entries(typed).map(([name, value]) => {
      const plain = name.replace(/^--/, "");
      if (!/^[a-z][a-z0-9-]*$/i.test(plain)) {
        const params = {
          path: "theme.properties",
          found: `"${name}"`,
          expected: "a name of letters, digits and dashes",
          nearest: undefined,
        };
        refuse(context, (where) => diagnose("wrong-value", where, params), [name]);
      }
      return [plain, value] as const;
    });
    return Object.fromEntries(pairs);
  });

/** How the built-in theme looks. */
export const themeSchema = keyed("a map with look, paragraphs, properties and writing", {
  look: text.default(defaultLook),
  paragraphs: z.enum(["indented", "spaced"], '"indented" or "spaced"').default("indented"),
  properties: properties.default({}),
  writing: z.enum(["horizontal", "vertical"], '"horizontal" or "vertical"').default("horizontal"),
});
