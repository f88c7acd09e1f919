/**
 * Watching files.
 *
 * @module
 */

import { isException, NotImplementedError, ValueError } from '../../../builtins.ts';
import { files } from '../../../files.ts';
import { fnmatchcase } from '../../../fnmatch.ts';
import { join } from '../../../posixpath.ts';
import { apps } from '../../apps/registry.ts';
import { getResolver } from '../../urls/resolvers.ts';
import { autoreloadStarted, notifyFileChanged, reloadLogger } from './changes.ts';
import { moduleFiles } from './watched.ts';

const POLL_SECONDS = 0.1;

/** Whether something still runs. */
export interface Running {
  isAlive(): boolean;
}

/** Watches the files of modules, and others that it is told of. @models django.utils.autoreload:BaseReloader */
export abstract class BaseReloader {
  readonly extraFiles = new Set<string>();
  /** Patterns by folder. */
  readonly directoryGlobs = new Map<string, Set<string>>();
  #stopped = false;

  /** Whether it was told to stop. @models django.utils.autoreload:BaseReloader.should_stop */
  get shouldStop(): boolean {
    return this.#stopped;
  }

  /** Watches the files in a folder that fit a pattern, such as `*.mo`; `**` stands for all folders below. @models django.utils.autoreload:BaseReloader.watch_dir */
  watchDir(path: string, glob: string): void {
    const globs = this.directoryGlobs.get(path) ?? new Set();
    reloadLogger.log('debug', `Watching dir ${path} with glob ${glob}.`);
    this.directoryGlobs.set(path, globs.add(glob));
  }

  /** Watches a file. @throws {ValueError} for a path that does not begin at the root. @models django.utils.autoreload:BaseReloader.watch_file */
  watchFile(path: string): void {
    if (!path.startsWith('/')) throw new ValueError(`${path} must be absolute.`);
    reloadLogger.log('debug', `Watching file ${path}.`);
    this.extraFiles.add(path);
  }

  /** All that is watched. @models django.utils.autoreload:BaseReloader.watched_files */
  *watchedFiles(includeGlobs = true): Generator<string> {
    yield* moduleFiles();
    yield* this.extraFiles;
    if (!includeGlobs) return;
    for (const [folder, globs] of this.directoryGlobs) {
      for (const glob of globs) yield* matching(folder, glob);
    }
  }

  /** Waits for the applications, imports the URLconf, and watches from then on. @throws {SystemExit} when the program is to start again. @models django.utils.autoreload:BaseReloader.run */
  async run(djangoMainThread: Running): Promise<void> {
    reloadLogger.log('debug', 'Waiting for apps ready_event.');
    await this.waitForAppsReady(djangoMainThread);
    try {
      void getResolver().urlconfModule;
    } catch (error) {
      if (!isException(error)) throw error;
    }
    reloadLogger.log('debug', 'Apps ready_event triggered. Sending autoreload_started signal.');
    autoreloadStarted.send(this, {});
    await this.runLoop();
  }

  /** Whether the applications are ready; false where the program ended before. @models django.utils.autoreload:BaseReloader.wait_for_apps_ready */
  async waitForAppsReady(djangoMainThread: Running): Promise<boolean> {
    while (djangoMainThread.isAlive()) {
      if (apps.ready) return true;
      await this.pause(POLL_SECONDS);
    }
    reloadLogger.log('debug', 'Main Django thread has terminated before apps are ready.');
    return false;
  }

  /** Looks again and again until it is told to stop. @models django.utils.autoreload:BaseReloader.run_loop */
  async runLoop(): Promise<void> {
    const ticker = this.tick();
    while (!this.shouldStop) {
      const { done, value } = ticker.next();
      if (done) break;
      await this.pause(value);
    }
    this.stop();
  }

  /** Looks once, and says how long to wait, in seconds. @models django.utils.autoreload:BaseReloader.tick */
  tick(): Generator<number, void, undefined> {
    throw new NotImplementedError('subclasses must implement tick().');
  }

  /** Stops watching. @models django.utils.autoreload:BaseReloader.stop */
  stop(): void {
    this.#stopped = true;
  }

  /** Waits for a number of seconds. */
  protected async pause(seconds: number): Promise<void> {
    await new Promise((resolve) => {
      setTimeout(resolve, seconds * 1000);
    });
  }
}

/** Looks once a second at the times of all files. @models django.utils.autoreload:StatReloader */
export class StatReloader extends BaseReloader {
  /** In seconds. @models django.utils.autoreload:StatReloader.SLEEP_TIME */
  static readonly SLEEP_TIME = 1;

  /** @throws {SystemExit} for a file that is newer than it was. @models django.utils.autoreload:StatReloader.tick */
  override *tick(): Generator<number, void, undefined> {
    const times = new Map<string, number>();
    for (;;) {
      for (const [path, time] of this.snapshotFiles()) {
        const before = times.get(path);
        times.set(path, time);
        if (before === undefined) {
          reloadLogger.log('debug', `File ${path} first seen with mtime ${time}`);
        } else if (time > before) {
          const change = `previous mtime: ${before}, current mtime: ${time}`;
          reloadLogger.log('debug', `File ${path} ${change}`);
          notifyFileChanged(this, path);
        }
      }
      yield (this.constructor as typeof StatReloader).SLEEP_TIME;
    }
  }

  /** Every file that exists with the time of its last change, once. @models django.utils.autoreload:StatReloader.snapshot_files */
  *snapshotFiles(): Generator<[path: string, mtime: number]> {
    for (const path of new Set(this.watchedFiles())) {
      const status = files().status(path);
      if (status) yield [path, status.mtime];
    }
  }
}

function* matching(folder: string, glob: string): Generator<string> {
  const deep = glob.startsWith('**/');
  const pattern = deep ? glob.slice('**/'.length) : glob;
  for (const name of files().status(folder) ? files().list(folder) : []) {
    const path = join(folder, name);
    if (fnmatchcase(name, pattern)) yield path;
    if (deep && files().status(path)?.isDirectory) yield* matching(path, glob);
  }
}
