import type { Output } from "../model/output.js";
import { absoluteAddress, relativeAddress } from "../render/address.js";
import { escapeAttribute } from "../render/show-rich-text.js";
import type { ViewContext } from "../render/view-context.js";
import { directionOf } from "../render/written-forms.js";
import { oldAddressesOf, type OldAddress } from "../site/old-addresses.js";
import { outputPath } from "./output-path.js";

/** A small page at each old address of a feature or free page that leads to the new one; it works on any host, and from disk. */
export function redirectOutputs(context: ViewContext): Output[] {
  return oldAddressesOf(context.site).map((old) => ({
    path: outputPath(old.from),
    content: redirectPage(old, context),
  }));
}

function redirectPage({ from, to }: OldAddress, context: ViewContext): string {
  const { path, language } = to;
  const { settings } = context.site;
  const href = escapeAttribute(relativeAddress(from, path, settings));
  const title = escapeAttribute(to.title);
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
