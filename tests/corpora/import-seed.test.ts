import { describe, expect, it } from "vitest";

import { importTranscript } from "../../src/importers/import-transcript.js";
import { letters, rebuild, wordsOf } from "../importers/rebuild.js";
import { haveCorpora, readCorpus } from "./corpora.js";

describe.skipIf(!haveCorpora)("the newspaper feature that was pasted", () => {
  const [input] = haveCorpora ? readCorpus("seed") : [];
  if (!input) return;
  const lines = input.text.split("\n").filter((line) => line.trim() !== "");
  const imported = importTranscript(input, { title: "三人谈", date: "2024-03-01" });
  const feature = rebuild(imported).get(input.path);

  it("has three guests with their full roles, as the list says", () => {
    const start = lines.findIndex((line) => line === "本期嘉宾") + 1;
    const listed = lines.slice(start, start + 3).map((line) => line.replace(/\s+/gu, ""));
    const guests = feature?.value.masthead.guests.map(({ name, role }) =>
      `${name}${role ?? ""}`.replace(/\s+/gu, ""),
    );
    expect(guests).toEqual(listed);
    expect(feature?.value.masthead.guests.map(({ id }) => id)).toEqual([
      "liu-guanghui",
      "chen-gang",
      "gong-hongbo",
    ]);
    expect(imported.files.filter(({ path }) => path.startsWith("content/guests/"))).toHaveLength(3);
  });

  it("has three sections with their titles, three questions and nine answers of the right guests", () => {
    const titles = lines.filter((_, index) => lines[index + 1]?.startsWith("记者:"));
    expect(feature?.value.interview.sections.map(({ title }) => title)).toEqual(titles);
    const turns = lines.flatMap((line) => /^(记者|刘光辉|陈刚|巩洪波):(.*)$/u.exec(line)?.slice(1, 3) ?? []);
    const said = (feature?.turns ?? []).flatMap(({ speaker, text }) => [speaker.name, text]);
    const byline = /\([^()]*\)$/u.exec(turns.at(-1) ?? "")?.[0] ?? "";
    expect(byline).not.toBe("");
    expect(said).toEqual([...turns.slice(0, -1), (turns.at(-1) ?? "").slice(0, -byline.length)]);
    const exchange = ["question", "answer", "answer", "answer"];
    expect(feature?.turns.map(({ kind }) => kind)).toEqual([...exchange, ...exchange, ...exchange]);
  });

  it("has two pictures with captions and credits, the scan's caption, and the byline with author and source", () => {
    const figures = (feature?.value.interview.intro ?? []).flatMap((block) =>
      block.kind === "figure" ? [`${block.figure.caption ?? ""}${block.figure.credit ?? ""} 摄`] : [],
    );
    expect(figures).toEqual(lines.slice(0, 2));
    const { masthead } = feature?.value ?? {};
    expect(masthead?.facsimile?.caption).toBe(lines.at(-1));
    const [, source, author] = /\((\S+) (\S+)\)$/u.exec(lines.at(-2) ?? "") ?? [];
    expect(masthead?.source?.name).toBe(source);
    expect(masthead?.credits).toEqual([{ work: "text", names: [author] }]);
  });

  it("keeps the intro, and everything in its order", () => {
    const there = feature ? letters(wordsOf(feature)) : "";
    const guests = lines.indexOf("本期嘉宾");
    let from = 0;
    for (const line of [...lines.slice(2, guests), ...lines.slice(guests + 4, -2)]) {
      const wanted = letters(line.replace(/^[^:]{2,3}:/u, ""));
      const at = there.indexOf(wanted, from);
      expect({ line: line.slice(0, 20), at: at >= from }).toEqual({ line: line.slice(0, 20), at: true });
      from = at + wanted.length;
    }
  });

  it("builds without an error, and asks for the three pictures only", () => {
    expect(feature?.errors).toEqual([]);
    expect(imported.todo).toHaveLength(3);
    expect(imported.reports[0]).toMatchObject({
      draft: false,
      sections: 3,
      questions: 3,
      turns: 12,
      pictures: 3,
    });
  });
});
