/**
 * Handlers that are given their streams: for a server that reads and writes HTTP itself, and
 * for a gateway behind one.
 *
 * @module
 */

import { DeprecationWarning } from '../builtins.ts';
import type { Clock } from '../time.ts';
import { warn } from '../warnings.ts';
import { BaseHandler } from './base-handler.ts';
import { createEnviron } from './environ.ts';
import { readEnviron } from './read-environ.ts';
import type { ErrorStream, InputStream, OutputStream, PartialEnviron } from './types.ts';

export { BaseHandler } from './base-handler.ts';
export { formatDateTime } from './format-date-time.ts';
export { readEnviron } from './read-environ.ts';

/** What can be said of a handler beside its streams. */
export interface SimpleHandlerOptions {
  /** `wsgi.multithread`; true unless told. */
  multithread?: boolean;
  /** `wsgi.multiprocess`; false unless told. */
  multiprocess?: boolean;
  /** The clock of the `Date` header, in seconds since 1970; the runtime's unless told. */
  clock?: Clock;
}

/** A handler with its streams and CGI variables at hand. @models wsgiref.handlers:SimpleHandler */
export class SimpleHandler extends BaseHandler {
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: ErrorStream;
  /** The CGI variables of the request. */
  readonly baseEnv: PartialEnviron;

  constructor(
    stdin: InputStream,
    stdout: OutputStream,
    stderr: ErrorStream,
    environ: PartialEnviron,
    options: SimpleHandlerOptions = {},
  ) {
    super();
    this.stdin = stdin;
    this.stdout = stdout;
    this.stderr = stderr;
    this.baseEnv = environ;
    this.wsgiMultithread = options.multithread ?? true;
    this.wsgiMultiprocess = options.multiprocess ?? false;
    if (options.clock !== undefined) this.clock = options.clock;
  }

  /** The input given. @models wsgiref.handlers:SimpleHandler.get_stdin */
  override getStdin(): InputStream {
    return this.stdin;
  }

  /** The error stream given. @models wsgiref.handlers:SimpleHandler.get_stderr */
  override getStderr(): ErrorStream {
    return this.stderr;
  }

  /** Adds the variables given. @models wsgiref.handlers:SimpleHandler.add_cgi_vars */
  override addCgiVars(): void {
    Object.assign(this.environ ?? {}, this.baseEnv);
  }

  /**
   * Writes until the output has taken all of `data`, and warns of an output that takes only a
   * part at a time. @models wsgiref.handlers:SimpleHandler._write
   */
  override _write(data: Uint8Array): void {
    let taken = this.stdout.write(data);
    if (typeof taken !== 'number' || taken === data.length) return;
    warn('SimpleHandler.stdout.write() should not do partial writes', DeprecationWarning);
    let rest = data;
    while (typeof taken === 'number' && (rest = rest.subarray(taken)).length > 0) {
      taken = this.stdout.write(rest);
    }
  }

  /** Flushes the output. @models wsgiref.handlers:SimpleHandler._flush */
  override _flush(): void {
    this.stdout.flush();
  }
}

/** A handler behind another server, which turns `Status:` into a status line. @models wsgiref.handlers:BaseCGIHandler */
export class BaseCGIHandler extends SimpleHandler {
  override originServer = false;
}

/** The three streams of a process. */
export interface ProcessStreams {
  stdin: InputStream;
  stdout: OutputStream;
  stderr: ErrorStream;
}

/** What can be said of a process that answers a single request. */
export interface CGIHandlerOptions {
  /** The process's variables; those of `#runtime/os` unless told. */
  variables?: Record<string, string>;
  /** The clock of the `Date` header, in seconds since 1970; the runtime's unless told. */
  clock?: Clock;
}

function forOneRequest(clock: Clock | undefined): SimpleHandlerOptions {
  const once: SimpleHandlerOptions = { multithread: false, multiprocess: true };
  return clock === undefined ? once : { ...once, clock };
}

/**
 * A handler for a process that was started for one request, which stands in its variables and
 * on its input. Python takes the streams from `sys`; here they are given.
 * @models wsgiref.handlers:CGIHandler
 */
export class CGIHandler extends BaseCGIHandler {
  override wsgiRunOnce = true;
  override osEnviron: PartialEnviron = createEnviron();

  constructor(streams: ProcessStreams, options: CGIHandlerOptions = {}) {
    const { stdin, stdout, stderr } = streams;
    const environ = readEnviron(options.variables);
    super(stdin, stdout, stderr, environ, forOneRequest(options.clock));
  }
}

function withoutScript(environ: PartialEnviron): PartialEnviron {
  const { PATH_INFO: path = '', SCRIPT_NAME: script = '' } = environ;
  if (`${path}/`.startsWith(`${script}/`)) environ.PATH_INFO = path.slice(script.length);
  return environ;
}

/**
 * The same behind Microsoft's IIS, which begins `PATH_INFO` with `SCRIPT_NAME`: what is there
 * twice is taken off. @models wsgiref.handlers:IISCGIHandler
 */
export class IISCGIHandler extends BaseCGIHandler {
  override wsgiRunOnce = true;
  override osEnviron: PartialEnviron = createEnviron();

  constructor(streams: ProcessStreams, options: CGIHandlerOptions = {}) {
    const { stdin, stdout, stderr } = streams;
    const environ = withoutScript(readEnviron(options.variables));
    super(stdin, stdout, stderr, environ, forOneRequest(options.clock));
  }
}
