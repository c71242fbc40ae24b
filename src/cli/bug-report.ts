import { version } from "../model/program.js";

/** What to tell a person whom a bug has hit, with all that is needed to mend it. */
export function bugReport(thrown: unknown, args: readonly string[], platform: string): string {
  return `
This is a bug in colloquy, not in your content. Your last site is as it was.

Please report it to where you have colloquy from, with what follows and, if you can, the content that brings it up.

  colloquy ${version}
  ${platform}
  colloquy ${args.map(shellWord).join(" ")}

${indented(stackOf(thrown))}
`;
}

function stackOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const own = thrown.stack ?? `${thrown.name}: ${thrown.message}`;
  return thrown.cause === undefined ? own : `${own}\nbecause of\n${stackOf(thrown.cause)}`;
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function indented(text: string): string {
  return text.replace(/^/gm, "  ");
}
