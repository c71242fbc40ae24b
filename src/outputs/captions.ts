import { hasCaptions } from "../interview/recording.js";
import type { Edition } from "../model/feature.js";
import type { Output } from "../model/output.js";
import { captionsPath } from "../site/routes.js";
import { cuesOf, type Cue } from "./caption-cues.js";
import { outputPath } from "./output-path.js";

/**
 * The captions of an edition's recording, made from its turns; none where nothing plays or no turn has a time.
 *
 * @see WebVTT: The Web Video Text Tracks Format, W3C Candidate Recommendation, 4 April 2019
 */
export function captionOutputs(edition: Edition): Output[] {
  if (!hasCaptions(edition)) return [];
  const { masthead, path } = edition;
  return [
    {
      path: outputPath(captionsPath(path)),
      get content() {
        const cues = cuesOf(edition.interview, masthead.recording?.duration ?? null);
        return `WEBVTT\n${cues.map(written).join("")}`;
      },
    },
  ];
}

function written({ start, end, speaker, text }: Cue): string {
  return `\n${timestamp(start)} --> ${timestamp(end)}\n<v ${escaped(speaker)}>${escaped(text)}\n`;
}

/** `01:02:03.450` */
function timestamp(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const parts = [3_600_000, 60_000, 1000].map((unit, index) => {
    const count = Math.floor(milliseconds / unit);
    return String(index === 0 ? count : count % 60).padStart(2, "0");
  });
  return `${parts.join(":")}.${String(milliseconds % 1000).padStart(3, "0")}`;
}

/** A line break would end the cue, and so would two; the arrow cannot occur, for its point is escaped. */
function escaped(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/[&<>]/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
