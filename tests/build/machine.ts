import fc from "fast-check";
import { vi } from "vitest";
import { randomFrom } from "../../bench/corpus/random.js";
import type { FileEntry } from "../../src/io/file-system.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";

/** What differs from one machine to another, and must not make another site. */
export interface Machine {
  /** IANA name. */
  readonly timezone: string;
  /** The language that programs are to speak. */
  readonly locale: string;
  /** The order in which folders are listed, by the number that it is shuffled with. */
  readonly order: number;
}

/** Zones at both ends of the day and off the hour; languages with letters, digits and an order of their own. */
export const machine: fc.Arbitrary<Machine> = fc.record({
  timezone: fc.constantFrom("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"),
  locale: fc.constantFrom("en-US", "tr-TR", "ar-EG", "zh-CN", "sv-SE", "th-TH-u-ca-buddhist"),
  order: fc.nat(),
});

/** A disk in memory whose folders are listed in an order that can be changed. */
export class ShuffledDisk extends MemoryFileSystem {
  order = 0;

  override list(folder: string): readonly FileEntry[] {
    const random = randomFrom(this.order);
    return super
      .list(folder)
      .map((entry) => ({ entry, at: random.below(1_000_000) }))
      .sort((a, b) => a.at - b.at)
      .map(({ entry }) => entry);
  }
}

/** Run something as on a machine. What asks for no language gets that of the machine. */
export async function onMachine<T>(
  disk: ShuffledDisk,
  { timezone, locale, order }: Machine,
  run: () => Promise<T>,
): Promise<T> {
  disk.order = order;
  vi.stubEnv("TZ", timezone);
  const restore = speak(locale);
  try {
    return await run();
  } finally {
    restore();
    vi.unstubAllEnvs();
  }
}

const constructors = [
  "Collator",
  "DateTimeFormat",
  "DisplayNames",
  "ListFormat",
  "NumberFormat",
  "PluralRules",
  "RelativeTimeFormat",
  "Segmenter",
] as const;

/** Functions that take a language, by their owner, with where among their arguments it stands. */
const methods: readonly [object, string, number][] = [
  [String.prototype, "localeCompare", 1],
  [String.prototype, "toLocaleLowerCase", 0],
  [String.prototype, "toLocaleUpperCase", 0],
  [Number.prototype, "toLocaleString", 0],
  [BigInt.prototype, "toLocaleString", 0],
  [Array.prototype, "toLocaleString", 0],
  [Date.prototype, "toLocaleString", 0],
  [Date.prototype, "toLocaleDateString", 0],
  [Date.prototype, "toLocaleTimeString", 0],
];

/** Node reads the language of its machine once, when it starts; so all that would ask for it is told another. */
function speak(locale: string): () => void {
  const undo: (() => void)[] = [];
  const replace = (owner: object, name: string, at: number): void => {
    const before: unknown = Reflect.get(owner, name);
    if (typeof before !== "function") throw new TypeError(`Expected a function ${name}`);
    const given = (args: unknown[]): unknown[] => {
      const all = [...args];
      all[at] ??= locale;
      return all;
    };
    const after = new Proxy(before, {
      apply: (target, self, args: unknown[]): unknown => Reflect.apply(target, self, given(args)),
      construct: (target, args: unknown[], made): object =>
        Reflect.construct(target, given(args), made) as object,
    });
    const { enumerable = false } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
    Object.defineProperty(owner, name, { value: after, configurable: true, writable: true, enumerable });
    undo.push(() => {
      Object.defineProperty(owner, name, { value: before, configurable: true, writable: true, enumerable });
    });
  };
  for (const name of constructors) replace(Intl, name, 0);
  for (const [owner, name, at] of methods) replace(owner, name, at);
  return () => {
    for (const each of undo.reverse()) each();
  };
}
