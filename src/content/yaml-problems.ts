import type { ErrorCode, YAMLError } from "yaml";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";

/**
 * Say in this project's words what a YAML parser found wrong: one problem a line, since a parser that has lost its
 * way repeats itself.
 *
 * @param source - The file that the YAML stands in.
 * @param errors - As the parser gave them, warnings too.
 * @param spanOf - Where the parser's offsets lie in the source.
 */
export function reportYamlErrors(
  source: Source,
  errors: readonly YAMLError[],
  spanOf: (start: number, end: number) => Span,
): Diagnostic[] {
  const byLine = new Map<number, YAMLError>();
  for (const error of errors) {
    const line = source.lineOf(spanOf(...error.pos).start);
    const before = byLine.get(line);
    // Of the two that a key below a finished value brings up, the second says what is wrong.
    if (before === undefined || error.code === "MULTILINE_IMPLICIT_KEY") byLine.set(line, error);
  }
  return [...byLine.values()].map((error) => {
    const span = onOneLine(source, spanOf(...error.pos));
    const where = { source, span };
    if (error.code === "TAB_AS_INDENT") return diagnose("tab-indentation", where, { count: 1 });
    if (error.code === "TAG_RESOLVE_FAILED") {
      return diagnose("yaml-tag", where, { tag: source.text.slice(span.start, span.end) });
    }
    const { problem, help } = wordsFor(error);
    return diagnose("yaml-syntax", where, { problem, help });
  });
}

/** A parser's span may run on to the end of the file; its first line shows the problem. */
function onOneLine(source: Source, span: Span): Span {
  const lineEnd = source.text.slice(span.start, span.end).search(/[\r\n]/);
  const end = lineEnd < 0 ? span.end : span.start + lineEnd;
  return { start: span.start, end: Math.max(end, span.start) };
}

interface SyntaxWords {
  readonly problem: string;
  readonly help: string;
}

const quoteIt = 'Put the value in quotation marks: key: "value".';

const wordsByCode: Partial<Record<ErrorCode, SyntaxWords>> = {
  BAD_INDENT: {
    problem: "Unexpected indentation, expected the keys of one map below each other",
    help: "Indent the line like its neighbours, and what belongs to a key two spaces deeper.",
  },
  BLOCK_AS_IMPLICIT_KEY: { problem: 'Unexpected second ": " in a line, expected one value', help: quoteIt },
  MULTILINE_IMPLICIT_KEY: {
    problem: 'Unexpected line that runs on into the next, expected "key: value"',
    help: "See that the line has a colon and a space after its key, and the same indentation as its neighbours.",
  },
  BAD_SCALAR_START: {
    problem: "Unexpected character that begins no value in YAML",
    help: quoteIt,
  },
  BAD_DQ_ESCAPE: {
    problem: "Unexpected escape sequence in double quotation marks",
    help: "Write \\\\ for a backslash, or use single quotation marks.",
  },
  BAD_ALIAS: { problem: "Unexpected alias or anchor", help: quoteIt },
  NON_STRING_KEY: { problem: "Unexpected list or map as a key, expected a word", help: quoteIt },
  KEY_OVER_1024_CHARS: {
    problem: "Unexpected key of more than 1024 characters",
    help: 'Put a text that holds ": " in quotation marks.',
  },
  BLOCK_IN_FLOW: {
    problem: "Unexpected block inside of brackets",
    help: "Write the list with one - a line, or wholly inside of [ and ].",
  },
  MULTIPLE_DOCS: {
    problem: "Unexpected second document",
    help: "Delete the line that begins with --- or ....",
  },
};

function wordsFor(error: YAMLError): SyntaxWords {
  if (error.code === "MISSING_CHAR" || error.message.includes("end with")) {
    return wordsForMissing(error.message);
  }
  const words = wordsByCode[error.code];
  return (
    words ?? {
      problem: "Unexpected text, expected YAML",
      help: 'Write "key: value"; put a value with special characters in quotation marks.',
    }
  );
}

/** The parser has one code for whatever is missing; only its message tells which it is. */
function wordsForMissing(message: string): SyntaxWords {
  if (message.includes("quote")) {
    return { problem: "Missing closing quotation mark", help: "Close what the opening mark began." };
  }
  if (message.includes("end with")) {
    const bracket = /[\]}]/.exec(message)?.[0] ?? "bracket";
    return { problem: `Missing closing ${bracket}`, help: "Close what the opening bracket began." };
  }
  if (message.includes("map values")) {
    return {
      problem: 'Unexpected text, expected "key: value"',
      help: "Write a colon and a space after the key.",
    };
  }
  return { problem: "Unexpected text, expected YAML", help: "See that nothing is missing before it." };
}
