import { diagnose, type Diagnostic, type Where } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { SiteSettings } from "../model/settings.js";
import { looksOf } from "./look.js";
import type { AssetFile } from "./asset-file.js";

/** Where the settings say something; asked only if that is wrong. */
export interface SettingPlaces {
  readonly ofLook: () => Where;
  /** @param name - Of a custom property, without `--`. */
  readonly ofProperty: (name: string) => Where;
}

/** Whether the look that a site chose is there, and whether its custom properties have any effect. */
export function checkLook(
  files: readonly AssetFile[],
  settings: SiteSettings,
  places: SettingPlaces,
): Diagnostic[] {
  const { look, properties } = settings.theme;
  const looks = looksOf(files);
  if (!looks.has(look)) {
    const names = [...looks.keys()].sort();
    const params = { found: look, looks: names, nearest: nearest(look, names) };
    return [diagnose("unknown-look", places.ofLook(), params)];
  }
  const chosen = Object.keys(properties);
  if (chosen.length === 0) return [];
  const used = propertiesIn(files);
  return chosen
    .filter((name) => !used.has(name))
    .map((name) =>
      diagnose("unknown-property", places.ofProperty(name), { found: name, nearest: nearest(name, used) }),
    );
}

/** The custom properties that any style sheet of the theme or of the site asks for, without `--`. */
function propertiesIn(files: readonly AssetFile[]): ReadonlySet<string> {
  const style = files.filter(({ path }) => path.endsWith(".css"));
  return new Set(
    style.flatMap(({ bytes }) =>
      [...new TextDecoder().decode(bytes).matchAll(/var\(\s*--([\w-]+)/g)].map(([, name = ""]) => name),
    ),
  );
}
