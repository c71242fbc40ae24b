/**
 * What is wrong with a value for a custom property: it must end where its declaration does, and load nothing.
 *
 *     red; } body { display: none
 *        ^ would end the declaration
 *
 * @returns The character or word that is not allowed, or `undefined` where the value is fit.
 * @see CSS Syntax Module Level 3 §5.4.4 (a declaration ends at a semicolon outside of quotes and brackets).
 */
export function cssValueFault(value: string): string | undefined {
  const forbidden = /[;{}<>\\\n\r\f]|\/\*|\*\/|url\(|image-set\(|@import|!/i.exec(value)?.[0];
  if (forbidden !== undefined) return forbidden;
  const open: string[] = [];
  let quote: string | undefined;
  for (const character of value) {
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
    } else if (character === '"' || character === "'") quote = character;
    else if (character in closing) open.push(closing[character] ?? "");
    else if (Object.values(closing).includes(character) && open.pop() !== character) return character;
  }
  return quote ?? open.at(-1);
}

/** Each bracket that opens, with the one that closes it. */
const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]" };
