import { diagnose, type Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { Source } from "../../src/diagnostics/source.js";
import type { Environment } from "../../src/cli/environment.js";
import type { Built, Library, LibraryOptions } from "../../src/cli/library.js";
import { run } from "../../src/cli/run.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { calendarDate } from "../../src/model/ids.js";

/** What a command said and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What the library was asked for. */
  readonly asked: LibraryOptions | undefined;
}

/** What surrounds a command in a test. */
export interface Around {
  readonly fs?: MemoryFileSystem;
  readonly built?: Partial<Built>;
  readonly throws?: Error;
  readonly isTerminal?: boolean;
  readonly hasColor?: boolean;
}

/** Run a command line in memory. */
export async function colloquy(args: readonly string[], around: Around = {}): Promise<Ran> {
  const { fs = new MemoryFileSystem(), isTerminal = false, hasColor = false } = around;
  let out = "";
  let err = "";
  let asked: LibraryOptions | undefined;
  const built: Built = {
    diagnostics: [],
    report: { written: ["index.html"], unchanged: 2, removed: [], recovered: false },
    counts: { features: 1, guests: 2, pages: 3 },
    ...around.built,
  };
  const answer = (options: LibraryOptions) => {
    asked = options;
    if (around.throws !== undefined) return Promise.reject(around.throws);
    options.onProgress?.({ stage: "Rendering pages", done: 1, total: 3 });
    return Promise.resolve(built);
  };
  const library: Library = {
    build: answer,
    check: answer,
    inspect: async (options) => ({ model, diagnostics: (await answer(options)).diagnostics }),
  };
  const environment: Environment = {
    workingDirectory: "/desk",
    homeDirectory: "/home/me",
    today: calendarDate("2024-03-01"),
    stdout: { write: (text) => (out += text), isTerminal, hasColor, columns: 80 },
    stderr: { write: (text) => (err += text), isTerminal, hasColor, columns: 80 },
    platform: "Node v0 on test",
    fs,
    networkInterfaces: () => ({}),
    loadLibrary: () => Promise.resolve(library),
  };
  const code = await run(args, environment);
  return { code, out, err, asked };
}

const model = {
  site: { title: "Talks" },
  guests: [{ id: "abe", name: "Abe Lund", features: ["clock"] }],
  features: [
    {
      title: "The clock",
      date: "2024-03-01",
      path: "/features/clock/",
      sections: [
        {
          title: "Quay",
          turns: [
            { id: "quay-q", kind: "question", speaker: { name: "Interviewer" } },
            { id: "quay-abe", kind: "answer", speaker: { name: "Abe Lund" } },
          ],
        },
      ],
    },
  ],
};

/** An error with a place in a text of several lines. */
export function anError(): Diagnostic {
  const text = "记者：请谈谈，100%。\n刘：好\n";
  const source = new Source("content/features/100%, a:b.md", text);
  const where = { source, span: { start: 0, end: 2 } };
  const other = {
    message: "the other one",
    place: { file: "content/x.md", line: 4, column: 2, endLine: 4, endColumn: 3 },
  };
  return {
    ...diagnose("not-utf8", where, { offset: 3, looksLike: null }, [other]),
    message: "Unexpected byte at offset 3, expected UTF-8",
    help: "Save the file as UTF-8 in your editor.",
  };
}

/** The same as a warning. */
export function aWarning(): Diagnostic {
  return { ...anError(), severity: "warning" };
}
