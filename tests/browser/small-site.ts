import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "../../src/index.js";

/** A site of a few files, built into a folder of its own. */
export interface SmallSite {
  /** Absolute path of what was built. */
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * Build a site from its files.
 *
 * @param files - Texts by their paths from the site's root.
 */
export async function buildSmallSite(files: Readonly<Record<string, string>>): Promise<SmallSite> {
  const root = mkdtempSync(join(tmpdir(), "small-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { report, diagnostics } = await build({ root });
  if (report === null) throw new Error(`Expected a site, got ${JSON.stringify(diagnostics)}`);
  return { folder: join(root, "dist"), remove: () => rmSync(root, { recursive: true }) };
}

/** One feature of many turns, without pictures, by guests of these names who answer in turn. */
export function longTalk(guests: readonly string[], questions: number): Record<string, string> {
  const cast = guests.map(
    (name, index) => `  - {id: guest-${index + 1}, name: ${JSON.stringify(name)}, label: G${index + 1}}\n`,
  );
  const turns = Array.from({ length: questions }, (_, index) => {
    const words = "The keeper said that the wind had turned. ".repeat(1 + (index % 4));
    return `Reporter: What of night ${index + 1}, when the sea was high?\n\nG${(index % guests.length) + 1}: ${words}\n`;
  });
  return {
    "content/site.yaml": "title: Small\nurl: https://small.example/\nlanguage: en\n",
    "content/features/talk.md": `---
title: A long night at the lamp
date: 2024-03-01
guests:
${cast.join("")}interviewers: [Reporter]
expects: none
---

${turns.join("\n")}`,
  };
}

/** Twelve people of whom one says a word, one three thousand, and the others nothing more; without sections. */
export function unevenTalk(): Record<string, string> {
  const files = longTalk(
    Array.from({ length: 12 }, (_, index) => `Guest Number ${index + 1}`),
    1,
  );
  const sentence = "The keeper said that the wind had turned, and wrote it down. ";
  const paragraph = `${sentence.repeat(25)}\n\n`;
  const words = `Reporter: And then?\n\nG1: ${paragraph.repeat(11)}G2: Yes.\n`;
  return { ...files, [talk]: `${files[talk] ?? ""}\n${words}` };
}

const talk = "content/features/talk.md";

/** A feature whose every word is long: in its titles and names, and in what stands in an answer. */
export function wideTalk(): Record<string, string> {
  const word = "Leuchtfeuerwärterdienstwohnungsschlüsselverwahrungsordnung";
  const row = `| ${Array.from({ length: 9 }, () => "Wellenbrecher").join(" | ")} |`;
  return {
    "content/site.yaml": `title: Zeitschrift für ${word}\nurl: https://small.example/\nlanguage: en\ntopics: {lamp: ${word}}\n`,
    "content/features/talk.md": `---
title: What the ${word} says
kicker: ${word}
date: 2024-03-01
guests:
  - {id: guest-1, name: Ines ${word}, label: G1, role: ${word}, affiliation: ${word}}
  - {id: guest-2, name: Abe Lund, label: G2}
interviewers: [Reporter]
topics: [lamp]
series: {name: ${word}, part: 1}
source: {name: ${word}}
credits: {photos: ${word}}
---

## ${word}

Reporter: What is a ${word}?

G1 (01:02:03): It is a ${word}, see <https://small.example/${word}/${word}>.

${row}
${row.replaceAll("Wellenbrecher", "---")}
${row}

\`\`\`
${word} ${word}
\`\`\`

G2: ${word}.

> [!quote] Ines ${word}
> It is a ${word}
`,
  };
}

/** A talk with three guests in a language, as files of a site. */
export function talkIn(language: string, settings = ""): Record<string, string> {
  const { asks, guests, question, said } = talks[language] ?? fail(language);
  const answers = guests.map((name) => `${name}: ${said}`).join("\n\n");
  const exchange = `${asks}: ${question}\n\n${answers}\n`;
  const names = guests.map((name) => `  - name: ${JSON.stringify(name)}\n    role: ${question}\n`).join("");
  return {
    "content/site.yaml": `title: ${question}\nurl: https://small.example/\nlanguage: ${language}\n${settings}`,
    "content/features/talk.md": `---
title: ${question}
date: 2024-03-01
guests:
${names}interviewers: [${asks}]
topics: [water]
---

${said}

## ${question}

${exchange}
## ${said.slice(0, 12)}

${exchange}
> [!quote] ${guests[0] ?? ""}
> ${said.replaceAll("*", "").split(/[。.]/u)[0] ?? ""}
`,
  };
}

function fail(language: string): never {
  throw new Error(`Expected a language that there is a talk in, got ${language}`);
}

const talks: Readonly<
  Record<string, { asks: string; guests: readonly string[]; question: string; said: string }>
> = {
  en: {
    asks: "Reporter",
    guests: ["Lin Wang", "Oda Berg", "Mara Vey"],
    question: "When was the lamp first lit?",
    said: "In 1998, with 12 steps. I counted them *twice* and wrote it into the book of the lamp. It is a slow clock.",
  },
  "zh-Hans": {
    asks: "记者",
    guests: ["林望", "Oda Berg", "欧阳小满"],
    question: "灯塔是哪一年亮的？",
    said: "1998年，有12级台阶。我数过*两遍*，“一步也不少”，《灯簿》里也写着；风大的时候，UTC+8的钟慢3分钟。",
  },
  "zh-Hant": {
    asks: "記者",
    guests: ["林望", "歐陽小滿", "Oda Berg"],
    question: "燈塔是哪一年亮的？",
    said: "1998年，有12級臺階。我數過*兩遍*，「一步也不少」，《燈簿》裡也寫著。",
  },
  ja: {
    asks: "記者",
    guests: ["小田 望", "Oda Berg", "岸辺 灯"],
    question: "灯台はいつともりましたか？",
    said: "1998年に12段の階段ができました。*二度*数えて、「一段も欠けていない」とノートに書きました。",
  },
  ko: {
    asks: "기자",
    guests: ["한등대", "Oda Berg", "문바람"],
    question: "등대는 언제 켜졌습니까?",
    said: "1998년에 계단이 열두 개였습니다. *두 번* 세어 보았고 공책에 적어 두었습니다.",
  },
  ar: {
    asks: "المحاور",
    guests: ["نور البحر", "Oda Berg", "سلمى الريح"],
    question: "متى أضاءت المنارة؟",
    said: "كان ذلك عام 1998. عددت الدرجات *مرتين* وكتبت ذلك في دفتر صغير بجانب الباب.",
  },
};
