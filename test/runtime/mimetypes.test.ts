import { expect, it } from 'vitest';
import { guessType } from '#runtime/mimetypes';

it.each([
  ['a.html', 'text/html', null],
  ['A.HTML', 'text/html', null],
  ['a.tar.gz', 'application/x-tar', 'gzip'],
  ['a.TGZ', 'application/x-tar', 'gzip'],
  ['a.csv.bz2', 'text/csv', 'bzip2'],
  ['a.Z', null, 'compress'],
  ['.html', null, null],
  ['dir.d/file', null, null],
  ['a.b.unknown', null, null],
  ['data:text/css;x,y', 'text/css', null],
])('%s has the type %s and the encoding %s', (name, type, encoding) => {
  expect(guessType(name)).toEqual([type, encoding]);
});
