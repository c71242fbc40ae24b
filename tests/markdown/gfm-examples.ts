/** A text for every construct that GitHub's extensions add, and for its edges. */
export const gfmExamples: readonly string[] = [
  // Tables
  "| tide | boat |\n| --- | --- |\n| low | Anna |\n",
  "| a | b |\n| :-: | ---: |\n| `x \\| y` | **z** |\n\nafter\n",
  "a | b\n--|--\nc | d\ne\n> quoted\n",
  "| a | b |\n| --- |\n| c |\n",
  "| a |\n| --- |\n| b | too many |\n|\n",
  "- | a | b |\n  | - | - |\n  | c | d |\n",
  "| 潮 | 船 |\n|---|---|\n| **低：**水 | 3~5 |\n",
  "| a |\n| - |\n\n| b |\n",
  "text\n| a | b |\n| - | - |\n",
  // Tasks
  "- [ ] open\n- [x] done\n- [X] done too\n- [] none\n",
  "1. [ ] first\n   - [x] inside\n",
  "- [ ]\n- [x]no space\n- \\[ ] none\n",
  "* [ ] **Ines:** words\n\n  more\n",
  // Strikethrough
  "~~gone~~ and ~kept~ and ~~~not~~~\n",
  "a~~b~~c ~~ d ~~ ~~**e**~~\n",
  "~~删去。~~后文 3~5天，6~8天\n",
  "*a ~~b* c~~\n",
  // Bare addresses
  "www.example.org and http://example.org, https://example.org/a?b=c&d#e.\n",
  '(www.example.org/a_(b)) https://example.org/a) "https://example.org"\n',
  "https://example.org/a&amp; https://example.org/a;\n",
  "ines@example.org, a.b-c_d@example.co, x@y, @name\n",
  "mailto:ines@example.org xmpp:ines@example.org/a\n",
  "见https://example.org/a。后文 见 https://example.org/a，后文\n",
  "[https://example.org](https://example.org) [a https://example.org b\n",
  "<https://example.org> \\<https://example.org> `https://example.org`\n",
  "www.a_b.example.org www.example.o_rg http:// www. https://localhost\n",
  "*https://example.org* **www.example.org** _https://example.org/a_\n",
  "Https://Example.org WWW.example.org ftp://example.org\n",
  "# https://example.org\n\n- https://example.org\n\n> www.example.org\n",
  // Footnotes
  "words[^1] and more[^two]\n\n[^1]: The first.\n[^two]: The second,\n    on two lines.\n\n    With a paragraph.\n",
  "[^none] and [^ x]\n\n[^a b]: none\n",
  "[^a][^a]\n\n[^a]: with [^a] itself\n",
  "- [^1]: inside\n\n  words[^1]\n",
  "![^1] [^1](u) [[^1]]\n\n[^1]: note\n",
  // Raw HTML that GitHub filters
  "<title>a</title> <script>b</script> <em>c</em>\n",
  "<xmp>\n\na <style> b\n",
];
