import { diagnose } from "../../diagnostics/diagnostic.js";
import { findGuest, unknownGuest } from "./find-guest.js";
import { isAnswer, whereOf, type Rule } from "./rule.js";

/** Whoever is named under `declined` is a guest of the feature, and does not answer in that section. */
export const declinedGuests: Rule = ({ cast, sections }) =>
  sections.flatMap(({ input, turns }) =>
    input.declined.flatMap((declined) => {
      const guest = findGuest(declined.value, cast);
      if (!guest) return [unknownGuest("declined", declined.value, declined, cast)];
      const answer = turns.find((turn) => isAnswer(turn) && turn.speaker.id === guest.id);
      if (!answer) return [];
      const place = declined.source.placeOf(declined.span);
      const related = [{ message: "named under `declined` here", place }];
      return [diagnose("declined-answers", whereOf(answer), { name: guest.name }, related)];
    }),
  );
