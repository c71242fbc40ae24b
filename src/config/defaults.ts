/** Labels of whoever asks, in the languages that features are most often in; the first is what readers see. */
export const defaultInterviewerLabels: Readonly<Record<string, readonly string[]>> = {
  "zh-Hans": ["记者", "本刊", "问", "主持人", "采访者", "编者"],
  "zh-Hant": ["記者", "本刊", "問", "主持人", "採訪者", "編者"],
  en: ["Interviewer", "Q", "Question", "Reporter", "Editor", "Host", "Moderator"],
  ja: ["記者", "聞き手", "編集部", "質問", "問", "司会"],
  ko: ["기자", "질문", "문", "진행자", "편집자"],
  ar: ["المحاور", "الصحفي", "سؤال", "س"],
  fr: ["Journaliste", "Question", "Q", "Rédaction"],
  de: ["Interviewer", "Frage", "Redaktion"],
  es: ["Entrevistador", "Entrevistadora", "Periodista", "Pregunta"],
  pt: ["Entrevistador", "Entrevistadora", "Repórter", "Pergunta"],
  ru: ["Корреспондент", "Вопрос", "Редакция"],
};

/**
 * Patterns of a credit at the end of a caption, as regular expressions with the flag `u`; the group `credit` is the
 * credit. Each is tried on the whole caption, the first that matches counts.
 *
 *     码头清晨。刘伟 摄      图/刘伟      摄影：刘伟      The quay. Photo: Liu Wei      The quay (Photo Liu Wei)
 *
 * A name is at most a few words long and holds no full stop, so that none of them looks at a text again and again.
 */
export const defaultCreditPatterns: readonly string[] = [
  // 刘伟 摄, 刘伟/摄, 刘伟摄: a name of two to four characters, or Latin words.
  String.raw`(?:^|[\s，。；、（(])(?<credit>\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4}){0,3})\s?[/／]?\s?摄[）)]?$`,
  // 图/刘伟, 摄影：刘伟, 图片来源：本刊资料室, 供图 / 记者会
  String.raw`(?:^|[\s，。；、（(])(?:图|文图|图片|照片|摄影|摄|插图|供图|图片来源|資料圖片|攝影|圖)\s?[/／:：|丨]\s?(?<credit>[^\s，。；、:：/／()（）][^，。；:：/／()（）]{0,40})[）)]?$`,
  // Photo: Liu Wei, Photograph by Liu Wei, Picture courtesy of the county library. Without a colon, "by" needs a
  // name: there are photographs by windows.
  String.raw`(?:^|[\s.,;(–—])(?:[Pp]hoto(?:graph|s|graphs|graphy)?|[Pp]icture|[Ii]mage|[Ii]llustrations?|[Dd]rawing)(?:\s?[:：/]\s?|\sby\s(?=[\p{Lu}\p{Lo}])|\scourtesy of\s)(?<credit>\p{L}[^.:;()]{0,60})[.)]{0,2}$`,
  // (Photo Liu Wei)
  String.raw`\([Pp]hoto(?:graph)?\s(?<credit>[\p{Lu}\p{Lo}][^.:;()]{0,60})\)$`,
];

/** Features on one page of a list. */
export const defaultPagination = 20;

/** Entries of a feed. */
export const defaultFeedItems = 20;

/** The look of a site that asks for none; every other is laid over it. */
export const defaultLook = "table";
