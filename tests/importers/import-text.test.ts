import { describe, expect, it } from "vitest";

import { importTranscript, type ImportOptions } from "../../src/importers/import-transcript.js";
import { letters, rebuild, wordsOf, type Rebuilt } from "./rebuild.js";

const newspaper = `入夏以后，芦汀县的水文站每天三次向沿湖各村报水位。图为站员在南码头核对水尺。陆望川 摄
芦汀县鸥岛小学把防汛课开到了堤上。图为孩子们用竹竿量浪高。谢舟 供图
汛期已到，白蓼湖水位比去年同期高出四十厘米。沿湖的人怎样过这个夏天？我们请来三位常年守在湖边的人。
本期嘉宾
裘大水 芦汀县水文站站长
单 静 鸥岛小学校长，防汛志愿队队长
欧阳小满 白蓼湖渔业合作社理事
把水位报到每一户，先要让人听得懂
记者：报水位报了二十年，什么变了？
裘大水：数字没有变，听的人变了。从前念三米二，人人知道淹到哪棵树；现在要说，淹到食堂的第几级台阶。
单静：我们学校把台阶都标了号。注意：不是为了好看。
欧阳小满：合作社有四十条船，一条一条打电话，打完天就亮了。
夜里那一个钟头，最要紧也最难熬
记者：夜里谁来守？
裘大水：轮着守。两点到三点最难，人会自己和自己说话。
单静:我守过一次，数了一夜青蛙。
欧阳小满：我不守，我睡在船上，水来了我先知道。(蓼湾日报 顾闻溪)
蓼湾日报刊发该文版面图`;

describe("the language of a text", () => {
  const languageIn = (siteLanguage: string, text: string) =>
    importOne("feature.txt", text, { title: "T", date: "2025-07-01", siteLanguage }).feature.value.interview
      .language;

  it("is written down where it is not the site's own", () => {
    const english = "Interviewer: How was the lake?\nIda Thorn: As wide as ever.\nIda Thorn: And colder.";
    expect(languageIn("en", newspaper)).toBe("zh-Hans");
    expect(languageIn("zh-Hans", english)).toBe("en");
    expect(
      importOne("f.txt", newspaper, { title: "T", siteLanguage: "zh-Hans" }).imported.files.some(
        ({ content }) => /^language:/mu.test(content),
      ),
    ).toBe(false);
    expect(
      importOne("f.txt", english, { title: "T", siteLanguage: "fr" }).imported.files.some(({ content }) =>
        /^language:/mu.test(content),
      ),
    ).toBe(false);
  });
});

describe("a Chinese newspaper feature that was pasted", () => {
  const { imported, feature } = importOne("feature.txt", newspaper, {
    title: "水边的夏天",
    date: "2025-07-01",
  });

  it("has its guests with their full roles, each once however the name is spaced", () => {
    expect(feature.value.masthead.guests.map(({ id, name, role }) => [id, name, role])).toEqual([
      ["qiu-dashui", "裘大水", "芦汀县水文站站长"],
      ["shan-jing", "单静", "鸥岛小学校长，防汛志愿队队长"],
      ["ouyang-xiaoman", "欧阳小满", "白蓼湖渔业合作社理事"],
    ]);
  });

  it("has its sections with their titles, questions and answers", () => {
    expect(feature.value.interview.sections.map(({ title }) => title)).toEqual([
      "把水位报到每一户，先要让人听得懂",
      "夜里那一个钟头，最要紧也最难熬",
    ]);
    expect(feature.turns.map(({ kind, speaker }) => `${kind} ${speaker.name}`)).toEqual([
      "question 记者",
      "answer 裘大水",
      "answer 单静",
      "answer 欧阳小满",
      "question 记者",
      "answer 裘大水",
      "answer 单静",
      "answer 欧阳小满",
    ]);
  });

  it("keeps the captions with their credits, and asks for the pictures", () => {
    const figures = feature.value.interview.intro.flatMap((block) =>
      block.kind === "figure" ? [block.figure] : [],
    );
    expect(figures.map(({ caption, credit }) => [caption, credit])).toEqual([
      ["入夏以后，芦汀县的水文站每天三次向沿湖各村报水位。图为站员在南码头核对水尺。", "陆望川"],
      ["芦汀县鸥岛小学把防汛课开到了堤上。图为孩子们用竹竿量浪高。", "谢舟"],
    ]);
    expect(feature.value.masthead.facsimile?.caption).toBe("蓼湾日报刊发该文版面图");
    expect(imported.todo.filter((sentence) => sentence.includes("picture-"))).toHaveLength(2);
    expect(imported.files.filter(({ path }) => path.endsWith(".svg"))).toHaveLength(3);
  });

  it("takes the byline from the last answer", () => {
    expect(feature.turns.at(-1)?.text).toBe("我不守，我睡在船上，水来了我先知道。");
    expect(feature.value.masthead.credits).toEqual([{ work: "text", names: ["顾闻溪"] }]);
    expect(feature.value.masthead.source?.name).toBe("蓼湾日报");
  });

  it("builds without an error, and is no draft", () => {
    expect(feature.errors).toEqual([]);
    expect(imported.reports[0]).toMatchObject({
      slug: "shui-bian-de-xia-tian",
      draft: false,
      questions: 2,
      turns: 8,
    });
  });

  it("loses and moves no sentence of the talk", () => {
    const there = letters(wordsOf(feature));
    let from = 0;
    for (const line of newspaper.split("\n").slice(7, -1)) {
      const words = letters(line.replace(/^[^:：]{2,5}[:：]/u, "").replace(/\(蓼湾日报 顾闻溪\)$/u, ""));
      const at = there.indexOf(words, from);
      expect({ line, found: at >= from }).toEqual({ line, found: true });
      from = at + words.length;
    }
  });
});

