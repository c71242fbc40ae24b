import { runInThisContext } from "node:vm";
import Handlebars from "handlebars";
import { nearest } from "../diagnostics/nearest.js";
import { TemplateMistake } from "./template-mistake.js";
import type { TemplateLocation } from "./template-syntax.js";

/** A compiled template: a context and Handlebars' runtime options to text. */
export type TemplateFunction = (context: unknown, options?: RuntimeOptions) => string;

/**
 * Handlebars, stricter than its `strict`.
 *
 * `strict` alone checks the last name of a path in `{{a.b}}` and nothing in `{{#if a.b}}`, in arguments and in block
 * parameters; a missing name in the middle of a path ends in a TypeError without a place. Here every step of every
 * path is checked, at its place.
 *
 * @see https://handlebarsjs.com/api-reference/compilation.html
 */
export class StrictHandlebars {
  readonly #environment = Handlebars.create();
  readonly #knownHelpers: Readonly<Record<string, boolean>>;

  constructor(helpers: Readonly<Record<string, Handlebars.HelperDelegate>>) {
    for (const [name, helper] of Object.entries(helpers)) this.#environment.registerHelper(name, helper);
    // Handlebars' own `log` writes to the console in the middle of a build.
    this.#environment.unregisterHelper("log");
    const own = Object.keys(helpers).map((name) => [name, true] as const);
    this.#knownHelpers = { log: false, ...Object.fromEntries(own) };
    Reflect.set(this.#environment, "JavaScriptCompiler", strictCompiler(this.#environment));
  }

  /** Compile one template by itself. @throws Handlebars' exception where it is not a template. */
  compile(program: hbs.AST.Program, path: string): TemplateFunction {
    const code: unknown = this.#environment.precompile(program, {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: this.#knownHelpers,
      preventIndent: true,
    });
    // Handlebars' types promise an object; what it gives is the text of one.
    if (typeof code !== "string") throw new TypeError("Handlebars gave no code");
    const compiled: unknown = runInThisContext(`(${code})`, { filename: path });
    return this.#environment.template(reportingMissingFields(compiled as CompiledTemplate));
  }

  /** Make a template callable as a partial by all others. */
  registerPartial(name: string, partial: TemplateFunction): void {
    this.#environment.registerPartial(name, partial);
  }
}

interface Container {
  strict: (object: unknown, name: string, location: TemplateLocation) => unknown;
  readonly lookupProperty: (object: object, name: string) => unknown;
}

// The shape of what Handlebars generates; its types leave it empty.
interface CompiledTemplate {
  readonly main: (container: Container, ...rest: unknown[]) => string;
}

/** Give the generated code a lookup that knows the nearest name of what is there. */
function reportingMissingFields(compiled: CompiledTemplate): CompiledTemplate {
  // Every template has one container for as long as it lives.
  let prepared = false;
  const main = (container: Container, ...rest: unknown[]): string => {
    if (!prepared) {
      container.strict = (object, name, location) => {
        if (object !== null && typeof object === "object" && Object.hasOwn(object, name)) {
          return container.lookupProperty(object, name);
        }
        throw missingField(object, name, location);
      };
      prepared = true;
    }
    return compiled.main(container, ...rest);
  };
  return Object.assign({}, compiled, { main: Object.assign(main, compiled.main) });
}

function missingField(object: unknown, name: string, location: TemplateLocation): TemplateMistake {
  if (object === null || object === undefined) {
    return new TemplateMistake(
      { code: "unknown-field", params: { name, of: "nothing", nearest: undefined } },
      location,
    );
  }
  if (typeof object !== "object") {
    return new TemplateMistake(
      { code: "unknown-field", params: { name, of: "text", nearest: undefined } },
      location,
    );
  }
  const near = nearest(name, Object.keys(object));
  return new TemplateMistake(
    { code: "unknown-field", params: { name, of: "view", nearest: near } },
    location,
  );
}

// The parts of Handlebars' code generator that are used below; its types do not describe it. Overriding lookups is
// what its documentation offers ("nameLookup" and the like), and the tests hold what is relied on.
interface CodeGenerator {
  compiler: new () => CodeGenerator;
  readonly source: { readonly currentLocation?: TemplateLocation };
  popStack(): unknown;
  push(code: unknown): void;
  aliasable(name: string): unknown;
  quotedString(text: string): unknown;
  resolvePath(type: string, parts: readonly string[], firstPart: number): void;
}

/** Handlebars' code generator with every step of every path made strict. */
function strictCompiler(environment: typeof Handlebars): new () => CodeGenerator {
  const Base = Reflect.get(environment, "JavaScriptCompiler") as new () => CodeGenerator;
  class StrictCompiler extends Base {
    override resolvePath(_type: string, parts: readonly string[], firstPart: number): void {
      if (parts.length <= firstPart) return;
      let code = this.popStack();
      const { start, end } = this.source.currentLocation ?? nowhere;
      const location = JSON.stringify({ start: pointOf(start), end: pointOf(end) });
      for (const part of parts.slice(firstPart)) {
        code = [
          this.aliasable("container.strict"),
          "(",
          code,
          ", ",
          this.quotedString(part),
          `, ${location})`,
        ];
      }
      this.push(code);
    }
  }
  // Blocks are compiled by another generator, made through this property of the prototype.
  StrictCompiler.prototype.compiler = StrictCompiler;
  return StrictCompiler;
}

const nowhere = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };

const pointOf = ({ line, column }: TemplateLocation["start"]) => ({ line, column });
