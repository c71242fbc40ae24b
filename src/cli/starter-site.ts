import { withFrontMatter } from "../importers/write-front-matter.js";
import type { NewFile } from "./new-files.js";
import { version } from "../model/program.js";

/** What a new site begins with. */
export interface StarterOptions {
  readonly title: string;
  readonly language: string;
  /** `2024-03-01` */
  readonly date: string;
}

/** The files of a small site that is complete: it builds without a warning, and each file shows how its kind is written. */
export function starterSite({ title, language, date }: StarterOptions): NewFile[] {
  const words = language.startsWith("zh") ? chinese : english;
  return [
    {
      path: "content/site.yaml",
      content: `title: ${JSON.stringify(title)}
# Where the site will live; its path, if it has one, becomes part of every address.
url: https://www.example.com/
language: ${language}

# How the interviewer is called, in any feature of this site.
speakers:
  interviewer: [${words.interviewer}, Q]
`,
    },
    {
      path: "content/guests/mara-oduya.md",
      content: `---\nname: ${words.name}\nrole: ${words.role}\n---\n\n${words.life}\n`,
    },
    {
      path: "content/features/first-conversation.md",
      content: withFrontMatter(
        [
          ["title", words.featureTitle],
          ["date", date],
          ["guests", ["mara-oduya"]],
        ],
        words.feature,
      ),
    },
    { path: "content/pages/about.md", content: withFrontMatter([["title", words.aboutTitle]], words.about) },
    { path: ".gitignore", content: "node_modules/\ndist/\n.dist.colloquy-*\n" },
    {
      path: "package.json",
      content: `${JSON.stringify(
        {
          private: true,
          type: "module",
          scripts: { preview: "colloquy preview", build: "colloquy build", check: "colloquy check" },
          devDependencies: { colloquy: `^${version}` },
        },
        null,
        2,
      )}\n`,
    },
    { path: "README.md", content: `# ${title}\n\n${words.readme}\n` },
  ];
}

const english = {
  interviewer: "Interviewer",
  name: "Mara Oduya",
  role: "Keeper of the tide clock",
  life: "Mara Oduya winds the tide clock on the old quay, and has done so for nineteen years.",
  featureTitle: "The clock that runs late on purpose",
  feature: `A visit to the quay, where one clock is never right and nobody minds.

## The quay

Interviewer: Your clock is eleven minutes late. Why does nobody mend it?

Mara Oduya: Because it does not tell the time, it tells the water. The tide comes eleven minutes after the almanac says.

Interviewer: And if the almanac were corrected?

Mara Oduya: Then people would look at the almanac. Now they look at the harbour.

## The key

Interviewer: Who will wind it after you?

Mara Oduya: Whoever asks twice. The first time, people only want to see the key.`,
  aboutTitle: "About",
  about: "This site was made from conversations. Write here who asks the questions.",
  readme: `Write interviews in \`content/features\`, the people in them in \`content/guests\`, then:

    npm install
    npm run preview   shows the site while you write
    npm run check     reports everything that is wrong
    npm run build     makes the site, in dist

\`npx colloquy new feature "A title"\` makes a feature to start from.`,
};

const chinese: typeof english = {
  interviewer: "记者",
  name: "欧潮生",
  role: "潮钟守护人",
  life: "欧潮生给老码头的潮钟上弦，一上就是十九年。",
  featureTitle: "一座故意走慢的钟",
  feature: `码头上有一座钟，从来不准，也从来没有人抱怨。

## 码头

记者：您的钟慢了十一分钟，为什么没有人来修？

欧潮生：因为它报的不是时辰，是水。潮水总比历书晚到十一分钟。

记者：要是把历书改过来呢？

欧潮生：那大家就只看历书了。现在，他们看的是港口。

## 钥匙

记者：您之后，谁来上弦？

欧潮生：谁问第二遍，就交给谁。头一遍，人家只是想看看钥匙。`,
  aboutTitle: "关于",
  about: "这个网站由一次次谈话写成。请在这里介绍提问的人。",
  readme: `访谈写在 \`content/features\`，受访者写在 \`content/guests\`，然后：

    npm install
    npm run preview   边写边看
    npm run check     列出所有问题
    npm run build     生成网站，放在 dist

\`npx colloquy new feature "标题"\` 会生成一篇访谈的开头。`,
};
