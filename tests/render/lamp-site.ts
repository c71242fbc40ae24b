import { anchor, calendarDate, filePath, guestId, sitePath, topicId } from "../../src/model/ids.js";
import type { Site } from "../../src/model/site.js";
import {
  answer,
  appearance,
  edition,
  en,
  feature,
  figure,
  freePage,
  guest,
  masthead,
  profile,
  prose,
  question,
  section,
  site,
} from "./site-builder.js";

// A small site in two languages: a feature with three guests and a translation, an older one in English only.

const guests = [
  appearance("lin-zhao", "林照", { role: "守灯人" }),
  appearance("ou-yang", "欧阳树", { label: "欧阳" }),
  appearance("mara-finch", "Mara Finch"),
];

const sections = [
  section("oil", "油", [
    {
      questions: [question("oil-q", "灯油从哪里来？")],
      replies: [
        answer("oil-lin-zhao", "lin-zhao", "岛上自己榨。", {
          time: 227,
          blocks: [
            prose(
              '<p>岛上自己榨，见<a href="',
              {
                kind: "reference",
                target: { to: "file", file: filePath("content/features/wick.md") },
                suffix: "#wick-q",
              },
              '">芯</a>和<a href="',
              {
                kind: "reference",
                target: { to: "file", file: filePath("content/features/lamp.md") },
                suffix: "#oil-q",
              },
              '">上文</a>。</p>\n<h3',
              { kind: "id", id: "press" },
              ">油坊</h3>\n",
            ),
            {
              kind: "figure",
              figure: figure("content/features/灯 1.jpg", { caption: "油灯", credit: "林照" }),
            },
            {
              kind: "pull-quote",
              guest: guestId("ou-yang"),
              name: "欧阳树",
              text: "灯会自己灭",
              answer: anchor("oil-ou-yang"),
            },
          ],
        }),
        answer("oil-ou-yang", "ou-yang", "灯会自己灭，人不会。"),
      ],
    },
    {
      questions: [question("oil-q-2", "<em>现在</em>呢？")],
      replies: [answer("oil-lin-zhao-2", "lin-zhao", "买。")],
    },
  ]),
  section("sea", "海", [{ questions: [question("sea-q", "看得见海吗？")], replies: [] }], {
    declined: [guestId("ou-yang")],
  }),
];

const lamp = edition("lamp", {
  masthead: masthead({
    title: "灯会自己灭",
    kicker: "三人谈",
    guests,
    topics: [topicId("lamps")],
    cover: figure("content/features/cover.jpg"),
    credits: [
      { work: "text", names: ["林照"] },
      { work: "weather", names: ["Wu"] },
    ],
    series: { id: "night", name: "夜", part: 2 },
    updated: calendarDate("2024-03-09"),
    recording: { src: "content/features/lamp.mp3", type: "audio/mpeg", duration: 3723 },
    corrections: [{ date: calendarDate("2024-03-09"), text: ["<p>改了。</p>"] }],
  }),
  sections,
});

const lampEnglish = edition("lamp", {
  language: en,
  original: false,
  masthead: masthead({ title: "Lamps Go Out", summary: "About a lamp.", guests, topics: [topicId("lamps")] }),
  sections,
});

const wick = edition("wick", {
  language: en,
  masthead: masthead({
    title: "A Wick & a Match",
    date: calendarDate("2023-12-31"),
    guests: [appearance("mara-finch", "Mara Finch", { role: "Apprentice" })],
    series: { id: "night", name: "夜", part: 1 },
  }),
  sections: [
    section("wick", null, [
      {
        questions: [question("wick-q", "Where?")],
        replies: [answer("wick-mara-finch", "mara-finch", "Here.")],
      },
    ]),
  ],
});

export const lampFeature = feature(lamp, [lampEnglish], { aliases: [sitePath("/2024/lamp/")] });
const wickFeature = feature(wick);

const lampGuests = [
  guest("lin-zhao", profile("林照", { role: "前守灯人", biography: ["<p>生在岛上。</p>"] }), {
    sortKey: "Lin Zhao",
    translations: [profile("Lin Zhao", { language: en, file: filePath("content/guests/lin-zhao.en.md") })],
  }),
  guest("mara-finch", profile("Mara Finch", { file: filePath("content/guests/mara-finch.md") }), {
    sortKey: "Finch, Mara",
  }),
  guest("ou-yang", profile("欧阳树"), { sortKey: "ouyang shu" }),
] as const;

/** The site; fields given replace its own. */
export function lampSite(over: Partial<Site> = {}): Site {
  return site({
    features: [lampFeature, wickFeature],
    guests: [...lampGuests],
    pages: [
      freePage("about", { title: "关于", navigation: 1 }),
      freePage("about", {
        title: "About",
        language: en,
        original: false,
        path: sitePath("/en/about/"),
        navigation: 1,
      }),
      freePage("imprint"),
    ],
    ...over,
  });
}
