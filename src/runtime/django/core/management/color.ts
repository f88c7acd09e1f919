/**
 * Colours for a terminal. Of the palettes that `DJANGO_COLORS` can name, there are the usual one,
 * for dark backgrounds, and `nocolor`.
 *
 * @module
 */

import { environ } from '../../../os.ts';
import { stdout } from '../../../sys.ts';

/** What a text is, which decides its colour. */
export type Role =
  | 'ERROR'
  | 'SUCCESS'
  | 'WARNING'
  | 'NOTICE'
  | 'SQL_KEYWORD'
  | 'HTTP_INFO'
  | 'HTTP_SUCCESS'
  | 'HTTP_REDIRECT'
  | 'HTTP_NOT_MODIFIED'
  | 'HTTP_BAD_REQUEST'
  | 'HTTP_NOT_FOUND'
  | 'HTTP_SERVER_ERROR';

/** Colours a text; or leaves it as it is. */
export type Paint = (text: string) => string;

/** A colour for each role. @models django.core.management.color:Style */
export type Style = Readonly<Record<Role, Paint>>;

const CODES: Record<Role, string> = {
  ERROR: '31;1',
  SUCCESS: '32;1',
  WARNING: '33;1',
  NOTICE: '31',
  SQL_KEYWORD: '33',
  HTTP_INFO: '1',
  HTTP_SUCCESS: '',
  HTTP_REDIRECT: '32',
  HTTP_NOT_MODIFIED: '36',
  HTTP_BAD_REQUEST: '31;1',
  HTTP_NOT_FOUND: '33',
  HTTP_SERVER_ERROR: '35;1',
};

/** Leaves a text as it is. */
export const plain: Paint = (text) => text;

/** Whether a stream is a terminal. */
export function isTerminal(stream: object): boolean {
  const { isatty } = stream as { isatty?: () => boolean };
  return isatty?.call(stream) ?? false;
}

/** Whether this program's output is a terminal. @models django.core.management.color:supports_color */
export function supportsColor(): boolean {
  return isTerminal(stdout());
}

/** No colours. @models django.core.management.color:no_style */
export function noStyle(): Style {
  return styleOf(() => plain);
}

/** Colours where the output is a terminal, or where they are forced. @models django.core.management.color:color_style */
export function colorStyle(forceColor = false): Style {
  if (!forceColor && !supportsColor()) return noStyle();
  if (environ()['DJANGO_COLORS'] === 'nocolor') return noStyle();
  return styleOf((role) => (text) => `\x1b[${CODES[role]}m${text}\x1b[0m`);
}

function styleOf(paint: (role: Role) => Paint): Style {
  const roles = Object.keys(CODES) as Role[];
  return Object.fromEntries(roles.map((role) => [role, paint(role)])) as Style;
}
