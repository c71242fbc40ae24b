/** A paragraph that says what a picture shows. */
export interface Caption {
  /** The words without the credit; `null` where there is only a credit. */
  readonly caption: string | null;
  readonly credit: string | null;
}

/** No caption is longer: a paragraph of an answer may end with a name in brackets, too. */
const longestCaption = 300;

/**
 * Read a paragraph as a picture's caption. It is one if it begins as captions do (`图为`, `图1：`, `▲`, `Photo:`,
 * `Pictured:`) or ends with a credit: `刘伟 摄`, `（刘伟 供图）`, `图/刘伟`, `Photo: Liu Wei`, `Photograph by Liu Wei`.
 */
export function readCaption(text: string): Caption | undefined {
  if (text.length > longestCaption) return undefined;
  const marked =
    /^(?:[▲△▼▽◆]\s*|(?:图片?|图片说明|图注|图示)\s*[一二三四五六七八九\d]*\s*[:：]\s*|(?:Photo(?:graph)?|Picture|Image|Caption|Figure|Pictured)(?: \d+)?:\s+)(?=\S)/iu.exec(
      text,
    );
  const words = marked ? text.slice(marked[0].length) : text;
  for (const pattern of credits) {
    const match = pattern.exec(words);
    const credit = match?.groups?.["credit"]?.replace(/[\s。.]+$/u, "");
    if (!match || credit === undefined || credit === "") continue;
    const caption = words.slice(0, match.index).replace(/[\s|｜/—–-]+$/u, "");
    // A credit alone says who took the pictures of the whole text; that is for the credits.
    if (caption === "" && !marked) return undefined;
    return { caption: caption === "" ? null : caption, credit };
  }
  if (marked) {
    const bracketed = /\s*[(（](?<credit>[^()（）]{2,40})[)）][.。]?$/u.exec(words);
    const credit = bracketed?.groups?.["credit"] ?? null;
    return { caption: bracketed ? words.slice(0, bracketed.index) : words, credit };
  }
  return text.startsWith("图为") ? { caption: text, credit: null } : undefined;
}

/** Whether a paragraph is the caption of a scan of the printed page. */
export function isFacsimileCaption(text: string): boolean {
  if (text.length > 100) return false;
  return (
    /(?:截图|截屏|版面图?|版样|扫描[件图]?|影印[件图]?|见报图?|报样)[)）。]?$/u.test(text) ||
    /^(?:a |the )?(?:scan|screenshot|facsimile|clipping|photograph) of the (?:printed |original |newspaper |magazine )*(?:page|article|spread|feature|interview)\b|\b(?:page|article|spread|feature|interview) as (?:it was )?(?:printed|published)\b/iu.test(
      text,
    )
  );
}

const hanName = "[\\p{Script=Han}·]{2,4}";

const credits: readonly RegExp[] = [
  // 刘伟 摄 · （刘伟 供图） · 本报记者 刘伟 摄
  new RegExp(
    `(?<=^|[\\s。！？!?”」』…)）])[(（]?(?<credit>(?:[\\p{Script=Han}]{2,12}\\s+)?${hanName}(?:[、\\s]+${hanName}){0,3}|[\\p{Script=Han}]{2,12}\\s*${hanName})\\s*(?:/?[摄攝]|供图|供圖|摄影|攝影|绘|繪)[)）]?。?$`,
    "u",
  ),
  // 图/刘伟 · 摄影：刘伟 · 图片来源：某社
  /(?<=^|[\s。！？!?”」』…)）(（])[(（]?(?:图片来源|图片提供|图源|供图|摄影|攝影|图片|图|圖)\s*[/／|｜丨:：]\s*(?<credit>[^\s。，,()（）][^。，,()（）]{1,30})[)）]?。?$/u,
  // Photo: Liu Wei · (Photograph by Liu Wei) · Photo credit: Liu Wei / Agency
  /(?<=^|[\s.!?”"')(])\(?(?:Photo(?:graph|s|graphs)?|Pictures?|Images?|Illustrations?|Photo credit|Picture credit|Credit)(?:\s*[:/]\s*|\s+by\s+|\s+courtesy of\s+)(?<credit>[^()]{2,60}?)\)?\.?$/iu,
];
