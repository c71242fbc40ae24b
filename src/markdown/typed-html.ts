/**
 * Whether an angle bracket opens or closes an element that HTML has, or ever had.
 *
 * Transcripts have `<inaudible>` and `List<String>`: CommonMark takes them for HTML, and a browser would drop them
 * without a word. They are words.
 *
 * @param name - In any case.
 */
export function isHtmlElement(name: string): boolean {
  return known.has(name.toLowerCase());
}

/** The tags in a piece of HTML: groups `slash` (empty in a start tag) and `name`. */
export const tags = /<(?<slash>\/?)(?<name>[a-z][a-z0-9-]*)(?=[\s/>])/gi;

/**
 * The words that CommonMark took for HTML although no element is in them: `<inaudible>`, or what stands behind a
 * comment on its line.
 *
 * @returns Empty for comments, declarations and instructions; `undefined` where there are elements.
 */
export function wordsOfHtml(html: string): string | undefined {
  for (const { groups } of html.matchAll(tags)) if (isHtmlElement(groups?.["name"] ?? "")) return undefined;
  const words = html.replace(/<!--[^]*?-->/g, "").trim();
  return /^<[!?]/.test(words) ? "" : words;
}

/** A piece of HTML in which elements that HTML does not have are text. */
export function withoutUnknownElements(html: string): string {
  return html.replace(tags, (tag, _slash, name: string) =>
    isHtmlElement(name) ? tag : `&lt;${tag.slice(1)}`,
  );
}

/**
 * Elements whose content a browser does not read as HTML. Left open, one would swallow the rest of the text.
 *
 * @see WHATWG HTML §13.1.2, raw text elements
 */
export function isRawTextElement(name: string): boolean {
  return rawText.has(name.toLowerCase());
}

const rawText: ReadonlySet<string> = new Set(
  "iframe noembed noframes plaintext script style template textarea title xmp".split(" "),
);

const known: ReadonlySet<string> = new Set(
  (
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body " +
    "br button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog " +
    "dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header " +
    "hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark " +
    "marquee math menu menuitem meta meter nav nobr noembed noframes noscript object ol optgroup option output p " +
    "param picture plaintext pre progress q rb rbc rp rt rtc ruby s samp script search section select slot small " +
    "source spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time " +
    "title tr track tt u ul var video wbr xmp"
  ).split(" "),
);
