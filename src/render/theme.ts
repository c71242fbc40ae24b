import { gather, type Checked } from "../diagnostics/checked.js";
import { diagnose, hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Source } from "../diagnostics/source.js";
import { checkPartials, readCalls, type TemplateCalls } from "./check-template.js";
import { checkWords, loadLocales, localesOf, type LocaleFile } from "./check-words.js";
import type { Locale } from "./locale.js";
import { TemplateEngine } from "./template-engine.js";
import type { Template } from "./template.js";
import { parseTemplate } from "./template-syntax.js";
import { pageKinds, type PageKind } from "./views/common.js";

/** A file of the theme or of the site's own `templates/`. */
export interface ThemeFile {
  /** Relative to `templates/`: `pages/feature.hbs`. */
  readonly path: string;
  readonly source: Source;
  /** Whether it is the site's own, which is used instead of the theme's file of the same path. */
  readonly own: boolean;
  /**
   * Whether it is known to have no mistakes, and no inline partials: a template is then read when it is first used.
   * Absent means no.
   */
  readonly isInOrder?: boolean;
}

/** Everything that turns views into pages. */
export interface Theme {
  /** Templates by path; those with errors are left out. */
  readonly templates: ReadonlyMap<string, Template>;
  /** The paths of the templates that have errors, all of them reported. */
  readonly broken: ReadonlySet<string>;
  readonly locales: ReadonlyMap<string, Locale>;
  readonly engine: TemplateEngine;
}

/**
 * Read and check a theme: the built-in templates with the site's own over them.
 *
 * Every template is checked that is not known to be in order, whether a page uses it or not, and what is wrong in all of
 * them is reported at once. Compiling waits until a template is first used. There is always a theme, so that pages
 * which need none of the broken templates are checked in the same run.
 */
export function loadTheme(files: readonly ThemeFile[]): Checked<Theme> & { readonly value: Theme } {
  const effective = overlay(files);
  const wanted = effective.filter(isTemplate);
  const localeFiles = files.flatMap(localeFile);
  const locales = loadLocales(localeFiles);
  // A word that the site has changed may want values which no template gives.
  const isSure = localeFiles.every(({ own }) => !own);
  const isToRead = ({ isInOrder }: ThemeFile): boolean => isSure && isInOrder === true;
  const parsed = gather(wanted.filter((file) => !isToRead(file)).map(readOnce));
  const names = new Set([
    ...effective.flatMap(({ path }) => partialName(path) ?? []),
    ...parsed.values.flatMap(({ calls }) => calls.inline),
  ]);
  const diagnostics: Diagnostic[] = [
    ...misplaced(files),
    ...missing(effective),
    ...parsed.diagnostics,
    ...locales.diagnostics,
  ];
  const templates = new Map<string, Template>(
    wanted.filter(isToRead).map((file) => [file.path, new TemplateToRead(file)]),
  );
  for (const template of parsed.values) {
    const { path, source, calls } = template;
    const wrong = [
      ...calls.diagnostics,
      ...checkPartials(calls.partials, source, names),
      ...checkWords(calls.words, source, locales.value),
    ];
    for (const each of wrong) diagnostics.push(each);
    if (!hasErrors(wrong)) templates.set(path, template);
  }
  const broken = new Set(wanted.map(({ path }) => path).filter((path) => !templates.has(path)));
  const hasInline = parsed.values.some(({ calls }) => calls.inline.length > 0);
  const engine = new TemplateEngine(templates, hasInline);
  return { value: { templates, broken, locales: locales.value, engine }, diagnostics };
}

/**
 * The files that a kind of page is made with: its template, its layout, every partial that these may call, and the
 * locales that its words may come from. Relative to `templates/`, sorted; those that have errors included.
 */
export function dependenciesOf(theme: Theme, kind: PageKind, language: string): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    const template = theme.templates.get(path);
    // A name that is no file is an inline partial.
    if (!template && !theme.broken.has(path)) return;
    found.add(path);
    for (const { name } of template?.calls.partials ?? []) visit(partialPath(name));
  };
  visit(pagePath(kind));
  visit(layoutPath(theme, kind));
  return [...found, ...localesOf(language, theme.locales)].sort();
}

