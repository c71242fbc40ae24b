import type { ScriptMasthead, ScriptPart } from "./script.js";
import { sourceOf } from "./transcript-front-matter.js";

/**
 * Take what belongs into the front matter from the lines before a transcript's first turn:
 *
 *     podcast: https://…                                     source, where none is known
 *     Transcript completed by: A. Name Edited by: B. Name    credits
 *
 * Everything else stays where it is.
 */
export function readNotesBeforeTalk(
  parts: readonly ScriptPart[],
  masthead: ScriptMasthead,
): { parts: readonly ScriptPart[]; masthead: ScriptMasthead } {
  const talk = parts.findIndex(({ kind }) => kind === "label" || kind === "question" || kind === "section");
  let source = masthead.source;
  const credits = [...masthead.credits];
  const kept = parts.filter((part, index) => {
    if ((talk !== -1 && index >= talk) || part.kind !== "words") return true;
    const url = /^(?:podcast|episode|source|original|link)[:：]\s*<?(https?:\/\/[^\s<>]+)>?$/iu.exec(
      part.markdown,
    )?.[1];
    if (url !== undefined && source === undefined) {
      source = sourceOf(url);
      return source === undefined;
    }
    const by =
      /^transcript(?:ion)? (?:completed |edited )?by[:：]? +([^:：\n]{2,60}?)(?: +edited by[:：]? +([^:：\n]{2,60}))?$/iu.exec(
        part.markdown,
      );
    if (!by) return true;
    addCredit(credits, "transcript", by[1]);
    addCredit(credits, "editing", by[2]);
    return false;
  });
  return { parts: kept, masthead: { ...masthead, source, credits } };
}

function addCredit(
  credits: { work: string; names: readonly string[] }[],
  work: string,
  name: string | undefined,
): void {
  if (name === undefined) return;
  const at = credits.findIndex((credit) => credit.work === work);
  const before = credits[at];
  if (!before) credits.push({ work, names: [name.trim()] });
  else if (!before.names.includes(name.trim())) credits[at] = { work, names: [...before.names, name.trim()] };
}
