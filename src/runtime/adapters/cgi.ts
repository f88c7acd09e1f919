/**
 * Node as a CGI program: the server starts a process for each request.
 *
 * @module
 */

import { CGIHandler, type ProcessStreams } from '../wsgiref/handlers.ts';
import type { WSGIApplication } from '../wsgiref/types.ts';
import { DescriptorInput, DescriptorOutput, DescriptorText } from './descriptor-streams.ts';

/** Standard input, output and error of this process. */
export function processStreams(): ProcessStreams {
  return {
    stdin: new DescriptorInput(0),
    stdout: new DescriptorOutput(1),
    stderr: new DescriptorText(2),
  };
}

/** The variables of this process. Node decodes them as UTF-8, and what is none is lost. */
export function processVariables(): Record<string, string> {
  return { ...process.env } as Record<string, string>;
}

/** Answers the one request for which this process was started. @throws what goes wrong while an error is handled. */
export function runCgi(application: WSGIApplication): void {
  new CGIHandler(processStreams(), { variables: processVariables() }).run(application);
}
