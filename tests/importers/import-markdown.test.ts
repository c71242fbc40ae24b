import { describe, expect, it } from "vitest";

import { importMany } from "../../src/importers/import-many.js";
import { importTranscript } from "../../src/importers/import-transcript.js";
import { rebuild } from "./rebuild.js";

const front = (lines: string): string => `---\n${lines}\n---\n\n`;

function said(path: string, text: string, options = {}) {
  const imported = importTranscript({ path, text }, { date: "2025-01-01", ...options });
  const feature = rebuild(imported).get(path);
  return {
    imported,
    feature,
    turns: (feature?.turns ?? []).map(({ kind, speaker, time, text: words }) => [
      kind,
      speaker.name,
      time,
      words,
    ]),
    errors: feature?.errors.map(({ message }) => message),
  };
}

describe("a folder of texts", () => {
  it("leaves out what is no interview, with a warning, where nobody asked for that very text", () => {
    const talk = {
      path: "talks/bell.md",
      text: "Ada Grove: Who rang?\n\nPip Oak: Me.\n\nAda Grove: Why?\n\nPip Oak: To hear it.",
      found: true,
    };
    const licence = { path: "talks/LICENCE.md", text: "Free to copy.", found: true };
    const { diagnostics, reports } = importMany([talk, licence], { date: "2025-01-01" });
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["import-left-out", "warning"],
    ]);
    expect(reports).toHaveLength(1);
    expect(importMany([{ ...licence, found: false }]).diagnostics[0]?.severity).toBe("error");
  });

  it("empties addresses that only made sense where the text was, and says which", () => {
    const text =
      'Ada Grove: Who [rang](bell.html), `[a](b)` or [who][w]?\n\nPip Oak: [Me](https://a.example/x) or [it](#n) or [both](<../a b> "t").\n\nAda Grove: Why?\n\nPip Oak: So.\n\n[w]: ../who/';
    const { files, todo } = importTranscript({ path: "bell.md", text }, { date: "2025-01-01" });
    const feature = files.find(({ path }) => path.startsWith("content/features/"))?.content;
    expect(feature).toContain("Who [rang](), `[a](b)` or [who][w]?");
    expect(feature).toContain("[Me](https://a.example/x) or [it](#n) or [both]().");
    expect(feature).toContain("[w]: <>");
    expect(todo.filter((sentence) => sentence.startsWith("Give the link"))).toHaveLength(3);
  });

  it("keeps a remark in brackets behind a reference, which is no address", () => {
    const text =
      "Ada Grove: Which lamp?\n\nPip Oak: The [old one][lamp](5,1).\n\nAda Grove: Why?\n\nPip Oak: So.\n\n[lamp]: https://lamps.example/";
    const { files, todo } = importTranscript({ path: "bell.md", text }, { date: "2025-01-01" });
    expect(files.map(({ content }) => content).join("")).toContain("[old one][lamp](5,1)");
    expect(todo.join("")).not.toContain("5,1");
  });

  it("takes those who say little and ask often for those who ask, though others' long answers have questions in them", () => {
    const long = `${"The bell is old and rings low. ".repeat(9)}So why keep it? `;
    const text = [
      `Pip Oak: ${long}`,
      "Ada Grove: Who rang?",
      `Pip Oak: ${long}`,
      "Ada Grove: I see.",
      `Pip Oak: ${long}`,
      "Ada Grove: And then?",
    ].join("\n\n");
    const { reports } = importTranscript({ path: "bell.md", text }, { date: "2025-01-01" });
    expect(reports[0]?.speakers.map(({ name, kind }) => [name, kind])).toEqual([
      ["Pip Oak", "guest"],
      ["Ada Grove", "interviewer"],
    ]);
  });
});

