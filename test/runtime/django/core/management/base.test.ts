import { beforeEach, describe, expect, test } from 'vitest';
import { SystemExit } from '#runtime/builtins';
import { setup } from '#runtime/django';
import { freshSettings } from '#runtime/django/conf';
import * as checks from '#runtime/django/core/checks';
import { callCommand } from '#runtime/django/core/management';
import {
  BaseCommand,
  CommandError,
  type CommandParser,
  type Options,
  OutputWrapper,
  SystemCheckError,
} from '#runtime/django/core/management/base';
import { StringIO } from '#runtime/io';
import { setStreams } from '#runtime/sys';

let stdout: StringIO;
let stderr: StringIO;

class Terminal extends StringIO {
  isatty(): boolean {
    return true;
  }
}

class Sizing extends BaseCommand {
  override readonly help = 'Sizes things.';

  override addArguments(parser: CommandParser): void {
    parser.addArgument('--size', { required: true, type: 'int' });
    parser.addArgument('--no-wait', { action: 'store_false', dest: 'wait' });
    parser.addArgument('label', { nargs: '?' });
  }

  override handle(_args: readonly string[], options: Options): string {
    return ['size', 'wait', 'label', 'skip_checks']
      .map((name) => options[name] ?? 'None')
      .join(' ');
  }
}

class Checking extends BaseCommand {
  messages: checks.CheckMessage[] = [];

  override handle(): string {
    return 'handled';
  }

  protected override _runChecks(): checks.CheckMessage[] {
    return this.messages;
  }
}

class Failing extends BaseCommand {
  override readonly requiresSystemChecks = false;
  failure: Error = new CommandError('no luck');

  override handle(): never {
    throw this.failure;
  }
}

const [warning, error, critical, info, debug] = [
  new checks.Warning('m-Warning', { id: 'x.Warning' }),
  new checks.Error('m-Error', { id: 'x.Error', hint: 'h' }),
  new checks.Critical('m-Critical', { id: 'x.Critical' }),
  new checks.Info('m-Info', { id: 'x.Info' }),
  new checks.Debug('m-Debug', { id: 'x.Debug' }),
];

function checking(messages: checks.CheckMessage[]): Checking {
  return Object.assign(new Checking({ stdout, stderr }), { messages });
}

/** What a command line ends with: a status, an error's text, or `done`. */
function run(command: BaseCommand, ...words: string[]): unknown {
  try {
    void command.runFromArgv(['/x/manage.py', 'cmd', ...words]);
    return 'done';
  } catch (failure) {
    return failure instanceof SystemExit ? failure.code : String(failure);
  }
}

beforeEach(() => {
  freshSettings();
  setup();
  stdout = new StringIO();
  stderr = new StringIO();
  setStreams({ stdout, stderr });
});

describe('callCommand', () => {
  test('takes options by the names of the command line, and gives back what was printed', () => {
    expect(callCommand(new Sizing(), ['lab'], { size: 3 })).toBe('3 true lab true');
    expect(stdout.getvalue()).toBe('3 true lab true\n');
    expect(callCommand(new Sizing(), [], { size: 3, no_wait: false })).toBe('3 false None true');
    const words = ['--size=4'];
    expect(callCommand(new Sizing(), words, { wait: 5, skip_checks: false })).toBe(
      '4 5 None false',
    );
  });

  test.each<[string, () => unknown, string]>([
    ['an unknown command', () => callCommand('nope'), "Unknown command: 'nope'"],
    [
      'options that there are not',
      () => callCommand('check', [], { foo: 1, bar: 2 }),
      'Unknown option(s) for check command: bar, foo. Valid options are: args, deploy, fail_level, force_color, help, list_tags, no_color, pythonpath, settings, skip_checks, stderr, stdout, tag, tags, traceback, verbosity, version.',
    ],
    [
      'words that there are not',
      () => callCommand('check', ['--foo']),
      'Error: unrecognized arguments: --foo',
    ],
    [
      'what is missing',
      () => callCommand(new Sizing()),
      'Error: the following arguments are required: --size',
    ],
    [
      'colours that contradict each other',
      () => callCommand(new Sizing(), [], { size: 1, no_color: true, force_color: true }),
      "The --no-color and --force-color options can't be used together.",
    ],
  ])('throws for %s', (_, call, message) => {
    expect(call).toThrow(message);
  });

  test('says in the own words of a command that it wants arguments', () => {
    class Wanting extends BaseCommand {
      override readonly missingArgsMessage = 'Enter something.';
      override addArguments(parser: CommandParser): void {
        parser.addArgument('x', { nargs: '+' });
      }
    }
    expect(() => callCommand(new Wanting())).toThrow('Error: Enter something.');
    expect(() => callCommand(new Wanting(), ['a'])).toThrow(
      'subclasses of BaseCommand must provide a handle() method',
    );
  });
});

