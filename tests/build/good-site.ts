/** A small site in which nothing is wrong: a feature in one file, one as a folder, two guests, a free page. */
export const goodSite = {
  "content/site.yaml": `title: Night Talks
url: https://talks.example/
language: en
speakers:
  interviewer: [Host]
`,
  "content/guests/abe.md": `---
name: Abe Lund
role: Lamplighter
---

Abe lit the lamps of the quay.
`,
  "content/guests/bea.md": `---
name: Bea Moss
role: Ferrywoman
---

Bea rows.
`,
  "content/features/lamps.md": `---
title: On lamps
date: 2024-03-01
guests: [abe]
topics: [light]
---

Some light words.

## The wick

Host: How is the wick?

Abe Lund: The wick is long tonight. See [the ferry](duty/index.md#first).
`,
  "content/features/duty/index.md": `---
title: On duty
date: 2024-02-01
guests: [abe, bea]
---

Two people who are awake.
`,
  "content/features/duty/10-first.md": `---
title: First watch
question: Who is awake?
---

Abe Lund: I am awake.

Bea Moss: So am I, on the river.
`,
  "content/pages/about.md": `---
title: About
---

About us.
`,
} as const;

/** A file of the good site. */
export type GoodFile = keyof typeof goodSite;

/** A file of the good site with some of its text replaced; throws where the text is not there. */
export function changed(file: GoodFile, ...changes: readonly (readonly [string, string])[]) {
  let text: string = goodSite[file];
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    text = text.replace(from, () => to);
  }
  return { [file]: text };
}
