import { inReadingOrder, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { FeatureHead } from "../interview/feature-head.js";
import type { FilePath } from "../model/ids.js";
import type { SiteSettings } from "../model/settings.js";
import type { WhyHidden } from "../site/visible-features.js";

/**
 * Bring what was found into the form in which it is reported.
 *
 * Warnings that the site or a file mutes are left out. What is wrong in a feature that is not shown is a warning: a
 * draft that is being written must not keep the rest from being published, and must not go unchecked either.
 */
export function settle(
  found: readonly Diagnostic[],
  features: readonly Pick<FeatureHead, "file" | "sections" | "mute">[],
  { mute }: SiteSettings,
  hidden: ReadonlyMap<FilePath, WhyHidden>,
): Diagnostic[] {
  const everywhere = new Set(mute.flatMap(({ code, file }) => (file === null ? [code] : [])));
  const byFile = new Set(mute.flatMap(({ code, file }) => (file === null ? [] : [`${file}\n${code}`])));
  const unseen = new Set<string>();
  for (const { file, sections, mute: own } of features) {
    for (const each of [file, ...(sections ?? [])]) {
      for (const code of own) byFile.add(`${each}\n${code}`);
      if (hidden.has(file)) unseen.add(each);
    }
  }
  const settled = found.flatMap((diagnostic): Diagnostic[] => {
    const { code, severity, place } = diagnostic;
    if (severity === "error")
      return [unseen.has(place.file) ? { ...diagnostic, severity: "warning" } : diagnostic];
    return everywhere.has(code) || byFile.has(`${place.file}\n${code}`) ? [] : [diagnostic];
  });
  return withoutRepeats(inReadingOrder(settled));
}

/** Two rooms may come upon the same mistake; a reader wants to hear of it once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, place, message }) => {
    const key = JSON.stringify([code, place, message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
