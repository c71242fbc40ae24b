/** Whether the open page is one of the preview's own, and none of the site. */
export function isOwnPage(): boolean {
  return document.documentElement.hasAttribute("data-colloquy-own");
}

/** Whether the open page lists by itself what is wrong, or what a feature consists of. */
export function isListing(): boolean {
  return location.pathname.startsWith("/__colloquy/");
}
