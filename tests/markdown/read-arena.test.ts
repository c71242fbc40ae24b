import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArena } from "../../src/markdown/read-arena.js";
import { anyDocument } from "./documents.js";

/** The package's own types would add nodes to everybody's trees. */
interface Satteri {
  readonly createMdastHandle: (text: string, features: object, position: boolean) => object;
  readonly serializeHandle: (handle: object) => Uint8Array;
  readonly dropHandle: (handle: object) => void;
  readonly MdastReader: new (arena: Uint8Array) => object;
  readonly materializeMdastTree: (reader: object) => object;
}
const { createMdastHandle, serializeHandle, dropHandle, MdastReader, materializeMdastTree } = createRequire(
  import.meta.url,
)("satteri") as Satteri;

/** The same text by this reader and by the package's own. */
function readBoth(text: string) {
  const handle = createMdastHandle(text, { gfm: true, frontmatter: false }, true);
  const arena = serializeHandle(handle);
  dropHandle(handle);
  const start = { offset: 0, line: 0, column: 0 };
  return {
    own: readArena(arena, { given: text, typed: text, restore: undefined, start }),
    whole: materializeMdastTree(new MdastReader(arena)),
  };
}

describe("The reader of the fast parser's bytes", () => {
  it.each([
    '**Ines:** The *long* way, by the [harbour](https://example.org/a_b "north").\n\nMore &amp; `more`.\n',
    "## 一、开始\n\n**林晓：** 潮水退去，😀“旧码头”&hellip;\\*\n\n- 一\n- 二\n\n3. three\n\n> said\n> twice  \n> more\n\n---\n",
  ])("makes the tree that the package's own reader makes of %j", (text) => {
    const { own, whole } = readBoth(text);
    expect(own).toEqual(whole);
  });

  it("leaves kinds of nodes to the package that transcripts seldom have", () => {
    expect(readBoth("| a | b |\n| - | - |\n| c | d |\n").own).toBeUndefined();
  });

  it("makes no other tree than the package's own reader, whatever the document", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        const { own, whole } = readBoth(text);
        if (own) expect(own).toEqual(whole);
      }),
    );
  });
});
