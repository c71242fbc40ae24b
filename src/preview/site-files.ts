import type { ServedOutput } from "../build/served-output.js";
import { isFileError, type FileSystem } from "../io/file-system.js";
import { fileContent } from "../io/file-content.js";

/** The files of a site by their paths in the output folder; what a session holds is one. */
export interface SiteFiles {
  readonly get: (path: string) => ServedOutput | undefined;
}

/**
 * A finished site on disk. Links are followed as long as they stay in its folder.
 *
 * @param folder - Absolute path of the output folder.
 */
export function filesOnDisk(fs: FileSystem, folder: string): SiteFiles {
  const realFolder = fs.realPath(folder);
  const get = (path: string): ServedOutput | undefined => {
    // The generator's own record is no part of the site.
    if (realFolder === undefined || path.startsWith(".colloquy")) return undefined;
    try {
      const real = fs.realPath(`${folder}/${path}`);
      if (!real?.startsWith(`${realFolder}/`) || fs.stat(real)?.kind !== "file") return undefined;
      const content = fileContent(fs, real);
      return { hash: content.mark, open: () => content };
    } catch (thrown) {
      if (isFileError(thrown)) return undefined;
      throw thrown;
    }
  };
  return { get };
}
