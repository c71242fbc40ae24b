import { mediaPath } from "../assets/media-path.js";
import { hasCaptions, mediumOf } from "../interview/recording.js";
import type { Edition, Masthead } from "../model/feature.js";
import { filePath, sitePath } from "../model/ids.js";
import { captionsPath } from "../site/routes.js";
import type { ViewScope } from "./view-scope.js";
import type { RecordingView } from "./views/recording.js";
import { clockTime } from "./written-forms.js";

/** The recording of an edition, for its own page. */
export function recordingView(edition: Edition, scope: ViewScope): RecordingView | null {
  const { recording } = edition.masthead;
  if (recording === null) return null;
  const { type, duration } = recording;
  const src = recordingAddress(recording, scope);
  return {
    src,
    type,
    medium: mediumOf(recording),
    duration: duration === null ? null : clockTime(duration),
    host: isElsewhere(recording) && URL.canParse(src) ? new URL(src).hostname : null,
    captions: hasCaptions(edition) ? scope.href(captionsPath(edition.path)) : null,
  };
}

/**
 * The address of a moment in an edition's recording, as its own page links to it; `null` where nothing plays it.
 *
 * @see Media Fragments URI 1.0 §4.2.1, `#t=227`
 */
export function momentAddress(seconds: number, { masthead, path }: Edition, scope: ViewScope): string | null {
  const { recording } = masthead;
  if (recording === null || mediumOf(recording) === null || path !== scope.page.path) return null;
  return `${recordingAddress(recording, scope).replace(/#.*$/, "")}#t=${seconds}`;
}

type Recording = NonNullable<Masthead["recording"]>;

function isElsewhere({ src }: Recording): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(src);
}

/** Elsewhere, at an address of the site, or a file of the content. */
function recordingAddress(recording: Recording, scope: ViewScope): string {
  const { src } = recording;
  if (isElsewhere(recording)) return src;
  return scope.href(src.startsWith("/") ? sitePath(src) : mediaPath(filePath(src)));
}
