import { isDeepStrictEqual } from "node:util";
import type { Checked } from "../diagnostics/checked.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FeatureHead } from "../interview/feature-head.js";
import type { SiteFile } from "../io/site-reader.js";
import type { Picture } from "../model/figure.js";
import type { FilePath } from "../model/ids.js";
import type { SiteSettings } from "../model/settings.js";
import type { FreePage } from "../model/site.js";
import type { GuestFile } from "../site/read-guest.js";
import { Conversations, type Room } from "./conversations.js";
import { FileMemory, type FileRecord } from "./file-memory.js";
import type { LoadedTheme } from "./load-theme.js";
import { Readings } from "./readings.js";
import type { RecordStore, SiteRecords } from "./site-records.js";
import { Understood } from "./understood.js";

/** What is remembered from one update of a site to the next, each part for as long as it is true. */
export class SiteMemory {
  /** Of the files' contents. */
  readonly hashes: FileMemory<string>;
  readonly pictures: FileMemory<MeasuredPicture>;
  readonly guests: Understood<GuestFile>;
  readonly pages: Understood<FreePage>;
  readonly features: Understood<FeatureHead>;
  readonly readings: Readings;
  readonly conversations: Conversations;
  settings: { readonly content: string; readonly read: ReadSettings } | undefined;
  theme: { readonly key: string; readonly settings: SiteSettings; readonly loaded: LoadedTheme } | undefined;

  /**
   * @param records - Of earlier processes.
   * @param scratch - Room on the disk.
   * @param hashes - What is known of files' contents; by default, what earlier processes have recorded.
   * @param keepsFeatures - Whether what is understood of features is asked for again, and not only recorded.
   */
  constructor(
    records?: Pick<SiteRecords, "of">,
    scratch?: Room,
    hashes: RecordStore<FileRecord<string>> | undefined = records?.of("hash"),
    keepsFeatures = true,
  ) {
    this.conversations = new Conversations(scratch);
    this.hashes = new FileMemory(hashes);
    this.pictures = new FileMemory(records?.of("picture"));
    this.guests = new Understood(records?.of("guest"));
    this.pages = new Understood(records?.of("page"), ({ custom }) => isPlain(custom));
    this.readings = new Readings(records?.of("reading"));
    const isRecordable = ({ masthead }: FeatureHead): boolean => isPlain(masthead.custom);
    this.features = new Understood(records?.of("feature"), isRecordable, keepsFeatures);
  }

  /** Forget what may have changed. @see FileMemory */
  refresh(files: readonly SiteFile[], changed: ReadonlySet<FilePath>, now: number): void {
    this.hashes.refresh(files, changed, now);
    this.pictures.refresh(files, changed, now);
    const present = new Set(files.map(({ path }) => path));
    for (const kind of [this.guests, this.pages, this.features, this.conversations]) kind.keepOnly(present);
    if (Array.from(changed).some((file) => file.startsWith("templates/"))) this.theme = undefined;
  }
}

/** A picture with what was wrong with its file. */
export interface MeasuredPicture {
  readonly picture: Picture;
  readonly diagnostics: readonly Diagnostic[];
}

/** The settings with a text that differs where they do. */
export interface ReadSettings extends Checked<SiteSettings> {
  readonly key: string;
}

/** Whether JSON can write a site's own values: YAML knows numbers that it does not. */
function isPlain(custom: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(custom).length === 0 || isDeepStrictEqual(JSON.parse(JSON.stringify(custom)), custom);
}