/** The template of a kind of page. */
export const pagePath = (kind: PageKind): string => `pages/${kind}.hbs`;

/** The file of a partial. */
const partialPath = (name: string): string => `partials/${name}.hbs`;

/** The layout of a kind of page: its own where there is one, else the common one. */
export function layoutPath(theme: Theme, kind: PageKind): string {
  const own = `layouts/${kind}.hbs`;
  return theme.templates.has(own) || theme.broken.has(own) ? own : commonLayout;
}

const commonLayout = "layouts/base.hbs";

/** The name by which a file is called as a partial. */
function partialName(path: string): string | undefined {
  return /^partials\/(.+)\.hbs$/.exec(path)?.[1];
}

function overlay(files: readonly ThemeFile[]): ThemeFile[] {
  const byPath = new Map<string, ThemeFile>();
  for (const file of files) {
    if (file.own || !byPath.get(file.path)?.own) byPath.set(file.path, file);
  }
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isTemplate({ path }: ThemeFile): boolean {
  return path.endsWith(".hbs") && isUsed(path);
}

const known = new WeakMap<Source, Checked<Template>>();

/** A preview loads its theme again with every edit of a template, and most of the files are what they were. */
function readOnce(file: ThemeFile): Checked<Template> {
  const before = known.get(file.source);
  if (before !== undefined) return before;
  const read = readTemplate(file);
  known.set(file.source, read);
  return read;
}

function readTemplate({ path, source }: ThemeFile): Checked<Template> {
  const program = parseTemplate(source);
  if ("code" in program) return { value: undefined, diagnostics: [program] };
  return { value: { path, source, program, calls: readCalls(program, source) }, diagnostics: [] };
}

/** A template in order, which is read when somebody asks for what is in it. */
class TemplateToRead implements Template {
  readonly path: string;
  readonly source: Source;
  readonly #file: ThemeFile;

  constructor(file: ThemeFile) {
    this.path = file.path;
    this.source = file.source;
    this.#file = file;
  }

  get program(): hbs.AST.Program {
    return this.#read().program;
  }

  get calls(): TemplateCalls {
    return this.#read().calls;
  }

  #read(): Template {
    const { value } = readOnce(this.#file);
    if (!value) throw new Error(`The template ${this.path} was said to be in order, and is not`);
    return value;
  }
}

function localeFile({ path, source, own }: ThemeFile): LocaleFile[] {
  const language = /^locales\/([^/]+)\.yaml$/.exec(path)?.[1];
  return language === undefined ? [] : [{ language, source, own }];
}

const knownPaths = new Set([
  commonLayout,
  ...pageKinds.map(pagePath),
  ...pageKinds.map((kind) => `layouts/${kind}.hbs`),
]);

function isUsed(path: string): boolean {
  return (
    /^(assets\/|(?:styles|looks)\/.+\.css$|partials\/.+\.hbs$|locales\/[^/]+\.yaml$)/.test(path) ||
    knownPaths.has(path)
  );
}

function misplaced(files: readonly ThemeFile[]): Diagnostic[] {
  return files
    .filter(({ path, own }) => own && !isUsed(path) && /\.(hbs|ya?ml|css|js)$/.test(path))
    .map(({ path, source }) => {
      const folders = path.endsWith(".css") ? ["assets", "styles", "looks"] : ["assets"];
      const name = path.replace(/^.*\//, "");
      const candidates = path.endsWith(".hbs") ? knownPaths : folders.map((folder) => `${folder}/${name}`);
      const near = path.endsWith(".yml") ? path.replace(/yml$/, "yaml") : nearest(path, candidates);
      return diagnose("misplaced-template", { file: source.path }, { path, nearest: near });
    });
}

function missing(files: readonly ThemeFile[]): Diagnostic[] {
  const paths = new Set(files.map(({ path }) => path));
  return [commonLayout, ...pageKinds.map(pagePath)]
    .filter((path) => !paths.has(path))
    .map((path) => diagnose("missing-template", { file: `templates/${path}` }, { path }));
}
