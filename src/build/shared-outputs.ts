import { setImmediate } from "node:timers/promises";
import { TextBytes } from "../io/text-bytes.js";
import type { Output } from "../model/output.js";
import type { Crew } from "./crew.js";
import { mostWaiting, type MadeElsewhere } from "./crew-messages.js";
import type { OutputToMake, SiteRendering } from "./site-rendering.js";

/** An output that another thread has made. */
export interface HandedOver extends Pick<MadeElsewhere, "path" | "entry" | "records"> {
  readonly bytes: Uint8Array;
}

/**
 * Everything that a site consists of, in the order of its rendering, whoever of the crew has made it.
 *
 * What others have made is kept until its turn comes; while this thread waits for that, it makes what comes later.
 */
export async function* sharedOutputs(
  rendering: SiteRendering,
  crew: Crew,
): AsyncGenerator<Output | OutputToMake | HandedOver> {
  const planned = rendering.planned();
  const ready = new Map<number, OutputToMake | HandedOver>();
  const atWork = crew.make(({ index, path, entry, records }, bytes) => {
    if (planned[index]?.path === path) ready.set(index, { path, bytes, entry, records });
  });
  const texts = new TextBytes();
  const indices = planned.map((_, index) => index);
  for (const [index, { look }] of planned.entries()) {
    while (atWork && !ready.has(index) && atWork.isAtWork()) {
      const own = ready.size < mostWaiting ? atWork.take(indices) : [];
      for (const taken of own) {
        const output = planned[taken]?.look();
        if (output) ready.set(taken, output.kept ? output : madeNow(output, texts));
      }
      // What others have sent is received between two turns of the event loop.
      await (own.length > 0 ? setImmediate() : atWork.news());
    }
    yield ready.get(index) ?? look();
    ready.delete(index);
    atWork?.handedOver();
  }
  yield* rendering.others();
}

/** What waits is kept as bytes: a text that was put together just now holds on to all its parts. */
function madeNow(output: OutputToMake, texts: TextBytes): OutputToMake {
  const made = output.make();
  const kept = made && "content" in made ? { path: made.path, bytes: texts.of(made.content).slice() } : made;
  return { ...output, make: () => kept };
}
