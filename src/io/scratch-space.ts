import { cachePath, keepOutOfVersionControl } from "./cache-path.js";
import { isFileError, type FileSystem, type ScratchFile } from "./file-system.js";

/** Where something lies in a scratch space, in bytes: from `start` up to `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Reads one stretch after the other into the same memory: as much new memory is slower to come by than the bytes. */
export class StretchReader {
  readonly #fill: (memory: Uint8Array, start: number) => void;
  #memory = new Uint8Array(1 << 15);

  /** @param fill - Fills memory with the bytes from a place on. */
  constructor(fill: (memory: Uint8Array, start: number) => void) {
    this.#fill = fill;
  }

  /** @returns The bytes, until the next call. */
  bytesOf({ start, end }: Stretch): Uint8Array {
    const size = end - start;
    if (this.#memory.length < size) this.#memory = new Uint8Array(2 * size);
    const memory = this.#memory.subarray(0, size);
    this.#fill(memory, start);
    return memory;
  }
}

/** Bytes that are gathered before the disk is asked: below that, it is never touched. */
const gathered = 4 * 1024 * 1024;

/**
 * Room on the disk for what a process needs again and what is too much for its memory, in the folder of what the
 * site keeps. Nothing is left of it when the process ends.
 */
export class ScratchSpace {
  readonly #open: () => ScratchFile;
  readonly #read = new StretchReader((memory, start) => this.#file?.readInto(memory, start));
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

  /** The bytes that were kept there, until the next call. Throws a `FileError` where the disk has lost them. */
  read(stretch: Stretch): Uint8Array {
    const tail = stretch.start - this.#written;
    if (tail >= 0) return this.#tail?.subarray(tail, stretch.end - this.#written) ?? new Uint8Array();
    return this.#read.bytesOf(stretch);
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
