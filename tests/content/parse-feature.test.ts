import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { inReadingOrder } from "../../src/diagnostics/diagnostic.js";
import { Source } from "../../src/diagnostics/source.js";
import { parseFeature } from "../../src/content/parse-feature.js";
import { parseGuest } from "../../src/content/parse-guest.js";
import { parsePage } from "../../src/content/parse-page.js";

const name = { entry: "spring-duty", translation: null };
const required = "title: 春耕\ndate: 2024-03-01\nguests: [wu-tong]\n";

function parse(yaml: string) {
  const source = new Source("content/features/spring-duty.md", `---\n${yaml}---\nText.\n`);
  return { source, ...parseFeature(source, name, null) };
}

/** Problems as `line:column code "what the span covers"`. */
function problems({ source, diagnostics }: ReturnType<typeof parse>): string[] {
  return inReadingOrder(diagnostics).map(({ code, place }) => {
    const line = source.lineText(place.line);
    const end = place.endLine === place.line ? place.endColumn - 1 : undefined;
    return `${place.line}:${place.column} ${code} ${line.slice(place.column - 1, end)}`;
  });
}

function front(yaml: string) {
  const { value, diagnostics } = parse(required + yaml);
  expect(diagnostics).toEqual([]);
  return value?.front.value;
}

