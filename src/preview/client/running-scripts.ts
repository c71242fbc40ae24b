/** Name the scripts of a page so far as they run, so that two pages can be told apart by them; data in one is only data. */
export function runningScripts(scripts: Iterable<HTMLScriptElement>): string {
  const running = [...scripts].filter(({ type }) => /^(?:|module|text\/javascript)$/.test(type));
  return JSON.stringify(
    running.map((script) => [script.getAttribute("src"), script.type, script.src === "" ? script.text : ""]),
  );
}
