/** Whether a text has a line break. Signs are found many times faster than a class of them. */
export function hasLineBreak(text: string): boolean {
  return text.includes("\n") || text.includes("\r");
}

/** A text up to its first line break. */
export function firstLineOf(text: string): string {
  const feed = text.indexOf("\n");
  const line = feed < 0 ? text : text.slice(0, feed);
  const carriage = line.indexOf("\r");
  return carriage < 0 ? line : line.slice(0, carriage);
}
