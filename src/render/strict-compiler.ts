import { helpers } from "./helpers.js";
import type { TemplateLocation } from "./template-syntax.js";

/** What the code of one template is made with, and what it needs beside it. */
export class CodeParts {
  /** The places in the template, by the number that stands for them in the code. */
  readonly places: TemplateLocation[] = [];
  /** The names of the partials that are called as functions, by their number. */
  readonly partials: string[] = [];
  /** The fields that are read, as the code writes them, by their number. */
  readonly fields: string[] = [];
  /**
   * The names that a partial reads of its context, `null` where it may be everything; `undefined` for a partial that
   * has to be called Handlebars' way.
   */
  readonly fieldsOf: (partial: string) => ReadonlySet<string> | null | undefined;
  /** Whether the template has inline partials. They belong to blocks, so its blocks run Handlebars' way. */
  readonly hasInline: boolean;

  constructor(fieldsOf: CodeParts["fieldsOf"], hasInline: boolean) {
    this.fieldsOf = fieldsOf;
    this.hasInline = hasInline;
  }
}

// The parts of Handlebars' code generator that are used below; its types do not describe it. Overriding lookups is
// what its documentation offers ("nameLookup" and the like), and the tests hold what is relied on.
interface CodeGenerator {
  compiler: new () => CodeGenerator;
  readonly source: { readonly currentLocation?: TemplateLocation };
  readonly options: { readonly parts: CodeParts };
  readonly useDepths?: boolean;
  readonly useBlockParams?: boolean;
  readonly hash?: { readonly values: Readonly<Record<string, unknown>> };
  popStack(): unknown;
  push(code: unknown): unknown;
  pushStackLiteral(code: unknown): void;
  pushSource(code: unknown): void;
  appendToBuffer(code: unknown): unknown;
  contextName(depth: number): string;
  quotedString(text: string): string;
  append(): void;
  appendEscaped(): void;
  popHash(): void;
  resolvePath(type: string, parts: readonly string[], firstPart: number): void;
  resolvePossibleLambda(): void;
  invokeKnownHelper(paramCount: number, name: string): void;
  invokePartial(isDynamic: boolean, name: string, indent: string): void;
}

/**
 * Handlebars' code generator with every step of every path made strict, and with blocks, helpers and partials called
 * as plain functions: a call makes no object of options, and copies no context of which the partial reads nothing.
 *
 * The code that it makes calls the functions of template-runtime.ts by their names.
 */
