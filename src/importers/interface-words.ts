/** The words that an import itself puts into the files it writes, in the language of the text. */
export interface ImportWords {
  readonly pictureMissing: string;
  readonly scanMissing: string;
  /** Title of a section that has none, where each section is a file. */
  readonly opening: string;
  readonly guest: string;
  readonly titleMissing: string;
}

/**
 * The words for a language tag.
 *
 * @param language - BCP 47; English where there are no words for it.
 */
export function importWords(language: string): ImportWords {
  const [primary] = language.toLowerCase().split("-");
  return primary === "zh" ? chinese : english;
}

const chinese: ImportWords = {
  pictureMissing: "图片待补",
  scanMissing: "版面扫描图待补",
  opening: "开篇",
  guest: "受访者",
  titleMissing: "标题待补",
};

const english: ImportWords = {
  pictureMissing: "Picture to be supplied",
  scanMissing: "Scan to be supplied",
  opening: "Opening",
  guest: "Guest",
  titleMissing: "Title to be supplied",
};

/**
 * Guess the language of a text from its script: `zh-Hans`, `zh-Hant`, `ja`, `ko`, else `en`. A guess is only used
 * for punctuation and the import's own words, and never written down as the language of a feature.
 */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, 4000);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const latin = count(/\p{Script=Latin}/gu);
  if (hangul > han && hangul * 2 > latin) return "ko";
  if (kana * 5 > han && kana * 2 > latin) return "ja";
  if (han * 2 <= latin) return "en";
  return count(traditionalOnly) * 50 > han ? "zh-Hant" : "zh-Hans";
}

/** Frequent characters that are only written so in traditional Chinese. */
const traditionalOnly = /[們這個來時說國會為對學過還後問無與長開關見從點實當經發東車電話書讓嗎應該題報記]/gu;