const roundTable = `The Bell That Nobody Rings

By Nell Ashgrove
May 4, 2025

Northmoor's fire bell has hung silent for thirty years. Three people who
live below it talk about whether it should be rung again.

The panel
Ada Grove, keeper of the Northmoor museum
Pip Lindqvist, engine driver (retired)
Tobias Oak-Hill, councillor for the lower town

Photo: The bell tower at dusk, seen from the lower town. (Wren Halloran)

WHO OWNS A BELL

Interviewer: Let us begin with the rope. Who has it?

Ada Grove: I do, in a drawer with the museum's second-best scissors, and I
would like it noted that nobody has asked for it since the flood.

Grove: Note: the scissors are not for sale.

Pip Lindqvist: I thought the council had it.

WHAT WOULD PEOPLE DO

Interviewer: And if it rang tonight?

Tobias Oak-Hill: We would get forty letters. Half would say it was too loud.

The other half would say they slept through it, and what is the council
going to do about that?

Pip Lindqvist: I'd get up. You never lose it.

Photographs by Wren Halloran
This conversation has been edited and condensed for clarity.`;

describe("an English round table that was pasted from a mail", () => {
  const { imported, feature } = importOne("untitled.txt", roundTable, {});

  it("has the title, the date, the author and the photographer", () => {
    const { masthead } = feature.value;
    expect([masthead.title, masthead.date]).toEqual(["The Bell That Nobody Rings", "2025-05-04"]);
    expect(masthead.credits).toEqual([
      { work: "text", names: ["Nell Ashgrove"] },
      { work: "photos", names: ["Wren Halloran"] },
    ]);
    expect(imported.reports[0]?.slug).toBe("the-bell-that-nobody-rings");
  });

  it("has the panel with its roles, and finds a guest by the surname", () => {
    expect(feature.value.masthead.guests.map(({ name, role }) => `${name}: ${role ?? ""}`)).toEqual([
      "Ada Grove: keeper of the Northmoor museum",
      "Pip Lindqvist: engine driver (retired)",
      "Tobias Oak-Hill: councillor for the lower town",
    ]);
    expect(feature.turns.map(({ speaker }) => speaker.name).slice(0, 4)).toEqual([
      "Interviewer",
      "Ada Grove",
      "Ada Grove",
      "Pip Lindqvist",
    ]);
  });

  it("joins wrapped lines and keeps paragraphs apart", () => {
    expect(feature.turns.find(({ speaker }) => speaker.name === "Tobias Oak-Hill")?.text.split("\n")).toEqual(
      [
        "We would get forty letters. Half would say it was too loud.",
        "The other half would say they slept through it, and what is the council going to do about that?",
      ],
    );
  });

  it("has two sections, a caption with its credit and the note on the editing", () => {
    expect(feature.value.interview.sections.map(({ title }) => title)).toEqual([
      "WHO OWNS A BELL",
      "WHAT WOULD PEOPLE DO",
    ]);
    const [figure] = feature.value.interview.intro.flatMap((block) =>
      block.kind === "figure" ? [block.figure] : [],
    );
    expect(figure).toMatchObject({
      caption: "The bell tower at dusk, seen from the lower town.",
      credit: "Wren Halloran",
    });
    expect(feature.value.masthead.edited).not.toEqual([]);
    expect(feature.turns.at(-1)?.text).toBe("I'd get up. You never lose it.");
  });

  it("builds without an error", () => {
    expect(feature.errors).toEqual([]);
    expect(imported.diagnostics).toEqual([]);
  });
});

