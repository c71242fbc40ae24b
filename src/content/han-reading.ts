import { createRequire } from "node:module";
import type * as PinyinPro from "pinyin-pro";

/**
 * Read a title's Han characters in pinyin, without tones; all else stays.
 *
 * @returns Words parted by spaces: `书船` is `shu chuan`.
 */
export function readHanTitle(title: string): string {
  return title.replace(/\p{Script=Han}+/gu, (run) => ` ${read(run, "normal")} `);
}

/**
 * Read a person's name in pinyin, without tones, the surname apart: `陈刚` is `chen gang`, `龚洪波` is `gong hongbo`,
 * `欧阳小林` is `ouyang xiaolin`. Surnames have their own readings: `单` is `shan`, `曾` is `zeng`.
 *
 * A name that is not all Han is read like a title, its order kept.
 */
export function readHanName(name: string): string {
  // Two-character names are often typed with a space, to align with longer ones in print.
  const joined = name.normalize("NFKC").replace(/\s+/g, "");
  if (!/^\p{Script=Han}{2,6}$/u.test(joined)) return readHanTitle(name);
  const syllables = read(joined, "surname").split(" ");
  const surname = compoundSurnames.has(Array.from(joined).slice(0, 2).join("")) && syllables.length > 2 ? 2 : 1;
  return `${syllables.slice(0, surname).join("")} ${syllables.slice(surname).join("")}`;
}

function read(text: string, mode: "normal" | "surname"): string {
  // The dictionary takes as long to load as all the rest of the program, and a site in Latin letters needs none.
  // What `require` gives has no type of its own.
  dictionary ??= createRequire(import.meta.url)("pinyin-pro") as typeof PinyinPro;
  // `v` for ü, as on keyboards and in the addresses of Chinese sites.
  return dictionary.pinyin(text, { toneType: "none", mode, v: true, nonZh: "consecutive" });
}

let dictionary: typeof PinyinPro | undefined;

/** Surnames of two characters that are in use. */
const compoundSurnames = new Set([
  "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "夏侯", "东方", "東方", "皇甫", "尉迟", "尉遲", "公孙", "公孫", "慕容",
  "令狐", "长孙", "長孫", "宇文", "司徒", "司空", "轩辕", "軒轅", "端木", "独孤", "獨孤", "南宫", "南宮", "百里", "呼延", "申屠",
  "西门", "西門", "第五", "钟离", "鍾離", "闻人", "聞人", "澹台", "澹臺", "公冶", "太史", "淳于", "濮阳", "濮陽", "完颜", "完顏",
  "拓跋", "鲜于", "鮮于", "万俟", "赫连", "赫連", "仲孙", "仲孫", "纳兰", "納蘭",
]);
