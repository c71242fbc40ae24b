#!/usr/bin/env node
import { version } from "../model/program.js";
import { overview } from "./overview.js";

// Asking for help or the version must be as quick as starting Node: everything else is loaded when it is needed.
const args = process.argv.slice(2);
const [first] = args;

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });

if (first === undefined || first === "--help" || first === "-h" || (first === "help" && args.length === 1)) {
  (first === undefined ? process.stderr : process.stdout).write(overview());
  if (first === undefined) process.exitCode = 2;
} else if (first === "--version" || first === "-V") {
  process.stdout.write(`${version}\n`);
} else {
  const { run } = await import("./run.js");
  const { processEnvironment } = await import("./process-environment.js");
  const { endProcess } = await import("./end-process.js");
  endProcess(process, await run(args, processEnvironment()));
}
