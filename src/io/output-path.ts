/** The record of what a build wrote, in the output folder. */
export const manifestName = ".colloquy.json";

/**
 * See that an output's path stays inside the output folder and out of what is not the site's.
 *
 * A bad path here is a bug of this program, not of the content, so it throws.
 */
export function requireInside(path: string): void {
  if (outside.test(path)) throw new Error(`Unexpected output path ${JSON.stringify(path)}`);
}

/** A part that is empty, `.` or `..`, a character that no system takes for part of a name, and what is not the site's. */
const outside = /(?:^|\/)\.{0,2}(?:\/|$)|[\\\0]|^\.git(?:\/|$)|^\.colloquy/;

/**
 * Why a path cannot be a file on every system that a site is built on or copied to; `undefined` where it can.
 *
 * @see Microsoft, "Naming Files, Paths, and Namespaces": reserved characters and device names.
 */
export function whyNotPortable(path: string): string | undefined {
  for (const part of path.split("/")) {
    const reserved = /[<>:"|?*\u0000-\u001f]/.exec(part)?.[0];
    if (reserved !== undefined) return `Windows allows no ${JSON.stringify(reserved)} in a name`;
    if (/[. ]$/.test(part)) return "Windows allows no full stop or space at the end of a name";
    if (deviceName.test(part)) return `Windows keeps the name ${JSON.stringify(part)} for a device`;
    if (Buffer.byteLength(part) > 255) return "a name can be 255 bytes long";
  }
  return undefined;
}

const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;

/** The form in which two paths are equal that are the same file on a disk that ignores case. */
export function folded(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/** The folders above a path, the nearest first: `a/b/c` has `a/b` and `a`. */
export function* foldersAbove(path: string): Iterable<string> {
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) yield path.slice(0, at);
}

/**
 * Notices two outputs that would be one file on some disk: the same name but for case, or the name of the other's
 * folder.
 */
export class CollisionCheck {
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();

  /** @param paths - Outputs that do not collide with each other. */
  constructor(paths: readonly string[] = []) {
    for (const path of paths) this.add(path);
  }

  /** @returns The output that this one collides with, if any. */
  add(path: string): string | undefined {
    const key = folded(path);
    const other = this.#files.get(key) ?? this.#folders.get(key);
    if (other !== undefined) return other;
    this.#files.set(key, path);
    for (const folder of foldersAbove(key)) {
      const file = this.#files.get(folder);
      if (file !== undefined) return file;
      if (this.#folders.has(folder)) break;
      this.#folders.set(folder, path);
    }
    return undefined;
  }
}
