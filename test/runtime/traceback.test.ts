import { describe, expect, it } from 'vitest';

import { DeprecationWarning, ValueError } from '#runtime/builtins';
import { formatException, formatExceptionOnly } from '#runtime/traceback';
import { catchWarnings, warn } from '#runtime/warnings';

describe('formatException', () => {
  it('ends with the name and message, and has the innermost frame last', () => {
    const lines = formatException(new ValueError('no')).split('\n');
    expect(lines[0]).toBe('Traceback (most recent call last):');
    expect(lines.at(-3)).toContain('traceback.test.ts');
    expect(lines.slice(-2)).toEqual(['ValueError: no', '']);
  });

  it('shows no more frames than it is allowed', () => {
    const whole = 'Traceback (most recent call last):\nValueError: no\n';
    expect(formatException(new ValueError('no'), 0)).toBe(whole);
  });

  it('reads the stacks of Firefox and Safari', () => {
    const error = new ValueError('no');
    error.stack = 'home@views.ts:3:9\n@views.ts:1:1\nenter/</<@lib.js:1:200\n';
    expect(formatException(error).split('\n').slice(1, 4)).toEqual([
      '  at enter/</< (lib.js:1:200)',
      '  at views.ts:1:1',
      '  at home (views.ts:3:9)',
    ]);
  });

  it('tells the cause first', () => {
    const error = new Error('second', { cause: new ValueError('first') });
    expect(formatException(error, 0)).toBe(
      'Traceback (most recent call last):\nValueError: first\n\n' +
        'The above exception was the direct cause of the following exception:\n\n' +
        'Traceback (most recent call last):\nError: second\n',
    );
  });

  it('leaves the colon out where there is no message', () => {
    expect(formatExceptionOnly(new ValueError())).toBe('ValueError\n');
  });
});

describe('warn', () => {
  it('tells whoever asks, the innermost only, and nobody once they have gone', () => {
    const inner: string[] = [];
    const outer = catchWarnings(() => {
      warn('one', DeprecationWarning);
      inner.push(...catchWarnings(() => warn('two', DeprecationWarning)).map(String));
    });
    warn('three', DeprecationWarning);
    expect(outer.map(String)).toEqual(['DeprecationWarning: one']);
    expect(inner).toEqual(['DeprecationWarning: two']);
  });
});
