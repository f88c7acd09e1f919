/**
 * Cases of the headers of multipart forms: boundaries, dispositions and names of files.
 *
 * @module
 */

import type { Case } from '../../model.ts';
import { end, field, file, multipart, part, posted } from './multipart-parts.ts';

const TYPES = [
  'multipart/form-data',
  'multipart/form-data;',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=""',
  'multipart/form-data; boundary="B"',
  'multipart/form-data; Boundary = B ; x',
  'multipart/form-data; boundary=B; boundary=C',
  "multipart/form-data; boundary*=utf-8''B",
  "multipart/form-data; boundary*=utf-8''%c3%a9",
  "multipart/form-data; boundary*=no-such''%42",
  'multipart/form-data; boundary=B ',
  'multipart/form-data; boundary="B "',
  'multipart/form-data; boundary="B\n"',
  `multipart/form-data; boundary=${'b'.repeat(201)}`,
  `multipart/form-data; boundary=${'b'.repeat(202)}`,
  'multipart/form-data; boundary=\xe9',
  'multipart/form-data; boundary=B; x="\x7f',
  ' multipart/form-data; boundary=B',
  'Multipart/Form-Data; boundary=B',
  'multipart/mixed; boundary=B',
  'multipart/form-data, boundary=B',
  'multipart/form-data; charset=latin-1; boundary=B',
  'multipart/form-data; charset=utf-16; boundary=B',
  'multipart/form-data; charset=hex; boundary=B',
  'multipart/form-data; boundary="B;C"',
  'multipart/form-data; boundary="B\\"C"',
];

const DISPOSITIONS = [
  'form-data',
  'form-data; name',
  'form-data; name=',
  'form-data; name=a',
  "form-data; name='a'",
  'form-data; name="a;b"; x="y"',
  'form-data; name="a\\"b"',
  'form-data; name="a\\\\"',
  'form-data; name="a"b"',
  'form-data; name="a; filename="b"',
  'form-data; NAME="a"',
  'form-data; name="a"; name="b"',
  'form-data;name=a;filename=b',
  'form-data ; name = a ; filename = b',
  "form-data; name*=utf-8''%c3%a9",
  "form-data; name*=utf-8'de'%c3%a9 x",
  "form-data; name*=latin-1''%e9",
  "form-data; name*=no-such''%e9",
  "form-data; name*=no-such''e",
  "form-data; name*=''%41",
  "form-data; name*=utf-8'%41",
  "form-data; name*=utf-8''\xff",
  "form-data; na'me*=utf-8'x",
  'form-data; name*="quoted"',
  'form-data; n\xe9=x; name=a',
  'attachment; name=a',
  '; name=a',
  'form-data; name="__proto__"',
];

const FILENAMES = [
  '../../etc/passwd',
  '..\\..\\boot.ini',
  'C:\\dir\\a.txt',
  '/',
  '\\',
  '.',
  '..',
  '/..',
  'a/.',
  ' ',
  ' a ',
  '\xc3\xa9\xe2\x82\xac.txt',
  '\xe9\xff.txt',
  'a\\"b.txt',
  'a;b=c.txt',
  'nul\x00l.txt',
  'a\tb\x7f.txt',
  `${'x'.repeat(300)}.txt`,
  `${'\xc3\xa9'.repeat(300)}.${'y'.repeat(300)}`,
  'x'.repeat(300),
  '&amp;.txt',
  '&#x2e;&#46;&#x2F;a&sol;b&bsol;c',
  '&period;&period;',
  'a&#0;b&#13;c&#x80;d&#xD800;e&#x110000;f&#1;g&#xFFFF;',
  '&lt&gt&notit;&ampx;&nosuch;&;&#;&#x;',
  '&copy&reg;&eacute;&Auml',
];

/** Cases of boundaries, dispositions and names of files. */
export function headerCases(): Case[] {
  const form = [field('a', '1'), file('f', 'n', 'c'), end()];
  const long = (length: number) =>
    part([`X: ${'x'.repeat(length)}`, 'Content-Disposition: form-data; name="a"'], '1');
  const types = ['', 'text/html; charset=utf-8; x="y z"', 'TEXT/X', "a; b*=utf-8''%c3%a9", '\xff'];
  return [
    ...TYPES.map((type, index) => posted(`type/${index + 1}`, type, form)),
    ...DISPOSITIONS.map((disposition, index) =>
      multipart(`disposition/${index + 1}`, [
        part([`Content-Disposition: ${disposition}`], '1'),
        end(),
      ]),
    ),
    ...FILENAMES.map((name, index) =>
      multipart(`filename/${index + 1}`, [file('f', name, 'x'), end()]),
    ),
    ...types.map((type, index) =>
      multipart(`content-type/${index + 1}`, [
        part(['Content-Disposition: form-data; name=f; filename=a', `Content-Type: ${type}`], 'x'),
        end(),
      ]),
    ),
    ...[900, 960, 970, 980, 2000].map((length) =>
      multipart(`long header/${length}`, [long(length), field('b', '2'), end()]),
    ),
    multipart('filename/names of HTML', [file('f', '&Alpha;&hellip;&amp;.txt', 'x'), end()]),
    multipart('header/space', [part(['Content-Disposition : form-data; name=a'], '1'), end()]),
    multipart('header/case', [part(['CONTENT-DISPOSITION: FORM-DATA; NAME=A'], '1'), end()]),
    multipart('header/twice', [
      part(
        ['Content-Disposition: form-data; name=a', 'Content-Disposition: form-data; name=b'],
        '1',
      ),
      end(),
    ]),
    multipart('header/folded', [part(['Content-Disposition: form-data;', ' name=a'], '1'), end()]),
    multipart('header/no colon', [
      part(['nonsense', 'Content-Disposition: x; name=a'], '1'),
      end(),
    ]),
  ];
}
