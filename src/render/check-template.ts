import Handlebars from "handlebars";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Source } from "../diagnostics/source.js";
import { helpers, ownHelpers } from "./helpers.js";
import type { Mistake } from "./template-mistake.js";
import { spanOfLocation, valuesOf } from "./template-syntax.js";

/** A call of a partial in a template. */
export interface PartialCall {
  readonly name: string;
  readonly location: hbs.AST.SourceLocation;
  /** Whether the call brings a block that is shown where there is no such partial. */
  readonly hasFallback: boolean;
}

/** A call of a word of the interface whose key is written out. */
export interface WordCall {
  readonly key: string;
  readonly location: hbs.AST.SourceLocation;
  /** The names of the values it gives. */
  readonly values: readonly string[];
}

/** What a template calls, read off its tree. */
export interface TemplateCalls {
  readonly partials: readonly PartialCall[];
  readonly words: readonly WordCall[];
  /** The inline partials that it defines. */
  readonly inline: readonly string[];
  /** What is wrong with it whatever else there is. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Go through a template's tree: which partials and words it calls, and which calls can never work. */
export function readCalls(program: hbs.AST.Program, source: Source): TemplateCalls {
  const reader = new CallReader(source);
  reader.accept(program);
  return reader;
}

/** Report calls of partials that do not exist. */
export function checkPartials(
  calls: readonly PartialCall[],
  source: Source,
  names: ReadonlySet<string>,
): Diagnostic[] {
  return calls
    .filter(({ name, hasFallback }) => !names.has(name) && !hasFallback)
    .map(({ name, location }) => {
      const span = spanOfLocation(source, location);
      return diagnose("unknown-partial", { source, span }, { name, nearest: nearest(name, names) });
    });
}

const allHelpers = { ...ownHelpers, ...helpers };
const helperNames = Object.keys(allHelpers);

class CallReader extends Handlebars.Visitor implements TemplateCalls {
  readonly partials: PartialCall[] = [];
  readonly words: WordCall[] = [];
  readonly inline: string[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: Source;

  constructor(source: Source) {
    super();
    this.#source = source;
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    this.#readHelper(node);
    super.MustacheStatement(node);
  }

  override SubExpression(node: hbs.AST.SubExpression): void {
    this.#readHelper(node);
    super.SubExpression(node);
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    this.#readHelper(node);
    super.BlockStatement(node);
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    this.#readPartial(node, false);
    super.PartialStatement(node);
  }

  override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
    this.#readPartial(node, true);
    super.PartialBlockStatement(node);
  }

  override Decorator(node: hbs.AST.Decorator): void {
    this.#readDecorator(node);
    super.Decorator(node);
  }

  override DecoratorBlock(node: hbs.AST.DecoratorBlock): void {
    this.#readDecorator(node);
    super.DecoratorBlock(node);
  }

  #readHelper(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression | hbs.AST.BlockStatement): void {
    const { path, params, hash } = node;
    if (!isPath(path)) return;
    const name = path.original;
    const isCall = params.length > 0 || valuesOf(hash).length > 0 || node.type === "SubExpression";
    const arity = isSimple(path) && Object.hasOwn(allHelpers, name) ? allHelpers[name] : undefined;
    if (arity === undefined) {
      if (isCall) {
        const near = nearest(name, helperNames);
        this.#report(
          { code: "unknown-helper", params: { name, helpers: helperNames, nearest: near } },
          path.loc,
        );
      }
      return;
    }
    if (params.length < arity.least || params.length > arity.most) {
      const params_ = { name, given: params.length, expected: arityInWords(arity) };
      this.#report({ code: "helper-arguments", params: params_ }, node.loc);
      return;
    }
    const [key] = params;
    if (name === "t" && key && isText(key)) {
      this.words.push({ key: key.value, location: key.loc, values: valuesOf(hash).map((pair) => pair.key) });
    }
  }

  #readPartial(
    { name, params, loc }: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement,
    hasFallback: boolean,
  ): void {
    if (name.type === "SubExpression") {
      this.#report({ code: "computed-partial", params: {} }, loc);
      return;
    }
    if (params.length > 1) {
      const given = { name: name.original, given: params.length, expected: "at most one" };
      this.#report({ code: "helper-arguments", params: given }, loc);
    }
    if (name.original === "@partial-block") return;
    this.partials.push({ name: name.original, location: loc, hasFallback });
  }

  #readDecorator({ path, params, loc }: hbs.AST.Decorator | hbs.AST.DecoratorBlock): void {
    const name = isPath(path) ? path.original : "";
    const [inline] = params;
    if (name === "inline" && inline && isText(inline)) this.inline.push(inline.value);
    else this.#report({ code: "unknown-decorator", params: { name } }, loc);
  }

  #report(mistake: Mistake, location: hbs.AST.SourceLocation): void {
    const where = { source: this.#source, span: spanOfLocation(this.#source, location) };
    this.diagnostics.push(diagnoseMistake(mistake, where));
  }
}

/** Report a mistake whose code is known only as one of several. */
export function diagnoseMistake(
  { code, params }: Mistake,
  where: Parameters<typeof diagnose>[1],
): Diagnostic {
  // `Mistake` has tied the parameters to the code; the compiler cannot follow that through the call.
  return diagnose<typeof code>(code, where, params as never);
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === "PathExpression";
}

function isText(node: hbs.AST.Node): node is hbs.AST.StringLiteral {
  return node.type === "StringLiteral";
}

/** One name, neither `this.name` nor `../name` nor `@name`: only that may be a helper. */
function isSimple(path: hbs.AST.PathExpression): boolean {
  return path.parts.length === 1 && path.parts[0] === path.original && path.depth === 0 && !path.data;
}

function arityInWords({ least, most }: { readonly least: number; readonly most: number }): string {
  if (most === Infinity) return `at least ${least}`;
  return least === most ? `${least}` : `${least} to ${most}`;
}
