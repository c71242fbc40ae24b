import type { Report } from "../messages.js";

/** What somebody has put away, for as long as the tab is open: on other pages of the site, too. */
const name = "colloquy-put-away";

/** Whether everything that keeps the site from being built was put away before; wherever it has moved to in its file. */
export function wasPutAway(report: Report): boolean {
  const known = new Set(recall());
  return mistakesIn(report).every((mistake) => known.has(mistake));
}

/** Remember that somebody has put away what is wrong. */
export function putAway(report: Report): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(mistakesIn(report)));
  } catch {
    // A browser that keeps nothing.
  }
}

function recall(): readonly string[] {
  try {
    // Written by this file alone.
    return JSON.parse(sessionStorage.getItem(name) ?? "[]") as string[];
  } catch {
    return [];
  }
}

function mistakesIn({ shown, trouble }: Report): string[] {
  const errors = shown.filter(({ severity }) => severity === "error");
  const named = errors.map(
    ({ code, place, message }) => `${code} ${place.replace(/:\d+:\d+$/, "")} ${message}`,
  );
  return trouble === null ? named : [...named, trouble];
}
