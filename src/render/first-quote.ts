import type { Edition } from "../model/feature.js";
import { turnsOf, type Block, type PullQuote } from "../model/interview.js";

/** Words of an edition that are fit to stand for it in a list. */
export type FirstQuote = Pick<PullQuote, "text" | "name" | "answer">;

/** The first pull quote of an edition, in the order of the text; `null` where it has none. */
export function firstPullQuote({ interview }: Edition): FirstQuote | null {
  const inIntro = pullQuoteIn(interview.intro);
  if (inIntro) return inIntro;
  for (const section of interview.sections) {
    const inLead = pullQuoteIn(section.lead);
    if (inLead) return inLead;
    for (const turn of turnsOf(section)) {
      const inTurn = pullQuoteIn(turn.blocks);
      if (inTurn) return inTurn;
    }
  }
  return null;
}

function pullQuoteIn(blocks: readonly Block[]): PullQuote | undefined {
  return blocks.find((block) => block.kind === "pull-quote");
}
