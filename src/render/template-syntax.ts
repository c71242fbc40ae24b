import Handlebars from "handlebars";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";

/** Lines count from 1, columns from 0: Handlebars' way. */
export interface TemplateLocation {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/**
 * Read a template's text.
 *
 * @returns The tree as typed (white space not yet stripped), or what is wrong with the text.
 */
export function parseTemplate(source: Source): hbs.AST.Program | Diagnostic {
  try {
    const program = Handlebars.parseWithoutProcessing(source.text);
    new FieldsFirst().accept(program);
    return program;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return syntaxProblem(source, error);
  }
}

/**
 * Makes `{{number}}` the field of that name where a helper is called so, too: every helper takes an argument, so a
 * name alone is never a call. A name that starts with `this.` is a field to Handlebars. The name of a block parameter
 * (`{{#each list as |item|}}`) is no call anyway, and no field.
 */
class FieldsFirst extends Handlebars.Visitor {
  #parameters: readonly string[] = [];

  override Program(node: hbs.AST.Program): void {
    const around = this.#parameters;
    this.#parameters = [...around, ...blockParametersOf(node)];
    super.Program(node);
    this.#parameters = around;
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    const { path, params } = node;
    const isAlone = params.length === 0 && valuesOf(node.hash).length === 0;
    if (isAlone && isName(path) && !this.#parameters.includes(path.original))
      path.original = `this.${path.original}`;
    super.MustacheStatement(node);
  }
}

function isName(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === "PathExpression" && "original" in node && /^[^.@/]+$/.test(String(node.original));
}

/** The types promise a list; the parser leaves it out where there are none. */
function blockParametersOf(program: { readonly blockParams?: readonly string[] }): readonly string[] {
  return program.blockParams ?? [];
}

/** The `name=value` pairs of a call. The types promise a hash; the parser leaves it out where there is none. */
export function valuesOf(hash: hbs.AST.Hash | undefined): readonly hbs.AST.HashPair[] {
  return hash?.pairs ?? [];
}

/** The span of a place in a template. */
export function spanOfLocation(source: Source, { start, end }: TemplateLocation): Span {
  return {
    start: source.offsetOfLine(start.line) + start.column,
    end: source.offsetOfLine(end.line) + end.column,
  };
}

function syntaxProblem(source: Source, error: Error): Diagnostic {
  const location = locationOf(error);
  if (location) {
    const problem = error.message.replace(/ - \d+:\d+$/, "");
    return diagnose("template-syntax", { source, span: spanOfLocation(source, location) }, { problem });
  }
  const said = /^Parse error on line (\d+):\n(.*)\n(-*)\^\n(.*)/s.exec(error.message);
  if (!said) {
    return diagnose("template-syntax", { source, span: { start: 0, end: 0 } }, { problem: error.message });
  }
  const [, line = "1", shown = "", dashes = "", expectation = ""] = said;
  if (expectation.includes("got 'EOF'")) {
    const open = unclosedBlock(source.text);
    if (open) {
      const problem = `{{#${open.name}}} is never closed`;
      return diagnose("template-syntax", { source, span: open.span }, { problem });
    }
  }
  const start = offsetOf(source, Number(line), shown.slice(0, dashes.length), shown.slice(dashes.length));
  const tag = source.text.lastIndexOf("{{", start);
  if (tag >= 0 && !source.text.includes("}}", tag)) {
    const problem = "{{ is never closed";
    return diagnose("template-syntax", { source, span: { start: tag, end: tag + 2 } }, { problem });
  }
  const problem = inWords(expectation);
  return diagnose("template-syntax", { source, span: { start, end: start + 1 } }, { problem });
}

/** What Handlebars knows of the place of a mistake, where it knows any. */
export function locationOf(error: Error): TemplateLocation | undefined {
  const { lineNumber, column, endLineNumber, endColumn } = error as Error & Partial<Record<string, unknown>>;
  if (typeof lineNumber !== "number" || typeof column !== "number") return undefined;
  const end =
    typeof endLineNumber === "number" && typeof endColumn === "number"
      ? { line: endLineNumber, column: endColumn }
      : { line: lineNumber, column: column + 1 };
  return { start: { line: lineNumber, column }, end };
}

/**
 * Find the place of a parse error. The parser tells no column, only the line on which the unexpected token ends and
 * up to 20 characters on either side of it, line feeds left out:
 *
 *     ...re">{{#if cover} and the rest of...
 *     ----------------^
 */
function offsetOf(source: Source, line: number, before: string, after: string): number {
  const past = before.replace(/^\.\.\.(?=.{1,20}$)/s, "");
  const next = after.replace(/\.\.\.$/, "");
  const { text } = source;
  const lineStart = source.offsetOfLine(line);
  const lineEnd = lineStart + source.lineText(line).length;
  // A token of several lines starts above; none that is refused is longer than this.
  for (let at = lineEnd; at >= Math.max(0, lineStart - 2000); at--) {
    const left = text.slice(Math.max(0, at - 20), at).replace(/\n/g, "");
    const right = text.slice(at, at + 20).replace(/\n/g, "");
    if (left === past.slice(-left.length || past.length) && right.startsWith(next.slice(0, right.length)))
      return at;
  }
  return lineStart;
}

/** The innermost block that is open at the end of the text. */
function unclosedBlock(text: string): { name: string; span: Span } | undefined {
  const open: { name: string; span: Span }[] = [];
  const tag = /\{\{!--.*?--\}\}|\{\{![^}]*\}\}|\{\{~?(#[>*]?|\^|\/)\s*([^\s}~|()]+)/gs;
  for (const match of text.matchAll(tag)) {
    const [whole, mark, name] = match;
    if (mark === undefined || name === undefined) continue;
    if (mark === "/") open.pop();
    else open.push({ name, span: { start: match.index, end: match.index + whole.length } });
  }
  return open.at(-1);
}

function inWords(expectation: string): string {
  const got = /got '(\w+)'/.exec(expectation)?.[1] ?? "";
  const expected = [...expectation.matchAll(/'(\w+)'(?=[,]|$|, got)/g)].map(([, token = ""]) => token);
  const wanted = expected
    .filter((token) => token !== got)
    .map((token) => tokens[token])
    .filter((words) => words !== undefined);
  const list = [...new Set(wanted)].slice(0, 3).join(" or ");
  return `${tokens[got] ?? "this"}${list === "" ? "" : `, expected ${list}`}`;
}

/** The parser's names for what it reads, as one would say them. */
const tokens: Readonly<Record<string, string>> = {
  EOF: "the end of the template",
  CLOSE: "}}",
  CLOSE_UNESCAPED: "}}}",
  CLOSE_SEXPR: ")",
  CLOSE_BLOCK_PARAMS: "|",
  OPEN_SEXPR: "(",
  OPEN_ENDBLOCK: "{{/…}}",
  OPEN_BLOCK: "{{#…}}",
  OPEN: "{{",
  OPEN_UNESCAPED: "{{{",
  OPEN_PARTIAL: "{{>",
  INVERSE: "{{else}}",
  OPEN_INVERSE_CHAIN: "{{else …}}",
  EQUALS: "=",
  ID: "a name",
  SEP: ". or /",
  INVALID: "a character",
  STRING: "a text in quotation marks",
  NUMBER: "a number",
  BOOLEAN: "true or false",
  DATA: "@",
  CONTENT: "text",
};
