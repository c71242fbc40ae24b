import { stringify } from "yaml";

/**
 * Put front matter before a body. Values that are absent or empty are left out; lines are not folded, so that a
 * change of one word is a change of one line.
 */
export function withFrontMatter(entries: readonly (readonly [string, unknown])[], body: string): string {
  const given = entries.filter(([, value]) => !isEmpty(value));
  const yaml = stringify(Object.fromEntries(given), {
    schema: "core",
    lineWidth: 0,
    aliasDuplicateObjects: false,
    // Plain scalars stay readable; what YAML 1.1 readers would mistake is quoted by the library's core schema.
    defaultStringType: "PLAIN",
  });
  return `---\n${yaml}---\n${body === "" ? "" : `\n${body}\n`}`;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}
