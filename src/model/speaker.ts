import type { GuestId } from "./ids.js";

/** Who may open a turn in a feature. */
export type Speaker =
  | { readonly kind: "guest"; readonly id: GuestId; readonly name: string }
  /** Somebody who asks; `id` is `interviewer`, or `interviewer-2` and so on where there are several. */
  | { readonly kind: "interviewer"; readonly id: string; readonly name: string }
  /** A label that is no person: a break, a narrator, a jingle. */
  | { readonly kind: "voice"; readonly id: string; readonly name: string };
