/**
 * The UTF-16 units of a text as numbers, with a few line feeds behind them: who goes through a text unit by unit takes
 * a fourth of the time that it takes to ask the text for each.
 *
 * @returns Mostly in room that is used again: it holds until the next call.
 */
export function unitsOf(text: string): Uint16Array {
  const size = text.length + behind;
  const units = size > room.length ? new Uint16Array(size) : room;
  const bytes = Buffer.from(units.buffer, 0, 2 * text.length);
  bytes.write(text, "utf16le");
  if (!isLittleEndian) bytes.swap16();
  units.fill(lineFeed, text.length, size);
  return units;
}

/** Line feeds, so that signs behind the end need not be asked for with care. */
const behind = 4;
const lineFeed = 10;

/** Longer texts are seldom met. */
const room = new Uint16Array(64 * 1024);

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
