import { readFileSync } from "node:fs";
import { format } from "prettier";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { helpers, ownHelpers } from "../../src/render/helpers.js";
import { programWords } from "../../src/render/program-words.js";

const docs = new URL("../../docs/templates.md", import.meta.url);
const marker =
  "<!-- What follows is made from src/render/views by `npx vitest run tests/render/docs.test.ts -u`. -->";
const files = ["pages", "common", "interview", "recording", "citation", "people"];

/** The reference of all views as the types and their comments say it. */
function reference(): string {
  const parts = files.map((file) => {
    const path = new URL(`../../src/render/views/${file}.ts`, import.meta.url);
    const source = ts.createSourceFile(
      path.pathname,
      readFileSync(path, "utf8"),
      ts.ScriptTarget.Latest,
      true,
    );
    return source.statements.filter(ts.isInterfaceDeclaration).map(section).join("\n");
  });
  return parts.join("\n");
}

function section(declaration: ts.InterfaceDeclaration): string {
  const base = declaration.heritageClauses?.[0]?.types[0]?.getText();
  const basis = base === undefined ? "" : ` Has the fields of [${base}](#${base.toLowerCase()}), too.`;
  return `### ${declaration.name.text}\n\n${commentOf(declaration)}${basis}\n\n${membersOf(declaration.members, 0)}`;
}

function membersOf(members: ts.NodeArray<ts.TypeElement>, depth: number): string {
  return members
    .filter(ts.isPropertySignature)
    .map((member) => {
      const comment = commentOf(member);
      const nested = literalIn(member.type);
      const line = `${"  ".repeat(depth)}- \`${member.name.getText()}\`: ${typeInWords(member.type)}${comment && ` — ${comment}`}\n`;
      return line + (nested ? membersOf(nested.members, depth + 1) : "");
    })
    .join("");
}

/** The object type that is written out in a type, if there is one. */
function literalIn(type: ts.TypeNode | undefined): ts.TypeLiteralNode | undefined {
  if (!type) return undefined;
  if (ts.isTypeLiteralNode(type)) return type;
  return ts.forEachChild(type, (child) => (ts.isTypeNode(child) ? literalIn(child) : undefined));
}

function typeInWords(type: ts.TypeNode | undefined): string {
  if (!type) return "anything";
  if (ts.isTypeOperatorNode(type)) return typeInWords(type.type);
  if (ts.isParenthesizedTypeNode(type)) return typeInWords(type.type);
  if (ts.isArrayTypeNode(type)) return `list of ${typeInWords(type.elementType)}`;
  if (ts.isUnionTypeNode(type)) return type.types.map(typeInWords).join(" or ");
  if (ts.isTypeLiteralNode(type)) return "object";
  const text = type.getText();
  if (text.startsWith("Readonly<Record")) return "map";
  if (text === "string") return "text";
  if (text === "boolean") return "yes or no";
  if (text === "null") return "`null`";
  return text.endsWith("View")
    ? `[${text}](#${text.toLowerCase()})`
    : /^["']/.test(text)
      ? `\`${text}\``
      : text;
}

function commentOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(comment?.comment) ?? "").replace(/\s+/g, " ");
}

describe("docs/templates.md", () => {
  it("lists every field of every view", async () => {
    const text = readFileSync(docs, "utf8");
    const [written = ""] = text.split(marker);
    const whole = await format(`${written.trimEnd()}\n\n${marker}\n\n${reference()}`, {
      parser: "markdown",
      printWidth: 110,
    });
    await expect(whole).toMatchFileSnapshot(docs.pathname);
  });

  it("names every helper and every word that the program asks for", () => {
    const text = readFileSync(docs, "utf8");
    for (const name of [...Object.keys(helpers), ...Object.keys(ownHelpers), ...programWords]) {
      expect(text).toContain(`\`${name}\``);
    }
  });
});
