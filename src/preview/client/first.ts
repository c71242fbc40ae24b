/**
 * The one script that the preview puts into a page. It comes before all else, and is waited for: so it sees each node
 * as the parser makes it, before the page's own scripts, whichever these are, make anything of it.
 *
 * A page's policy lets it in as a file, and it may not be a module, for modules run late. When the page is read to its
 * end, it hands over to those that do the rest.
 */
{
  const script = document.currentScript;
  const scripts: HTMLScriptElement[] = [];
  /** Each node as it was sent: copies, without what is in them, in a document where nothing is loaded or run. */
  const sent = new WeakMap<Node, Node>();
  const elsewhere = document.implementation.createHTMLDocument("");
  const keep = (node: Node): void => {
    sent.set(node, elsewhere.importNode(node));
    if (node instanceof HTMLScriptElement && node !== script) scripts.push(node);
  };

  /**
   * What has happened is all the parser's or all a script's, for it is told before each script and after it. After it,
   * the script is still the current one. What a timer or an asynchronous module does before the page is read to its
   * end cannot be told from what the parser does.
   */
  const note = (records: readonly MutationRecord[]): void => {
    if (document.currentScript) return;
    for (const { type, target, addedNodes } of records) {
      addedNodes.forEach(keep);
      // A text that came in two parts.
      if (type === "characterData") keep(target);
    }
  };

  document.querySelectorAll("*").forEach(keep);
  const observer = new MutationObserver(note);
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  const handOver = (): void => {
    note(observer.takeRecords());
    observer.disconnect();
    void import("./main.js").then(({ start }) => start(script, sent, scripts));
  };
  document.addEventListener("readystatechange", handOver, { once: true });
}
