import { createRequire } from "node:module";
import type * as Yaml from "yaml";

/**
 * The YAML package, loaded when the first text needs it: front matter and settings that are plain do not.
 *
 * @see `readPlainYaml`
 */
export function yamlPackage(): typeof Yaml {
  // What `require` gives has no type of its own.
  return (loaded ??= createRequire(import.meta.url)("yaml") as typeof Yaml);
}

let loaded: typeof Yaml | undefined;
