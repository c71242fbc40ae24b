import type { FirstQuote } from "../model/digest.js";
import { turnsOf, type Block, type Interview } from "../model/interview.js";

/** The first pull quote, in the order of the text; `null` where there is none. */
export function firstPullQuote(interview: Interview): FirstQuote | null {
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

function pullQuoteIn(blocks: readonly Block[]): FirstQuote | undefined {
  const quote = blocks.find((block) => block.kind === "pull-quote");
  return quote && { text: quote.text, name: quote.name, answer: quote.answer };
}
