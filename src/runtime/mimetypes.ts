/**
 * Content types by a file's ending.
 *
 * @module
 */

const TYPES: Record<string, string> = {
  css: 'text/css',
  csv: 'text/csv',
  gif: 'image/gif',
  htm: 'text/html',
  html: 'text/html',
  ico: 'image/vnd.microsoft.icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'application/javascript',
  json: 'application/json',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  tar: 'application/x-tar',
  txt: 'text/plain',
  xml: 'text/xml',
  zip: 'application/zip',
};

const ENCODINGS: Record<string, string> = { bz2: 'bzip2', gz: 'gzip', xz: 'xz' };

/** The content type of a file by its name, and how it is compressed; `null` where that is unknown. @models mimetypes:guess_type */
export function guessType(name: string): [type: string | null, encoding: string | null] {
  const endings = name.toLowerCase().split('.').slice(1);
  const encoding = ENCODINGS[endings.at(-1) ?? ''] ?? null;
  if (encoding !== null) endings.pop();
  return [TYPES[endings.at(-1) ?? ''] ?? null, encoding];
}
