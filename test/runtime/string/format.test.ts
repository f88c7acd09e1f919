import { expect, test } from 'vitest';
import { format } from '#runtime/string/format';
import { identifiersIn, substitute } from '#runtime/string/template';

function result(write: () => string): string {
  try {
    return write();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

test('fields take values by name, with width, sign and precision', () => {
  const values = { a: 'ab', n: 42, minus: -4, f: 2.71 };
  expect(format('{a:>5}|{a:<5}|{a:^5}|{n:05d}|{n:+}|{f:.2f}|{a!r:>6}|{n:x}', values)).toBe(
    "   ab|ab   | ab  |00042|+42|2.71|  'ab'|2a",
  );
  expect(format('{minus:*>6}{{}}{minus:06d}', values)).toBe('****-4{}-00004');
  expect(format('{one.two}', { one: { two: 'deep' } })).toBe('deep');
});

test('a format that cannot be read, or a value that is not there, fails as in Python', () => {
  const values = { a: 'x' };
  expect(
    ['{', '}', '{a', '{b}', '{a:q9}', '{a.b}'].map((text) => result(() => format(text, values))),
  ).toEqual([
    "ValueError: Single '{' encountered in format string",
    "ValueError: Single '}' encountered in format string",
    "ValueError: expected '}' before end of string",
    "KeyError: 'b'",
    "ValueError: Invalid format specifier 'q9' for object of type 'str'",
    "AttributeError: 'str' object has no attribute 'b'",
  ]);
});

test('a template has names after dollar signs', () => {
  expect(substitute('$name ${name}x $$', { name: 'a' })).toBe('a ax $');
  expect(result(() => substitute('$other', {}))).toBe("KeyError: 'other'");
  expect(identifiersIn('$a $$ ${b}')).toEqual(['a', 'b']);
});
