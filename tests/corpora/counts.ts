// How turns are counted here has nothing to do with how they are imported: each corpus has its own convention, and
// these are a few lines for each that know nothing else.

/** A turn as the source has it. */
export interface CountedTurn {
  readonly label: string;
  /** Seconds, or `null`. */
  readonly time: number | null;
}

/** Seconds of `01:24`, `00:01:24` or `01:08:10.13`. */
function seconds(clock: string | undefined): number | null {
  if (clock === undefined) return null;
  return clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

const boldLabel = /^\*\*([^*]+?):?\*\*:?\s*(?:\\?\[(\d+:\d\d(?::\d\d)?(?:\.\d+)?)\\?\])?/u;

/** `**Name:** \[01:24\] …`, also `**Name**: …`; a name that is bold in another text may also stand plain. */
export function countChangelog(text: string, all: readonly string[]): CountedTurn[] {
  const names = new Set(
    all.flatMap((one) => one.split("\n").flatMap((line) => boldLabel.exec(line)?.[1] ?? [])),
  );
  const plain = /^([^:*]{2,40}):\s+(?:\\?\[(\d+:\d\d(?::\d\d)?)\\?\])?/u;
  return text.split("\n").flatMap((line) => {
    const bold = boldLabel.exec(line);
    if (bold) return [{ label: bold[1] ?? "", time: seconds(bold[2]) }];
    const match = plain.exec(line);
    return match && names.has(match[1] ?? "") ? [{ label: match[1] ?? "", time: seconds(match[2]) }] : [];
  });
}

/** `Name: …`, `Name: 00:00:36`, `Name 00:02:38:`, `Name – 00:02:32:`, `Name [1:32]: …`, `Name (XX): …`. */
export function countBitcoin(text: string): CountedTurn[] {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/u, "");
  const found = body.split("\n").flatMap((line) => {
    const bare = /^([^:[\]<>#`]{1,40}?)\s*[–-]?\s*(\d+:\d\d:\d\d)\s*:?(?:\s|$)/u.exec(line);
    if (bare) return [{ label: bare[1] ?? "", time: seconds(bare[2]), rest: "" }];
    const match =
      /^([^:[\]<>#`]{1,40}?)\s*(?:\[(\d+:\d\d(?::\d\d)?)\])?\s*:(?:\s*(\d+:\d\d:\d\d)\s*$|(.*)$)/u.exec(line);
    if (!match) return [];
    return [{ label: (match[1] ?? "").trim(), time: seconds(match[2] ?? match[3]), rest: match[4] ?? "" }];
  });
  const uses = new Map<string, number>();
  for (const { label } of found) uses.set(label, (uses.get(label) ?? 0) + 1);
  // `Adam Jonas (AJ):` makes both `AJ:` and `Adam Jonas:` labels, however rare.
  const introduced = new Set(
    found.flatMap(({ label, rest }) => {
      const match = /^(\S+(?: \S+)?) \(([A-Z0-9]{1,4})\)$/u.exec(label);
      return match && !rest.includes("http") ? [label, match[1] ?? "", match[2] ?? ""] : [];
    }),
  );
  return found.filter(({ label, time, rest }) => {
    if (/https?:\/\//u.test(rest.slice(0, 12)) || /^(?:https?|podcast)$/iu.test(label)) return false;
    if (time !== null || (uses.get(label) ?? 0) > 1 || introduced.has(label)) return true;
    return rest.trim() === "" && /^²?[\p{Lu}][\p{L}]*(?: [\p{Lu}][\p{L}]*)?$/u.test(label);
  });
}

/** Every heading asks; one that is empty does not. */
export function countUsesThis(text: string): string[] {
  return text.split("\n").flatMap((line) => /^###\s*([^#\s].*)$/u.exec(line)?.[1]?.trim() ?? []);
}
