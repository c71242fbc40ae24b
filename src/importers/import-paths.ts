/** The folder of a path with `/`; empty for a name alone. */
export function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** The name of a file without its folder and its ending. */
export function stemOf(path: string): string {
  return path
    .slice(path.lastIndexOf("/") + 1)
    .replace(/\.(?:md|markdown|mdown|mkd|txt|text|vtt|srt|json|docx)$/iu, "");
}

/** Whether a file's ending says that it is Markdown. */
export function isMarkdownPath(path: string): boolean {
  return /\.(?:md|markdown|mdown|mkd)$/iu.test(path);
}
