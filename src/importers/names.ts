import { foldName } from "../interview/fold-name.js";

/**
 * The form in which two spellings are one person's: as labels are folded, and beyond that without accents and
 * without a degree behind a comma (`Odile Reuss, PhD`), since transcribers are free with both.
 */
export function foldPerson(name: string): string {
  return foldName(
    name
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .replace(/,\s*(?:ph\.?\s?d|psy\.?\s?d|m\.?d|esq|jr|sr|mba|rn|dds)\.?$/iu, ""),
  );
}

/** The words of a folded name. */
export function nameTokens(folded: string): readonly string[] {
  return folded.split(/\s+/u).filter((token) => token !== "");
}

/** The first letters of a name's words, folded: `sl` for Sanne Lindqvist. */
export function initialsOf(folded: string): string {
  return nameTokens(folded)
    .map((token) => token.charAt(0))
    .join("");
}

/**
 * A name with the short form or the other name that follows it in brackets.
 *
 *     Sanne Lindqvist (SL)   → name, aside `SL`
 *     Kingfisher (Ada Grove)   → name, aside `Ada Grove`
 */
export function splitAside(label: string): { name: string; aside: string | undefined } {
  const match = /^(.+?)\s*[(（]([^()（）]+)[)）]$/u.exec(label);
  return match ? { name: match[1] ?? label, aside: match[2]?.trim() } : { name: label, aside: undefined };
}

/** A Chinese name without the space that lines two characters up with three: `陈 刚` is `陈刚`. */
export function tidyName(name: string): string {
  return name
    .replace(/(?<=\p{Script=Han})[\s\u3000]+(?=\p{Script=Han})/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Whether a label stands for whoever asks, whatever the person's name: `记者`, `Q`, `Interviewer`. */
export function isInterviewerWord(label: string): boolean {
  return interviewerWords.has(foldName(label));
}

/** Whether a label stands for whoever answers: `A`, `答`, `受访者`. */
export function isAnswerWord(label: string): boolean {
  return answerWords.has(foldName(label));
}

/** Whether a label names no person but a sound, a pause or a narrator. */
export function isVoiceWord(label: string): boolean {
  return voiceWords.has(foldName(label));
}

/** Whether a label is a stand-in that a transcription program gives: `Speaker 2`, `New Speaker`, `说话人1`. */
export function isAnonymous(label: string): boolean {
  return /^(?:new |unknown |unidentified |other |male |female )?(?:speaker|voice|participant|man|woman)(?:[ #-]*[0-9a-z])?$|^unknown$|^audience(?: (?:member|question|\d+))?$|^(?:说话人|发言人|讲话人|嘉宾|观众|听众|网友|与会者|参会者)\s*[0-9一二三四五六七八九a-z]?$/u.test(
    foldName(label),
  );
}

/** Words that stand for whoever asks. */
export const askingWords: readonly string[] = (
  "记者 本刊 本报 本刊记者 本报记者 问 主持人 主持 采访者 编辑 编者 小编 提问 提问者 访谈者 訪問者 記者 本刊記者 主持人 問 採訪者 " +
  "q question interviewer emcee host moderator reporter editor presenter anchor journalist"
).split(" ");
/** Words that stand for whoever answers. */
export const answeringWords: readonly string[] =
  "答 受访者 受访人 受訪者 被访者 被采访者 a answer guest interviewee respondent".split(" ");
const interviewerWords = new Set(askingWords);
const answerWords = new Set(answeringWords);
const voiceWords = new Set(
  (
    "break|intro|outro|jingle|music|ad|ads|advert|advertisement|sponsor|sponsors|sponsor break|commercial|narrator|" +
    "narration|voiceover|voice-over|announcer|recording|clip|audio|video|laughter|applause|" +
    "旁白|画外音|解说|解说词|片头|片尾|音乐|广告|掌声|笑声|休息|中场休息|录音|短片|字幕"
  ).split("|"),
);
