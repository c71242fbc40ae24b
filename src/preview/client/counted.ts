import type { Report } from "../messages.js";

/** What is wrong, in a few words: `2 errors, 1 warning`; empty where nothing is. */
export function counted({ errors, warnings, trouble }: Report): string {
  if (trouble !== null) return "The build broke";
  const parts = [
    [errors, "error"],
    [warnings, "warning"],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, noun]) => `${count} ${noun}${count === 1 ? "" : "s"}`)
    .join(", ");
}

/** Whether something is wrong that keeps the site from being built. */
export function isBroken({ errors, trouble }: Report): boolean {
  return errors > 0 || trouble !== null;
}
