/** What every form of a citation is made from. */
export interface CitedWork {
  /** Of letters, digits and hyphens of ASCII alone. */
  readonly key: string;
  readonly title: string;
  /** Who is interviewed, in the order of the cast. */
  readonly authors: readonly CitedName[];
  readonly interviewers: readonly string[];
  readonly translators: readonly string[];
  /** The site's title. */
  readonly container: string;
  readonly publisher: string | null;
  /** `2024-03-01` */
  readonly date: string;
  readonly updated: string | null;
  readonly language: string;
  readonly address: string;
}

/** A person's name, in the two parts that bibliographies sort by where they are known. */
export type CitedName =
  | { readonly family: string; readonly given: string }
  /** As it is written; nobody can tell by its look which part of a name is the family's. */
  | { readonly literal: string };

/**
 * The parts of a name, where the guest's `sort` tells them: `Finch, Mara` for “Mara Finch”.
 *
 * @param name - As the feature has it, which may be in another language than `sort`; it is taken as it is then.
 * @param sortKey - How the guest is ordered.
 */
export function nameParts(name: string, sortKey: string | undefined): CitedName {
  const [, family, given] = /^([^,]+),\s*([^,]+)$/u.exec(sortKey ?? "") ?? [];
  const isName = family !== undefined && given !== undefined && folded(`${given} ${family}`) === folded(name);
  return isName ? { family: family.trim(), given: given.trim() } : { literal: name };
}

function folded(name: string): string {
  return name.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();
}
