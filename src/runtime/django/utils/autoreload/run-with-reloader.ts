/**
 * A program that starts again when one of its files changes: one process watches over another,
 * which serves.
 *
 * @module
 */

import { spawn } from 'node:child_process';
import { KeyboardInterrupt, SystemExit } from '../../../builtins.ts';
import { environ } from '../../../os.ts';
import { stderr } from '../../../sys.ts';
import { runInThread, Thread } from '../../../threading.ts';
import { formatException } from '../../../traceback.ts';
import { checkErrors, DJANGO_AUTORELOAD_ENV } from '../autoreload.ts';
import { reloadLogger } from './changes.ts';
import { type BaseReloader, StatReloader } from './reloaders.ts';

/** What is run again and again. */
export type MainFunction = () => void | Promise<void>;

/** The command line with which this program was started. @models django.utils.autoreload:get_child_arguments */
export function getChildArguments(): string[] {
  return [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
}

/** Starts the program as the one that serves, again whenever it ends with 3; resolves with its last status. @models django.utils.autoreload:restart_with_reloader */
export async function restartWithReloader(): Promise<number> {
  const [program = '', ...words] = getChildArguments();
  const env = { ...process.env, ...environ(), [DJANGO_AUTORELOAD_ENV]: 'true' };
  for (;;) {
    const status = await call(program, words, env);
    if (status !== 3) return status;
  }
}

/** The reloader for this computer. @models django.utils.autoreload:get_reloader */
export function getReloader(): BaseReloader {
  return new StatReloader();
}

/** Runs a function in a thread of its own and watches files meanwhile; the function may end, the watching goes on. @throws {SystemExit} when the program is to start again. @models django.utils.autoreload:start_django */
export async function startDjango(reloader: BaseReloader, mainFunc: MainFunction): Promise<void> {
  let alive = true;
  const ended = (error?: unknown): void => {
    alive = false;
    if (error !== undefined && !(error instanceof SystemExit)) reportThread(error);
  };
  try {
    const outcome = runInThread(new Thread('django-main-thread'), checkErrors(mainFunc));
    void Promise.resolve(outcome).then(() => ended(), ended);
  } catch (error) {
    ended(error);
  }
  await reloader.run({ isAlive: () => alive });
}

/** Runs a function so that it is started again when a file changes: in a second process, which is this one where `RUN_MAIN` says so. @throws {SystemExit} @models django.utils.autoreload:run_with_reloader */
export async function runWithReloader(mainFunc: MainFunction): Promise<void> {
  process.once('SIGTERM', () => process.exit(0));
  try {
    if (environ()[DJANGO_AUTORELOAD_ENV] !== 'true') {
      throw new SystemExit(await restartWithReloader());
    }
    const reloader = getReloader();
    reloadLogger.log('info', `Watching for file changes with ${reloader.constructor.name}`);
    await startDjango(reloader, mainFunc);
  } catch (error) {
    if (!(error instanceof KeyboardInterrupt)) throw error;
  }
}

/** @models subprocess:call */
function call(program: string, words: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { env, stdio: 'inherit' });
    const interrupt = () => child.kill('SIGINT');
    const terminate = () => child.kill('SIGTERM');
    process.once('SIGINT', interrupt);
    process.once('exit', terminate);
    child.on('error', reject);
    child.on('exit', (code) => {
      process.off('SIGINT', interrupt);
      process.off('exit', terminate);
      resolve(code ?? 0);
    });
  });
}

function reportThread(error: unknown): void {
  stderr().write(`Exception in thread django-main-thread:\n${formatException(error)}`);
}
