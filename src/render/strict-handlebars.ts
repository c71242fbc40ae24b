import { runInThisContext } from "node:vm";
import Handlebars from "handlebars";
import { helpers } from "./helpers.js";
import { CodeParts, strictCompiler } from "./strict-compiler.js";
import * as runtime from "./template-runtime.js";
import type { Container, Frame, Program } from "./template-runtime.js";

/** A compiled template. */
export interface CompiledTemplate {
  /** Run it with all that Handlebars passes on to a partial: blocks, inline partials. */
  readonly withOptions: (context: unknown, options?: RuntimeOptions) => string;
  /** Run it where there is no more to pass on than the context and the data. */
  readonly plainly: (context: unknown, data: Frame) => string;
}

/** How the partials of a theme are called from the code of a template. */
export interface PartialCalls {
  /** @see CodeParts */
  readonly fieldsOf: CodeParts["fieldsOf"];
  /** The function that runs a partial. */
  readonly functionOf: (partial: string) => (context: unknown, data: Frame) => string;
}

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

  constructor() {
    // Handlebars' own `log` writes to the console in the middle of a build.
    this.#environment.unregisterHelper("log");
    const own = Object.keys(helpers).map((name) => [name, true] as const);
    this.#knownHelpers = { log: false, ...Object.fromEntries(own) };
    const base = Reflect.get(this.#environment, "JavaScriptCompiler") as new () => unknown;
    Reflect.set(this.#environment, "JavaScriptCompiler", strictCompiler(base));
  }

  /**
   * Compile one template by itself.
   *
   * @param program - Its tree.
   * @param path - For the stack of an error.
   * @param calls - How it calls partials.
   * @param hasInline - Whether it defines partials of its own.
   * @throws Handlebars' exception where it is not a template.
   */
  compile(program: hbs.AST.Program, path: string, calls: PartialCalls, hasInline: boolean): CompiledTemplate {
    const { make, parts } = this.#codeOf(program, path, calls, hasInline);
    const template = make(runtime, parts.places, parts.partials.map(calls.functionOf));
    const { main } = template;
    const [withOptions, container] = this.#prepare(template);
    return {
      withOptions,
      plainly: (context, data) =>
        main(
          container,
          context,
          container.helpers,
          container.partials,
          data,
          template.useBlockParams ? [] : undefined,
          template.useDepths ? [context] : undefined,
        ),
    };
  }

  #codeOf(
    program: hbs.AST.Program,
    path: string,
    { fieldsOf }: PartialCalls,
    hasInline: boolean,
  ): TemplateFactory {
    const before = made.get(program);
    if (before && [...before.asked].every(([partial, answer]) => answer === textOf(fieldsOf(partial))))
      return before;
    const asked = new Map<string, string>();
    const parts = new CodeParts((partial) => {
      const fields = fieldsOf(partial);
      asked.set(partial, textOf(fields));
      return fields;
    }, hasInline);
    const options = {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: this.#knownHelpers,
      preventIndent: true,
      // Handlebars hands its options on to the code generator.
      parts,
    };
    const code: unknown = this.#environment.precompile(program, options);
    // Handlebars' types promise an object; what it gives is the text of one.
    if (typeof code !== "string") throw new TypeError("Handlebars gave no code");
    const make = runInThisContext(factoryOf(code, parts), { filename: path }) as Factory;
    const factory = { make, parts, asked };
    made.set(program, factory);
    return factory;
  }

  /** Make a template callable as a partial by all others. */
  registerPartial(name: string, partial: CompiledTemplate["withOptions"]): void {
    this.#environment.registerPartial(name, partial);
  }

  /** Let Handlebars take on a template. It shows its container to nobody but the code, so that is run once, empty. */
  #prepare(template: TemplateCode): [CompiledTemplate["withOptions"], Container] {
    let container: Container | undefined;
    const { main } = template;
    template.main = (own) => {
      container = own;
      return "";
    };
    const withOptions = this.#environment.template(template);
    withOptions(undefined);
    if (!container) throw new TypeError("Handlebars gave no container");
    template.main = Object.assign(main, { decorator: template.main_d });
    return [withOptions, container];
  }
}

/** What a template is made from, for any theme whose partials read the same names of their contexts. */
interface TemplateFactory {
  readonly make: Factory;
  readonly parts: CodeParts;
  /** What was asked about the partials that it calls, with the answers. */
  readonly asked: ReadonlyMap<string, string>;
}

// Most templates of two themes in one process are the same: a site's own lie over those that come with the package.
const made = new WeakMap<hbs.AST.Program, TemplateFactory>();

const textOf = (fields: ReadonlySet<string> | null | undefined): string =>
  fields === undefined ? "" : JSON.stringify(fields && [...fields].sort());

// The shape of what Handlebars generates; its types leave it empty.
interface TemplateCode {
  main: Program;
  readonly main_d?: unknown;
  readonly useBlockParams?: boolean;
  readonly useDepths?: boolean;
}

type Factory = (
  functions: typeof runtime,
  places: CodeParts["places"],
  partials: ReturnType<PartialCalls["functionOf"]>[],
) => TemplateCode;

/** The text of a function that gives the code of a template what it needs. */
function factoryOf(code: string, { fields, partials }: CodeParts): string {
  // One reader for each field, so that each learns the few shapes of the objects that have it.
  const readers = fields.map(
    (name, index) => `const read${index} = (object, at) => {
  if (typeof object === "object" && object !== null) {
    const value = object[${name}];
    if (value !== undefined) return value;
  }
  return strictField(object, ${name}, places[at]);
};`,
  );
  const calls = partials.map((_, index) => `const partial${index} = calls[${index}];`);
  return `(({ ${Object.keys(runtime).join(", ")} }, places, calls) => {
${[...readers, ...calls].join("\n")}
const programs = ${code};
return programs;
})`;
}
