/** A thing of schema.org, or a reference to one; what is `null` or an empty list is not written. */
export interface Node {
  readonly [property: string]: string | number | Node | readonly (string | Node)[] | null;
}
