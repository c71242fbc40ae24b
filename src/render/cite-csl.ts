import type { CitedName, CitedWork } from "./cited-work.js";

/**
 * A CSL-JSON list with one item, each field on a line of its own.
 *
 * @see CSL 1.0.2 input data, https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json
 */
export function cslList(work: CitedWork): string {
  const fields = Object.entries(interview(work)).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `[{\n${fields.join(",\n")}\n}]`;
}

function interview(work: CitedWork): CslInterview {
  const literal = (name: string): CitedName => ({ literal: name });
  return {
    id: work.key,
    type: "interview",
    title: work.title,
    author: work.authors,
    ...(work.interviewers.length > 0 ? { interviewer: work.interviewers.map(literal) } : {}),
    ...(work.translators.length > 0 ? { translator: work.translators.map(literal) } : {}),
    "container-title": work.container,
    ...(work.publisher === null ? {} : { publisher: work.publisher }),
    issued: { "date-parts": [work.date.split("-").map(Number)] },
    language: work.language,
    URL: work.address,
  };
}

interface CslInterview {
  readonly id: string;
  readonly type: "interview";
  readonly title: string;
  readonly author: readonly CitedName[];
  readonly interviewer?: readonly CitedName[];
  readonly translator?: readonly CitedName[];
  readonly "container-title": string;
  readonly publisher?: string;
  readonly issued: { readonly "date-parts": readonly (readonly number[])[] };
  readonly language: string;
  readonly URL: string;
}
