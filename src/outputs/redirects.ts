import type { SitePath } from "../model/ids.js";
import type { Output } from "../model/output.js";
import { absoluteAddress, relativeAddress } from "../render/address.js";
import { escapeAttribute } from "../render/show-rich-text.js";
import type { ViewContext } from "../render/view-context.js";
import { directionOf } from "../render/written-forms.js";
import { outputPath } from "./output-path.js";

/** A small page at each old address of a feature that leads to the new one; it works on any host, and from disk. */
export function redirectOutputs(context: ViewContext): Output[] {
  return context.site.features.flatMap(({ aliases, original }) =>
    aliases.map((alias) => ({ path: outputPath(alias), content: redirectPage(alias, original, context) })),
  );
}

function redirectPage(
  from: SitePath,
  { path, language, masthead }: ViewContext["site"]["features"][number]["original"],
  context: ViewContext,
): string {
  const { settings } = context.site;
  const href = escapeAttribute(relativeAddress(from, path, settings));
  const title = escapeAttribute(masthead.title);
  const words = escapeAttribute(context.words(language).say("redirect.text"));
  return `<!doctype html>
<html lang="${escapeAttribute(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta http-equiv="refresh" content="0; url=${href}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${escapeAttribute(absoluteAddress(path, settings))}">
</head>
<body>
<main><p>${words} <a href="${href}">${title}</a></p></main>
</body>
</html>
`;
}
