import type { Nodes } from "mdast";

/** Where a text starts in its file; everything counts from 0. */
export interface TextStart {
  /** UTF-16 offset. */
  readonly offset: number;
  readonly line: number;
  /** For the text's first line only. */
  readonly column: number;
}

/** Move the places of a node and of all that is in it from those in a text to those in its file. */
export function shiftPositions(node: Nodes, by: TextStart): void {
  if (node.position) {
    const { start, end } = node.position;
    // Points may be shared between nodes, so each is made anew.
    node.position = { start: shifted(start, by), end: shifted(end, by) };
  }
  if ("children" in node) for (const child of node.children) shiftPositions(child, by);
}

type Point = NonNullable<Nodes["position"]>["start"];

function shifted({ line, column, offset = 0 }: Point, by: TextStart): Point {
  return {
    line: line + by.line,
    column: line === 1 ? column + by.column : column,
    offset: offset + by.offset,
  };
}
