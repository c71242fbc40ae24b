import { hasShapeOfName } from "../interview/speaker-names.js";

/** Who made a text and where it stood first. */
export interface Byline {
  readonly credits: readonly { readonly work: string; readonly names: readonly string[] }[];
  readonly source: string | undefined;
}

/**
 * Read a paragraph that is nothing but a byline, credits or a source.
 *
 *     本报记者 顾闻溪        （记者 顾闻溪）        文/顾闻溪  编辑：程未央
 *     By Nell Ashgrove      Photographs by Wren Halloran      Source: The Carrow Bell
 */
export function readByline(text: string): Byline | undefined {
  if (text.length > 120) return undefined;
  const bare = /^[(（【[].*[)）】\]]$/u.test(text) ? text.slice(1, -1).trim() : text;
  return readPairs(bare) ?? readReporter(bare, false) ?? readEnglish(bare);
}

/**
 * Read the byline in brackets that newspapers put behind the last words of a text.
 *
 *     ……轻装上阵。（某报网站 顾闻溪）
 *               ^ start
 */
export function readGluedByline(
  text: string,
): { readonly start: number; readonly byline: Byline } | undefined {
  const match = /[(（]([^()（）]{2,60})[)）]\s*$/u.exec(text);
  if (!match || match.index === 0) return undefined;
  const inside = (match[1] ?? "").trim();
  const byline = readPairs(inside) ?? readReporter(inside, true) ?? readEnglish(inside);
  return byline && { start: match.index, byline };
}

const works: Readonly<Record<string, string>> = {
  文: "text",
  文字: "text",
  撰文: "text",
  撰稿: "text",
  作者: "text",
  记者: "text",
  采写: "text",
  采访: "text",
  本报记者: "text",
  本刊记者: "text",
  特约撰稿: "text",
  通讯员: "text",
  整理: "transcript",
  录音整理: "transcript",
  记录: "transcript",
  编辑: "editing",
  责任编辑: "editing",
  责编: "editing",
  值班编辑: "editing",
  主编: "editing",
  审核: "review",
  校对: "proofreading",
  摄影: "photos",
  图: "photos",
  图片: "photos",
  供图: "photos",
  插画: "illustrations",
  插图: "illustrations",
  绘图: "illustrations",
  翻译: "translation",
  译: "translation",
  译者: "translation",
  设计: "design",
  排版: "design",
  视频: "video",
  words: "text",
  text: "text",
  author: "text",
  reporter: "text",
  interview: "text",
  "interviewed by": "text",
  "interview by": "text",
  "words by": "text",
  "text by": "text",
  "reporting by": "text",
  "written by": "text",
  by: "text",
  "as told to": "text",
  photos: "photos",
  photographs: "photos",
  photography: "photos",
  "photos by": "photos",
  "photographs by": "photos",
  "photography by": "photos",
  pictures: "photos",
  "pictures by": "photos",
  illustrations: "illustrations",
  "illustrations by": "illustrations",
  "illustration by": "illustrations",
  editing: "editing",
  editor: "editing",
  "edited by": "editing",
  "editing by": "editing",
  translation: "translation",
  "translated by": "translation",
  "translation by": "translation",
  transcript: "transcript",
  "transcribed by": "transcript",
};

const sourceWords =
  /^(?:来源|来源于|出处|原载|原载于|刊于|首发于|转自|转载自|source|first published in|originally published in|first appeared in|published in)$/iu;

/** `文/顾闻溪  编辑：程未央`: pairs of what was done and who did it, and nothing else. */
function readPairs(text: string): Byline | undefined {
  const pattern = /(?:^|[\s;；，,]+)([\p{Script=Han}]{1,6}|[A-Za-z]+(?: [a-z]+){0,2})\s*[:：/／|｜丨]\s*/gu;
  const found = [...text.matchAll(pattern)].filter(
    ([, key = ""]) => key.toLowerCase() in works || sourceWords.test(key),
  );
  const [first] = found;
  if (!first || text.slice(0, first.index).trim() !== "") return undefined;
  const credits: { work: string; names: readonly string[] }[] = [];
  let source: string | undefined;
  for (const [index, match] of found.entries()) {
    const key = match[1] ?? "";
    const value = text
      .slice(match.index + match[0].length, found[index + 1]?.index)
      .replace(/[\s;；，,。]+$/u, "")
      .trim();
    if (value === "" || value.length > 60) return undefined;
    if (sourceWords.test(key)) source = value.replace(/^《(.+)》$/u, "$1");
    else {
      const names = splitNames(value);
      if (names.length === 0) return undefined;
      credits.push({ work: works[key.toLowerCase()] ?? "text", names });
    }
  }
  return { credits, source };
}

