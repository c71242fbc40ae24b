/** The recording of a feature. */
export interface RecordingView {
  readonly src: string;
  /** Media type: `audio/mpeg`; `null` where it is not known. */
  readonly type: string | null;
  /** What plays it; `null` where the address is a page to go to, or nothing that is known to play. */
  readonly medium: "audio" | "video" | null;
  /** As a clock shows it: `1:02:03`. */
  readonly duration: string | null;
  /** The host of a recording that lies elsewhere: `media.example.org`. `null` where it is the site's own. */
  readonly host: string | null;
  /** The address of the captions; `null` where nothing plays or no turn has a time. */
  readonly captions: string | null;
}
