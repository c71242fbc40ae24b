/**
 * What runs in a thread that helps to build a site.
 *
 * It opens the site for itself, and reads the features that it takes; when it has been told of all others, it has the
 * same site as everybody, and makes the outputs that it takes. What it sends is looked at as what an earlier run has
 * left: what is out of date is not taken.
 */
import { givenTask, receive, send } from "../io/helper-thread.js";
import { readDescriptor, realFileSystem } from "../io/real-file-system.js";
import { StretchReader } from "../io/scratch-space.js";
import { TextBytes } from "../io/text-bytes.js";
import type { Room } from "./conversations.js";
import {
  takeInTurns,
  waitForWriter,
  type AllRead,
  type CrewTask,
  type MadeElsewhere,
  type SaidByHelper,
  type ToldToHelper,
} from "./crew-messages.js";
import { Dictation, elsewhere } from "./dictation.js";
import { GatheredBytes } from "./gathered-bytes.js";
import { makeBytes } from "./make-outputs.js";
import { openSite } from "./open-site.js";
import { readFeatures } from "./read-features.js";
import { readSiteFolder } from "./read-site.js";
import { SiteEngine } from "./site-engine.js";
import { SiteMemory } from "./site-memory.js";
import type { PlannedOutput, SiteRendering } from "./site-rendering.js";
import { ChangedMeanwhile } from "./changed-meanwhile.js";

// Given by `Crew`, of this very program.
const task = givenTask() as CrewTask;
const dictation = new Dictation();
const texts = new TextBytes();
const gathered = new GatheredBytes();
let makeRead: (read: AllRead) => void;
let makeNow: () => void;
const allRead = new Promise<AllRead>((resolve) => {
  makeRead = resolve;
});
const mayMake = new Promise<void>((resolve) => {
  makeNow = resolve;
});
const hearNothing = receive((sent) => {
  // Sent by `Crew`.
  const told = sent as ToldToHelper;
  if (told.kind === "features") dictation.hear(told.records);
  else if (told.kind === "all-read") makeRead(told);
  else makeNow();
});

await read();
say({ kind: "all-taken" });
const rendering = await siteOf(await allRead);
await mayMake;
if (rendering) make(rendering);
hearNothing();

async function read(): Promise<void> {
  const { root, now, base } = task.options;
  const room: Room = {
    add: (bytes, file) => {
      dictation.keep(file, bytes);
      return elsewhere;
    },
    read: () => {
      throw new Error("a conversation is read where it was only taken down");
    },
  };
  const memory = new SiteMemory(dictation, room, undefined, false);
  const { folder } = readSiteFolder(realFileSystem, root, memory, { changed: [], now, base });
  if (!folder) return;
  const { readFeature } = await openSite(folder, task.options, memory);
  const byFile = new Map(folder.map.features.map((files) => [files.file, files]));
  for (const taken of takeInTurns(task.features, task.read)) {
    await readFeatures(
      taken.flatMap((file) => byFile.get(file) ?? []),
      readFeature,
    );
    const { bytes, ...rest } = dictation.takeFeatures();
    say({ ...rest, bytes }, [bytes.buffer]);
    memory.features.keepOnly(new Set());
    memory.conversations.keepOnly(new Set());
  }
}

/** The whole site, from what all have understood. */
async function siteOf({ descriptor, conversations }: AllRead): Promise<SiteRendering | undefined> {
  const places = new Map(conversations);
  const reader = new StretchReader((memory, start) => readDescriptor(descriptor, memory, start));
  const room: Room = {
    add: () => undefined,
    read: (stretch) => reader.bytesOf(stretch),
    find: (file) => places.get(file),
  };
  const engine = new SiteEngine({ ...task.options, threads: 1 }, { elsewhere: { records: dictation, room } });
  const read = await engine.read();
  return read.rendering;
}

function make(rendering: SiteRendering): void {
  const all = rendering.planned().map(({ look }, index) => ({ look, index }));
  for (const taken of takeInTurns(all, task.made)) {
    const outputs = taken.flatMap(({ look, index }) => madeAt(index, look) ?? []);
    const bytes = gathered.take();
    say({ kind: "outputs", outputs, bytes }, [bytes.buffer]);
    waitForWriter(task);
  }
}

/** Nothing where a template goes wrong or a text has changed: whoever asked for the output finds that, too, and says so. */
function madeAt(index: number, look: PlannedOutput["look"]): MadeElsewhere | undefined {
  try {
    const output = look();
    dictation.takeRecords();
    const made = makeBytes(output, (text) => texts.of(text));
    if (!made) return undefined;
    const place = gathered.add(made.bytes);
    return { index, path: output.path, place, entry: made.entry, records: dictation.takeRecords() };
  } catch (thrown) {
    if (thrown instanceof ChangedMeanwhile) return undefined;
    throw thrown;
  }
}

function say(said: SaidByHelper, moved: readonly ArrayBuffer[] = []): void {
  send(said, moved);
}
