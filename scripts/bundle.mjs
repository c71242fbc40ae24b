/*
 * Puts the compiled modules in lib/ and the packages that they use together into a few files; `npm run prepare` does it.
 *
 * Loose, a build opens seven hundred files before it reads the first word of a site, and that takes three times as long
 * as all that follows of the start. What is loaded by `createRequire`, because few sites need it, stays in
 * node_modules. Names stay as they are, so that the report of a bug can be read.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { rolldown } from "rolldown";

const lib = join(import.meta.dirname, "../lib");

/** A path in lib/, with `/`. */
const placeOf = (path) => relative(lib, path).replaceAll(sep, "/");
const isOwn = (id) => id.startsWith(lib + sep);

/** The compiled modules, without those that a browser loads. */
const own = readdirSync(lib, { recursive: true })
  .map((path) => join(lib, path))
  .filter((path) => path.endsWith(".js") && !placeOf(path).includes("/client/"));

/** What is started by its path: the command, the library, and what runs in a thread of its own. */
const entries = own.filter((path) => /^(?:index|cli\/main|.*-thread)\.js$/.test(placeOf(path)));

/** Files that a module finds beside itself are where they were, though its code is now in another folder. */
const keepPlaces = {
  name: "keep-places",
  transform: (code, id) =>
    isOwn(id)
      ? code.replaceAll("import.meta.url", `new URL("../${placeOf(id)}", import.meta.url).href`)
      : null,
};

/**
 * Small modules that need no others. Each would get a file of its own, because what loads them is loaded at different
 * times; a module that needs others would bring those along wherever one of these is needed.
 */
const leaves =
  /^(?:build\/(?:changed-meanwhile|make-outputs|site-as-made)|content\/ignored-file|cli\/environment|diagnostics\/checked|io\/(?:clock|file-content|file-system|text-bytes)|model\/(?:hash|ids|interview|percent-decoded|program|settings)|outputs\/(?:media|output)-path|preview\/host-check|render\/show-rich-text)\.js$/;

const bundle = await rolldown({
  input: Object.fromEntries(entries.map((path) => [placeOf(path).replace(/\.js$/, ""), path])),
  platform: "node",
  // A group takes single modules, and what they need stays where it is: chunks may then export more to each other.
  preserveEntrySignatures: "allow-extension",
  plugins: [keepPlaces],
});
const { output } = await bundle.generate({
  format: "esm",
  entryFileNames: "[name].js",
  // As deep as every module was.
  chunkFileNames: "chunks/[name]-[hash].js",
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [{ name: "leaves", test: (id) => isOwn(id) && leaves.test(placeOf(id)) }],
  },
});
await bundle.close();

const modules = output.flatMap((chunk) => Object.keys(chunk.modules));
for (const path of own) rmSync(path);
for (const { fileName, code } of output) {
  mkdirSync(dirname(join(lib, fileName)), { recursive: true });
  writeFileSync(join(lib, fileName), code);
}
writeFileSync(join(lib, "THIRD-PARTY-LICENSES.txt"), licensesOf(modules));

/** The licenses of the packages whose code is in the files; all of them ask for that. */
function licensesOf(ids) {
  const folders = ids.map((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0]);
  const packages = [...new Set(folders.filter((folder) => folder !== undefined))].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? license : readFileSync(join(folder, file), "utf8").trim();
    return { name, text: `${name} ${version}\n\n${text}\n` };
  });
  const sorted = packages.sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.map(({ text }) => text).join(`\n${"-".repeat(72)}\n\n`);
}
