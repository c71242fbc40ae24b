import { fieldsOf, readContextUse, type ContextUse } from "./context-fields.js";
import { StrictHandlebars, type CompiledTemplate, type PartialCalls } from "./strict-handlebars.js";
import { TemplateMistake } from "./template-mistake.js";
import { PageFrame } from "./template-runtime.js";
import { locationOf, type TemplateLocation } from "./template-syntax.js";
import type { Template } from "./template.js";
import type { Words } from "./words.js";

/** Deeper calls of partials in partials than this are taken for endless. */
const deepest = 100;

/** Runs templates: each is compiled once, by itself, when it is first used. */
export class TemplateEngine {
  readonly #templates: ReadonlyMap<string, Template>;
  readonly #handlebars = new StrictHandlebars();
  readonly #compiled = new Map<string, CompiledTemplate>();
  readonly #hasInline: boolean;
  #depth = 0;

  /** @param hasInline - Whether any template has inline partials: these must be handed on through every call. */
  constructor(templates: ReadonlyMap<string, Template>, hasInline: boolean) {
    this.#templates = templates;
    this.#hasInline = hasInline;
    for (const path of templates.keys()) {
      const name = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
      if (name === undefined) continue;
      this.#handlebars.registerPartial(name, (context, options) =>
        this.#call(path, name, ({ withOptions }) => withOptions(context, options)),
      );
    }
  }

  /**
   * Run the template at a path.
   *
   * @throws TemplateMistake with its template and, where it is known, its place.
   */
  run(path: string, context: object, words: Words): string {
    this.#depth = 0;
    return this.#call(path, path, ({ withOptions, plainly }) =>
      this.#hasInline
        ? withOptions(context, { data: { words } })
        : plainly(context, new PageFrame({ root: context, words })),
    );
  }

  #call(path: string, name: string, run: (template: CompiledTemplate) => string): string {
    if (this.#depth >= deepest) throw new TemplateMistake({ code: "endless-partial", params: { name } });
    this.#depth++;
    try {
      return run(this.#compiled.get(path) ?? this.#compile(path));
    } catch (error) {
      throw placed(error, path, this.#templates);
    } finally {
      this.#depth--;
    }
  }

  #compile(path: string): CompiledTemplate {
    const template = this.#templates.get(path);
    if (!template) throw new TemplateMistake({ code: "missing-template", params: { path } });
    const { program, source, calls } = template;
    const hasInline = calls.inline.length > 0;
    const compiled = this.#handlebars.compile(program, source.path, this.#partialCalls, hasInline);
    this.#compiled.set(path, compiled);
    return compiled;
  }

  readonly #partialCalls: PartialCalls = {
    fieldsOf: (name) => (this.#hasInline || !this.#useOf(name) ? undefined : fieldsOf(name, this.#useOf)),
    functionOf: (name) => {
      const path = `partials/${name}.hbs`;
      return (context, data) => this.#call(path, name, ({ plainly }) => plainly(context, data));
    },
  };

  readonly #useOf = (name: string): ContextUse | undefined => {
    const template = this.#templates.get(`partials/${name}.hbs`);
    return template && readContextUse(template.program);
  };
}

/** What went wrong, as a mistake of the innermost template that saw it. */
function placed(error: unknown, path: string, templates: ReadonlyMap<string, Template>): TemplateMistake {
  const mistake = error instanceof TemplateMistake ? error : mistakeOf(error, path);
  if (mistake.template === undefined) {
    mistake.template = path;
    mistake.location ??= callOf(mistake, templates.get(path));
  }
  return mistake;
}

function mistakeOf(error: unknown, path: string): TemplateMistake {
  if (!(error instanceof Error)) throw error;
  // An inline partial that calls itself fills the stack before any count of ours sees it.
  if (error instanceof RangeError)
    return new TemplateMistake({ code: "endless-partial", params: { name: path } });
  const missing = /^The partial (.+) could not be found$/.exec(error.message)?.[1];
  if (missing !== undefined) {
    return new TemplateMistake({ code: "unknown-partial", params: { name: missing, nearest: undefined } });
  }
  return new TemplateMistake(
    { code: "template-failed", params: { problem: error.message } },
    locationOf(error),
  );
}

/** Handlebars does not say where a partial was called; the template's own tree does. */
function callOf(mistake: TemplateMistake, template: Template | undefined): TemplateLocation | undefined {
  const { params } = mistake.mistake;
  if (!("name" in params)) return undefined;
  return template?.calls.partials.find(({ name }) => name === params.name)?.location;
}
