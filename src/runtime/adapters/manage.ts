/**
 * Node as `python manage.py`: the variables, the streams and the disk are this process's, and
 * the commands that need Node are there. The files that are imported are watched.
 *
 * @module
 */

import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

import { SystemExit } from '../builtins.ts';
import '../django/contrib/staticfiles/management/commands/runserver.ts';
import { executeFromCommandLine } from '../django/core/management.ts';
import '../django/core/management/commands/runserver.ts';
import { watchModuleFiles } from '../django/utils/autoreload.ts';
import { stderr } from '../sys.ts';
import { formatException } from '../traceback.ts';
import { inheritProcess } from './process.ts';

const imported = new Set<string>();

inheritProcess();
registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:')) imported.add(fileURLToPath(url.replace(/[?#].*$/, '')));
    return nextLoad(url, context);
  },
});
watchModuleFiles(() => [...process.argv.slice(1, 2), ...imported]);

/** Does what the command line asks for and ends the process with the status that Python would have. */
export async function manage(argv: readonly string[] = process.argv.slice(1)): Promise<void> {
  try {
    await executeFromCommandLine(argv);
  } catch (error) {
    process.exit(statusFor(error));
  }
}

function statusFor(error: unknown): number {
  if (!(error instanceof SystemExit)) {
    stderr().write(formatException(error));
    return 1;
  }
  if (typeof error.code === 'string') stderr().write(`${error.code}\n`);
  return typeof error.code === 'string' ? 1 : (error.code ?? 0);
}
