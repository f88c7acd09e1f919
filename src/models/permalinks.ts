/**
 * Addresses of lines at the releases that the book speaks of.
 *
 * @module
 */

/** The release whose lines are cited; a file under `cpython/` is CPython's, any other Django's. */
export const DJANGO_RELEASE = '2.2.28';

/** The release of CPython whose lines are cited. */
export const CPYTHON_RELEASE = '3.13.0';

/** The licence under which Django's source is. */
export const DJANGO_LICENCE = `https://github.com/django/django/blob/${DJANGO_RELEASE}/LICENSE`;

const CPYTHON = 'cpython/';

/** The address of a line, or of the lines up to `last`, of a file as the ledger names it. */
export function permalink(file: string, line: number, last = line): string {
  const anchor = last > line ? `#L${line}-L${last}` : `#L${line}`;
  return file.startsWith(CPYTHON)
    ? `https://github.com/python/cpython/blob/v${CPYTHON_RELEASE}/${file.slice(CPYTHON.length)}${anchor}`
    : `https://github.com/django/django/blob/${DJANGO_RELEASE}/${file}${anchor}`;
}

/** A link to lines in a text. */
export interface CitedLink {
  /** Where it stands in the text. */
  offset: number;
  /** As the ledger names a file. */
  file: string;
  /** The first line and the last. */
  lines: number[];
}

const LINK =
  /https:\/\/github\.com\/(django\/django\/blob\/2\.2\.28|python\/cpython\/blob\/v3\.13\.0)\/([^#\s)"']+)#L(\d+)(?:-L(\d+))?/g;

/** The links to lines of these releases in a text, in order. */
export function citedLinks(text: string): CitedLink[] {
  return [...text.matchAll(LINK)].map(
    ({ index, 1: repository = '', 2: path = '', 3: from, 4: to }) => ({
      offset: index,
      file: repository.startsWith('python') ? CPYTHON + path : path,
      lines: [from, to].filter((line) => line !== undefined).map(Number),
    }),
  );
}