export function strictCompiler(Base: new () => unknown): new () => unknown {
  const Generator = Base as new () => CodeGenerator;
  class StrictCompiler extends Generator {
    /** The code on the stack that is known to give text. */
    #text: unknown;
    /** The names of the values of the call that is being written. */
    #names: readonly string[] = [];

    override resolvePath(_type: string, parts: readonly string[], firstPart: number): void {
      if (parts.length <= firstPart) return;
      let code = this.popStack();
      for (const part of parts.slice(firstPart)) code = this.#read(code, part);
      this.push(code);
    }

    // A function stands for what it gives; that is seen to where the value is written.
    override resolvePossibleLambda(): void {
      return;
    }

    override append(): void {
      const code = this.popStack();
      const text = code === this.#text ? code : ["unescaped(", code, ", ", this.contextName(0), ")"];
      this.pushSource(this.appendToBuffer(text));
    }

    override appendEscaped(): void {
      this.pushSource(this.appendToBuffer(["escaped(", this.popStack(), ", ", this.contextName(0), ")"]));
    }

    override popHash(): void {
      this.#names = Object.keys(this.hash?.values ?? {});
      super.popHash();
    }

    override invokeKnownHelper(paramCount: number, name: string): void {
      const own = Object.hasOwn(helpers, name);
      if (!own && (this.options.parts.hasInline || !blockHelpers.has(name))) {
        super.invokeKnownHelper(paramCount, name);
        return;
      }
      const [hash, inverse, program] = [this.popStack(), this.popStack(), this.popStack()];
      const params = Array.from({ length: paramCount }, () => this.popStack()).reverse();
      if (own) this.push(this.#helper(name, params, hash));
      else if (program === null && inverse === null) {
        for (const param of params) this.push(param);
        for (const each of [program, inverse, hash]) this.pushStackLiteral(each);
        super.invokeKnownHelper(paramCount, name);
      } else this.#text = this.push(this.#block(name, params[0], hash, program, inverse));
    }

    override invokePartial(isDynamic: boolean, name: string, indent: string): void {
      const [hash, inverse, program, context] = Array.from({ length: 4 }, () => this.popStack());
      const fields = isDynamic || program !== null ? undefined : this.options.parts.fieldsOf(name);
      if (fields === undefined) {
        this.push(context);
        for (const each of [program, inverse, hash]) this.pushStackLiteral(each);
        super.invokePartial(isDynamic, name, indent);
        return;
      }
      const given = hash === "undefined" ? [] : this.#names;
      const isEnough =
        context === "depth0" && fields !== null && [...fields].every((field) => given.includes(field));
      const own = isEnough ? hash : ["over(", context, ", ", hash, ")"];
      const partial = numberOf(this.options.parts.partials, name);
      const code = [`partial${partial}(`, hash === "undefined" ? context : own, ", data)"];
      this.#text = this.push(code);
    }

    #read(object: unknown, name: string): unknown {
      const quoted = this.quotedString(name);
      if (inherited.has(name)) return ["strictField(", object, ", ", quoted, `, places[${this.#place()}])`];
      return [`read${numberOf(this.options.parts.fields, quoted)}(`, object, `, ${this.#place()})`];
    }

    #helper(name: string, params: readonly unknown[], hash: unknown): unknown {
      const [a, b] = params;
      if (name === "eq") return ["(", a, " === ", b, ")"];
      if (name === "ne") return ["(", a, " !== ", b, ")"];
      if (name === "not") return ["!holds(", a, ")"];
      const args = params.flatMap((param, index) => (index === 0 ? [param] : [", ", param]));
      const named = hash === "{}" ? "nothing" : hash;
      return [`call("${name}", [`, ...args, "], ", named, `, data, places[${this.#place()}])`];
    }

    #block(name: string, param: unknown, hash: unknown, program: unknown, inverse: unknown): unknown {
      const [block, otherwise] = name === "unless" ? [inverse, program] : [program, inverse];
      const depth0 = this.contextName(0);
      const context = `(${depth0} == null ? container.nullContext : ${depth0})`;
      const blockParams = this.useBlockParams ? "blockParams" : "undefined";
      const depths = this.useDepths ? "depths" : "undefined";
      if (name === "each" || name === "with") {
        const around = `{ container, data, blockParams: ${blockParams}, depths: ${depths} }`;
        const run = name === "each" ? "each" : "withValue";
        return [`${run}(`, param, `, ${blockOf(block)}, ${blockOf(otherwise)}, ${context}, ${around})`];
      }
      const inside = this.useBlockParams ? "[undefined].concat(blockParams)" : "undefined";
      const rest = `(container, ${context}, helpers, partials, data, ${inside}, ${depths})`;
      const textOf = (code: unknown) => (code === null ? '""' : blockOf(code) + rest);
      const condition = hash === "{}" ? ["holds(", param, ")"] : ["holds(", param, ", ", hash, ")"];
      return ["(", ...condition, " ? ", textOf(block), " : ", textOf(otherwise), ")"];
    }

    /** The number that stands for where the code comes from. */
    #place(): number {
      const { start, end } = this.source.currentLocation ?? nowhere;
      return this.options.parts.places.push({ start: pointOf(start), end: pointOf(end) }) - 1;
    }
  }
  // Blocks are compiled by another generator, made through this property of the prototype.
  StrictCompiler.prototype.compiler = StrictCompiler;
  return StrictCompiler;
}

const blockHelpers: ReadonlySet<string> = new Set(["if", "unless", "each", "with"]);

/**
 * Names that objects and lists have without being given them. A field of another name that is there and is not
 * `undefined` is the object's own.
 */
const inherited: ReadonlySet<string> = new Set(
  [Object, Array, Map, Set, Date].flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype)),
);

/** The function of a block, from the code with which Handlebars would make one: `container.program(3, data, …)`. */
function blockOf(program: unknown): string {
  const index = typeof program === "string" ? /^container\.program\((\d+)/.exec(program)?.[1] : undefined;
  if (index === undefined && program !== null) throw new TypeError("Handlebars gave no block");
  return index === undefined ? "noText" : `programs[${index}]`;
}

/** Where something stands in a list, to which it is added where it is not there. */
function numberOf(list: string[], item: string): number {
  const at = list.indexOf(item);
  return at === -1 ? list.push(item) - 1 : at;
}

const nowhere = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };

const pointOf = ({ line, column }: TemplateLocation["start"]) => ({ line, column });
