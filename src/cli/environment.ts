import type { FileSystem } from "../io/file-system.js";
import type { CalendarDate } from "../model/ids.js";
import type { Library } from "./library.js";
import type { NetworkInterfaces } from "./network-addresses.js";

/** What a command may know of the process it runs in; tests make their own. */
export interface Environment {
  /** Absolute, with `/`. */
  readonly workingDirectory: string;
  readonly homeDirectory: string;
  readonly today: CalendarDate;
  /** For data: what somebody may want to pipe on. */
  readonly stdout: TextStream;
  /** For messages. */
  readonly stderr: TextStream;
  /** `v20.20.2 on linux x64`, for reports of bugs. */
  readonly platform: string;
  readonly fs: FileSystem;
  readonly networkInterfaces: () => NetworkInterfaces;
  /** The library is loaded only by the commands that need it. */
  readonly loadLibrary: () => Promise<Library>;
}

/** Where text goes. */
export interface TextStream {
  readonly write: (text: string) => void;
  /** Whether a person sees the text as it comes, so that a line may be drawn over. */
  readonly isTerminal: boolean;
  readonly hasColor: boolean;
  /** Columns; 80 where that is not known. */
  readonly columns: number;
}

/** The process ends with one of these. */
export const exitCodes = {
  success: 0,
  /** The content has errors, or the disk refused. */
  content: 1,
  /** The command line makes no sense. */
  usage: 2,
  /** A bug of this program. @see sysexits(3), EX_SOFTWARE */
  bug: 70,
} as const;

/** The command line makes no sense; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
