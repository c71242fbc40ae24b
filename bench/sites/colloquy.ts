import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Contestant } from "./contestant.js";
import { fromServer } from "./read-page.js";

/** Which pages Colloquy makes: those that the others make, too, or all that it makes of itself. */
export type Pages = "same" | "all";

/**
 * Colloquy, as compiled.
 *
 * @param program - Absolute path of its `cli/main.js`.
 * @param pages - Which pages its sites have.
 * @param themes - The folder of the benchmark's themes.
 */
export function colloquy(program: string, pages: Pages, themes: string): Contestant {
  if (!existsSync(program)) {
    throw new Error(`Expected the compiled program at ${program}; run "npm run prepare" first`);
  }
  const run = (site: string, ...args: string[]) => ({
    file: process.execPath,
    args: [program, ...args, "--root", site],
    cwd: site,
  });
  return {
    id: "colloquy",
    name: "Colloquy",
    version: spawnSync(process.execPath, [program, "--version"], { encoding: "utf8" }).stdout.trim(),
    theme: join(themes, pages === "same" ? "colloquy" : "colloquy-all"),
    build: (site) => run(site, "build", "--quiet"),
    output: (site) => join(site, "dist"),
    leftovers: (site) => [join(site, "dist"), join(site, ".colloquy")],
    guestFile: (site, id) => join(site, "content/guests", `${id}.md`),
    guestText: ({ name, role }) => `---\nname: ${name}\nrole: ${role}\n---\n`,
    watch: (site, port) => ({
      command: run(site, "preview", "--port", String(port)),
      address: `http://127.0.0.1:${port}/`,
      read: fromServer(port),
    }),
  };
}

/** Whether the program has a command. */
export function hasCommand(program: string, command: string): boolean {
  return spawnSync(process.execPath, [program, command, "--help"]).status === 0;
}
