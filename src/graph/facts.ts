/** One thing that an output was made from: what it is, for people, and a text that differs where it does. */
export interface Fact {
  /** `content/features/spring-duty.md`, `templates`, `settings`, `the neighbours` … */
  readonly name: string;
  readonly value: string;
}

/** Everything that an output was made from, each name once. */
export type Facts = readonly Fact[];

/**
 * Why an output is out of date. Pure.
 *
 * @param before - What it was made from; `undefined` where it was not made yet.
 * @param after - What it would be made from now.
 * @returns The names of the facts that changed, came or went; empty where it is up to date. What was never made has
 *   the one reason `new`.
 */
export function outOfDate(before: Facts | undefined, after: Facts): readonly string[] {
  if (before === undefined) return ["new"];
  if (isSame(before, after)) return [];
  const old = new Map(before.map(({ name, value }) => [name, value]));
  const reasons = after.filter(({ name, value }) => old.get(name) !== value).map(({ name }) => name);
  const now = new Set(after.map(({ name }) => name));
  return [...new Set([...reasons, ...before.map(({ name }) => name).filter((name) => !now.has(name))])];
}

/** In the same order, as is usual: no map is made for it. */
function isSame(before: Facts, after: Facts): boolean {
  return (
    before.length === after.length &&
    before.every(({ name, value }, at) => name === after[at]?.name && value === after[at].value)
  );
}