describe("a transcript in Markdown", () => {
  it.each([
    [
      "bold, with escaped times",
      "**Ada Grove:** \\[00:05\\] Who rang?\n\n**Pip Oak:** Me.\n\n**Break:** \\[01:44\\]\n\n**Ada Grove:** \\[02:00\\] Why?\n\n**Pip Oak:** To hear it.",
    ],
    [
      "a name and a time on a line of their own",
      "Ada Grove: 00:00:05\n\nWho rang?\n\nPip Oak:\n\nMe.\n\nBreak: 00:01:44\n\nAda Grove 00:02:00\n\nWhy?\n\nPip Oak:\n\nTo hear it.",
    ],
    [
      "a dash before the time",
      "Ada Grove – 00:00:05:\n\nWho rang?\n\nPip Oak :\n\nMe.\n\nBreak – 00:01:44:\n\nAda Grove – 00:02:00: Why?\n\nPip Oak :\n\nTo hear it.",
    ],
    [
      "lines without blank ones between",
      "Ada Grove: [0:05] Who rang?\nPip Oak: Me.\nBreak: [1:44]\nAda Grove: [2:00] Why?\nPip Oak: To hear it.",
    ],
    [
      "initials that are introduced",
      "Ada Grove (AG): [0:05] Who rang?\n\nPip Oak (PO): Me.\n\nBreak (1:44):\n\nAG: [2:00] Why?\n\nPO: To hear it.",
    ],
  ])("keeps speakers, times and words of labels that are %s", (_, body) => {
    const { turns, errors } = said("bell.md", body);
    expect(turns).toEqual([
      ["question", "Ada Grove", 5, "Who rang?"],
      ["answer", "Pip Oak", null, "Me."],
      ["aside", "Break", 104, ""],
      ["question", "Ada Grove", 120, "Why?"],
      ["answer", "Pip Oak", null, "To hear it."],
    ]);
    expect(errors).toEqual([]);
  });

  it("reads headings as the questions of an interview with one guest", () => {
    const { turns, imported, errors } = said(
      "ada.grove.md",
      front("title: Ada Grove\nsummary: Keeper of bells\ncategories: [town, bells]") +
        "### Who are you?\n\nI keep [bells][b].\n\n**Tools:**\n\nA rope.\n\n### And why?\n\nThey ring.\n\n[b]: https://bells.example/",
    );
    expect(turns).toEqual([
      ["question", "Interviewer", null, "Who are you?"],
      ["answer", "Ada Grove", null, "I keep bells.\nTools:\nA rope."],
      ["question", "Interviewer", null, "And why?"],
      ["answer", "Ada Grove", null, "They ring."],
    ]);
    expect(errors).toEqual([]);
    expect(imported.files.map(({ path }) => path)).toEqual([
      "content/features/ada-grove.md",
      "content/guests/ada-grove.md",
    ]);
    expect(imported.files[0]?.content).toContain("topics:\n  - town\n  - bells\n");
  });

  it("reads headings as questions where everyone below them answers once, with a label", () => {
    const { turns, errors } = said(
      "round-table.md",
      "## Who rings?\n\n**Ada Grove:** I do.\n\n**Pip Oak:** I did.\n\n## Who listens?\n\n**Ada Grove:** Dogs.\n\n**Pip Oak:** Me.",
    );
    expect(turns.map(([kind, name]) => `${String(kind)} ${String(name)}`)).toEqual([
      "question Interviewer",
      "answer Ada Grove",
      "answer Pip Oak",
      "question Interviewer",
      "answer Ada Grove",
      "answer Pip Oak",
    ]);
    expect(errors).toEqual([]);
  });

  it("maps front matter, and keeps what it does not know under x-", () => {
    const { feature, imported } = said(
      "2024-05-06-bells.md",
      front(
        "title: Bells\nspeakers:\n  - Pip Oak\ntags: [Old Towns]\nmedia: https://radio.example/12.mp3\ntranscript_by: Wren Hall\ncredits: {music: Odd Bells}\nepisode: 12\naliases:\n  - /old/bells/\n  - /old/bells",
      ) + "podcast: https://radio.example/12\n\nAda: Who rang?\n\nPip: Me.\n\nAda: Why?\n\nPip: To hear it.",
      { date: undefined },
    );
    const text = imported.files[0]?.content ?? "";
    expect(feature?.value.masthead).toMatchObject({
      title: "Bells",
      date: "2024-05-06",
      credits: [
        { work: "music", names: ["Odd Bells"] },
        { work: "transcript", names: ["Wren Hall"] },
      ],
      source: { name: "radio.example", url: "https://radio.example/12" },
      recording: { src: "https://radio.example/12.mp3", type: "audio/mpeg" },
      custom: { "x-episode": 12 },
    });
    expect(text).toContain("topics:\n  - old-towns\n");
    expect(text).toContain("aliases:\n  - /old/bells\n");
    expect(imported.reports[0]?.draft).toBe(false);
    expect(feature?.value.masthead.guests.map(({ name }) => name)).toEqual(["Pip Oak"]);
    expect(feature?.errors).toEqual([]);
  });

  it("does not take a remark, a link or a time of day for a label, and writes them so that nothing else does", () => {
    const body =
      "Ada Grove: Who rang?\n\nPip Oak: Me.\n\nNote: at night.\n\nSo the question is: why.\n\nPaper: https://bells.example/\n\nPip Oaks: that is what they call us.\n\n10:30 it was.\n\nAda Grove: Why?\n\nPip Oak: To hear it.";
    const { turns, errors } = said("bell.md", body.replace("Pip Oaks:", "Pip Oaks\\:"));
    expect(turns[1]?.[3]).toBe(
      "Me.\nNote: at night.\nSo the question is: why.\nPaper: https://bells.example/\nPip Oaks: that is what they call us.\n10:30 it was.",
    );
    expect(errors).toEqual([]);
  });

  it("reads a label with a slip as the speaker that it is near to, and says so", () => {
    const body =
      "Ada Grove: One?\n\nPip Lindqvist: Two.\n\nAda Grove: Three?\n\nPip Lindqvist: Four.\n\nAda Grove: Five?\n\nPip Linqvist: Six.";
    const { turns, imported } = said("bell.md", body);
    expect(turns.at(-1)).toEqual(["answer", "Pip Lindqvist", null, "Six."]);
    expect(imported.todo.join("\n")).toContain('The label "Pip Linqvist" was read as Pip Lindqvist');
  });

  it("takes those for interviewers whom the options name", () => {
    const body = "Ada Grove: Is it?\n\nPip Oak: It is.\n\nAda Grove: Was it?\n\nPip Oak: It was.";
    const kinds = said("bell.md", body, { interviewers: ["Pip Oak"] }).turns.map(([kind]) => kind);
    expect(kinds.slice(0, 2)).toEqual(["answer", "question"]);
  });

  it("reports front matter that is no YAML, at its place", () => {
    const imported = importTranscript({
      path: "bell.md",
      text: "---\ntitle: [Bells\n---\n\nAda: Hi\n\nPip: Ho",
    });
    expect(imported.diagnostics.map(({ code }) => code)).toEqual(["import-front-matter"]);
    expect(imported.files).toEqual([]);
  });

  it("puts each section into a file of its own where that is asked for, with the links that it uses", () => {
    const body =
      "## Ropes\n\nAda: Why?\n\nPip: [Hemp][h].\n\n## Bells\n\nAda: How?\n\nPip: Loud.\n\n[h]: https://hemp.example/";
    const { imported, errors } = said("bell.md", body, { as: "folder" });
    const files = new Map(imported.files.map(({ path, content }) => [path, content]));
    expect([...files.keys()].filter((path) => path.includes("/features/"))).toEqual([
      "content/features/bell/10-ropes.md",
      "content/features/bell/20-bells.md",
      "content/features/bell/index.md",
    ]);
    expect(files.get("content/features/bell/10-ropes.md")).toContain("[h]: https://hemp.example/");
    expect(files.get("content/features/bell/20-bells.md")).not.toContain("[h]:");
    expect(errors).toEqual([]);
  });
});

