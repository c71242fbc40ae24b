/** The media type of a file by its ending, with the charset of what is text. @see RFC 6838 */
export function mediaTypeOf(path: string): string {
  const ending = /\.([a-z\d]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  const type = types[ending];
  if (type === undefined) return "application/octet-stream";
  return /^text\/|javascript$|json$|xml$/.test(type) ? `${type}; charset=utf-8` : type;
}

const types: Readonly<Record<string, string>> = {
  atom: "application/atom+xml",
  avif: "image/avif",
  bib: "application/x-bibtex",
  css: "text/css",
  epub: "application/epub+zip",
  flac: "audio/flac",
  gif: "image/gif",
  html: "text/html",
  ico: "image/vnd.microsoft.icon",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  js: "text/javascript",
  json: "application/json",
  m4a: "audio/mp4",
  md: "text/markdown",
  mjs: "text/javascript",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  oga: "audio/ogg",
  ogg: "audio/ogg",
  opus: "audio/ogg",
  pdf: "application/pdf",
  png: "image/png",
  rss: "application/rss+xml",
  srt: "application/x-subrip",
  svg: "image/svg+xml",
  ttf: "font/ttf",
  txt: "text/plain",
  vtt: "text/vtt",
  wasm: "application/wasm",
  wav: "audio/wav",
  webm: "video/webm",
  webmanifest: "application/manifest+json",
  webp: "image/webp",
  woff: "font/woff",
  woff2: "font/woff2",
  xml: "application/xml",
  zip: "application/zip",
};
