import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { buildInto, chromiumOptions, freshFolder } from "./example-site.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the example site at the root of a host. */
    readonly exampleSite: string;
    /** Where the browser of all suites takes orders. */
    readonly browserEndpoint: string;
  }
}

/** Build the example site and start a browser once for all suites: either takes seconds, and they change neither. */
export default async function share({ provide }: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = freshFolder();
  await buildInto(folder, "/");
  const server = await chromium.launchServer(chromiumOptions);
  provide("exampleSite", folder);
  provide("browserEndpoint", server.wsEndpoint());
  return async () => {
    await server.close();
    remove();
  };
}