const weChat = `专访｜守灯塔的人
2025年3月9日 来源：湖畔周刊
文丨程未央  编辑丨顾闻溪
▲ 北礁灯塔的旋梯共一百三十七级。摄影：陆望川
嘉宾：谢舟（北礁灯塔守塔人）
01
为什么是灯塔
问：第一次上塔是什么时候？
答：一九九八年，十九岁。上去就没想下来。
下来也没有别的事做。
02
灯灭了以后
问：灯改成自动的以后呢？
答：灯不用我了，门还要我。风大的时候，门会自己开。`;

describe("an interview that was pasted from a messenger's page", () => {
  const { feature } = importOne("专访.txt", weChat, {});

  it("knows who 问 and 答 are", () => {
    expect(feature.turns.map(({ kind, speaker }) => `${kind} ${speaker.name}`)).toEqual([
      "question 问",
      "answer 谢舟",
      "question 问",
      "answer 谢舟",
    ]);
    expect(feature.value.masthead.guests[0]?.role).toBe("北礁灯塔守塔人");
  });

  it("reads numbered titles, credits, source and date", () => {
    expect(feature.value.interview.sections.map(({ title }) => title)).toEqual([
      "01 为什么是灯塔",
      "02 灯灭了以后",
    ]);
    expect(feature.value.masthead).toMatchObject({
      title: "专访｜守灯塔的人",
      date: "2025-03-09",
      source: { name: "湖畔周刊" },
      credits: [
        { work: "text", names: ["程未央"] },
        { work: "editing", names: ["顾闻溪"] },
      ],
    });
  });

  it("keeps a paragraph without a label with the answer before it", () => {
    expect(feature.turns[1]?.text).toBe("一九九八年，十九岁。上去就没想下来。\n下来也没有别的事做。");
    expect(feature.errors).toEqual([]);
  });
});

describe("what a pasted text leaves open", () => {
  it("makes a draft where the date is unknown, and says so", () => {
    const { imported, feature } = importOne("talk.txt", "Q: Why?\nA: Because.\nQ: Really?\nA: Yes.", {});
    expect(imported.reports[0]?.draft).toBe(true);
    expect(imported.todo.join("\n")).toContain("Give the feature its date");
    expect(imported.todo.join("\n")).toContain('Say who "A" is');
    expect(feature.errors).toEqual([]);
    expect(feature.turns.map(({ kind }) => kind)).toEqual(["question", "answer", "question", "answer"]);
  });

  it("escapes what Markdown and the labels would misread", () => {
    const text = [
      "记者：开头？",
      "裘大水：*不是*强调，<b>不是</b>标签，[不是](链接)。",
      "1. 也不是列表。",
      "# 也不是标题。",
      "记者：第二问？",
      "裘大水：完。",
    ].join("\n");
    const { feature } = importOne("符号.txt", text, { date: "2025-01-01" });
    expect(feature.turns[1]?.text).toBe(
      "*不是*强调，<b>不是</b>标签，[不是](链接)。\n1. 也不是列表。\n# 也不是标题。",
    );
  });

  it("reports a text in which nobody speaks", () => {
    const imported = importTranscript({ path: "report.txt", text: "It rained.\nIt stopped." });
    expect(imported.diagnostics.map(({ code }) => code)).toEqual(["import-nobody-speaks"]);
    expect(imported.files).toEqual([]);
  });
});

function importOne(path: string, text: string, options: ImportOptions) {
  const imported = importTranscript({ path, text }, options);
  const feature = rebuild(imported).get(path);
  if (!feature) throw new Error(imported.diagnostics.map(({ message }) => message).join("\n"));
  return { imported, feature } satisfies { imported: unknown; feature: Rebuilt };
}