describe("parseFeature", () => {
  it("reads old addresses as a person does, and takes none that no page may have", () => {
    expect(front("aliases: [/2019/%E6%98%A5/, /old.html]\n")?.aliases).toEqual(["/2019/春/", "/old.html"]);
    for (const bad of ["/.git/config", "/.colloquy.json", "/a//b/", "/a/../b/", "/%2e%2e/b/", "/a%", "old", "//b.example/"]) {
      expect(problems(parse(`${required}aliases: ["${bad}"]\n`))).toEqual([`5:11 wrong-value "${bad}"`]);
    }
  });

  it("gives a feature with defaults from the three keys that it needs", () => {
    const { value, diagnostics, source } = parse(required);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ kind: "feature", slug: "spring-duty", entry: "spring-duty", translation: null, sections: null });
    expect(value?.front.value).toEqual({
      title: "春耕", date: "2024-03-01", guests: [{ id: "wu-tong" }], interviewers: [], topics: [], credits: [],
      corrections: [], status: "published", aliases: [], voices: [], figures: {}, mute: [], custom: {},
    });
    expect(value && source.text.slice(value.body.start, value.body.end)).toBe("Text.\n");
  });

  it("reads every shorthand as its long form", () => {
    expect(front("interviewers: Gu Wen\nvoices: 旁白\ntopics: water\nseries: Rivers\nsource: The Reed\ncover: a.jpg\nrecording: talk.mp3\nmute: unread-file\n")).toMatchObject({
      interviewers: [{ name: "Gu Wen" }],
      voices: ["旁白"],
      topics: ["water"],
      series: { name: "Rivers" },
      source: { name: "The Reed" },
      cover: { src: "a.jpg" },
      recording: { src: "talk.mp3" },
      mute: ["unread-file"],
    });
    expect(front("credits:\n  photos: Gu\n  text: [Li, Xu]\n")?.credits).toEqual([
      { work: "photos", names: ["Gu"] },
      { work: "text", names: ["Li", "Xu"] },
    ]);
    expect(front("credits:\n  - work: photos\n    names: Gu\n")?.credits).toEqual([{ work: "photos", names: ["Gu"] }]);
  });

  it("reads every long form", () => {
    const value = front(
      [
        "interviewers:\n  - name: Gu Wen\n    label: 记者",
        "series: {name: Rivers, part: 2}",
        "source: {name: The Reed, url: 'https://reed.example/', page: 14–19, edition: no, date: 2024-02-29}",
        "recording: {src: 'https://reed.example/a.mp3', type: audio/mpeg, duration: '1:02:03'}",
        "corrections:\n  - date: 2024-03-02\n    text: A name was wrong.",
        "sections:\n  - id: one\n    title: 第一\n    declined: wu-tong\n    expects: none",
        "expects: [wu-tong]\nfigures:\n  a.jpg:\n    alt: ''\n    credit: Gu",
        "facsimile: {src: p.jpg, alt: A page}\nstatus: draft\npublishAt: 2030-01-01\nexpires: 2031-01-01",
        "aliases: [/old/, /2019/spring]\nlanguage: zh-hans\nslug: 春天\n",
      ].join("\n"),
    );
    expect(value).toMatchObject({
      interviewers: [{ name: "Gu Wen", label: "记者" }],
      series: { name: "Rivers", part: 2 },
      source: { page: "14–19", edition: "no", date: "2024-02-29" },
      recording: { duration: 3723, type: "audio/mpeg" },
      sections: [{ id: "one", title: "第一", declined: ["wu-tong"], expects: "none" }],
      expects: ["wu-tong"],
      figures: { "a.jpg": { alt: "", credit: "Gu" } },
      status: "draft",
      aliases: ["/old/", "/2019/spring"],
      language: "zh-Hans",
      slug: "春天",
    });
  });

  it("keeps what the editor typed where a text is expected", () => {
    expect(front("kicker: 12:30\nedited: no\nsource: {name: 010, page: 2024-03-01}\n")).toMatchObject({
      kicker: "12:30",
      edited: "no",
      source: { name: "010", page: "2024-03-01" },
    });
  });

  it("hands the site's own values on untouched", () => {
    expect(front("x-colour: 5\ncustom:\n  weight: 1.5\n  tags: [a, true]\n  nested: {k: ~}\n")?.custom).toEqual({
      "x-colour": 5, weight: 1.5, tags: ["a", true], nested: { k: null },
    });
    expect(problems(parse(`${required}custom: 5\n`))).toEqual(["5:9 wrong-type 5"]);
  });

  it("reports an unknown key at the key, with the nearest known one, at any depth", () => {
    const result = parse(`${required}titel: x\ncover:\n  src: a.jpg\n  catpion: x\nguests2: y\n`);
    expect(problems(result)).toEqual([
      "5:1 unknown-key titel",
      "8:3 unknown-key catpion",
      "9:1 unknown-key guests2",
    ]);
    expect(result.diagnostics.map(({ message }) => message)).toContain('Unexpected key "catpion"; did you mean "caption"?');
    expect(result.value?.front.value).toMatchObject({ cover: { src: "a.jpg" } });
  });

  it("reports missing keys at the opening line, or at the key that has no value", () => {
    expect(problems(parse("kicker: x\n"))).toEqual([
      "1:1 missing-key ---", "1:1 missing-key ---", "1:1 missing-key ---",
    ]);
    expect(problems(parse("title:\ndate: 2024-03-01\nguests: a\n"))).toEqual(["2:1 missing-key title"]);
    expect(problems(parse(`${required}sections:\n  - id: one\n`))).toEqual(["6:5 missing-key id"]);
    expect(problems(parse(`${required}interviewers:\n  label: Q\n`))).toEqual(["6:3 missing-key label"]);
  });

  it("reports each wrong value at its own place, all in one run, and keeps what is right", () => {
    const result = parse(
      "title: [a]\ndate: 2024/3/1\nguests: wu-tong\nstatus: publish\nseries: {name: R, part: two}\ncover: {src: 'https://x.example/a.jpg'}\nupdated: 2024-02-30\ncredits: {photos: {a: b}}\nkicker: kept\naliases: [old]\nrecording: {src: a.mp3, duration: 1h}\n",
    );
    expect(problems(result)).toEqual([
      "2:8 wrong-type [a]",
      "3:7 invalid-date 2024/3/1",
      "5:9 wrong-value publish",
      "6:25 wrong-value two",
      "7:14 wrong-value 'https://x.example/a.jpg'",
      "8:10 invalid-date 2024-02-30",
      "9:19 wrong-type {a: b}",
      "11:11 wrong-value old",
      "12:35 wrong-value 1h",
    ]);
    expect(result.value?.front.value).toMatchObject({ kicker: "kept", status: "published", title: "Untitled" });
  });

  it("says what was expected in its own words", () => {
    const messages = (yaml: string) => parse(required + yaml).diagnostics.map(({ message }) => message);
    expect(messages("status: publishd\n")).toEqual([
      'Unexpected "publishd" for "status", expected "draft" or "published"; did you mean "published"?',
    ]);
    expect(messages("updated: 2024/3/1\n")).toEqual([
      'Unexpected date "2024/3/1", expected the form 2024-03-01; did you mean "2024-03-01"?',
    ]);
    expect(messages("expects: {a: b}\n")).toEqual([
      'Unexpected map for "expects", expected all, none, or a list of guests',
    ]);
    expect(messages("slug: a/b\n")[0]).toBe('Unexpected slug "a/b", expected no "/"; did you mean "a-b"?');
  });

  it("gives no feature where the guests are wrong, since every answer would be reported too", () => {
    for (const guests of ["[]", "[{role: x}]", "[wu, {name: [x]}]", "{}"]) {
      const result = parse(`title: a\ndate: 2024-03-01\nguests: ${guests}\n`);
      expect(result.value).toBeUndefined();
      expect(result.diagnostics).toHaveLength(1);
      expect(result.diagnostics[0]?.place.line).toBe(4);
    }
  });

  it("refuses to mute what no code is, and errors", () => {
    expect(problems(parse(`${required}mute: [unread-fil, wrong-type]\n`))).toEqual([
      "5:8 unknown-code unread-fil",
      "5:20 muted-error wrong-type",
    ]);
  });

  it("reads a folder's sections, each with its own front matter and id", () => {
    const index = new Source("content/features/spring-duty/index.md", `---\n${required}---\nStandfirst\n`);
    const file = (path: string, text: string) => new Source(`content/features/spring-duty/${path}`, text);
    const one = { source: file("10-one.md", "---\ntitle: 一\n---\nA"), name: { entry: "one", translation: null } };
    const two = { source: file("20-two.md", "---\ntitle: 二\nid: zwei\ndeclined: a\n---\nB"), name: { entry: "two", translation: null } };
    const { value, diagnostics } = parseFeature(index, name, [one, two]);
    expect(diagnostics).toEqual([]);
    expect(value?.sections?.map(({ id, front: { value: { title } } }) => [id, title])).toEqual([["one", "一"], ["zwei", "二"]]);

    const again = { source: file("30-x.md", "---\ntitle: 三\nid: one\n---\n"), name: { entry: "x", translation: null } };
    expect(parseFeature(index, name, [one, two, again]).diagnostics).toMatchObject([
      { code: "duplicate-section-file", place: { file: "content/features/spring-duty/30-x.md", line: 3, column: 5 }, related: [{ place: { line: 2 } }] },
    ]);
    const bad = { source: file("40-y.md", "No front matter"), name: { entry: "y", translation: null } };
    expect(parseFeature(index, name, [one, bad])).toMatchObject({ value: undefined, diagnostics: [{ code: "missing-front-matter" }] });
  });
});

