/**
 * Whether a file is none of the site's: hidden, or left behind by an editor or an operating system.
 *
 * @param path - From the site's root, with `/`; a hidden folder hides what is in it.
 */
export function isIgnoredFile(path: string): boolean {
  return path.split("/").some((name) => ignored.test(name));
}

/** `.DS_Store`, `x.md~`, `#x.md#`, `.x.md.swp`, `~$x.docx`, `x.md.bak`, `x.md___jb_tmp___`, vim's probe `4913`, Windows' own files. */
const ignored = /^\.|~$|^#.*#$|^~\$|\.(?:sw[a-p]|bak|orig|tmp)$|___jb_(?:tmp|old)___$|^4913$|^(?:Thumbs\.db|desktop\.ini)$/i;
