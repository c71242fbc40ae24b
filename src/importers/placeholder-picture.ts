import { placeholderMark } from "../model/placeholder-mark.js";

/**
 * Draw a neutral stand-in for a picture that a pasted text has lost, so that the site builds and everyone sees what
 * is missing. It carries a mark by which a build knows it and warns.
 *
 * @param words - What stands in it, such as `Picture to be supplied`.
 * @returns SVG of 1200 × 800 pixels.
 */
export function drawPlaceholder(words: string): string {
  const text = words.replace(/[&<>"]/gu, (mark) => `&#${mark.charCodeAt(0)};`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800" ${placeholderMark}>`,
    '  <rect width="1200" height="800" fill="#e7e5e0"/>',
    '  <path d="M24 24h1152v752H24z" fill="none" stroke="#a8a49b" stroke-width="4" stroke-dasharray="20 14"/>',
    '  <path d="M420 460l130-150 110 120 60-60 120 140z" fill="#c9c5bc"/>',
    '  <circle cx="740" cy="290" r="38" fill="#c9c5bc"/>',
    `  <text x="600" y="580" font-family="sans-serif" font-size="44" text-anchor="middle" fill="#6b675f">${text}</text>`,
    "</svg>",
    "",
  ].join("\n");
}
