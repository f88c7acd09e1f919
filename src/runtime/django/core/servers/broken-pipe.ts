/**
 * The client that has gone.
 *
 * @module
 */

import { BrokenPipeError } from '../../../builtins.ts';

/** Whether an error says that the client went before it had everything. @models django.core.servers.basehttp:is_broken_pipe_error */
export function isBrokenPipeError(error: unknown): boolean {
  return (
    error instanceof BrokenPipeError ||
    (error instanceof Error && 'code' in error && error.code === 'EPIPE')
  );
}
