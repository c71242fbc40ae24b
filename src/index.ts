/**
 * Colloquy as a library: the same pipeline as the command's, for programs.
 *
 * @packageDocumentation
 */
export { build, check, inspect } from "./build/index.js";
export type { BuildOptions, BuildResult, CheckResult, Progress, SiteOptions } from "./build/options.js";
export type { InspectedModel } from "./build/inspect-site.js";
export type { Diagnostic, Excerpt, RelatedPlace, Severity } from "./diagnostics/diagnostic.js";
export type { Place } from "./diagnostics/place.js";
export type { WriteReport } from "./io/site-draft.js";
export { codeFrame } from "./diagnostics/code-frame.js";
