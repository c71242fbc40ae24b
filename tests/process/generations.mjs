/**
 * One of many sites that differ from one to the next in every way: files that change, come, go and stay.
 *
 * @param {number} number
 * @returns {Record<string, string>}
 */
export function generation(number) {
  if (Number.isNaN(number)) throw new Error("No such generation");
  const files = { "same.html": "the same in all", "index.html": `generation ${number}` };
  for (let page = 0; page < 60; page++) {
    if ((page + number) % 3 === 0) continue;
    files[`features/f${page}/index.html`] = `${page} in ${number} ${"x".repeat(page * 50)}`;
  }
  files[number % 2 === 0 ? "a" : "a/index.html"] = String(number);
  return files;
}
