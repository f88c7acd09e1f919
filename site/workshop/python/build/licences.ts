/**
 * The licences of what a page runs beside the book, as their authors wrote them.
 *
 * @module
 */

import { unzipSync } from 'fflate';
import { readReady } from './ready.ts';

/** A licence: whose it is, such as `Django-2.2.28`, and its text. */
export interface Licence {
  name: string;
  text: string;
}

/** Those of Django, pytz and sqlparse; none where they are not packed. */
export function packedLicences(): Licence[] {
  const ready = readReady(process.cwd());
  if (!ready) return [];
  const files = unzipSync(ready.code, { filter: ({ name }) => name.startsWith('licences/') });
  return Object.entries(files).map(([path, bytes]) => ({
    name: path.replace(/^licences\/|\.txt$/g, ''),
    text: new TextDecoder().decode(bytes),
  }));
}
