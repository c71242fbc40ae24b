import { renameSync } from "node:fs";
import { join } from "node:path";
import { goodSite } from "../build/good-site.js";
import type { EditedSite } from "./edited-site.js";

/** A site with something of each kind that can be edited. */
export const editedFiles = {
  ...goodSite,
  "content/site.yaml": `${goodSite["content/site.yaml"]}languages: [en, zh-Hans]\npictures: {missingCredit: off}\n`,
  "content/guests/abe.md": goodSite["content/guests/abe.md"].replace("---\n\n", "portrait: abe.svg\n---\n\n"),
  "content/guests/abe.svg": drawing("word"),
  "content/features/talk.mp3": "word".repeat(2000),
  "content/features/spoken.md": `---
title: Spoken
date: 2024-04-01
guests: [bea]
recording: {src: talk.mp3, duration: "1:00"}
---

[0:00] Host: Do you hear the word?

[0:20] Bea Moss: I hear it.
`,
  "content/features/spoken.zh-Hans.md": `---
title: 说过的话
date: 2024-04-02
guests: [bea]
recording: {src: talk.mp3, duration: "1:00"}
---

[0:00] Host: 听得见吗？

[0:20] Bea Moss: 听得见。
`,
} as const;

/** What a person may do to a site that leaves it in order. */
export const edits: Readonly<Record<string, (site: EditedSite) => Promise<void>>> = {
  text: async (site) => {
    const path = site.chance.of(site.paths("content/features/").filter((each) => each.endsWith(".md")));
    await site.save(path, `${textOf(site, path)}\n${site.newWord()}\n`);
  },
  title: async (site) => {
    const path = site.chance.of(site.paths("content/features/").filter(isOriginal));
    await site.save(path, site.text(path).replace(/^title: .*/m, `title: A ${site.newWord()}`));
  },
  guest: async (site) => {
    const path = site.chance.of(["content/guests/abe.md", "content/guests/bea.md"]);
    await site.save(path, site.text(path).replace(/^role: .*/m, `role: A ${site.newWord()}`));
  },
  page: (site) => site.save("content/pages/about.md", `---\ntitle: About\n---\n\n${site.newWord()}\n`),
  settings: async (site) => {
    const text = site.text("content/site.yaml");
    await site.save("content/site.yaml", text.replace(/^title: .*/m, `title: Night ${site.newWord()}`));
  },
  picture: (site) => site.save("content/guests/abe.svg", drawing(site.newWord(), 3 + site.chance.below(9))),
  recording: (site) =>
    site.save("content/features/talk.mp3", site.newWord().repeat(900 + site.chance.below(9))),
  template: (site) =>
    turned(site, "templates/pages/not-found.hbs", (word) => `<p>{{site.title}} has no ${word}</p>\n`),
  style: (site) => turned(site, "templates/assets/style.css", (word) => `.${word} { color: red }\n`),
  words: (site) => turned(site, "templates/locales/en.yaml", (word) => `nav.home: ${word}\n`),
  "new feature": async (site) => {
    const word = site.newWord();
    await site.save(
      `content/features/${word}.md`,
      goodSite["content/features/lamps.md"].replace("On lamps", word),
    );
  },
  "renamed feature": (site) => {
    const path = extra(site);
    if (path !== undefined) site.rename(path, `content/features/${site.newWord()}.md`);
    return Promise.resolve();
  },
  "another case": (site) => {
    const path = extra(site);
    if (path !== undefined)
      site.rename(
        path,
        path.replace(/w?ord\d/, (found) => found.toUpperCase()),
      );
    return Promise.resolve();
  },
  "deleted features": (site) => {
    const paths = site.paths("content/features/word");
    for (const path of paths.slice(site.chance.below(3))) site.remove(path);
    return Promise.resolve();
  },
  "new guest": async (site) => {
    const word = site.newWord();
    await site.save(`content/guests/${word}.md`, `---\nname: ${word}\nrole: Ferryman\n---\n`);
  },
  "deleted guests": (site) => {
    for (const path of site.paths("content/guests/word")) site.remove(path);
    return Promise.resolve();
  },
  "many at once": async (site) => {
    for (let count = 0; count < 30; count++) await edits["new feature"]?.(site);
    if (site.chance.below(2) === 0) await site.pause();
    for (const path of site.paths("content/features/word")) site.remove(path);
  },
};

/** What a person may do that leaves a site broken; each says how it is mended. */
export const mistakes: Readonly<Record<string, (site: EditedSite) => Promise<() => Promise<void>>>> = {
  "front matter": (site) =>
    broken(site, "content/features/lamps.md", (text) => text.replace("[abe]", "[abe")),
  "unknown guest": (site) =>
    broken(site, "content/features/lamps.md", (text) => text.replace("[abe]", "[nobody]")),
  settings: (site) => broken(site, "content/site.yaml", (text) => text.replace("title: ", "title: [")),
  template: (site) => broken(site, "templates/pages/home.hbs", () => "{{#if}}"),
  "a guest's file": (site) => without(site, "content/guests/bea.md"),
  "a section's folder": (site) => without(site, "content/features/duty"),
  "all content": (site) => without(site, "content"),
};

async function broken(
  site: EditedSite,
  path: string,
  breaking: (text: string) => string,
): Promise<() => Promise<void>> {
  const isNew = !site.paths(path).includes(path);
  const before = site.text(path);
  // At once: a file that is gone for a while first may leave a good site without it.
  await site.save(path, breaking(before), "once");
  return async () => {
    if (isNew) site.remove(path);
    else await site.save(path, before);
  };
}

/** A file or folder that is gone for a while, and in its place again. */
function without({ root }: EditedSite, path: string): Promise<() => Promise<void>> {
  renameSync(join(root, path), join(root, "aside"));
  return Promise.resolve(() => {
    renameSync(join(root, "aside"), join(root, path));
    return Promise.resolve();
  });
}

/** A file that comes, changes, and goes. */
async function turned(site: EditedSite, path: string, text: (word: string) => string): Promise<void> {
  if (site.paths(path).length > 0 && site.chance.below(4) === 0) site.remove(path);
  else await site.save(path, text(site.newWord()));
}

function extra(site: EditedSite): string | undefined {
  const paths = site.paths("content/features/word");
  return paths.length === 0 ? undefined : site.chance.of(paths);
}

/** A feature's text without the words that edits have put behind it. */
function textOf(site: EditedSite, path: string): string {
  return site.text(path).replace(/(?:\nword\d+\n)+$/, "");
}

function isOriginal(path: string): boolean {
  return path.endsWith(".md") && !path.includes("zh-Hans") && !path.includes("10-first");
}

function drawing(word: string, width = 3): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="4"><title>${word}</title></svg>`;
}
