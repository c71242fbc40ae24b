import { diagnose, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../diagnostics/nearest.js";
import type { GuestId } from "../../model/ids.js";
import type { Speaker } from "../../model/speaker.js";
import type { Cast } from "../cast.js";
import type { InText } from "../context.js";

/** The guest whom the front matter names by id, name, label or alias; `undefined` where there is none. */
export function findGuest(typed: string, cast: Cast): Extract<Speaker, { kind: "guest" }> | undefined {
  const speaker = cast.speakerCalled(typed);
  return speaker?.kind === "guest" ? speaker : undefined;
}

/** The ids of the guests that are named, each once, without what names nobody. */
export function guestsIn(typed: readonly string[], cast: Cast): GuestId[] {
  return [...new Set(typed.flatMap((one) => findGuest(one, cast)?.id ?? []))];
}

/** Report a name under `declined` or `expects` that no guest of the feature has. */
export function unknownGuest(key: "declined" | "expects", id: string, where: InText, cast: Cast): Diagnostic {
  const near = nearest(
    id,
    cast.guests.flatMap((guest) => [guest.id, guest.name]),
  );
  return diagnose("unknown-section-guest", { source: where.source, span: where.span }, { key, id, near });
}
