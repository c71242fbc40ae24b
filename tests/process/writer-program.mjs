// Writes one generation of a site, for the tests that kill it, which bundle it: node PROGRAM ROOT GENERATION [PAUSE]
import { setTimeout as pause } from "node:timers/promises";
import { writeSite } from "../../src/io/output-writer.js";
import { realFileSystem } from "../../src/io/real-file-system.js";
import { realProcessTable } from "../../src/io/running-process.js";
import { generation } from "./generations.mjs";

const [root, number, milliseconds = "0"] = process.argv.slice(2);

async function* outputs() {
  process.stdout.write("staging\n");
  for (const [path, content] of Object.entries(generation(Number(number)))) {
    yield { path, content };
    if (milliseconds !== "0") await pause(Number(milliseconds));
  }
}

const { value, diagnostics } = await writeSite({
  fs: realFileSystem,
  root,
  out: `${root}/dist`,
  outputs: outputs(),
  processes: realProcessTable,
  waiting: { limit: 20_000, onWait: (holder) => process.stdout.write(`waiting for ${holder}\n`) },
});
process.stdout.write(
  `${JSON.stringify({ report: value, messages: diagnostics.map(({ message }) => message) })}\n`,
);
