import type { Masthead } from "../model/feature.js";
import { turnsOf, type Interview } from "../model/interview.js";

/** What a browser plays a recording with, by its media type; `null` where none is known. */
export function mediumOf(recording: Masthead["recording"]): "audio" | "video" | null {
  const [medium] = recording?.type?.split("/") ?? [];
  return medium === "audio" || medium === "video" ? medium : null;
}

/** Whether captions can be made: something plays, and at least one turn says when. */
export function hasCaptions(recording: Masthead["recording"], interview: Interview): boolean {
  return (
    mediumOf(recording) !== null &&
    interview.sections.some((section) => turnsOf(section).some(({ time }) => time !== null))
  );
}
