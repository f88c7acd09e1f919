/**
 * The process that this computer runs, for `#runtime/os`, `#runtime/sys` and `#runtime/files`.
 *
 * @module
 */

import { isatty } from 'node:tty';

import { setFiles } from '../files.ts';
import { environ } from '../os.ts';
import { setStreams } from '../sys.ts';
import { DescriptorText } from './descriptor-streams.ts';
import { DiskFiles } from './disk-files.ts';
import { DiskTemporaryFile } from './disk-temporary-files.ts';
import { setTemporaryFiles } from '../django/core/files/temp.ts';

class StandardStream extends DescriptorText {
  readonly #terminal: boolean;

  constructor(descriptor: number) {
    super(descriptor);
    this.#terminal = isatty(descriptor);
  }

  /** Whether a person looks at it. */
  isatty(): boolean {
    return this.#terminal;
  }
}

/** Gives the runtime this process's variables, its output and the disk; setting `TZ` moves its clock. */
export function inheritProcess(): void {
  const variables = Object.assign(environ(), process.env);
  Object.defineProperty(variables, 'TZ', {
    get: () => process.env['TZ'],
    set: (zone: string) => {
      process.env['TZ'] = zone;
    },
    enumerable: true,
  });
  setStreams({ stdout: new StandardStream(1), stderr: new StandardStream(2) });
  setFiles(new DiskFiles());
  setTemporaryFiles((suffix, folder) => new DiskTemporaryFile(suffix, folder));
}
