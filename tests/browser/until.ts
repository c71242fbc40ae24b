import type { Page } from "playwright-core";
import { expect } from "vitest";

/**
 * Wait until an expression of the page's is true. Playwright's own way evaluates text in the page, which the pages'
 * policy forbids; this way asks from outside, again and again.
 */
export async function until(page: Page, expression: string): Promise<void> {
  await expect.poll(() => page.evaluate(`Boolean(${expression})`), { timeout: 15_000 }).toBe(true);
}
