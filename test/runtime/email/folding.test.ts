import { expect, test } from 'vitest';
import { foldAscii, foldUnicode } from '#runtime/email/folding';
import { encodeQuotedPrintable } from '#runtime/email/quoted-printable';

test('a long header is broken before a word, so that no line has more than 78 characters', () => {
  expect(foldAscii('word '.repeat(20).trim(), 'Subject: '.length)).toBe(
    `${Array(14).fill('word').join(' ')}\n ${Array(6).fill('word').join(' ')}`,
  );
});

test('it is broken after a semicolon or a comma rather than elsewhere', () => {
  const people = Array.from({ length: 4 }, (_, index) => `person${index}@example.org`).join(', ');
  expect(foldAscii(people, 'To: '.length)).toBe(
    'person0@example.org, person1@example.org, person2@example.org,\n person3@example.org',
  );
});

test('a word that fits on no line has one of its own', () => {
  expect(foldAscii('w'.repeat(80), 9)).toBe(`\n ${'w'.repeat(80)}`);
  expect(foldAscii('w'.repeat(80))).toBe('w'.repeat(80));
});

test('text outside ASCII becomes encoded words of at most 75 characters, all of one kind', () => {
  expect(foldUnicode('gbaf céüüdbébéfeabcééefcéaeaaeacdaédüg c')).toBe(
    '=?utf-8?b?Z2JhZiBjw6nDvMO8ZGLDqWLDqWZlYWJjw6nDqWVmY8OpYWVhYWVhY2Rhw6lkw7xn?=\n =?utf-8?b?IGM=?=',
  );
  expect(foldUnicode('Grüße')).toBe('=?utf-8?b?R3LDvMOfZQ==?=');
});

test('a long line of a body is broken softly, never inside an escape', () => {
  expect(encodeQuotedPrintable(`${'x'.repeat(74)}éz`)).toBe(`${'x'.repeat(74)}=\n=C3=A9z`);
  expect(encodeQuotedPrintable('short = \nx')).toBe('short =3D=20\nx');
  expect(encodeQuotedPrintable(`${'x'.repeat(75)} `)).toBe(`${'x'.repeat(75)}=\n=20`);
});
