import { dirname, resolve } from "node:path";
import { whereAllowed, type FileSystem } from "../io/file-system.js";

/**
 * Says whether git is changing files of a folder at the moment: then it holds the lock of its index. A checkout writes
 * its files one by one, and the first of them alone is no state of the site that anybody wants to see.
 *
 * @param root - Absolute path of the folder.
 * @see git-worktree(1), DETAILS: the `.git` of a linked work tree is a file that says where its folder is
 */
export function gitAtWork(fs: FileSystem, root: string): () => boolean {
  const folder = whereAllowed(() => gitFolderOf(fs, root));
  if (folder === undefined) return () => false;
  return () => whereAllowed(() => fs.stat(`${folder}/index.lock`)) !== undefined;
}

function gitFolderOf(fs: FileSystem, folder: string): string | undefined {
  const path = `${folder}/.git`;
  const kind = fs.stat(path)?.kind;
  if (kind === "folder") return path;
  if (kind === "file") {
    const [, named] = /^gitdir: (.*)/.exec(new TextDecoder().decode(fs.read(path))) ?? [];
    return named === undefined ? undefined : resolve(folder, named).replaceAll("\\", "/");
  }
  const above = dirname(folder);
  return above === folder ? undefined : gitFolderOf(fs, above);
}
