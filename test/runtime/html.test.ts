import { expect, it } from 'vitest';

import { escape } from '#runtime/html';

it.each([
  [`<a href="x">'&</a>`, true, '&lt;a href=&quot;x&quot;&gt;&#x27;&amp;&lt;/a&gt;'],
  [`<"'>`, false, `&lt;"'&gt;`],
  ['&lt;', true, '&amp;lt;'],
])('escapes %s as CPython does, with quotes: %s', (text, quote, escaped) => {
  expect(escape(text, quote)).toBe(escaped);
});
