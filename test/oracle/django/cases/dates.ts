/**
 * Cases of the dates of HTTP.
 *
 * @module
 */

import type { Case, Json } from '../../model.ts';
import { calls } from './calls.ts';

const MOMENTS: Json[] = [
  null,
  0,
  1_556_668_800.9,
  -1,
  -0.5,
  0.999_999_4,
  0.999_999_6,
  951_827_696,
  4_102_444_800,
  253_402_300_799,
  253_402_300_800,
  -62_135_596_800,
  -62_135_596_801,
  1e18,
  1e30,
  { float: 'nan' },
  { float: 'inf' },
];

const DATES = [
  'Sun, 06 Nov 1994 08:49:37 GMT',
  'Sunday, 06-Nov-94 08:49:37 GMT',
  'Sun Nov  6 08:49:37 1994',
  'Sun Nov 16 08:49:37 1994',
  'Sunday, 06-Nov-69 08:49:37 GMT',
  'Sunday, 06-Nov-70 08:49:37 GMT',
  'Sun, 06 Nov 0050 08:49:37 GMT',
  'Sun, 06 Nov 0099 08:49:37 GMT',
  'Xyz, 06 nOV 1994 08:49:37 GMT',
  'Sun, 06 Nov 1994 08:49:37 GMT\n',
  ' Sun, 06 Nov 1994 08:49:37 GMT',
  'Sun, 06 Nov 1994 08:49:37 +0000',
  'Sun, 6 Nov 1994 08:49:37 GMT',
  'Sun, 31 Nov 1994 08:49:37 GMT',
  'Sun, 29 Feb 2000 23:59:59 GMT',
  'Sun, 29 Feb 1900 23:59:59 GMT',
  'Sun, 06 Abc 1994 08:49:37 GMT',
  'Sun, 06 Nov 1994 24:00:00 GMT',
  'Sun, 06 Nov 1994 08:49:60 GMT',
  'Sun, 00 Nov 1994 08:49:37 GMT',
  'Sun, ٠٦ Nov ١٩٩٤ ٠٨:٤٩:٣٧ GMT',
  "It's no date",
  'nicht "heute" und it\'s \\ schön\t€\u2028😀',
  '',
];

/** The 50 cases of suite django-dates. */
export function dateCases(): Case[] {
  return [
    ...calls('http_date', MOMENTS),
    ...calls('cookie_date', [null, 0, 1_556_668_800.9, 784_111_777]),
    ...calls('parse_http_date', DATES),
    ...calls('parse_http_date_safe', [
      ...DATES.slice(0, 1),
      ...DATES.slice(9, 10),
      ...DATES.slice(-3),
    ]),
  ];
}
