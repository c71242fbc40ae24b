/** Numbers that look like chance and are the same each time. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below the limit. */
  below(limit: number): number;
  /** One of these texts; empty where there are none. */
  pick(texts: readonly string[]): string;
}

/**
 * Start a sequence of such numbers.
 *
 * @param seed - Any whole number; neighbours give sequences that have nothing in common.
 */
export function randomFrom(seed: number): Random {
  // Stirred, or the sequence of one seed would be that of its neighbour, a step later.
  let state = stirred(seed);
  const next = (): number => {
    state = (state + 0x9e37_79b9) >>> 0;
    return stirred(state) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, pick: (texts) => texts[below(texts.length)] ?? "" };
}

/** A number of 32 bits in which every bit depends on all those of the given one. */
function stirred(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x21f0_aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a_2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}
