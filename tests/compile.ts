import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

const project = join(import.meta.dirname, "..");

/** Compile `src/` to `lib/` where it is older, for the tests that run the command as a process. */
export default function compile(): void {
  const compiled = join(project, "lib/cli/main.js");
  const inputs = [join(project, "src"), join(project, "tsconfig.json"), join(project, "tsconfig.build.json")];
  if (existsSync(compiled) && newestOf(inputs) < statSync(compiled).mtimeMs) return;
  const compiler = join(project, "node_modules/typescript/bin/tsc");
  const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { cwd: project });
  if (!existsSync(compiled)) throw new Error("tsc -p tsconfig.build.json made no lib/cli/main.js");
  // Code with a wrong type runs all the same; npm run check:types is where that fails.
  if (status !== 0) process.stderr.write("tests/compile.ts: the types of src/ have errors\n");
  utimesSync(compiled, new Date(), new Date());
}

function newestOf(paths: readonly string[]): number {
  let newest = 0;
  for (const path of paths) {
    const stat = statSync(path);
    newest = Math.max(newest, stat.mtimeMs);
    if (stat.isDirectory())
      newest = Math.max(newest, newestOf(readdirSync(path).map((name) => join(path, name))));
  }
  return newest;
}
