/**
 * What happens when a file changes.
 *
 * @module
 */

import { SystemExit } from '../../../builtins.ts';
import { getLogger } from '../../../logging.ts';
import { repr } from '../../../repr.ts';
import { Signal } from '../../dispatch.ts';

/** Sent when a reloader begins to watch. @models django.utils.autoreload:autoreload_started */
export const autoreloadStarted = new Signal();

/** Sent for a file that changed; a receiver that answers with something true keeps the program from starting again. @models django.utils.autoreload:file_changed */
export const fileChanged = new Signal<{ filePath: string }>();

/** @models django.utils.autoreload:logger */
export const reloadLogger = getLogger('django.utils.autoreload', { atImport: true });

/** Ends the program with the status that has it started again. @throws {SystemExit} @models django.utils.autoreload:trigger_reload */
export function triggerReload(filename: string): never {
  reloadLogger.log('info', `${filename} changed, reloading.`);
  throw new SystemExit(3);
}

/** Tells that a file changed, and starts the program again unless a receiver objects. @throws {SystemExit} @models django.utils.autoreload:BaseReloader.notify_file_changed */
export function notifyFileChanged(sender: unknown, filePath: string): void {
  const results = fileChanged.send(sender, { filePath });
  const shown = repr(results.map(([, answer]) => answer));
  reloadLogger.log('debug', `${filePath} notified as changed. Signal results: ${shown}.`);
  if (!results.some(([, answer]) => answer)) triggerReload(filePath);
}
