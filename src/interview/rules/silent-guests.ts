import { diagnose } from "../../diagnostics/diagnostic.js";
import { isAnswer, type Rule } from "./rule.js";

/** Every guest answers somewhere, or has declined to in some section. A feature without turns is another rule's. */
export const silentGuests: Rule = ({ document, cast, guests, sections, turns }) => {
  if (turns.length === 0) return [];
  const heard = new Set<string>(turns.filter(isAnswer).map(({ speaker }) => speaker.id));
  for (const { input } of sections) {
    for (const { value } of input.declined) {
      const speaker = cast.speakerCalled(value);
      if (speaker) heard.add(speaker.id);
    }
  }
  const { source, front } = document;
  return guests.flatMap(({ id, name, entry }) => {
    if (heard.has(id)) return [];
    return [diagnose("silent-guest", { source, span: front.spanOf(["guests", entry]) }, { name })];
  });
};
