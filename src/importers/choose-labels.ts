import type { SpeakerLabel } from "../interview/speaker-label.js";
import { nearest } from "../diagnostics/nearest.js";
import { foldName, shortForms } from "../interview/fold-name.js";
import {
  initialsOf,
  isAnonymous,
  isAnswerWord,
  isInterviewerWord,
  isVoiceWord,
  nameTokens,
  splitAside,
} from "./names.js";

/** A line of a text that opens with what may be a speaker's label. */
export interface Candidate {
  readonly label: SpeakerLabel;
  /** What follows the label on its line. */
  readonly rest: string;
  /** Whether the line opens a paragraph. */
  readonly opensParagraph: boolean;
}

/**
 * Decide which of a text's candidates are labels. What looks like a label is one if
 *
 * 1. the text itself names somebody so (a list of speakers or guests, `--interviewer`), in full, by first or last
 *    name or by initials, or it is a word such as `记者`, `Q` or `Break`;
 * 2. or a time stands beside it;
 * 3. or it opens at least two paragraphs and reads like a name;
 * 4. or it occurs once, reads like a name, and is set as most labels of the text are: in bold, or alone on its line;
 * 5. or it is a slip of the keyboard away from a label that was found so.
 *
 * A label whose every use is followed by nothing but a link (`Podcast: https://…`) is none.
 *
 * @param known - Names that the text or its reader's options give.
 * @returns A test for candidates.
 */
export function chooseLabels(
  candidates: readonly Candidate[],
  known: readonly string[],
): (candidate: Candidate) => boolean {
  const named = new Set([...knownForms(known), ...introducedForms(candidates)]);
  const uses = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = foldName(candidate.label.label);
    const list = uses.get(key);
    if (list) list.push(candidate);
    else uses.set(key, [candidate]);
  }
  const chosen = new Set<string>();
  for (const [key, list] of uses) if (isCertain(key, list, named)) chosen.add(key);
  const usual = usualForm(candidates.filter(({ label }) => chosen.has(foldName(label.label))));
  for (const [key, list] of uses) {
    if (chosen.has(key) || list.every(leadsToLink)) continue;
    const [first] = list;
    if (!first?.opensParagraph) continue;
    const label = first.label.label;
    const setAsUsual = usual !== undefined && formOf(first) === usual && usual !== "plain";
    if (setAsUsual && readsLikeName(label)) chosen.add(key);
    else if (isSlipOf(label, chosen)) chosen.add(key);
  }
  return (candidate) => {
    if (!chosen.has(foldName(candidate.label.label))) return false;
    return candidate.opensParagraph || isSameForm(candidate, usual);
  };
}

/** The folded forms under which a known person may be called: whole name, its parts, initials. */
function knownForms(names: readonly string[]): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const name of names) for (const form of [foldName(name), ...shortForms(name)]) forms.add(form);
  return forms;
}

/** `Anna Jansen (AJ): …` makes both `Anna Jansen` and `AJ` labels, however rare. */
function introducedForms(candidates: readonly Candidate[]): string[] {
  return candidates.flatMap((candidate) => {
    const { name, aside } = splitAside(candidate.label.label);
    if (aside === undefined || leadsToLink(candidate) || !readsLikeName(name)) return [];
    const short = foldName(aside);
    return short === initialsOf(foldName(name)) ? [foldName(name), short] : [];
  });
}

function isCertain(key: string, list: readonly Candidate[], named: ReadonlySet<string>): boolean {
  const [first] = list;
  if (!first || list.every(leadsToLink)) return false;
  const label = first.label.label;
  const { name, aside } = splitAside(label);
  if (named.has(key) || named.has(foldName(name)) || (aside !== undefined && named.has(foldName(aside))))
    return true;
  if (isInterviewerWord(label) || isVoiceWord(label) || isAnswerWord(label)) return true;
  if (list.some(({ label: { time, form } }) => time !== null || form === "bare") && isNotASentence(label))
    return true;
  const paragraphs = list.filter(({ opensParagraph }) => opensParagraph).length;
  if (paragraphs >= 2 && readsLikeName(label)) return true;
  // A nickname in small letters, or one letter for a name, is a label where it comes again and again.
  return paragraphs >= 4 && nameTokens(key).length === 1 && !isNoteWord(key);
}

/**
 * Whether a label reads like what people are called: at most five words, each with a capital, a digit or a Han
 * character in front, but for `de`, `van` and their like; and it is none of the words that open a remark.
 */
