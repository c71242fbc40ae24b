/** How much more memory the second half of a long run may have than the first; resident memory is not steady. */
const most = 1.05;

/**
 * Whether the memory of a long run grows: how the last half compares with the one before it.
 *
 * The first fifth does not count, for there caches fill.
 *
 * @param memory - In MiB, at equal distances.
 */
export function describeGrowth(memory: readonly number[]): string {
  const rest = memory.slice(Math.floor(memory.length / 5));
  const middle = Math.floor(rest.length / 2);
  const grown = mean(rest.slice(middle)) / mean(rest.slice(0, middle));
  const verdict = grown <= most ? "met" : "not met";
  return `${memory.map(Math.round).join(", ")}; later ÷ earlier: ${grown.toFixed(2)}, at most ${most}: ${verdict}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
