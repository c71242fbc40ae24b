import type { Masthead } from "../model/feature.js";
import { turnsOf, type Block, type Interview } from "../model/interview.js";
import type { RichText } from "../model/rich-text.js";
import { idsOfPage } from "./anchors.js";

/** Every id that a link may lead to on a feature's page: sections, turns, readings, headings and notes. */
export function anchorsOf(masthead: Masthead, interview: Interview): ReadonlySet<string> {
  const ids = new Set(idsOfPage(masthead.guests.map(({ id }) => id)));
  addBlocks(ids, interview.intro);
  for (const section of interview.sections) {
    if (section.title !== null) ids.add(section.id);
    addBlocks(ids, section.lead);
    for (const turn of turnsOf(section)) {
      ids.add(turn.id);
      addBlocks(ids, turn.blocks);
    }
  }
  for (const id of ownIds(interview.notes)) ids.add(id);
  for (const id of ownIds(masthead.standfirst)) ids.add(id);
  return ids;
}

/** The ids that a text brings along. */
export function ownIds(text: RichText): string[] {
  return text.flatMap((part) => (typeof part !== "string" && part.kind === "id" ? [part.id] : []));
}

function addBlocks(ids: Set<string>, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.kind === "prose") for (const id of ownIds(block.html)) ids.add(id);
  }
}
