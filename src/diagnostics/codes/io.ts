import { entry, quoted } from "../entry.js";

/** Problems of the disk: what lies in a site's folders that cannot be read, and why a site cannot be written. */
export const ioCodes = {
  "no-content": entry<{ root: string }>({
    severity: "error",
    about: "The folder that is built has no folder `content`, so it is no site, or not the root of one.",
    example: "colloquy build --root ~/Documents",
    instead: "colloquy build --root ~/Documents/my-site",
    words: ({ root }) => ({
      message: `Unexpected site folder ${quoted(root)}, expected a folder "content" in it`,
      help: "Run the command in the site's folder, name it with --root, or make one with colloquy new site.",
    }),
  }),
  "symlink-outside": entry<{ target: string }>({
    severity: "error",
    about:
      "A symbolic link leads out of the site's folder. Nothing outside it is ever read: a site that was sent by somebody else could otherwise publish a file of yours.",
    example: "content/features/letters.md → /home/me/letters.md",
    instead: "The file itself, in content/features/.",
    words: ({ target }) => ({
      message: `Unexpected link to ${quoted(target)}, expected a file inside the site's folder`,
      help: "Move or copy the file into the site.",
    }),
  }),
  "symlink-broken": entry<Record<string, never>>({
    severity: "error",
    about: "A symbolic link leads to nothing.",
    example: "content/guests/chen-gang.md → chen-gagn.md",
    instead: "A link to a file that is there, or no link.",
    words: () => ({
      message: "Unexpected link to nothing, expected a file",
      help: "Remove the link, or put back what it led to.",
    }),
  }),
  "symlink-loop": entry<{ target: string }>({
    severity: "error",
    about: "A symbolic link leads back into a folder that it is in, so that the site would never end.",
    example: "content/features/old → ..",
    instead: "No link, or one to a folder beside it.",
    words: ({ target }) => ({
      message: `Unexpected link in a circle to ${quoted(target)}`,
      help: "Remove the link.",
    }),
  }),
  "folder-named-like-file": entry<{ name: string }>({
    severity: "error",
    about: "A folder has the name of a text file, so that what is in it would silently not be read.",
    example: "content/features/letters.md/index.md",
    instead: "content/features/letters/index.md",
    words: ({ name }) => ({
      message: `Unexpected folder named ${quoted(name)}, expected a file`,
      help: `Rename the folder to ${quoted(name.replace(/\.[^.]+$/, ""))}.`,
    }),
  }),
  "not-a-file": entry<Record<string, never>>({
    severity: "error",
    about: "A pipe, a socket or a device lies among the content; reading it could wait for ever.",
    example: "mkfifo content/features/letters.md",
    instead: "A plain file.",
    words: () => ({ message: "Unexpected kind of file, expected a plain one", help: "Remove it." }),
  }),
  unreadable: entry<{ reason: string }>({
    severity: "error",
    about: "A file or folder of the site is there but cannot be read.",
    example: "chmod 000 content/guests/chen-gang.md",
    instead: "chmod 644 content/guests/chen-gang.md",
    words: ({ reason }) => ({ message: reason, help: "See that you may read it." }),
  }),
  "file-name-unreadable": entry<{ name: string }>({
    severity: "error",
    about: "The name of a file is not UTF-8, so the file cannot be opened by its name.",
    example: "A file name from an archive made on an old system.",
    instead: "The same file, renamed.",
    words: ({ name }) => ({
      message: `Unexpected file name ${quoted(name)}, expected UTF-8`,
      help: "Rename the file.",
    }),
  }),
  "output-folder": entry<{ folder: string; reason: string }>({
    severity: "error",
    about:
      "The output folder is one that a build must not write into: the site itself, its content or templates, a folder around them, or the home folder.",
    example: "colloquy build --out content",
    instead: "colloquy build --out dist",
    words: ({ folder, reason }) => ({
      message: `Unexpected output folder ${quoted(folder)}: ${reason}`,
      help: "Name a folder of its own with --out.",
    }),
  }),
  "output-foreign": entry<{ folder: string; paths: readonly string[] }>({
    severity: "error",
    about:
      "The output folder holds files that this generator did not make and that pages of the site would replace. They might be all that is left of something, so nothing is written.",
    example: "An index.html of your own in dist/.",
    instead: "An empty dist/, or another folder with --out.",
    words: ({ folder, paths }) => ({
      message: `Unexpected ${paths.length === 1 ? "file" : "files"} in ${folder} that the site would replace: ${listed(paths)}`,
      help: "Move what you need out of the folder and delete the rest, or choose another folder with --out.",
    }),
  }),
  "output-collision": entry<{ path: string; other: string }>({
    severity: "error",
    about:
      "Two files of the site would have names that only differ in case, or a file and a folder would have the same name. On a Mac, on Windows and on some hosts one of them would vanish.",
    example: "content/features/Spring and content/features/spring",
    instead: "content/features/spring-2023 and content/features/spring-2024",
    words: ({ path, other }) => ({
      message: `Unexpected output ${quoted(path)}, expected a name that differs from ${quoted(other)} in more than case`,
      help: "Rename one of the two files that they are made from, or give one of them a slug.",
    }),
  }),
  "output-name": entry<{ path: string; reason: string }>({
    severity: "error",
    about: "A file of the site would have a name that does not exist on every system.",
    example: "content/guests/aux.md",
    instead: "content/guests/aux-smith.md",
    words: ({ path, reason }) => ({
      message: `Unexpected output ${quoted(path)}: ${reason}`,
      help: "Rename the file that it is made from, or give it a slug.",
    }),
  }),
  "output-busy": entry<{ folder: string; holder: string; lock: string }>({
    severity: "error",
    about: "Another build is writing the same site, and did not come to an end while this one waited.",
    example: "Two terminals with colloquy build.",
    instead: "One of them.",
    words: ({ folder, holder, lock }) => ({
      message: `Could not write ${quoted(folder)}: another build (${holder}) is writing it`,
      help: `Wait for it to end. If there is none, delete ${lock}.`,
    }),
  }),
  "site-changing": entry<{ attempts: number }>({
    severity: "error",
    about:
      "The site's files were saved again and again while it was read, so that its pages would have been made from different states of it.",
    example: "A script that writes a file of content/ a hundred times a second, and colloquy build.",
    instead: "The build after the script.",
    words: ({ attempts }) => ({
      message: `Unexpected change while the site was read, ${attempts} times in a row, expected files that stay as they are`,
      help: "The site is as it was before. Build again once nothing saves files in its folder.",
    }),
  }),
  "output-newer": entry<{ file: string; version: number }>({
    severity: "error",
    about:
      "The site in the output folder was written by a newer version, whose records this one cannot read.",
    example: "A site built with a newer version, then with an older one.",
    instead: "The newer version, or an empty output folder.",
    words: ({ file, version }) => ({
      message: `Unexpected version ${version} of ${quoted(file)}, expected 1`,
      help: "Use the newer version of colloquy, or delete the output folder.",
    }),
  }),
  "write-failed": entry<{ reason: string; unfinished: boolean }>({
    severity: "error",
    about: "The disk refused: it is full or read-only, or a permission is missing.",
    example: "A disk without space.",
    instead: "A disk with space.",
    words: ({ reason, unfinished }) => ({
      message: reason,
      help: unfinished
        ? "The site is partly replaced; build again once that is mended, and it will be whole."
        : "The site is as it was before. Mend that and build again.",
    }),
  }),
};

function listed(paths: readonly string[]): string {
  const shown = paths.slice(0, 10).map(quoted).join(", ");
  return paths.length > 10 ? `${shown} and ${paths.length - 10} more` : shown;
}
