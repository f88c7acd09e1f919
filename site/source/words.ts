/**
 * How the page speaks of a source.
 *
 * @module
 */

import { CPYTHON_RELEASE, DJANGO_RELEASE } from '../../src/models/permalinks.ts';

/** The name without its module: `BaseHandler.get_response`. */
export function shortName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Whose file it is, as the ledger names files: `Django 2.2.28`. */
export function releaseOf(file: string): string {
  return file.startsWith('cpython/') ? `CPython ${CPYTHON_RELEASE}` : `Django ${DJANGO_RELEASE}`;
}

/** `django/urls/base.py, line 15`, or `lines 15 to 18`. */
export function placeInWords(file: string, first: number, last = first): string {
  const path = file.replace(/^cpython\//, '');
  return last > first ? `${path}, lines ${first} to ${last}` : `${path}, line ${first}`;
}
