import { homedir, networkInterfaces } from "node:os";
import { realFileSystem } from "../io/real-file-system.js";
import { calendarDate } from "../model/ids.js";
import type { Environment, TextStream } from "./environment.js";

/** The process that this is. */
export function processEnvironment(): Environment {
  return {
    workingDirectory: slashed(process.cwd()),
    homeDirectory: slashed(homedir()),
    today: localDate(new Date()),
    stdout: textStream(process.stdout),
    stderr: textStream(process.stderr),
    platform: `Node ${process.version} on ${process.platform} ${process.arch}`,
    fs: realFileSystem,
    networkInterfaces,
    loadLibrary: () => import("../build/index.js"),
  };
}

/** Node's types say that a standard stream is always a terminal; in a pipe these two are missing. */
interface PossibleTerminal {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

function textStream(stream: PossibleTerminal): TextStream {
  const { isTTY, columns }: PossibleTerminal = stream;
  const isTerminal = isTTY ?? false;
  return {
    write: (text) => void stream.write(text),
    isTerminal: isTerminal && process.env["TERM"] !== "dumb",
    hasColor: wantsColor(process.env, isTerminal),
    columns: columns ?? 80,
  };
}

/** @see https://no-color.org and https://force-color.org */
export function wantsColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = env;
  if (no !== undefined && no !== "") return false;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return isTerminal && term !== "dumb";
}

function localDate(now: Date): ReturnType<typeof calendarDate> {
  const two = (part: number) => String(part).padStart(2, "0");
  return calendarDate(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
}

function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}
