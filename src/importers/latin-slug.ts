import { pinyin } from "pinyin-pro";

import { shortForms } from "../interview/fold-name.js";

/**
 * Make a slug: small letters, digits and hyphens; Han characters become pinyin, accents go, other scripts stay.
 *
 * @param kind - A name's first character is read as a surname: 曾 is zēng, not céng.
 * @param longest - Words (or syllables) that are kept.
 * @returns Empty where the text has neither letters nor digits.
 */
export function latinSlug(text: string, kind: "name" | "text", longest = 12): string {
  const latin = /\p{Script=Han}/u.test(text) ? romanised(text, kind) : text;
  const words = latin
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[’'‘.]+(?=\p{L})/gu, (mark) => (mark.includes(".") ? "-" : ""))
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  return words.slice(0, longest).join("-").slice(0, 80).replace(/-+$/u, "");
}

function romanised(text: string, kind: "name" | "text"): string {
  const tidy = kind === "name" ? text.replace(/\s+/gu, "") : text;
  const syllables = pinyin(tidy, {
    toneType: "none",
    type: "array",
    nonZh: "consecutive",
    v: true,
    surname: kind === "name" ? "head" : "off",
  });
  // A name is written as it is on a passport: the surname, and the given name in one word.
  const surname = kind === "name" && /^\p{Script=Han}{2,4}$/u.test(tidy) ? (shortForms(tidy)[0] ?? "") : "";
  const split = Array.from(surname).length;
  if (split === 0 || split >= syllables.length) return syllables.join(" ");
  return `${syllables.slice(0, split).join("")} ${syllables.slice(split).join("")}`;
}
