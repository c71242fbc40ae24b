import type { KeyPath } from "./document.js";

/**
 * A value without the parts at some paths. A path that leads nowhere removes nothing.
 *
 * An index into what is no list stays where it is: one item may stand for a list of one.
 */
export function removeAt(value: unknown, paths: readonly KeyPath[]): unknown {
  return paths.reduce<unknown>(removeOne, value);
}

function removeOne(value: unknown, path: KeyPath): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    if (typeof step !== "number") return value;
    const items: unknown[] = value;
    return items.flatMap((item, index) => {
      if (index !== step) return [item];
      return rest.length === 0 ? [] : [removeOne(item, rest)];
    });
  }
  if (typeof step === "number") return removeOne(value, rest);
  const kept = Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key !== step) return [[key, inner] as const];
    return rest.length === 0 ? [] : [[key, removeOne(inner, rest)] as const];
  });
  return Object.fromEntries(kept);
}
