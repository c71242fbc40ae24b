/**
 * Whether a text has an address of the web where it is not plain to see what it is part of.
 *
 *     见 https://example.org/a。   [words](https://example.org/b)   <https://example.org/c>   [label]: https://example.org/d
 *
 * Whether a bare address becomes a link depends on what stands before it, on brackets that are open there, and on what
 * it ends in; and addresses of e-mail are found by another way still.
 */
export function hasDoubtfulAddress(text: string): boolean {
  if (text.includes("@") && /[\w.+-]@/.test(text)) return true;
  const brackets = new Brackets(text);
  const addresses = /www\.|https?:/gi;
  for (let match = addresses.exec(text); match; match = addresses.exec(text)) {
    const at = match.index;
    const form = formAt(text, at);
    if (!form) return true;
    form.lastIndex = at;
    const end = form.test(text) ? form.lastIndex : undefined;
    if (end === undefined || brackets.mayBeOpenAt(at, form === bare)) return true;
    addresses.lastIndex = end;
  }
  return false;
}

/** What an address has to look like in its place. */
function formAt(text: string, at: number): RegExp | undefined {
  switch (text.charAt(at - 1)) {
    case "<":
      return text.charAt(at - 2) === "\\" ? undefined : inAngleBrackets;
    case "(":
      if (text.charAt(at - 2) !== "]") return bare;
      return text.charAt(at - 3) === "\\" ? undefined : inLink;
    case " ":
      return text.startsWith("]:", at - 3) ? inDefinition : bare;
    case "":
    case "\n":
      return bare;
    default:
      return undefined;
  }
}

const inAngleBrackets = /https?:[!-;=?-~]*>/iy;
const inLink = /[!-'*-;=?-[\]-~]+(?:\([!-'*-;=?-[\]-~]*\)[!-'*-;=?-[\]-~]*)?(?: "[^"\n\\]*")?\)/iy;
const inDefinition = /[!-;=?-[\]-~]+(?: "[^"\n\\]*")?\r?$/imy;
const bare =
  /(?:https?:\/\/|www\.)(?:[a-z\d-]+\.)+[a-z]{2,}(?:[/?#][!-%'-),-;=?-Z^-_a-{}]*)?(?=[\s\u3000-\u9fff]|$)/imy;

/** Goes along a text once, and says where a square bracket may be open. */
class Brackets {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #seen = false;
  /** Whether there is code or HTML in the paragraph, whose brackets do not count. */
  #opaque = false;
  readonly #byLineFeeds: boolean;

  constructor(text: string) {
    this.#text = text;
    this.#byLineFeeds = !text.includes("\r");
  }

  /** @param bare - Whether what is in code or HTML must not mislead either. */
  mayBeOpenAt(offset: number, bare: boolean): boolean {
    if (this.#byLineFeeds) this.#skipTo(this.#text.lastIndexOf("\n\n", offset));
    for (; this.#at < offset; this.#at++) {
      switch (this.#text.charCodeAt(this.#at)) {
        case 10:
          if (/\n\r?\n/y.test(this.#text.slice(this.#at, this.#at + 3))) this.#startParagraph();
          break;
        case 91:
          this.#depth++;
          this.#seen = true;
          break;
        case 92:
          this.#at++;
          break;
        case 93:
          this.#depth = Math.max(0, this.#depth - 1);
          this.#seen = true;
          break;
        case 60:
        case 96:
          this.#opaque = true;
          break;
        default:
      }
    }
    return this.#depth > 0 || (bare && this.#seen && this.#opaque);
  }

  /** Go on at the end of a paragraph: what stands before it does not matter. */
  #skipTo(end: number): void {
    if (end > this.#at) this.#at = end;
  }

  #startParagraph(): void {
    this.#depth = 0;
    this.#seen = false;
    this.#opaque = false;
  }
}