describe('a command', () => {
  test('puts its SQL in a transaction where it says so', () => {
    class Querying extends BaseCommand {
      override readonly outputTransaction = true;
      override handle(): string {
        return 'SELECT 1;';
      }
    }
    freshSettings({
      DATABASES: { default: { ENGINE: 'django.db.backends.sqlite3', NAME: ':memory:' } },
    });
    expect(callCommand(new Querying({ stdout }))).toBe('BEGIN;\nSELECT 1;\nCOMMIT;');
    expect(stdout.getvalue()).toBe('BEGIN;\nSELECT 1;\nCOMMIT;\n');
  });

  test('that fails says why and ends with 1, unless a traceback is wanted', () => {
    const failing = () => new Failing({ stderr });
    expect([run(failing()), stderr.getvalue()]).toEqual([1, 'CommandError: no luck\n']);
    expect(run(failing(), '--traceback')).toBe('CommandError: no luck');
    const bug = Object.assign(failing(), { failure: new RangeError('bug') });
    expect(run(bug)).toBe('RangeError: bug');
  });

  test('that serves ends when its promise does', async () => {
    class Serving extends BaseCommand {
      override readonly requiresSystemChecks = false;
      override handle(): Promise<void> {
        return Promise.reject(new CommandError('interrupted'));
      }
    }
    const served = new Serving({ stderr }).runFromArgv(['manage.py', 'serve']);
    await expect(served).rejects.toMatchObject({ code: 1 });
    expect(stderr.getvalue()).toBe('CommandError: interrupted\n');
  });

  test('may not have its colours both forced and forbidden', () => {
    expect(() => new Failing({ noColor: true, forceColor: true })).toThrow(
      "'no_color' and 'force_color' can't be used together.",
    );
  });
});

describe('system checks', () => {
  const HEADER = 'System check identified some issues:\n';
  const WARNINGS = '\nWARNINGS:\n?: (x.Warning) m-Warning\n';
  const ERRORS = '\nERRORS:\n?: (x.Error) m-Error\n\tHINT: h\n';

  test('say nothing where there is nothing to say, or that there is nothing', () => {
    checking([]).check();
    expect(stdout.getvalue()).toBe('');
    checking([]).check({ displayNumErrors: true });
    expect(stdout.getvalue()).toBe('System check identified no issues (0 silenced).\n');
  });

  test('print what is not serious, the gravest first', () => {
    checking([warning]).check();
    expect(stderr.getvalue()).toBe(HEADER + WARNINGS);
    stderr = new StringIO();
    const more = [warning, info, debug, new checks.Warning('a')];
    checking(more).check({ displayNumErrors: true });
    expect(stderr.getvalue()).toBe(
      `${HEADER}${WARNINGS}?: a\n\nINFOS:\n?: (x.Info) m-Info\n\nDEBUGS:\n?: (x.Debug) m-Debug\n\nSystem check identified 4 issues (0 silenced).\n`,
    );
  });

  test('throw what is serious, from errors on unless told otherwise', () => {
    const all = () =>
      checking([warning, error, critical, info, debug]).check({ displayNumErrors: true });
    expect(all).toThrow(SystemCheckError);
    expect(all).toThrow(
      `SystemCheckError: ${HEADER}\nCRITICALS:\n?: (x.Critical) m-Critical\n${ERRORS}${WARNINGS}\nINFOS:\n?: (x.Info) m-Info\n\nDEBUGS:\n?: (x.Debug) m-Debug\n\nSystem check identified 5 issues (0 silenced).`,
    );
    expect(() => checking([warning]).check({ failLevel: checks.WARNING })).toThrow(
      `SystemCheckError: ${HEADER}${WARNINGS}`,
    );
  });

  test('only count what is silenced', () => {
    freshSettings({ SILENCED_SYSTEM_CHECKS: ['x.Error', 'x.Warning'] });
    checking([error, warning]).check();
    expect(stdout.getvalue()).toBe('');
    checking([error, warning]).check({ displayNumErrors: true });
    expect(stdout.getvalue()).toBe('System check identified no issues (2 silenced).\n');
  });

  test('keep a command from its work, and are printed without a name before them', () => {
    expect(run(checking([error]))).toBe(1);
    expect(stderr.getvalue()).toBe(`SystemCheckError: ${HEADER}${ERRORS}`);
    expect(run(checking([warning]))).toBe('done');
    expect(stdout.getvalue()).toBe('handled\n');
  });
});

describe('colours', () => {
  test('are for terminals', () => {
    const terminal = new Terminal();
    const command = new Failing({ stderr: terminal, forceColor: true });
    expect([run(command), terminal.getvalue()]).toEqual([
      1,
      '\x1b[31;1mCommandError: no luck\n\x1b[0m',
    ]);
    expect(run(new Failing({ stderr, forceColor: true }))).toBe(1);
    expect(stderr.getvalue()).toBe('CommandError: no luck\n');
  });

  test('tell serious messages from others', () => {
    const coloured = Object.assign(new Checking({ forceColor: true }), {
      messages: [error, warning],
    });
    expect(() => coloured.check()).toThrow(
      '\x1b[31;1mSystemCheckError: System check identified some issues:\n\x1b[0m\nERRORS:\n\x1b[31;1m?: (x.Error) m-Error\n\tHINT: h\x1b[0m\n\nWARNINGS:\n\x1b[33;1m?: (x.Warning) m-Warning\x1b[0m\n',
    );
  });
});

test('what is written ends with a newline, once, unless it shall not', () => {
  const output = new OutputWrapper(stdout);
  output.write('a');
  output.write('b\n');
  output.write('c', null, '');
  expect(stdout.getvalue()).toBe('a\nb\nc');
});
