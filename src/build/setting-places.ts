import type { SettingPlaces } from "../assets/check-look.js";
import type { Located } from "../content/document.js";
import { placesOfSettings } from "../content/parse-settings.js";
import type { Where } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/place.js";
import type { SiteSettings } from "../model/settings.js";
import type { SourceReader } from "./source-reader.js";

/**
 * Where the settings say how the site looks. They were read without a mistake, and are read again only for one that
 * the theme's files bring to light.
 */
export function settingPlaces({ file }: SiteSettings, reader: SourceReader): SettingPlaces {
  const spanned = (spanOf: (places: Located<null>) => Span): Where => {
    const source = reader.text(file).value;
    const places = source && placesOfSettings(source);
    return source && places ? { source, span: spanOf(places) } : { file };
  };
  return {
    ofLook: () => spanned((places) => places.spanOf(["theme", "look"])),
    // The name was typed with or without dashes; where it was not typed so, the span is that of the whole map.
    ofProperty: (name) =>
      spanned((places) =>
        narrower(
          places.keySpanOf(["theme", "properties", name]),
          places.keySpanOf(["theme", "properties", `--${name}`]),
        ),
      ),
  };
}

function narrower(one: Span, other: Span): Span {
  return other.end - other.start < one.end - one.start ? other : one;
}
