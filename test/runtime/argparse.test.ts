import { beforeEach, describe, expect, test } from 'vitest';
import { ArgumentParser } from '#runtime/argparse';
import { SystemExit } from '#runtime/builtins';
import { StringIO } from '#runtime/io';
import { startProcess } from '#runtime/process';
import { setStreams } from '#runtime/sys';
import { wrap } from '#runtime/textwrap';

let stdout: StringIO;
let stderr: StringIO;

beforeEach(() => {
  startProcess();
  stdout = new StringIO();
  stderr = new StringIO();
  setStreams({ stdout, stderr });
});

function parser(): ArgumentParser {
  const made = new ArgumentParser({ prog: 'manage.py check', description: 'Checks the project.' });
  made.addArgument('args', { metavar: 'app_label', nargs: '*' });
  made.addArgument('--tag', '-t', { action: 'append', dest: 'tags', help: 'Only with this tag.' });
  made.addArgument('--deploy', { action: 'store_true' });
  made.addArgument('--ipv6', '-6', { action: 'store_true', dest: 'use_ipv6' });
  made.addArgument('--noreload', { action: 'store_false', dest: 'use_reloader' });
  made.addArgument('--no-color', { action: 'store_true' });
  made.addArgument('-v', '--verbosity', { default: 1, type: 'int', choices: [0, 1, 2, 3] });
  made.addArgument('--version', { action: 'version', version: '2.2.28' });
  return made;
}

const parse = (line: string) => parser().parseArgs(line === '' ? [] : line.split(' '));

/** Runs something that ends the program, and gives the status. */
function statusOf(step: () => unknown): unknown {
  try {
    step();
  } catch (error) {
    if (error instanceof SystemExit) return error.code;
    throw error;
  }
  return 'went on';
}

describe('a command line', () => {
  test('leaves what it does not name at its default', () => {
    expect(parse('')).toEqual({
      args: [],
      tags: null,
      deploy: false,
      use_ipv6: false,
      use_reloader: true,
      no_color: false,
      verbosity: 1,
    });
  });

  test.each([
    ['polls -v 2 --deploy', { args: ['polls'], verbosity: 2, deploy: true }],
    ['--verbosity=3 -t a --tag b', { verbosity: 3, tags: ['a', 'b'] }],
    ['-tsecurity -v2', { tags: ['security'], verbosity: 2 }],
    ['-6tx --nore', { use_ipv6: true, tags: ['x'], use_reloader: false }],
    ['-6v2 -t=x', { use_ipv6: true, verbosity: 2, tags: ['x'] }],
    ['--verb 2', { verbosity: 2 }],
    ['a -- -- b', { args: ['a', '--', 'b'] }],
    ['a b -- --deploy', { args: ['a', 'b', '--deploy'], deploy: false }],
    ['-v +1', { verbosity: 1 }],
    ['- a', { args: ['-', 'a'] }],
  ])('gives values: %s', (line, values) => {
    expect(parse(line)).toMatchObject(values);
  });

  test.each([
    ['--foo', 'unrecognized arguments: --foo'],
    ['a -v 2 b', 'unrecognized arguments: b'],
    ['-v', 'argument -v/--verbosity: expected one argument'],
    ['-v x', "argument -v/--verbosity: invalid int value: 'x'"],
    ['-v 9', 'argument -v/--verbosity: invalid choice: 9 (choose from 0, 1, 2, 3)'],
    ['--deploy=1', "argument --deploy: ignored explicit argument '1'"],
    ['-6x', "argument --ipv6/-6: ignored explicit argument 'x'"],
    ['--no', 'ambiguous option: --no could match --noreload, --no-color'],
  ])('that is wrong prints the usage and ends with 2: %s', (line, message) => {
    expect(statusOf(() => parse(line))).toBe(2);
    expect(stderr.getvalue()).toBe(`${parser().formatUsage()}manage.py check: error: ${message}\n`);
  });

  test('may have words that fit nowhere, where that is asked for', () => {
    const [values, extras] = parser().parseKnownArgs(['a', '--foo', 'b', '--deploy']);
    expect([values['args'], values['deploy'], extras]).toEqual([['a'], true, ['--foo', 'b']]);
  });

  test('has to name what is required', () => {
    const strict = new ArgumentParser({ prog: 'x' });
    strict.addArgument('label', { nargs: '+' });
    strict.addArgument('--key', { required: true });
    strict.addArgument('place', { nargs: '?' });
    expect(statusOf(() => strict.parseArgs([]))).toBe(2);
    expect(stderr.getvalue()).toContain('the following arguments are required: label, --key');
    expect(strict.parseArgs(['a', 'b', '--key', 'k'])).toEqual({
      label: ['a', 'b'],
      key: 'k',
      place: null,
    });
  });

  test('knows negative numbers from options, unless an option is one', () => {
    const plain = new ArgumentParser();
    plain.addArgument('number', { type: 'int' });
    expect(plain.parseArgs(['-5'])).toEqual({ number: -5 });
    expect(statusOf(() => parse('-5'))).toBe(2);
  });
});

describe('help', () => {
  test('is laid out for a terminal of 80 columns', () => {
    expect(parser().formatHelp())
      .toBe(`usage: manage.py check [-h] [--tag TAGS] [--deploy] [--ipv6] [--noreload]
                       [--no-color] [-v {0,1,2,3}] [--version]
                       [app_label ...]

Checks the project.

positional arguments:
  app_label

options:
  -h, --help            show this help message and exit
  --tag TAGS, -t TAGS   Only with this tag.
  --deploy
  --ipv6, -6
  --noreload
  --no-color
  -v {0,1,2,3}, --verbosity {0,1,2,3}
  --version             show program's version number and exit
`);
  });

  test('is as narrow as it can be', () => {
    const small = new ArgumentParser({ prog: 'x', addHelp: false });
    small.addArgument('--a', { help: 'first' });
    small.addArgument('b', { nargs: '+', help: 'second' });
    expect(small.formatHelp()).toBe(
      'usage: x [--a A] b [b ...]\n\npositional arguments:\n  b      second\n\noptions:\n  --a A  first\n',
    );
  });

  test('and version are printed and end the program well', () => {
    expect(statusOf(() => parse('--version'))).toBe(0);
    expect(statusOf(() => parse('--help'))).toBe(0);
    expect(stdout.getvalue()).toBe(`2.2.28\n${parser().formatHelp()}`);
  });
});

test('text is wrapped at blanks and after hyphens', () => {
  expect(wrap('a non-zero status  and --settings', 10)).toEqual([
    'a non-zero',
    'status',
    'and',
    '--settings',
  ]);
  expect(wrap('a non-zero', 7)).toEqual(['a non-', 'zero']);
  expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  expect(wrap('', 4)).toEqual([]);
});
