import { expect, test } from 'vitest';
import { conditionalEscape, escape } from '#runtime/django/utils/html';
import { markSafe, SafeText } from '#runtime/django/utils/safestring';

test('what means something in HTML is escaped, and the result is marked', () => {
  const text = escape(`<a href="x" title='y'>&</a>`);
  expect(String(text)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;');
  expect(text).toBeInstanceOf(SafeText);
});

test('escaping twice escapes twice, unless the mark is heeded', () => {
  expect(String(escape(escape('&')))).toBe('&amp;amp;');
  expect(String(conditionalEscape(escape('&')))).toBe('&amp;');
  expect(String(conditionalEscape('&'))).toBe('&amp;');
});

test('marked text behaves like text and is marked once', () => {
  const safe = markSafe('<b>');
  expect(`${safe}!`).toBe('<b>!');
  expect(markSafe(safe)).toBe(safe);
  expect(safe.__html__()).toBe(safe);
});
