import { beforeEach, describe, expect, test } from 'vitest';
import { Formatter, type FormatterOptions, type LogOptions, LogRecord } from '#runtime/logging';
import { environ } from '#runtime/os';
import { startProcess } from '#runtime/process';
import { setClock } from '#runtime/time';

beforeEach(() => {
  startProcess();
  setClock(() => 1_136_239_445.678);
  environ()['TZ'] = 'America/Chicago';
});

function written(options: FormatterOptions, more: LogOptions = {}, message = 'hi'): string {
  try {
    return new Formatter(options).format(new LogRecord('a.b', 'info', message, more));
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

describe('a record', () => {
  test('is its message alone where no format is given', () => {
    expect(written({})).toBe('hi');
  });

  test('is written in any of the three styles', () => {
    expect(written({ format: '%(levelname)s %(name)s %(asctime)s %(message)s' })).toBe(
      'INFO a.b 2006-01-02 16:04:05,678 hi',
    );
    expect(
      written({ format: '%(levelname)-10s|%(levelno)5d|%(message)r|%(created)f|%(created).2f' }),
    ).toBe("INFO      |   20|'hi'|1136239445.678000|1136239445.68");
    expect(
      written({
        style: '{',
        format: '{levelname:>10}|{levelno:05d}|{message!r}|{name:*^9}|{created:.1f}|{{}}',
      }),
    ).toBe("      INFO|00020|'hi'|***a.b***|1136239445.7|{}");
    expect(written({ style: '$', format: '$levelname ${name}x $$ $message' })).toBe(
      'INFO a.bx $ hi',
    );
    expect(written({ format: '%(threadName)s %(processName)s' })).toBe('MainThread MainProcess');
  });

  test('shows its time as strftime is told, in the zone of the process', () => {
    expect(written({ format: '%(asctime)s', datefmt: '%d/%b/%Y %H:%M:%S' })).toBe(
      '02/Jan/2006 16:04:05',
    );
    expect(
      written({
        format: '%(asctime)s',
        datefmt: '%Y-%m-%dT%H:%M:%S%z %Z %a %A %b %B %j %p %I %y %% %q',
      }),
    ).toBe('2006-01-02T16:04:05-0600 CST Mon Monday Jan January 002 PM 04 06 % %q');
  });

  test('shows what the caller added, by its name in Python too', () => {
    const extra = { statusCode: 404 };
    expect(written({ format: '%(status_code)s %(statusCode)s' }, { extra })).toBe('404 404');
    const missing = "ValueError: Formatting field not found in record: 'nope'";
    expect([
      written({ format: '%(nope)s' }),
      written({ format: '{nope}', style: '{' }),
      written({ format: '$nope', style: '$' }),
    ]).toEqual([missing, missing, missing]);
  });

  test('has its exception below, on a line of its own', () => {
    const excInfo = new RangeError('far');
    for (const message of ['x', 'x\n']) {
      expect(written({}, { excInfo }, message)).toMatch(
        /^x\nTraceback \(most recent call last\):\n.*RangeError: far$/s,
      );
    }
  });
});

test('a format that shows nothing, or cannot be read, is refused', () => {
  const refusals = (
    [
      ['x', '%'],
      ['%(message)z', '%'],
      ['{x', '{'],
      ['hello', '{'],
      ['$$', '$'],
      ['x', '?'],
    ] as [string, '%'][]
  ).map(([format, style]) => written({ format, style }));
  expect(refusals).toEqual([
    "ValueError: Invalid format 'x' for '%' style",
    "ValueError: Invalid format '%(message)z' for '%' style",
    "ValueError: invalid format: expected '}' before end of string",
    'ValueError: invalid format: no fields',
    'ValueError: invalid format: no fields',
    'ValueError: Style must be one of: %,{,$',
  ]);
  expect(written({ format: 'x', validate: false })).toBe('x');
});
