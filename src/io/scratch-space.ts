import { cachePath, keepOutOfVersionControl } from "./cache-path.js";
import { isFileError, type FileSystem, type ScratchFile } from "./file-system.js";

/** Where something lies in a scratch space, in bytes: from `start` up to `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Bytes that are gathered before the disk is asked: below that, it is never touched. */
const gathered = 4 * 1024 * 1024;

/**
 * Room on the disk for what a process needs again and what is too much for its memory, in the folder of what the
 * site keeps. Nothing is left of it when the process ends.
 */
export class ScratchSpace {
  readonly #open: () => ScratchFile;
  #file: ScratchFile | undefined;
  /** What is not yet on the disk, from `#written` on. */
  #tail: Buffer | undefined;
  #filled = 0;
  #written = 0;
  #isRefused = false;

  /** @param root - Absolute path of the site's folder. */
  constructor(fs: FileSystem, root: string) {
    this.#open = () => {
      keepOutOfVersionControl(fs, root);
      return fs.scratch(cachePath(root, "scratch"));
    };
  }

  /** Keep bytes. @returns Where they lie; `undefined` where the disk refuses, and they are not kept. */
  add(bytes: Uint8Array): Stretch | undefined {
    if (this.#filled + bytes.length > gathered && !this.#flush()) return undefined;
    const start = this.#written + this.#filled;
    if (bytes.length > gathered) {
      if (!this.#put(bytes)) return undefined;
    } else {
      this.#tail ??= Buffer.allocUnsafeSlow(gathered);
      this.#tail.set(bytes, this.#filled);
      this.#filled += bytes.length;
    }
    return { start, end: start + bytes.length };
  }

  /** The bytes that were kept there. Throws a `FileError` where the disk has lost them. */
  read({ start, end }: Stretch): Uint8Array {
    const tail = start - this.#written;
    if (tail >= 0) return this.#tail?.subarray(tail, end - this.#written) ?? new Uint8Array();
    return this.#file?.readPart(start, end) ?? new Uint8Array();
  }

  /**
   * Lay everything where other threads can read it.
   *
   * @returns By what they do (see `readDescriptor`); `undefined` where they cannot.
   */
  share(): number | undefined {
    return this.#flush() ? this.#file?.descriptor : undefined;
  }

  /** Give the room back; nothing can be read any more. */
  close(): void {
    this.#file?.close();
    this.#file = undefined;
  }

  #flush(): boolean {
    if (this.#tail && !this.#put(this.#tail.subarray(0, this.#filled))) return false;
    this.#filled = 0;
    return true;
  }

  #put(bytes: Uint8Array): boolean {
    if (this.#isRefused) return false;
    try {
      this.#file ??= this.#open();
      this.#file.append(bytes);
      this.#written += bytes.length;
      return true;
    } catch (thrown) {
      if (!isFileError(thrown)) throw thrown;
      this.#isRefused = true;
      return false;
    }
  }
}
