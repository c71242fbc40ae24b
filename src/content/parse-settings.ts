import { resolveSettings } from "../config/resolve-settings.js";
import { settingsSchema } from "../config/settings-schema.js";
import { checked, unusable, type Checked } from "../diagnostics/checked.js";
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Source } from "../diagnostics/source.js";
import { filePath } from "../model/ids.js";
import type { SiteSettings } from "../model/settings.js";
import type { Located } from "./document.js";
import { locate } from "./locate.js";
import { mapChecked } from "./map-checked.js";
import { keysOf } from "./parse-document.js";
import { readPlainYaml } from "./plain-yaml.js";
import { readYaml } from "./read-yaml.js";
import { validate } from "./validate.js";
import type { YamlMap } from "./yaml-tree.js";

const keys = keysOf(settingsSchema.shape);

/**
 * Read `site.yaml`, with every default applied. A function of the source alone.
 *
 * Wrong optional settings fall back to their defaults, so that the content is still checked; a wrong `title` or `url`
 * is replaced. Without the languages nothing can be checked.
 */
export function parseSettings(source: Source): Checked<SiteSettings> {
  const opening = { start: 0, end: source.lineText(1).length };
  if (source.text.trim() === "") {
    const params = { expected: "the site's title, url and language" };
    return unusable([diagnose("empty-file", { source, span: opening }, params)]);
  }
  const yaml = readTree(source);
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

/**
 * Where `site.yaml` says what it says, for what turns out to be wrong only once the settings are used. Reads the file
 * again, which is for mistakes alone; `undefined` where it cannot be read.
 */
export function placesOfSettings(source: Source): Located<null> | undefined {
  const { value } = readTree(source);
  return value && locate(null, value);
}

function readTree(source: Source): Checked<YamlMap> {
  const whole = { start: 0, end: source.text.length };
  const plain = readPlainYaml(source.text, whole);
  return plain === undefined ? readYaml(source, whole, keys) : checked(plain);
}
