import { Source } from "../../src/diagnostics/source.js";
import type { ThemeFile } from "../../src/render/theme.js";
import { programWords } from "../../src/render/program-words.js";
import { pageKinds } from "../../src/render/views/common.js";

/** A whole theme of one line a file, with these files in place of its own. */
export function themeFiles(
  files: Readonly<Record<string, string>> = {},
  own: Readonly<Record<string, string>> = {},
): ThemeFile[] {
  const words = programWords.map((key) => `${key}: "${key}"`).join("\n");
  const plain = {
    "layouts/base.hbs": "<!doctype html><title>{{documentTitle}}</title>{{{body}}}",
    ...Object.fromEntries(pageKinds.map((kind) => [`pages/${kind}.hbs`, `<h1>{{title}}</h1>`])),
    ...files,
    "locales/en.yaml": `${words}\n${files["locales/en.yaml"] ?? ""}`,
  };
  return [
    ...Object.entries(plain).map(([path, text]) => ({
      path,
      source: new Source(`templates/${path}`, text),
      own: false,
    })),
    ...Object.entries(own).map(([path, text]) => ({
      path,
      source: new Source(`templates/${path}`, text),
      own: true,
    })),
  ];
}
