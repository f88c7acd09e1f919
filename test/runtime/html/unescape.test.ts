import { expect, it } from 'vitest';
import { unescape } from '#runtime/html/unescape';

it.each([
  ['&lt;&gt&quot;&apos;&amp;amp;', '<>"\'&amp;'],
  ['&sol;&bsol;&period;', '/\\.'],
  ['&notit;&ampx', '¬it;&x'],
  ['&eacute;&Auml&copy', 'éÄ©'],
  ['&#46;&#x2F;&#X2f', './/'],
  ['&#128;&#0;&#xd800;&#x110000;', '€\ufffd\ufffd\ufffd'],
  ['&#1;&#xFFFF;&#xFDD0;&#13;', '\r'],
  ['& &; &# &#x; &nosuch; a&', '& &; &# &#x; &nosuch; a&'],
])('%j without its character references is %j', (text, expected) => {
  expect(unescape(text)).toBe(expected);
});
