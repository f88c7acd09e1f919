import { beforeEach, describe, expect, test } from 'vitest';
import { SystemExit } from '#runtime/builtins';
import { apps } from '#runtime/django/apps';
import { freshSettings } from '#runtime/django/conf';
import {
  BaseCommand,
  executeFromCommandLine,
  findCommands,
  getCommands,
  ManagementUtility,
} from '#runtime/django/core/management';
import { type CommandParser, type Options } from '#runtime/django/core/management/base';
import { overrideSettings } from '#runtime/django/test';
import { raiseLastException } from '#runtime/django/utils/autoreload';
import { registerModule } from '#runtime/importlib';
import { StringIO } from '#runtime/io';
import { environ } from '#runtime/os';
import { startProcess } from '#runtime/process';
import { setStreams } from '#runtime/sys';

let stdout: StringIO;
let stderr: StringIO;
let calls: unknown[][];

class Runserver extends BaseCommand {
  override readonly requiresSystemChecks = false;
  override addArguments(parser: CommandParser): void {
    parser.addArgument('addrport', { nargs: '?' });
    parser.addArgument('--noreload', { action: 'store_false', dest: 'use_reloader' });
  }
  override handle(_args: readonly string[], options: Options): void {
    calls.push([options['addrport'], options['use_reloader']]);
  }
}

/** Runs a command line, and gives the status it ends with; 0 where it just ends. */
function manage(line: string): unknown {
  try {
    void executeFromCommandLine(['/site/manage.py', ...line.split(' ').filter(Boolean)]);
    return 0;
  } catch (error) {
    if (error instanceof SystemExit) return error.code;
    throw error;
  }
}

function newProcess(): void {
  startProcess();
  stdout = new StringIO();
  stderr = new StringIO();
  setStreams({ stdout, stderr });
}

beforeEach(() => {
  newProcess();
  calls = [];
  registerModule('django.core.management.commands.runserver', { Command: Runserver });
  registerModule('polls', {});
  registerModule('polls.management.commands.vote', { Command: Runserver });
  registerModule('polls.management.commands._private', {});
  registerModule('mysite.settings', {
    SECRET_KEY: 'x',
    DEBUG: true,
    INSTALLED_APPS: ['polls'],
    ROOT_URLCONF: [],
  });
  environ()['DJANGO_SETTINGS_MODULE'] = 'mysite.settings';
});

describe('commands', () => {
  test('are found in packages of that name, but for private ones', () => {
    expect(findCommands('polls.management')).toEqual(['vote']);
    expect(findCommands('nowhere.management')).toEqual([]);
  });

  test('are those of Django alone where there are no settings, and are found once', () => {
    expect([...getCommands()]).toEqual([
      ['check', 'django.core'],
      ['runserver', 'django.core'],
    ]);
    expect(getCommands()).toBe(getCommands());
  });

  test('of an application win over those of Django', () => {
    registerModule('own', {});
    registerModule('own.management.commands.check', { Command: Runserver });
    freshSettings({ INSTALLED_APPS: ['own', 'polls'] });
    apps.populate(['own', 'polls']);
    expect(Object.fromEntries(getCommands())).toEqual({
      check: 'own',
      runserver: 'django.core',
      vote: 'polls',
    });
    overrideSettings({ INSTALLED_APPS: ['polls'] }, () =>
      expect(getCommands().get('check')).toBe('django.core'),
    );
  });
});

describe('help', () => {
  test('lists the commands by their applications', () => {
    const lines = [
      '',
      "Type 'manage.py help <subcommand>' for help on a specific subcommand.",
      '',
      'Available subcommands:',
      '',
      '[django]',
      '    check',
      '    runserver',
      '',
      '[polls]',
      '    vote',
      '',
    ];
    for (const line of ['', 'help', '--help', '-h']) {
      stdout = new StringIO();
      setStreams({ stdout });
      expect(manage(line)).toBe(0);
      expect(stdout.getvalue()).toBe(lines.join('\n'));
    }
  });

  test('lists the names alone, or explains one', () => {
    manage('help --commands');
    expect(stdout.getvalue()).toBe('check\nrunserver\nvote\n');
    stdout = new StringIO();
    setStreams({ stdout });
    manage('help check');
    expect(stdout.getvalue()).toMatch(/^usage: manage\.py check \[-h\] \[--tag TAGS\]/);
  });

  test('says why there are only the commands of Django', () => {
    environ()['DJANGO_SETTINGS_MODULE'] = 'nope';
    manage('help');
    expect(stdout.getvalue()).toMatch(
      /\nNote that only Django core commands are listed as settings are not properly configured \(error: No module named 'nope'\)\.\n$/,
    );
  });

  test('calls the program what it is called', () => {
    expect(new ManagementUtility(['/lib/django/__main__.py']).progName).toBe('python -m django');
  });
});

