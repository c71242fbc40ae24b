import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on a page, as lines to be read. @param rule - The only rule to look at; all where none is given. */
export async function violations(page: Page, rule?: string): Promise<string[]> {
  const options = rule === undefined ? {} : { runOnly: [rule] };
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  return page.evaluate<string[]>(
    `axe.run(${JSON.stringify(options)}).then(r => r.violations.flatMap(v => v.nodes.map(n => \`\${v.id}: \${n.target.join(" ")}\`)))`,
  );
}

/** A property of an element's computed style. */
export function styleOf(page: Page, selector: string, property: string): Promise<string> {
  return page.evaluate(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)}))["${property}"]`,
  );
}
