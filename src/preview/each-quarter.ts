/**
 * Do something at each quarter of an hour of the clock, from the next one on, without keeping the process alive.
 *
 * In every time zone a day begins at one. The clock is looked at each minute: a timer stands still while the machine
 * sleeps, so that one which waits for the quarter alone would be late by as long.
 */
export function atEachQuarter(action: () => void): void {
  let last = quarterOf(Date.now());
  const wait = (): void => {
    const untilNext = quarter - (Date.now() % quarter);
    setTimeout(look, Math.min(untilNext, minute)).unref();
  };
  const look = (): void => {
    const now = quarterOf(Date.now());
    if (now !== last) action();
    last = now;
    wait();
  };
  wait();
}

const minute = 60_000;
const quarter = 15 * minute;

/** @param time - Milliseconds since 1970, which began at a quarter everywhere. */
function quarterOf(time: number): number {
  return Math.floor(time / quarter);
}