describe('an unknown command', () => {
  test('ends with 1, and perhaps with a guess', () => {
    expect([manage('chekc'), stderr.getvalue()]).toEqual([
      1,
      "Unknown command: 'chekc'. Did you mean check?\nType 'manage.py help' for usage.\n",
    ]);
    stderr = new StringIO();
    setStreams({ stderr });
    expect([manage('help zzz'), stderr.getvalue()]).toEqual([
      1,
      "Unknown command: 'zzz'\nType 'manage.py help' for usage.\n",
    ]);
  });

  test('may be unknown for want of settings, or of right ones', () => {
    environ()['DJANGO_SETTINGS_MODULE'] = '';
    expect(manage('vote')).toBe(1);
    expect(stderr.getvalue()).toMatch(/^No Django settings specified\.\nUnknown command: 'vote'/);
    environ()['DJANGO_SETTINGS_MODULE'] = 'nope';
    expect(() => manage('vote')).toThrow("No module named 'nope'");
  });
});

test.each(['version', '--version'])('%s tells the release', (line) => {
  expect([manage(line), stdout.getvalue()]).toEqual([0, '2.2.28\n']);
});

test('--settings chooses the settings before anything is read', () => {
  registerModule('other.settings', { SECRET_KEY: 'x', INSTALLED_APPS: [] });
  expect(manage('help --settings other.settings')).toBe(0);
  expect(stdout.getvalue()).not.toContain('[polls]');
  expect(environ()['DJANGO_SETTINGS_MODULE']).toBe('other.settings');
});

describe('a site that cannot start', () => {
  beforeEach(() => {
    registerModule('broken.settings', {
      SECRET_KEY: 'x',
      INSTALLED_APPS: ['broken.app'],
      ROOT_URLCONF: [],
    });
    registerModule('broken', {});
    registerModule('broken.app', () => {
      throw new RangeError('on purpose');
    });
    environ()['DJANGO_SETTINGS_MODULE'] = 'broken.settings';
  });

  test('keeps every command from its work', () => {
    expect(() => manage('check')).toThrow('on purpose');
    newProcess();
    environ()['DJANGO_SETTINGS_MODULE'] = 'broken.settings';
    expect(() => manage('runserver --noreload')).toThrow('on purpose');
    expect(calls).toEqual([]);
  });

  test('but runserver, which keeps the error for later and drops options that it does not know', () => {
    expect(manage('runserver 8001 --nostatic --insecure')).toBe(0);
    expect(calls).toEqual([['8001', true]]);
    expect(apps.getAppConfigs()).toEqual([]);
    expect(raiseLastException).toThrow('on purpose');
  });
});

describe('check', () => {
  test('tells how many issues there are', () => {
    expect([manage('check'), stdout.getvalue()]).toEqual([
      0,
      'System check identified no issues (0 silenced).\n',
    ]);
  });

  test('lists its tags, those of deployment too where asked', () => {
    manage('check --list-tags');
    manage('check --list-tags --deploy');
    expect(stdout.getvalue()).toBe('caches\ndatabase\nurls\ncaches\ndatabase\nsecurity\nurls\n');
  });

  test('knows its tags', () => {
    expect([manage('check -t urls -t nope'), stderr.getvalue()]).toEqual([
      1,
      'CommandError: There is no system check with the "nope" tag.\n',
    ]);
  });

  test('fails at the level that it is told', () => {
    expect(manage('check --deploy')).toBe(0);
    expect(stderr.getvalue()).toContain('WARNINGS:\n?: (security.W001)');
    expect(manage('check --deploy --fail-level WARNING')).toBe(1);
  });

  test('is not for applications that are not installed', () => {
    expect(manage('check polls')).toBe(0);
    expect(() => manage('check nope')).toThrow("No installed app with label 'nope'.");
  });

  test('explains itself', () => {
    expect(manage('check --help')).toBe(0);
    expect(stdout.getvalue())
      .toBe(`usage: manage.py check [-h] [--tag TAGS] [--list-tags] [--deploy]
                       [--fail-level {CRITICAL,ERROR,WARNING,INFO,DEBUG}]
                       [--version] [-v {0,1,2,3}] [--settings SETTINGS]
                       [--pythonpath PYTHONPATH] [--traceback] [--no-color]
                       [--force-color]
                       [app_label ...]

Checks the entire Django project for potential problems.

positional arguments:
  app_label

options:
  -h, --help            show this help message and exit
  --tag TAGS, -t TAGS   Run only checks labeled with given tag.
  --list-tags           List available tags.
  --deploy              Check deployment settings.
  --fail-level {CRITICAL,ERROR,WARNING,INFO,DEBUG}
                        Message level that will cause the command to exit with
                        a non-zero status. Default is ERROR.
  --version             show program's version number and exit
  -v {0,1,2,3}, --verbosity {0,1,2,3}
                        Verbosity level; 0=minimal output, 1=normal output,
                        2=verbose output, 3=very verbose output
  --settings SETTINGS   The Python path to a settings module, e.g.
                        "myproject.settings.main". If this isn't provided, the
                        DJANGO_SETTINGS_MODULE environment variable will be
                        used.
  --pythonpath PYTHONPATH
                        A directory to add to the Python path, e.g.
                        "/home/djangoprojects/myproject".
  --traceback           Raise on CommandError exceptions
  --no-color            Don't colorize the command output.
  --force-color         Force colorization of the command output.
`);
  });

  test('complains of words that it does not know, and ends with 2', () => {
    expect(manage('check --foo')).toBe(2);
    expect(stderr.getvalue()).toMatch(
      /\nmanage\.py check: error: unrecognized arguments: --foo\n$/,
    );
  });
});
