/** A thing of schema.org, or a reference to one; what is `undefined` is not written. */
export interface Node {
  readonly [property: string]: string | number | Node | readonly (string | Node)[] | undefined;
}

/** A list, unless there is nothing in it. */
export function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
