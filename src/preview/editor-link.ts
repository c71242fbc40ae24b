/** Editors that open a file at a line when a link is followed. */
export const editors: Readonly<Record<string, string>> = {
  vscode: "vscode://file{path}:{line}:{column}",
  "vscode-insiders": "vscode-insiders://file{path}:{line}:{column}",
  vscodium: "vscodium://file{path}:{line}:{column}",
  cursor: "cursor://file{path}:{line}:{column}",
  windsurf: "windsurf://file{path}:{line}:{column}",
  zed: "zed://file{path}:{line}:{column}",
  idea: "idea://open?file={path}&line={line}&column={column}",
  sublime: "subl://open?url=file://{path}&line={line}&column={column}",
  textmate: "txmt://open?url=file://{path}&line={line}&column={column}",
};

/** Makes the link that opens a place in the editor. Lines and columns count from 1. */
export type EditorLink = (file: string, line: number, column?: number) => string;

/**
 * Make links of one form.
 *
 * The link is all there is: the preview starts no program, whatever a page or its text asks for.
 *
 * @param editor - A name out of `editors`, or a form of one's own with `{path}`, `{line}` and `{column}` in it.
 * @param root - Absolute path of the site's folder, with `/`.
 * @returns `undefined` where the form is no address of an editor.
 */
export function editorLinks(editor: string, root: string): EditorLink | undefined {
  const form = editors[editor] ?? editor;
  if (!/^[a-z][a-z\d+.-]*:/i.test(form) || !form.includes("{path}")) return undefined;
  // What a browser would take for a page or a program and not for an editor.
  if (/^(?:javascript|data|vbscript|blob|https?|file|about):/i.test(form)) return undefined;
  return (file, line, column = 1) => {
    const absolute = `${root.startsWith("/") ? "" : "/"}${root}/${file}`;
    const path = absolute.split("/").map(encodeURIComponent).join("/");
    // A drive's colon stays one, or no editor finds it.
    const readable = path.replace(/^\/([a-z])%3A/i, "/$1:");
    return form
      .replaceAll("{path}", () => readable)
      .replaceAll("{line}", String(line))
      .replaceAll("{column}", String(column));
  };
}
