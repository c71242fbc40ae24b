import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { agreeOnFrontMatter } from "../content/plain-agrees.js";
import { corporaFolder, haveCorpora, readCorpus } from "./corpora.js";

describe.skipIf(!haveCorpora)("the front matter of texts that people wrote", () => {
  const names = haveCorpora
    ? readdirSync(corporaFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];

  it("is read by the plain reader as the YAML package reads it, or not at all", () => {
    const answers = names.flatMap(({ name }) => readCorpus(name).map(({ text }) => agreeOnFrontMatter(text)));
    expect(answers).toContain(true);
  });
});
