import { resolveSettings } from "../config/resolve-settings.js";
import { settingsSchema } from "../config/settings-schema.js";
import { checked, unusable, type Checked } from "../diagnostics/checked.js";
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Source } from "../diagnostics/source.js";
import { filePath } from "../model/ids.js";
import type { SiteSettings } from "../model/settings.js";
import { mapChecked } from "./map-checked.js";
import { keysOf } from "./parse-document.js";
import { readPlainYaml } from "./plain-yaml.js";
import { readYaml } from "./read-yaml.js";
import { validate } from "./validate.js";

const keys = keysOf(settingsSchema.shape);

/**
 * Read `site.yaml`, with every default applied. A function of the source alone.
 *
 * Wrong optional settings fall back to their defaults, so that the content is still checked; a wrong `title` or `url`
 * is replaced. Without the languages nothing can be checked.
 */
export function parseSettings(source: Source): Checked<SiteSettings> {
  const whole = { start: 0, end: source.text.length };
  const opening = { start: 0, end: source.lineText(1).length };
  if (source.text.trim() === "") {
    const params = { expected: "the site's title, url and language" };
    return unusable([diagnose("empty-file", { source, span: opening }, params)]);
  }
  const plain = readPlainYaml(source.text, whole);
  const yaml = plain === undefined ? readYaml(source, whole, keys) : checked(plain);
  if (yaml.value === undefined) return unusable(yaml.diagnostics);
  const schema = settingsSchema.transform((typed, context) =>
    resolveSettings(typed, filePath(source.path), context),
  );
  const recovery = {
    instead: { title: "Untitled", url: "https://example.org/" },
    vital: ["language", "languages"],
  };
  const settings = validate({ source, tree: yaml.value, opening }, schema, recovery);
  const all = { value: settings.value, diagnostics: [...yaml.diagnostics, ...settings.diagnostics] };
  return mapChecked(all, ({ value }) => value);
}
