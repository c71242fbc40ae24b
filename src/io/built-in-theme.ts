import { fileURLToPath } from "node:url";

/** Absolute path, with `/`, of the folder of templates that comes with the package. */
export const builtInTemplates = fileURLToPath(new URL("../../templates", import.meta.url)).replaceAll(
  "\\",
  "/",
);
