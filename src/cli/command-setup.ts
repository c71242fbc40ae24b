import type { Command } from "commander";
import type { Environment } from "./environment.js";

/** Adds a command's options and help to a commander command and says how it ends. */
export type CommandSetup = (
  command: Command,
  environment: Environment,
  end: (exitCode: number) => void,
) => void;