/** `某报网站 顾闻溪`, `本报记者 顾闻溪 程未央`, `新华社记者顾闻溪`: an organisation, a post, names. */
function readReporter(text: string, glued: boolean): Byline | undefined {
  const match =
    /^(?<org>[\p{Script=Han}A-Za-z《》“”·]{2,24}?)?\s*(?<post>(?:特约|实习|见习|首席)?(?:记者|通讯员|撰稿人?|评论员))?[\s:：]+(?<names>[\p{Script=Han}·]{1,4}(?:[\s、]+[\p{Script=Han}·]{1,4}){0,5})$/u.exec(
      text,
    ) ??
    /^(?<org>[\p{Script=Han}A-Za-z《》“”·]{2,24}?)?(?<post>(?:特约|实习|见习|首席)?(?:记者|通讯员))(?<names>[\p{Script=Han}·]{2,4}(?:[\s、]+[\p{Script=Han}·]{1,4}){0,5})$/u.exec(
      text,
    );
  if (match?.groups) {
    const { org, post, names = "" } = match.groups;
    const isOrganisation = org !== undefined && organisation.test(org);
    if (post === undefined && !isOrganisation) return undefined;
    if (org !== undefined && !isOrganisation) return undefined;
    const source =
      org === undefined || /^本[报刊网台社]/u.test(org) ? undefined : org.replace(/^《(.+)》$/u, "$1");
    return { credits: [{ work: "text", names: splitNames(names) }], source };
  }
  // A name alone in brackets at the very end; one of two characters may be `（笑声）`.
  return glued && hasShapeOfName(text) && /^\p{Script=Han}/u.test(text)
    ? { credits: [{ work: "text", names: [text] }], source: undefined }
    : undefined;
}

const organisation =
  /(?:网站?|网络|报社?|日报|晚报|晨报|周报|时报|周刊|月刊|杂志社?|社|台|频道|客户端|新闻|传媒|中心|编辑部|公众号|本[报刊网台社])$/u;

/** `By Nell Ashgrove, staff writer`, `Interview by Nell Ashgrove`, `First published in The Carrow Bell, May 2024`. */
function readEnglish(text: string): Byline | undefined {
  const bare = text.replace(/[.\s]+$/u, "").replace(/^[—–-]+\s*/u, "");
  const published =
    /^(?:this (?:interview|article|conversation) )?(?:was )?(?:first|originally) (?:published|appeared) (?:in|on) (?:the )?(.{2,60})$/iu.exec(
      bare,
    )?.[1];
  if (published !== undefined) return { credits: [], source: published };
  const match =
    /^(?<work>by|words by|text by|interview by|interviewed by|written by|reporting by|photos by|photographs by|photography by|pictures by|illustrations? by|edited by|editing by|translated by|translation by|transcribed by)\s+(?<names>\p{Lu}[\p{L}.'’-]*(?:[ ,]+(?:and |& )?(?:\p{Lu}[\p{L}.'’-]*|de|van|von|of|the)){1,7})(?:,\s+[\p{Ll}][^.]{2,40})?$/iu.exec(
      bare,
    );
  if (!match?.groups || !/^\p{Lu}/u.test(match.groups["names"] ?? "")) return undefined;
  const [names = "", ...rest] = (match.groups["names"] ?? "").split(
    /,\s+(?=(?:Staff|Senior|Special|Our|The|Chief)\b)/u,
  );
  const work = works[(match.groups["work"] ?? "").toLowerCase()] ?? "text";
  const source = rest.map((part) => /^The .+$/u.exec(part)?.[0]).find((part) => part !== undefined);
  return { credits: [{ work, names: splitNames(names) }], source };
}

/** Names parted by commas, `and`, `、` or, where they are Chinese, spaces; a lone character joins its neighbour. */
function splitNames(text: string): string[] {
  const parts = /^[\p{Script=Han}\s、，,·]+$/u.test(text)
    ? text
        .replace(/(?<=^|[\s、，,])(\p{Script=Han})\s+(?=\p{Script=Han}(?:$|[\s、，,]))/gu, "$1")
        .split(/[\s、，,]+/u)
    : text.split(/\s*[,、，;；]\s*(?:and\s+)?|\s+(?:and|&)\s+/u);
  return parts.map((name) => name.trim()).filter((name) => name !== "");
}
