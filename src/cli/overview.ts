import { commands } from "./commands.js";

/** What `colloquy --help` says; put together by hand so that nothing has to be loaded for it. */
export function overview(): string {
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(9)} ${summary}`);
  return `Usage: colloquy <command> [options]

Makes a site from interviews: speakers, questions and answers, checked and given an address each.

Commands:
${lines.join("\n")}

Options:
  -h, --help     Show this, or the help of a command: colloquy build --help
  -V, --version  Show the version

Examples:
  colloquy new site my-site      a small site that builds
  cd my-site                     where it is
  colloquy preview --open        shows it while you write
  colloquy build                 makes it, in my-site/dist
  colloquy check --strict        fails on warnings, too

Ends with 0 if all is well, 1 if the content has errors, 2 if the command line makes no sense, 70 after a bug.
`;
}
