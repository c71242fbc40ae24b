import Handlebars from "handlebars";
import { valuesOf } from "./template-syntax.js";

/** What a template reads of the context that it is run with. */
export interface ContextUse {
  /** The names that it reads itself, in itself and in its blocks; more than those where it cannot be told. */
  readonly fields: ReadonlySet<string>;
  /** The partials that it runs with its own context, and the names that it lays over that for each. */
  readonly passedOn: readonly { readonly partial: string; readonly given: ReadonlySet<string> }[];
  /** Whether it may use the context as a whole: `this`, a partial's block. */
  readonly whole: boolean;
}

const known = new WeakMap<hbs.AST.Program, ContextUse>();

/** Read off a template's tree what it reads of its context, once. */
export function readContextUse(program: hbs.AST.Program): ContextUse {
  const before = known.get(program);
  if (before) return before;
  const reader = new ContextReader();
  reader.accept(program);
  known.set(program, reader);
  return reader;
}

/**
 * All names that a partial reads of its context, in the partials that it calls too.
 *
 * @param name - The partial's name.
 * @param useOf - What a partial reads; `undefined` for one that does not exist.
 * @returns `null` where it may be everything.
 */
export function fieldsOf(
  name: string,
  useOf: (name: string) => ContextUse | undefined,
): ReadonlySet<string> | null {
  const all = new Set<string>();
  const open = new Set<string>();
  const add = (partial: string, given: ReadonlySet<string>): boolean => {
    const use = useOf(partial);
    // One that calls itself may lay other names over its context at each turn.
    if (use === undefined || use.whole || open.has(partial)) return false;
    for (const field of use.fields) if (!given.has(field)) all.add(field);
    open.add(partial);
    const isKnown = use.passedOn.every((call) => add(call.partial, new Set([...given, ...call.given])));
    open.delete(partial);
    return isKnown;
  };
  return add(name, new Set()) ? all : null;
}

class ContextReader extends Handlebars.Visitor implements ContextUse {
  readonly fields = new Set<string>();
  readonly passedOn: { partial: string; given: ReadonlySet<string> }[] = [];
  whole = false;
  /** How many blocks with a context of their own are open. */
  #inside = 0;

  override PathExpression({ data, depth, parts }: hbs.AST.PathExpression): void {
    if (data || (depth === 0 && this.#inside > 0)) return;
    const [name] = parts;
    if (name === undefined) this.whole = true;
    else this.fields.add(name);
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    this.#readCall(node);
  }

  override SubExpression(node: hbs.AST.SubExpression): void {
    this.#readCall(node);
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    this.#readCall(node);
    const hasOwnContext = node.params.length > 0 && /^(?:each|with)$/.test(node.path.original);
    if (hasOwnContext) this.#inside++;
    this.#readProgram(node.program);
    if (hasOwnContext) this.#inside--;
    this.#readProgram(node.inverse);
  }

  override PartialStatement({ name, params, hash }: hbs.AST.PartialStatement): void {
    const pairs = valuesOf(hash);
    const isOwnContext = params.every((param) => isPath(param) && param.depth === 0 && isThis(param));
    for (const { value } of pairs) this.accept(value);
    if (!isOwnContext) for (const param of params) this.accept(param);
    else if (name.type === "SubExpression" || name.original === "@partial-block") this.whole = true;
    else if (this.#inside === 0)
      this.passedOn.push({ partial: name.original, given: new Set(pairs.map(({ key }) => key)) });
  }

  override PartialBlockStatement(): void {
    this.whole = true;
  }

  override Decorator(): void {
    this.whole = true;
  }

  override DecoratorBlock(): void {
    this.whole = true;
  }

  #readCall({
    type,
    path,
    params,
    hash,
  }: hbs.AST.MustacheStatement | hbs.AST.SubExpression | hbs.AST.BlockStatement): void {
    const pairs = valuesOf(hash);
    // The name of a helper is no field; a text in its place (`{{"a b"}}`) is one.
    if (type !== "SubExpression" && params.length === 0 && pairs.length === 0) {
      if (isPath(path)) this.accept(path);
      else this.whole = true;
    }
    for (const param of params) this.accept(param);
    for (const { value } of pairs) this.accept(value);
  }

  #readProgram(program: hbs.AST.Program | undefined): void {
    for (const statement of program?.body ?? []) this.accept(statement);
  }
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === "PathExpression";
}

function isThis({ data, parts }: hbs.AST.PathExpression): boolean {
  return !data && parts.length === 0;
}
