import { foldName } from "./fold-name.js";

/**
 * Words before a colon that introduce a remark and are nobody's name, unless the cast has them.
 *
 * They are listed so that a guest called Nate does not make an error of every `Note: …`.
 */
export function isRemarkWord(label: string): boolean {
  return remarkWords.has(foldName(label));
}

const remarkWords = new Set(
  [
    "note, notes, nb, n b, ps, p s, tip, tips, warning, caution, important, attention, remark, update, updated",
    "correction, disclaimer, disclosure, source, sources, example, examples, summary, tl;dr, todo, hint, fact, edit",
    "editor's note, author's note, photo, photos, image, picture, caption, credit, credits, text, interview, time, place",
    "date, location, topic, topics, part, question, answer, questions, answers, editors, reporters, hosts, first, second, third, finally, also, then, so, and, but, or",
    "注, 注意, 提示, 备注, 附注, 说明, 例如, 例, 比如, 譬如, 编者按, 编者注, 编注, 按, 记者手记, 采访手记, 更正, 声明, 摘要",
    "来源, 资料来源, 图, 文, 摄影, 作者, 译者, 时间, 地点, 日期, 原因, 结果, 结论, 总结, 重点, 背景, 链接, 延伸阅读, 推荐阅读",
    "第一, 第二, 第三, 第四, 其一, 其二, 其三, 首先, 其次, 最后, 注：, 備註, 說明, 註, 編者按, 圖, 攝影, 時間, 地點, 背景資料",
    "注記, 補足, 例えば, 出典, 참고, 주의, 예",
  ]
    .join(", ")
    .split(", ")
    .map(foldName),
);

/**
 * Whether a label has the shape of a person's name: two to four words with capitals (`Ines de la Torre`, `Speaker 2`),
 * or three Han characters (four with a surname of two) that start with a common surname.
 *
 * Two Han characters are as often a word (`方法`) as a name, so they do not count.
 */
export function hasShapeOfName(label: string): boolean {
  const bare = label.replace(/[(（].*$/u, "").trim();
  if (/^[\p{sc=Han}\s]+$/u.test(bare)) {
    const letters = Array.from(foldName(bare));
    return letters.length === 3 && commonSurnames.has(letters[0] ?? "");
  }
  const words = bare.split(/,/u, 1).join("").split(/\s+/u);
  if (words.length < 2 || words.length > 4 || !/^\p{Lu}/u.test(bare)) return false;
  return words.every((word) =>
    /^(?:\p{Lu}[\p{L}.'’-]*|\d{1,2}|de|da|del|della|der|den|di|dos|du|la|le|ten|ter|van|von|zu|bin|ibn|al|el|y|e)$/u.test(
      word,
    ),
  );
}

/** The surnames of most people who write theirs in Han characters. */
const commonSurnames = new Set(
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鍾姜譚鄒陸邱顧龍萬錢湯賴龔龐蘭陶顏嚴溫盧魯韋畢聶叢齊莊關費紀歐項陽衛單寧閔車邊佐鈴高田伊渡山中小加吉斎松井木清池橋石前藤岡後長村近藤김이박최정강조윤장임",
);