describe("a folder of transcripts", () => {
  const talk = (guest: string, host: string): string =>
    `${host}: Who are you?\n\n${guest}: Somebody.\n\n${host}: Since when?\n\n${guest}: Always.`;
  const inputs = [
    { path: "show/one.md", text: talk("Pip Oak", "Ada Grove") },
    { path: "show/two.md", text: talk("Tobias Falk", "Ada Grove") },
    { path: "show/three.md", text: talk("Pip Oak", "Ada") },
    { path: "show/four.md", text: talk("Ada Grove", "Tobias Falk") },
    { path: "other/one.md", text: talk("Ines Vane", "Speaker 1") },
  ];
  const options = { date: "2025-01-01" };

  it("lets a host be interviewed", () => {
    const four = rebuild(importMany(inputs, options)).get("show/four.md");
    expect(four?.turns.map(({ kind, speaker }) => `${kind} ${speaker.name}`).slice(0, 2)).toEqual([
      "question Tobias Falk",
      "answer Ada Grove",
    ]);
  });

  it("shares its guests, and knows a host by the first name", () => {
    const imported = importMany(inputs, options);
    const guests = imported.files
      .filter(({ path }) => path.startsWith("content/guests/"))
      .map(({ path }) => path);
    expect(guests).toContain("content/guests/pip-oak.md");
    const three = rebuild(imported).get("show/three.md");
    expect(three?.turns[0]?.speaker).toMatchObject({ kind: "interviewer", name: "Ada Grove" });
  });

  it("gives no two features one slug", () => {
    const slugs = importMany(inputs, options).reports.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(inputs.length);
    expect(slugs).toContain("one");
    expect(slugs).toContain("one-2");
  });

  it("does not depend on the order of the texts", () => {
    expect(importMany([...inputs].reverse(), options)).toEqual(importMany(inputs, options));
  });

  it("writes no file for a guest whom the site has, and keeps clear of its slugs", () => {
    const imported = importMany(inputs, {
      ...options,
      guests: new Map([["philippa", "Pip Oak"]]),
      takenSlugs: new Set(["two"]),
    });
    const paths = imported.files.map(({ path }) => path);
    expect(paths.filter((path) => /pip|philippa/u.test(path))).toEqual([]);
    expect(paths).toContain("content/features/two-2.md");
    expect(imported.files.find(({ path }) => path.endsWith("/three.md"))?.content).toContain("- philippa");
  });
});
