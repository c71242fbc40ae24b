/**
 * The media type of a recording by the end of its address, or `null` where that says nothing: the address may be a
 * page with a player on it.
 *
 *     https://media.example.org/talk.mp3?from=feed
 *                                   ^^^
 *
 * @see https://developer.mozilla.org/docs/Web/Media/Guides/Formats/Containers for what browsers play
 */
export function mediaTypeOf(address: string): string | null {
  const ending = /\.([a-z\d]+)(?:[?#].*)?$/i.exec(address)?.[1];
  return ending === undefined ? null : (types.get(ending.toLowerCase()) ?? null);
}

const types: ReadonlyMap<string, string> = new Map([
  ["aac", "audio/aac"],
  ["flac", "audio/flac"],
  ["m4a", "audio/mp4"],
  ["mp3", "audio/mpeg"],
  ["oga", "audio/ogg"],
  ["ogg", "audio/ogg"],
  ["opus", "audio/ogg"],
  ["wav", "audio/wav"],
  ["weba", "audio/webm"],
  ["m4v", "video/mp4"],
  ["mov", "video/quicktime"],
  ["mp4", "video/mp4"],
  ["ogv", "video/ogg"],
  ["webm", "video/webm"],
]);
