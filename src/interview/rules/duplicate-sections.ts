import { diagnose, placeOf } from "../../diagnostics/diagnostic.js";
import type { NumberedSection, Rule } from "./rule.js";

/** Every section has an id of its own. That two files give one id is known, and reported, before they are read. */
export const duplicateSections: Rule = ({ sections }) => {
  const firsts = new Map<string, NumberedSection>();
  return sections.flatMap((section) => {
    const { id, place, text } = section.input;
    const first = firsts.get(id);
    if (!first) {
      firsts.set(id, section);
      return [];
    }
    if (text.file !== first.input.text.file && first.input.title !== null) return [];
    const related = [{ message: "the first section", place: placeOf(first.input.place) }];
    return [diagnose("duplicate-section", place, { id }, related)];
  });
};
