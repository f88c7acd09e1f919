import { beforeEach, describe, expect, test } from 'vitest';
import { SystemExit } from '#runtime/builtins';
import { freshSettings } from '#runtime/django/conf';
import { setup } from '#runtime/django';
import {
  autoreloadStarted,
  BaseReloader,
  checkErrors,
  fileChanged,
  moduleFiles,
  raiseLastException,
  StatReloader,
  watchModuleFiles,
} from '#runtime/django/utils/autoreload';
import { MemoryFiles, setFiles } from '#runtime/files';
import { importModule, registerModule } from '#runtime/importlib';
import { addHandler } from '#runtime/logging';

let disk: MemoryFiles;
let logged: string[];

class Quick extends StatReloader {
  pauses: number[] = [];
  onPause: () => void = () => this.stop();

  protected override pause(seconds: number): Promise<void> {
    this.pauses.push(seconds);
    this.onPause();
    return Promise.resolve();
  }
}

const alive = { isAlive: () => true };

beforeEach(() => {
  freshSettings({ ROOT_URLCONF: 'polls.urls' });
  disk = new MemoryFiles({ '/polls/urls.py': '', '/polls/broken.py': '', '/extra.txt': '' });
  setFiles(disk);
  registerModule('polls.urls', { urlpatterns: [] });
  logged = [];
  addHandler(({ name, level, message }) => {
    if (name === 'django.utils.autoreload' && level !== 'debug') logged.push(message);
  });
});

describe('the files that are watched', () => {
  test('are those of imported modules that exist, and others that were named', () => {
    expect([...moduleFiles()]).toEqual([]);
    importModule('polls.urls');
    watchModuleFiles(() => ['/extra.txt', '/gone.txt']);
    expect([...moduleFiles()]).toEqual(['/polls/urls.py', '/extra.txt']);
  });

  test('are those that could not be imported, too', () => {
    const broken = Object.assign(new SyntaxError('on purpose'), { filename: '/polls/broken.py' });
    const fail = () => {
      throw broken;
    };
    expect(checkErrors(fail)).toThrow('on purpose');
    expect([...moduleFiles()]).toEqual(['/polls/broken.py']);
    expect(raiseLastException).toThrow('on purpose');
  });

  test('are found by the place of an error, where it names no file', async () => {
    const error = new RangeError('later');
    error.stack =
      'RangeError: later\n    at f (file:///polls/broken.py:3:7)\n    at g (/extra.txt:1:1)';
    await expect(checkErrors(() => Promise.reject(error))()).rejects.toThrow('later');
    expect([...moduleFiles()]).toEqual(['/polls/broken.py']);
  });

  test('may be any in a folder', () => {
    disk.write('/locale/de/x.mo', '');
    disk.write('/locale/y.mo', '');
    disk.write('/locale/y.po', '');
    const reloader = new Quick();
    reloader.watchDir('/locale', '**/*.mo');
    reloader.watchDir('/nowhere', '*.mo');
    reloader.watchFile('/extra.txt');
    expect([...reloader.watchedFiles()].toSorted()).toEqual([
      '/extra.txt',
      '/locale/de/x.mo',
      '/locale/y.mo',
    ]);
    expect([...reloader.watchedFiles(false)]).toEqual(['/extra.txt']);
    expect(() => reloader.watchFile('x')).toThrow('x must be absolute.');
  });
});

describe('StatReloader', () => {
  test('ends the program with 3 for a file that is newer than it was', () => {
    const reloader = new Quick();
    reloader.watchFile('/extra.txt');
    const ticker = reloader.tick();
    expect(ticker.next().value).toBe(1);
    expect(ticker.next().value).toBe(1);
    disk.write('/extra.txt', '', 5);
    expect(() => ticker.next()).toThrow(expect.objectContaining({ code: 3 }));
    expect(logged).toEqual(['/extra.txt changed, reloading.']);
  });

  test('goes on where a receiver takes care of the file, and where a file is gone', () => {
    const reloader = new Quick();
    reloader.watchFile('/extra.txt');
    const heard: string[] = [];
    fileChanged.connect(({ filePath }) => heard.push(filePath), { weak: false });
    const ticker = reloader.tick();
    ticker.next();
    disk.write('/extra.txt', '', 5);
    ticker.next();
    disk.remove('/extra.txt');
    ticker.next();
    expect([heard, logged]).toEqual([['/extra.txt'], []]);
  });

  test('watches what the URLconf imports, once the applications are ready', async () => {
    setup();
    const reloader = new Quick();
    const started: unknown[] = [];
    autoreloadStarted.connect(({ sender }) => started.push(sender), { weak: false });
    await reloader.run(alive);
    expect([started, reloader.pauses]).toEqual([[reloader], [1]]);
    expect([...moduleFiles()]).toContain('/polls/urls.py');
  });

  test('watches a URLconf that cannot be imported for what can be', async () => {
    registerModule('polls.urls', () => {
      throw new RangeError('broken');
    });
    setup();
    const reloader = new Quick();
    await expect(reloader.run(alive)).resolves.toBeUndefined();
  });

  test('does not wait for applications whose program has ended', async () => {
    const reloader = new Quick();
    expect(await reloader.waitForAppsReady({ isAlive: () => false })).toBe(false);
    reloader.onPause = () => setup();
    expect(await reloader.waitForAppsReady(alive)).toBe(true);
    expect(reloader.pauses).toEqual([0.1]);
  });

  test('starts the program again from its loop', async () => {
    setup();
    const reloader = new Quick();
    reloader.watchFile('/extra.txt');
    reloader.onPause = () => disk.write('/extra.txt', '', 5);
    await expect(reloader.run(alive)).rejects.toBeInstanceOf(SystemExit);
  });
});

test('a reloader has to say how it looks', () => {
  class Lazy extends BaseReloader {}
  expect(() => new Lazy().tick()).toThrow('subclasses must implement tick().');
});
