import type { Edition, Masthead } from "../model/feature.js";

/** What a browser plays a recording with, by its media type; `null` where none is known. */
export function mediumOf(recording: Masthead["recording"]): "audio" | "video" | null {
  const [medium] = recording?.type?.split("/") ?? [];
  return medium === "audio" || medium === "video" ? medium : null;
}

/** Whether captions can be made: something plays, and at least one turn says when. */
export function hasCaptions({ masthead, digest }: Pick<Edition, "masthead" | "digest">): boolean {
  return mediumOf(masthead.recording) !== null && digest.timed;
}
