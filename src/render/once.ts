/**
 * Work something out when it is first asked for, and only then: some of what a view has takes longer than the rest of
 * the page, and most themes show little of it.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
