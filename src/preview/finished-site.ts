import { readSiteFolder } from "../build/read-site.js";
import { realFileSystem } from "../io/real-file-system.js";
import { listen, type Listening } from "./listen.js";
import { filesOnDisk } from "./site-files.js";
import { createSiteServer, respondWithSite } from "./site-server.js";

/** Where a finished site is, and where it is to be shown. */
export interface FinishedSite {
  /** Absolute path of the output folder. */
  readonly folder: string;
  /** Absolute path of the site's folder, whose settings say at which path the site lives; it may be missing. */
  readonly root: string;
  /** Goes before what the settings say. */
  readonly base: string | undefined;
  readonly host: string;
  readonly port: number;
}

/**
 * Serve a finished site as a static host would, until the process ends.
 *
 * @returns Where it is shown, with its base path; or why it is not.
 */
export async function serveFinishedSite(
  { folder, root, base, host, port }: FinishedSite,
  onBroken: (thrown: unknown) => void,
): Promise<Listening & { readonly basePath: string }> {
  const basePath = base ?? readSiteFolder(realFileSystem, root).folder?.settings.basePath ?? "/";
  const files = filesOnDisk(realFileSystem, folder);
  const server = createSiteServer(
    host,
    (request, response) => respondWithSite(request, response, files, basePath),
    onBroken,
  );
  return { ...(await listen(server, host, port)), basePath };
}
