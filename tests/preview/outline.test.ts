import { beforeAll, describe, expect, test } from "vitest";
import { openSession } from "../../src/build/site-session.js";
import { wholeOf } from "../../src/io/file-content.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { LiveSite } from "../../src/preview/live-site.js";
import { ownStyle } from "../../src/preview/preview-page.js";

const talk = (title: string, more = "") => `---
title: ${title}
date: 2025-10-18
guests: [lin]
${more}---

记者：船几点开？

林潮：天亮以前。
`;

const files = {
  "/s/content/site.yaml":
    "title: 夜谈\nurl: https://talks.example/\nlanguage: zh-Hans\nlanguages: [zh-Hans, en]\nspeakers:\n  interviewer: [记者]\n",
  "/s/content/guests/lin.md": "---\nname: 林潮\n---\n",
  "/s/content/features/boat.md": talk("渡船"),
  "/s/content/features/boat.en.md":
    "---\ntitle: The ferry\ndate: 2025-10-18\nguests: [lin]\n---\n\n记者: When?\n\n林潮: Early.\n",
  "/s/content/features/later.md": talk("来日", "publishAt: 2026-08-02\n"),
  "/s/content/features/over.md": talk("往日", "expires: 2025-12-31\n"),
  "/s/content/features/draft.md": talk("草稿", "status: draft\n"),
  "/s/content/features/whole/index.md":
    "---\ntitle: 分章\ndate: 2025-10-18\nguests: [lin]\nstatus: draft\n---\n",
  "/s/content/features/whole/10-one.md": "---\ntitle: 一\n---\n\n林潮：好。\n",
};

async function pagesOf(options: { drafts?: boolean } = {}): Promise<(address: string) => string> {
  const fs = new MemoryFileSystem(files);
  const session = openSession({ root: "/s", fs, now: Date.UTC(2026, 4, 1), ...options });
  const site = new LiveSite((file, line) => `editor:${file}:${line}`);
  site.take(await session.update());
  return (address) => {
    const page = site.pageAt(`/__colloquy/${address}`);
    return page ? new TextDecoder().decode(wholeOf(page.open())) : "";
  };
}

describe("the outline", () => {
  let page: (address: string) => string;
  beforeAll(async () => {
    page = await pagesOf();
  });

  test("says what it is, and of which site", () => {
    expect(page("")).toContain('<h1>Outline of <span lang="zh-Hans">夜谈</span></h1>');
    expect(page("")).toContain("<title>Outline of 夜谈</title>");
  });

  test("gives title, reason, day and file of what is not shown", () => {
    const [, hidden = ""] = /<h2>Not shown <small>4<\/small><\/h2>([^]*?)<\/section>/.exec(page("")) ?? [];
    const items = hidden
      .match(/<li>.*<\/li>/g)
      ?.map((item) => item.replace(/<(?!time)(?!\/time)[^>]*>/g, ""));
    expect(items?.sort()).toEqual([
      "分章 is a draft content/features/whole/index.md",
      "往日 was shown until <time>2025-12-31</time> content/features/over.md",
      "来日 waits for <time>2026-08-02</time> content/features/later.md",
      "草稿 is a draft content/features/draft.md",
    ]);
  });

  test("marks the language of every title and name", () => {
    expect(page("")).toContain('<a href="/features/boat/" lang="zh-Hans">渡船</a>');
    expect(page("")).toContain('<a href="/en/features/boat/" lang="en">The ferry</a>');
    expect(page("")).toContain('<span lang="zh-Hans">来日</span>');
    expect(page("")).toContain('<a href="editor:content/guests/lin.md:1" lang="zh-Hans">林潮</a>');
    const turns = page("turns/features/boat/");
    expect(turns).toMatch(/<h1><a href="[^"]*" lang="zh-Hans">渡船<\/a><\/h1>/);
    expect(turns).toMatch(/<a href="[^"]*" lang="zh-Hans">林潮<\/a>/);
    expect(turns).toContain('<span class="quiet" lang="zh-Hans">天亮以前。</span>');
    // Outside of an element that says so, nothing is in Chinese.
    const unmarked = (page("") + turns).replace(
      /<(\w+)[^>]* lang="zh-Hans"[^>]*>.*?<\/\1>|<title>.*<\/title>/g,
      "",
    );
    expect(unmarked).not.toMatch(/[^"#]\p{Script=Han}/u);
  });

  test("is linked from a page that says what is not there", () => {
    expect(page("turns/features/nowhere/")).toContain(
      "The site has no feature at <code>/features/nowhere/</code>",
    );
    expect(page("turns/features/%E6%B8%A1/")).toContain("<code>/features/渡/</code>");
    expect(page("x/%zz<b>")).toContain("The preview has no page <code>x/%zz&lt;b&gt;</code>");
    expect(page("x/%zz<b>")).toContain('<a href="/__colloquy/">Outline</a>');
  });

  test("breaks no day at the end of a line", async () => {
    const drafts = (await pagesOf({ drafts: true }))("");
    expect(drafts).toContain('<strong class="warning">waits for <time>2026-08-02</time></strong>');
    expect(drafts.replace(/<time>.*?<\/time>/g, "")).not.toMatch(/\d{4}-\d\d-\d\d/);
    expect(ownStyle).toMatch(/^time \{[^}]*white-space: nowrap/m);
  });
});