export function readsLikeName(label: string): boolean {
  if (isAnonymous(label)) return true;
  const words = label.split(/\s+/u);
  if (words.length > 6 || !isNotASentence(label)) return false;
  if (isNoteWord(foldName(label))) return false;
  if (/^\p{Script=Han}/u.test(label)) return Array.from(label.replace(/\s/gu, "")).length <= 8;
  return words.every(
    (word) => /^["“'(]?[\p{Lu}\p{Lt}\p{Lo}\d]/u.test(word) || particles.has(word.toLowerCase()),
  );
}

function isNotASentence(label: string): boolean {
  return !/[,，、]\s*\p{Ll}|[“”"]/u.test(label.replace(/[“"][^”"]{1,20}[”"]/gu, "")) && !openers.test(label);
}

/** Words before a colon that introduce something else than speech. */
function isNoteWord(folded: string): boolean {
  return (
    noteWords.has(folded) ||
    /^(?:part|chapter|section|figure|fig|step|episode|ep|season|volume|vol|no)\b/u.test(folded)
  );
}

function leadsToLink({ rest }: Candidate): boolean {
  return /^<?https?:\/\/\S+>?$|^\[[^\]]*\]\([^)]*\)$/u.test(rest.trim());
}

/** Whether somebody misspelt a label that is certain: names of four letters and more, that differ in one or two. */
function isSlipOf(label: string, chosen: ReadonlySet<string>): boolean {
  const folded = foldName(label);
  const stray = folded.replace(/^[^\p{L}]+/u, "");
  if (chosen.has(stray)) return true;
  if (!readsLikeName(label) || Array.from(stray).length < 5) return false;
  return (
    nearest(
      stray,
      [...chosen].filter((one) => Array.from(one).length >= 5),
    ) !== undefined
  );
}

type Form = "bold" | "own-line" | "plain";

function formOf({ label }: Candidate): Form {
  return label.form === "bold" ? "bold" : label.ownLine ? "own-line" : "plain";
}

function usualForm(candidates: readonly Candidate[]): Form | undefined {
  const counts = new Map<Form, number>();
  for (const candidate of candidates) {
    const form = formOf(candidate);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  let usual: Form | undefined;
  for (const [form, count] of counts)
    if (usual === undefined || count > (counts.get(usual) ?? 0)) usual = form;
  return usual;
}

/** A label in the middle of a paragraph is one only if it looks like the others: `…he said.⏎Jonas: So?` */
function isSameForm(candidate: Candidate, usual: Form | undefined): boolean {
  return formOf(candidate) === usual || formOf(candidate) === "own-line";
}

const openers =
  /^(?:so|and|but|or|because|yeah|yes|no|well|oh|the|this|that|these|those|it|i|we|you|he|she|they|what|which|who|how|why|when|where|if|my|our|your|his|her|their|one|also|now|then|basically|actually|okay|ok|right|like|first|second|third|finally|again|for|to|in|on|at|by|as|is|there|here|let)(?=$|[\s,'’])/iu;
const particles = new Set(
  "de da di do dos du del della der den des van von zu zur la le el al bin ibn ben of the and & y e i".split(
    " ",
  ),
);
const noteWords = new Set(
  (
    "note|notes|nb|ps|p.s.|edit|update|correction|warning|tip|source|sources|via|link|links|url|http|https|mailto|podcast|" +
    "audio|video|episode|photo|photos|photograph|photographs|picture|image|credit|credits|caption|text|words|by|date|time|" +
    "location|place|venue|topic|topics|title|subtitle|summary|abstract|tags|website|twitter|email|github|transcript|" +
    "transcription|transcript by|transcript completed by|transcribed by|edited by|recorded|duration|language|" +
    "guest|guests|panel|the panel|speakers|participants|hosts|example|examples|definition|answer key|faq|" +
    "注|注意|备注|附注|编者按|编者注|按|作者|来源|出处|摄影|图|图片|图源|图片来源|文|撰文|文字|编辑|责任编辑|责编|校对|审核|" +
    "监制|制作|设计|排版|翻译|录音|整理|记录|时间|地点|日期|主题|标题|题目|摘要|关键词|导语|导读|例如|比如|例|此外|另外|" +
    "总之|首先|其次|再次|最后|第一|第二|第三|一|二|三|四|五|嘉宾|本期嘉宾|受访嘉宾|链接|相关链接|阅读原文|微信|电话|邮箱"
  ).split("|"),
);
