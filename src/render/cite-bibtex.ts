import type { CitedName, CitedWork } from "./cited-work.js";

/**
 * A BibTeX entry. `@misc` is the one type for things online that every style knows; `url`, `translator` and `day` are
 * passed over by those that do not.
 *
 * @param work - What is cited.
 * @param interviewedBy - Who asked, in words, for BibTeX has no field for it.
 * @see BibTeXing (Patashnik, 1988) §3 and §4; names in braces are taken as they are
 */
export function bibtexEntry(work: CitedWork, interviewedBy: string): string {
  const [year = "", month = "", day = ""] = work.date.split("-");
  const fields: readonly (readonly [string, string])[] = [
    ["author", `{${namesOf(work.authors)}}`],
    // In two pairs of braces no style lowers the title's capitals.
    ["title", `{{${escaped(work.title)}}}`],
    ["howpublished", `{${escaped(work.container)}}`],
    ...(work.interviewers.length > 0 ? [["note", `{${escaped(interviewedBy)}}`] as const] : []),
    ...(work.translators.length > 0
      ? [["translator", `{${namesOf(work.translators.map((literal) => ({ literal })))}}`] as const]
      : []),
    ...(work.publisher === null ? [] : [["publisher", `{${escaped(work.publisher)}}`] as const]),
    ["year", `{${year}}`],
    ["month", months[Number(month) - 1] ?? `{${month}}`],
    ["day", `{${Number(day)}}`],
    // An address is ASCII, percent-encoded, and read as it is.
    ["url", `{${work.address}}`],
  ];
  return `@misc{${work.key},\n${fields.map(([name, value]) => `  ${name} = ${value}`).join(",\n")}\n}`;
}

function namesOf(names: readonly CitedName[]): string {
  return names
    .map((name) =>
      "literal" in name ? `{${escaped(name.literal)}}` : `${escaped(name.family)}, ${escaped(name.given)}`,
    )
    .join(" and\n    ");
}

/**
 * Text that TeX sets as it is. Braces are written by their names: BibTeX counts them even behind a backslash, and one
 * without its partner would swallow the rest of the file.
 */
function escaped(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\\{}~^]|[#$%&_]/g, (character) => named[character] ?? `\\${character}`);
}

const named: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** The names that every style defines, which are written without braces. */
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
