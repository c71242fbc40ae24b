import { isFileError, type FileSystem } from "./file-system.js";
import { manifestName } from "./output-path.js";

/**
 * Let a site appear where there is none: the folder in which it lies ready takes the name of the output folder. That
 * is one step for the disk, so that nothing needs to be written down before, nor undone.
 *
 * @param site - The folder with all outputs at their paths; `undefined` where there is none.
 * @param manifest - The text of the manifest.
 * @returns Whether the site is there; `false` where it has to go file by file: something has the name by now, or the
 *   disk will not rename the folder, as where another program looks into it on Windows.
 */
export function appearsAtOnce(
  fs: FileSystem,
  site: string | undefined,
  out: string,
  manifest: string,
): boolean {
  if (site === undefined || fs.stat(out) !== undefined) return false;
  fs.write(`${site}/${manifestName}`, manifest, { durable: true });
  try {
    fs.rename(site, out);
    return true;
  } catch (thrown) {
    if (!isFileError(thrown)) throw thrown;
    fs.remove(`${site}/${manifestName}`);
    return false;
  }
}
