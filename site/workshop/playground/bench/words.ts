/**
 * What came of a request, in words.
 *
 * @module
 */

import type { Exchange } from '../client.ts';

/** One sentence for an exchange: why there is no answer, or how large it is. */
export function say({ faults, started, stopped, served, response }: Exchange): string {
  if (faults) return 'The project does not start.';
  if (started?.missing !== undefined) return started.missing;
  if (stopped !== undefined) return stopped;
  const size = `${response?.body.length ?? 0} bytes`;
  return served?.hungUp ? `${size}; then the client hung up` : size;
}

/** The same for who hears it. */
export function announce(exchange: Exchange): string {
  const { response } = exchange;
  if (!response) return say(exchange);
  return `${response.statusLine || 'An answer without a head'}, ${say(exchange)}.`;
}
