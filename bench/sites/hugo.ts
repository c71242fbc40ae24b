import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Contestant } from "./contestant.js";
import { fromServer } from "./read-page.js";

/**
 * Hugo, where it is installed.
 *
 * @param themes - The folder of the benchmark's themes.
 */
export function hugo(themes: string): Contestant | undefined {
  const { status, stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  if (status !== 0) return undefined;
  const cache = (site: string) => ["--cacheDir", join(site, "cache")];
  return {
    id: "hugo",
    name: "Hugo",
    version: /v(\d[\w.+-]*)/.exec(stdout)?.[1] ?? stdout.trim(),
    theme: join(themes, "hugo"),
    build: (site) => ({ file: "hugo", args: ["--quiet", "-s", site, ...cache(site)], cwd: site }),
    output: (site) => join(site, "public"),
    leftovers: (site) => ["public", "resources", "cache", ".hugo_build.lock"].map((name) => join(site, name)),
    guestFile: (site, id) => join(site, "data/guests", `${id}.yaml`),
    guestText: ({ name, role }) => `name: ${name}\nrole: ${role}\n`,
    watch: (site, port) => ({
      command: {
        file: "hugo",
        args: ["server", "-s", site, "--bind", "127.0.0.1", "-p", String(port), ...cache(site)],
        cwd: site,
      },
      read: fromServer(port),
    }),
  };
}
