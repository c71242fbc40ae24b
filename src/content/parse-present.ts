import { z } from "zod";

/**
 * The same as `schema.parse(input)`, where every key is known and every value right; `undefined` otherwise, which says
 * nothing of what is wrong.
 *
 * A document has a fourth of the keys that it may have. The schema would go through all of them every time; what the
 * others leave is found out once.
 */
export function parsePresent<T>(schema: z.ZodType<T>, input: unknown): T | undefined {
  const keys = keysOf(schema);
  if (!keys || typeof input !== "object" || input === null) return undefined;
  const typed = input as Readonly<Record<string, unknown>>;
  const value: Record<string, unknown> = {};
  let left = Object.keys(typed).length;
  for (const { key, schema: inner, absent } of keys) {
    if (Object.hasOwn(typed, key)) {
      const result = inner.safeParse(typed[key]);
      if (!result.success) return undefined;
      value[key] = result.data;
      left--;
    } else if (!absent.success) return undefined;
    else if (absent.data !== undefined) value[key] = absent.data;
  }
  // As the schema says of it, key by key.
  return left === 0 ? (value as T) : undefined;
}

/** A key with what it leaves where it is not there. */
interface KnownKey {
  readonly key: string;
  readonly schema: z.ZodType;
  readonly absent: z.ZodSafeParseResult<unknown>;
}

const known = new WeakMap<z.ZodType, readonly KnownKey[] | null>();

/** `null` for what is no map of known keys, or is looked at as a whole, too. */
function keysOf(schema: z.ZodType): readonly KnownKey[] | null {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const keys = isMapOfKnownKeys(schema) ? Object.entries(schema.shape).map(knownKey) : null;
  known.set(schema, keys);
  return keys;
}

function isMapOfKnownKeys(schema: z.ZodType): schema is z.ZodObject<Record<string, z.ZodType>> {
  if (!(schema instanceof z.ZodObject)) return false;
  return schema.def.catchall instanceof z.ZodNever && (schema.def.checks ?? []).length === 0;
}

function knownKey([key, schema]: [string, z.ZodType]): KnownKey {
  const absent = schema.safeParse(undefined);
  // It is the same for all documents.
  if (absent.success) Object.freeze(absent.data);
  return { key, schema, absent };
}
