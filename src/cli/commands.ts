import type { CommandSetup } from "./command-setup.js";

/** One command: what the overview says of it, and how to get the rest when it is needed. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandSetup>;
}

/** All commands, in the order in which a person meets them. */
export const commands: readonly CommandEntry[] = [
  {
    name: "new",
    summary: "Make a site, a feature, a guest or a page to start from",
    load: async () => (await import("./new-command.js")).newCommand,
  },
  {
    name: "import",
    summary: "Turn a transcript or a pasted article into a feature",
    load: async () => (await import("./import-command.js")).importCommand,
  },
  {
    name: "check",
    summary: "Report everything that is wrong, without building",
    load: async () => (await import("./check-command.js")).checkCommand,
  },
  {
    name: "preview",
    summary: "Show the site while it is written, and update open pages",
    load: async () => (await import("./preview-command.js")).previewCommand,
  },
  {
    name: "build",
    summary: "Make the site",
    load: async () => (await import("./build-command.js")).buildCommand,
  },
  {
    name: "inspect",
    summary: "Show what the site is made of: features, turns, speakers",
    load: async () => (await import("./inspect-command.js")).inspectCommand,
  },
];