describe("parseGuest and parsePage", () => {
  const guest = (text: string) => parseGuest(new Source("content/guests/wu.md", text), { entry: "wu", translation: null });

  it("read a guest and a page", () => {
    expect(guest("---\nname: 吴桐\naliases: 老吴\nportrait: wu.jpg\nlinks:\n  Home: https://wu.example/\n---\n").value).toMatchObject({
      kind: "guest", id: "wu",
      front: { value: { name: "吴桐", aliases: ["老吴"], portrait: { src: "wu.jpg" }, links: [{ title: "Home", url: "https://wu.example/" }] } },
    });
    const page = parsePage(new Source("content/pages/about.md", "---\ntitle: About\nnavigation: 2\n---\nUs"), { entry: "about", translation: null });
    expect(page).toMatchObject({ diagnostics: [], value: { kind: "page", id: "about", front: { value: { title: "About", navigation: 2 } } } });
  });

  it("refuse addresses that run code", () => {
    expect(guest("---\nname: a\nlinks:\n  - title: x\n    url: javascript:alert(1)\n---\n").diagnostics).toMatchObject([
      { code: "wrong-value", place: { line: 5, column: 10 } },
    ]);
  });

  it("never throw, whatever the text", () => {
    const key = fc.constantFrom("name", "title", "date", "guests", "links", "credits", "sections", "expects", "custom", "x-a", "figures", "mute", "constructor", "__proto__");
    const value = fc.constantFrom("", " x", " [a, b]", " {a: b}", "\n  - id: x", " 2024-03-01", " |\n  text", " ~", " [~]", " {src: }", " *a", " &a 1", "： x", " 'x");
    const yaml = fc.array(fc.tuple(key, value).map(([k, v]) => `${k}:${v}\n`), { maxLength: 8 }).map((lines) => lines.join(""));
    fc.assert(
      fc.property(fc.oneof(yaml.map((y) => `---\n${y}---\n`), fc.string({ unit: "binary" })), (text) => {
        const source = new Source("content/x.md", text);
        for (const result of [parseFeature(source, name, null), parseGuest(source, name), parsePage(source, name)]) {
          expect(result.value !== undefined || result.diagnostics.length > 0).toBe(true);
          for (const { message } of result.diagnostics) expect(message).not.toMatch(/Invalid input|another value|undefined|\[object/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
