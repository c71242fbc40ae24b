import { isInterviewerWord, tidyName } from "./names.js";
import type { Person } from "./script.js";
import type { TextParagraph } from "./text-paragraphs.js";

/** The list of guests that stands before a talk. */
export interface GuestList {
  /** Its first paragraph, and the one after its last: indices from 0. */
  readonly start: number;
  readonly end: number;
  readonly people: readonly Person[];
  /** Those whom the list itself calls moderators or interviewers. */
  readonly interviewers: readonly string[];
}

/**
 * Find the list of guests: a heading such as `本期嘉宾` or `The panel`, and below it, or behind its colon, one entry a
 * line, a name and a role.
 *
 *     本期嘉宾                          Guests
 *     陆 川  某县图书馆馆长              Ada Grove, keeper of lost property
 *     仇大水：书船船长                   Pip Lindqvist (engine driver)
 *
 * The list ends with the first line that is no entry.
 */
export function findGuestList(paragraphs: readonly TextParagraph[]): GuestList | undefined {
  for (const [start, { text }] of paragraphs.entries()) {
    const heading = listHeading.exec(text.replace(/^[【「《\s]+|[】」》\s]+$/gu, ""));
    if (!heading) continue;
    const list = { people: [] as Person[], interviewers: [] as string[] };
    const inline = heading[1]?.trim() ?? "";
    if (inline !== "" && !readInline(inline, list)) continue;
    let end = start + 1;
    while (end < paragraphs.length && readEntry(paragraphs[end]?.text ?? "", list)) end++;
    if (list.people.length > 0) return { start, end, ...list };
  }
  return undefined;
}

const listHeading =
  /^(?:(?:本期|本场|本次|今日|特邀|对话|访谈|受访|圆桌|与会|采访|出席|参与)?(?:嘉宾|受访者|受访人|受访嘉宾|访谈嘉宾|访谈对象|采访对象|对话嘉宾|圆桌嘉宾|对话人|与谈人|主讲人|专家)(?:简介|介绍|名单)?|(?:the |our |today['’]s )?(?:guests?|panel|panell?ists?|participants?|speakers?|interviewees?)|(?:in|at) (?:this|the) (?:conversation|interview|round ?table)|around the table|taking part|with)\s*(?:[:：]\s*(.*))?$/iu;

interface OpenList {
  readonly people: Person[];
  readonly interviewers: string[];
}

/** `陆川（馆长）、仇大水（船长）` behind the heading's colon. */
function readInline(text: string, list: OpenList): boolean {
  const parts = text.split(/[、；;]\s*|,\s+(?=\p{Lu}[^,()]*\()/u);
  const copies = { people: [] as Person[], interviewers: [] as string[] };
  if (parts.length > 1 && parts.every((part) => readEntry(part.trim(), copies)))
    list.people.push(...copies.people);
  else if (!readEntry(text, list)) return false;
  return true;
}

function readEntry(text: string, list: OpenList): boolean {
  const bare = text.replace(/^[\s·•●▪◆*–-]+/u, "").replace(/[;；,，]$/u, "");
  const duty = /^(主持人?|采访者?|记者|嘉宾|moderator|host|interviewer|chair|guest)\s*[:：]\s*(\S.*)$/iu.exec(
    bare,
  );
  if (duty) {
    const word = duty[1] ?? "";
    const rest = duty[2] ?? "";
    if (!isInterviewerWord(word) && !/^chair$/iu.test(word)) return readEntry(rest, list);
    const person = readPerson(rest) ?? (rest.length <= 40 ? { name: tidyName(rest) } : undefined);
    if (person) list.interviewers.push(person.name);
    return person !== undefined;
  }
  const person = readPerson(bare);
  if (person) list.people.push(person);
  return person !== undefined;
}

/** A name and a role. A line that ends like a sentence is none, and neither is one that runs on for long. */
function readPerson(text: string): Person | undefined {
  if (text.length > 160 || /[。！？!?]$/u.test(text)) return undefined;
  const han =
    /^(?<name>\p{Script=Han}[\s\u3000]+\p{Script=Han}|\p{Script=Han}{2,4}|\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,8})+)(?:[\s\u3000]+|\s*[:：,，|｜丨/—–-]+\s*)(?<role>\S.*)$/u.exec(
      text,
    ) ??
    /^(?<name>\p{Script=Han}{2,4}|\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,8})+)\s*[(（](?<role>[^()（）]+)[)）]$/u.exec(
      text,
    ) ??
    /^(?<name>\p{Script=Han}{2,4})$/u.exec(text);
  const latin =
    /^(?<name>\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|["“][^"”]+["”]|de|da|van|von|der|den|la|bin|al|O['’]\p{L}+)){1,5})(?:\s*[,:]\s+|\s+[–—|-]+\s+|\s*—\s*)(?<role>\S.*?)[.;]?$/u.exec(
      text,
    ) ??
    /^(?<name>\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|da|van|von|der|den|la)){1,5})\s*\((?<role>[^()]+)\)\.?$/u.exec(
      text,
    );
  const groups = han?.groups ?? latin?.groups;
  const name = groups?.["name"];
  if (name === undefined) return undefined;
  return { name: tidyName(name), role: groups?.["role"]?.trim() };
}
